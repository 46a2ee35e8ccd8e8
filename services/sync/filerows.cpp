// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/filerows.h"

#include <QDateTime>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

namespace {

constexpr qint64 kPiece = 64 * 1024;

Error fileError(const QString& code, const QString& detail = {})
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.code = code;
    error.detail = detail;
    return error;
}

} // namespace

FileRows::FileRows(const csv::ImportJob& job, Fixes fixes)
    : m_job(job)
    , m_fixes(std::move(fixes))
    , m_file(job.path)
    , m_decoder(job.setup.encoding)
    , m_reader(job.setup.delimiter)
    , m_headerRead(!job.setup.hasHeader)
{
}

std::optional<Error> FileRows::open()
{
    const QFileInfo info(m_job.path);
    if (!info.isFile() || !m_file.open(QIODevice::ReadOnly))
        return fileError(u"import_file_missing"_s);
    if (info.size() != m_job.size || info.lastModified().toMSecsSinceEpoch() != m_job.modified)
        return fileError(u"import_file_changed"_s);
    return std::nullopt;
}

void FileRows::readOn()
{
    const auto take = [this](csv::Record&& record) {
        if (std::exchange(m_headerRead, true))
            m_waiting.push_back(std::move(record));
    };
    const QByteArray piece = m_file.read(kPiece);
    if (!piece.isEmpty()) {
        m_reader.feed(m_decoder.decode(piece), take);
    } else {
        m_ended = true;
        if (m_file.error() != QFileDevice::NoError)
            m_error = fileError(u"import_file_missing"_s, m_file.errorString());
        else if (const qint64 line = m_reader.finish(take); line > 0)
            m_error = fileError(u"import_quote_open"_s, QString::number(line));
    }
    if (m_decoder.hasErrors())
        m_error = fileError(u"import_encoding"_s);
}

bool FileRows::isTwice(const QString& text, QSet<quint64>& seen) const
{
    if (text.isEmpty())
        return false;
    const quint64 hash = qHash(text, size_t{0x9e3779b97f4a7c15});
    if (seen.contains(hash))
        return true;
    seen.insert(hash);
    return false;
}

std::optional<FileRow> FileRows::next()
{
    while (m_waiting.empty() && !m_ended && !m_error)
        readOn();
    if (m_waiting.empty() || m_error)
        return std::nullopt;
    csv::Record record = std::move(m_waiting.front());
    m_waiting.pop_front();
    FileRow row;
    row.ordinal = ++m_ordinal;
    row.line = record.line;
    row.cells = std::move(record.cells);
    if (const auto fixes = m_fixes.constFind(row.line); fixes != m_fixes.cend()) {
        for (auto it = fixes->cbegin(); it != fixes->cend(); ++it) {
            while (row.cells.size() <= it.key())
                row.cells << QString();
            row.cells[it.key()] = it.value();
        }
    }
    row.judged = csv::judgeRow(row.cells, m_job.setup.mapping);
    if (record.tooLong)
        row.judged.faults.append({csv::ImportField::Address, u"row_too_long"_s});
    if (isTwice(row.judged.parcel.barcode, m_barcodes))
        row.judged.faults.append({csv::ImportField::Barcode, u"twice_in_file"_s});
    if (isTwice(row.judged.parcel.reference, m_references))
        row.judged.faults.append({csv::ImportField::Reference, u"twice_in_file"_s});
    return row;
}

} // namespace waydesk::sync
