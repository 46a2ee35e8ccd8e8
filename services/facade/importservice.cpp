// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/importservice.h"

#include "services/domain/csv/records.h"
#include "services/store/reader.h"
#include "services/sync/engine.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::facade {

namespace {

constexpr qint64 kLookedInto = 256 * 1024; // bytes of the file's beginning

Error fileError(const QString& code)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.code = code;
    return error;
}

struct Beginning
{
    QByteArray bytes;
    qint64 size = 0, modified = 0;
};

Result<Beginning> beginningOf(const QString& path)
{
    QFile file(path);
    const QFileInfo info(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return fileError(u"import_file_missing"_s);
    Beginning out{file.read(kLookedInto), info.size(), info.lastModified().toMSecsSinceEpoch()};
    if (out.bytes.isEmpty())
        return fileError(u"import_file_empty"_s);
    return out;
}

// The rows of the beginning that are whole.
QList<QStringList> rowsOf(const QString& text, QChar delimiter, bool isWhole)
{
    csv::RecordReader reader(delimiter);
    QList<QStringList> rows;
    const auto take = [&](csv::Record&& record) {
        if (rows.size() <= ImportService::kLookedAt)
            rows << std::move(record.cells);
    };
    reader.feed(text, take);
    if (isWhole)
        reader.finish(take);
    return rows;
}

} // namespace

ImportService::ImportService(store::Reader& reader, sync::Engine& engine, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_engine(engine)
{
    connect(&engine, &sync::Engine::importMoved, this, &ImportService::moved);
}

Result<ImportLook> ImportService::look(const QString& path) const
{
    const auto beginning = beginningOf(path);
    if (!beginning)
        return beginning.error();
    csv::ImportSetup setup;
    setup.encoding = csv::guessEncoding(beginning->bytes).encoding;
    csv::Decoder decoder(setup.encoding);
    const QString text = decoder.decode(beginning->bytes);
    setup.delimiter = csv::guessDelimiter(text);
    const QList<QStringList> rows = rowsOf(text, setup.delimiter, beginning->size == beginning->bytes.size());
    setup.hasHeader = csv::looksLikeHeader(rows.value(0), rows.mid(1));
    return look(path, setup, true);
}

Result<ImportLook> ImportService::look(const QString& path, const csv::ImportSetup& setup, bool guessColumns) const
{
    const auto beginning = beginningOf(path);
    if (!beginning)
        return beginning.error();
    ImportLook out;
    out.path = path;
    out.size = beginning->size;
    out.modified = beginning->modified;
    out.setup = setup;
    const csv::EncodingGuess guess = csv::guessEncoding(beginning->bytes);
    out.encodingIsSure = guess.isSure || guess.encoding != setup.encoding;
    csv::Decoder decoder(setup.encoding);
    const QString text = decoder.decode(beginning->bytes);
    out.hasBrokenText = decoder.hasErrors();
    out.rows = rowsOf(text, setup.delimiter, beginning->size == beginning->bytes.size());
    if (setup.hasHeader && !out.rows.isEmpty())
        out.header = out.rows.takeFirst();
    out.columns = static_cast<int>(out.header.size());
    for (const QStringList& row : std::as_const(out.rows))
        out.columns = std::max(out.columns, static_cast<int>(row.size()));
    if (guessColumns) {
        const csv::MappingGuess columns = csv::guessMapping(out.header, out.rows);
        out.setup.mapping = columns.mapping;
        out.unsureColumns = columns.unsure;
    }
    return out;
}

QString ImportService::check(const ImportLook& file)
{
    csv::ImportJob job;
    job.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    job.path = file.path;
    job.size = file.size;
    job.modified = file.modified;
    job.setup = file.setup;
    job.createdAt = std::chrono::time_point_cast<Instant::duration>(std::chrono::system_clock::now());
    m_engine.importCheck(job);
    return job.id;
}

void ImportService::checkAgain(const csv::ImportJob& job)
{
    m_engine.importCheck(job);
}

void ImportService::send(const QString& id)
{
    m_engine.importSend(id);
}

void ImportService::stop(const QString& id)
{
    m_engine.importStop(id);
}

void ImportService::fix(const QString& id, qint64 line, int column, const QString& text)
{
    m_engine.importFix(id, line, column, text);
}

void ImportService::forget(const QString& id)
{
    m_engine.importForget(id);
}

std::optional<csv::ImportJob> ImportService::find(const QString& id) const
{
    return m_reader.imports().find(id);
}

QList<csv::ImportJob> ImportService::jobs() const
{
    return m_reader.imports().jobs();
}

QList<csv::BadRow> ImportService::badRows(const QString& id, qint64 from, int most) const
{
    return m_reader.imports().badRows(id, from, most);
}

bool ImportService::hasMended(const QString& id) const
{
    return !m_reader.imports().mended(id, 1).isEmpty();
}

qint64 ImportService::badRowCount(const QString& id) const
{
    return m_reader.imports().badRowCount(id);
}

} // namespace waydesk::facade
