// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/importjournal.h"

#include "services/store/valuejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

const QString kColumns = u"id, path, size, modified, setup, state, bytes, rows, bad, done, created, refused, error, "
                         "created_at"_s;

QJsonObject setupJson(const csv::ImportJob& job)
{
    const csv::ImportSetup& setup = job.setup;
    QJsonObject mapping;
    for (auto it = setup.mapping.cbegin(); it != setup.mapping.cend(); ++it)
        mapping.insert(QString::number(it.key()), csv::word(it.value()));
    return {{u"encoding"_s, csv::word(setup.encoding)},
            {u"delimiter"_s, QString(setup.delimiter)},
            {u"header"_s, setup.hasHeader},
            {u"mapping"_s, mapping},
            {u"pickup_warehouse_id"_s, setup.pickup.value},
            {u"owner"_s, job.owner}};
}

csv::ImportSetup setupFrom(const QJsonObject& json)
{
    csv::ImportSetup setup;
    setup.encoding = csv::encodingFrom(json[u"encoding"].toString()).value_or(csv::Encoding::Utf8);
    const QString delimiter = json[u"delimiter"].toString();
    if (!delimiter.isEmpty())
        setup.delimiter = delimiter[0];
    setup.hasHeader = json[u"header"].toBool(true);
    const QJsonObject mapping = json[u"mapping"].toObject();
    for (auto it = mapping.begin(); it != mapping.end(); ++it) {
        if (const auto field = csv::importFieldFrom(it.value().toString()))
            setup.mapping.insert(it.key().toInt(), *field);
    }
    setup.pickup = {json[u"pickup_warehouse_id"].toString()};
    return setup;
}

QString faultsText(const QList<csv::CellFault>& faults)
{
    QJsonArray list;
    for (const csv::CellFault& fault : faults)
        list.append(QJsonObject{
            {u"field"_s, csv::word(fault.field)}, {u"code"_s, fault.code}, {u"vendor"_s, fault.vendorText}});
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

QList<csv::CellFault> faultsFrom(const QString& text)
{
    QList<csv::CellFault> faults;
    const QJsonArray list = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue& each : list) {
        faults.append({csv::importFieldFrom(each[u"field"].toString()).value_or(csv::ImportField::Address),
                       each[u"code"].toString(), each[u"vendor"].toString()});
    }
    return faults;
}

QString errorText(const std::optional<Error>& error)
{
    if (!error)
        return {};
    return QString::fromUtf8(QJsonDocument(QJsonObject{{u"kind"_s, static_cast<int>(error->kind)},
                                                       {u"status"_s, error->status},
                                                       {u"code"_s, error->code},
                                                       {u"vendor"_s, error->vendorText},
                                                       {u"detail"_s, error->detail}})
                                 .toJson(QJsonDocument::Compact));
}

std::optional<Error> errorFrom(const QString& text)
{
    if (text.isEmpty())
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    Error error;
    error.kind = static_cast<Error::Kind>(json[u"kind"].toInt());
    error.status = json[u"status"].toInt();
    error.code = json[u"code"].toString();
    error.vendorText = json[u"vendor"].toString();
    error.detail = json[u"detail"].toString();
    return error;
}

csv::ImportJob jobFrom(const Rows& rows)
{
    csv::ImportJob job;
    job.id = rows.text(0);
    job.path = rows.text(1);
    job.size = rows.integer(2);
    job.modified = rows.integer(3);
    const QJsonObject setup = objectFrom(rows.text(4));
    job.setup = setupFrom(setup);
    job.owner = setup[u"owner"].toString();
    job.state = static_cast<csv::ImportState>(rows.integer(5));
    job.bytes = rows.integer(6);
    job.rows = rows.integer(7);
    job.bad = rows.integer(8);
    job.done = rows.integer(9);
    job.created = rows.integer(10);
    job.refused = rows.integer(11);
    job.error = errorFrom(rows.text(12));
    job.createdAt = rows.instant(13);
    return job;
}

csv::BadRow badRowFrom(const Rows& rows)
{
    csv::BadRow row;
    row.line = rows.integer(0);
    const QJsonArray cells = QJsonDocument::fromJson(rows.text(1).toUtf8()).array();
    for (const QJsonValue& cell : cells)
        row.cells << cell.toString();
    row.faults = faultsFrom(rows.text(2));
    row.byServer = rows.flag(3);
    return row;
}

Result<Nothing> nothing(const Result<qint64>& result)
{
    return result ? Result<Nothing>(Nothing{}) : Result<Nothing>(result.error());
}

} // namespace

QList<csv::ImportJob> ImportReader::jobs() const
{
    QList<csv::ImportJob> out;
    Rows rows = m_db.run(u"SELECT "_s + kColumns + u" FROM import_job ORDER BY created_at DESC, id"_s);
    while (rows.next())
        out << jobFrom(rows);
    return out;
}

std::optional<csv::ImportJob> ImportReader::find(const QString& id) const
{
    Rows rows = m_db.run(u"SELECT "_s + kColumns + u" FROM import_job WHERE id = ?"_s, {id});
    return rows.next() ? std::optional(jobFrom(rows)) : std::nullopt;
}

QList<csv::BadRow> ImportReader::badRows(const QString& id, qint64 from, int most) const
{
    QList<csv::BadRow> out;
    Rows rows = m_db.run("SELECT line, cells, faults, by_server FROM import_bad WHERE job = ? ORDER BY line LIMIT ? "
                         "OFFSET ?",
                         {id, most, from});
    while (rows.next())
        out << badRowFrom(rows);
    return out;
}

qint64 ImportReader::badRowCount(const QString& id) const
{
    return m_db.number(u"SELECT count(*) FROM import_bad WHERE job = ?"_s, {id}).value_or(0);
}

QList<csv::BadRow> ImportReader::mended(const QString& id, int most) const
{
    QList<csv::BadRow> out;
    Rows rows = m_db.run("SELECT line, cells, faults, by_server FROM import_bad WHERE job = ? AND faults = '[]' "
                         "ORDER BY line LIMIT ?",
                         {id, most});
    while (rows.next())
        out << badRowFrom(rows);
    return out;
}

std::optional<csv::BadRow> ImportReader::badRow(const QString& id, qint64 line) const
{
    Rows rows =
        m_db.run("SELECT line, cells, faults, by_server FROM import_bad WHERE job = ? AND line = ?", {id, line});
    return rows.next() ? std::optional(badRowFrom(rows)) : std::nullopt;
}

QMap<int, QString> ImportReader::fixesOf(const QString& id, qint64 line) const
{
    QMap<int, QString> out;
    Rows rows = m_db.run("SELECT column, text FROM import_fix WHERE job = ? AND line = ?", {id, line});
    while (rows.next())
        out.insert(static_cast<int>(rows.integer(0)), rows.text(1));
    return out;
}

QHash<qint64, QMap<int, QString>> ImportReader::fixes(const QString& id) const
{
    QHash<qint64, QMap<int, QString>> out;
    Rows rows = m_db.run("SELECT line, column, text FROM import_fix WHERE job = ?", {id});
    while (rows.next())
        out[rows.integer(0)].insert(static_cast<int>(rows.integer(1)), rows.text(2));
    return out;
}

Result<Nothing> ImportJournal::putJob(const csv::ImportJob& job)
{
    return nothing(m_db.exec(
        u"INSERT INTO import_job ("_s + kColumns +
            u") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET setup = excluded.setup, "
            "state = excluded.state, bytes = excluded.bytes, rows = excluded.rows, bad = excluded.bad, "
            "done = excluded.done, created = excluded.created, refused = excluded.refused, error = excluded.error, "
            "size = excluded.size, modified = excluded.modified"_s,
        {bind(job.id), bind(job.path), job.size, job.modified,
         QString::fromUtf8(QJsonDocument(setupJson(job)).toJson(QJsonDocument::Compact)), static_cast<int>(job.state),
         job.bytes, job.rows, job.bad, job.done, job.created, job.refused, bind(errorText(job.error)),
         bind(job.createdAt)}));
}

Result<Nothing> ImportJournal::putRow(const QString& id, const csv::BadRow& row)
{
    return nothing(m_db.exec(
        "INSERT INTO import_bad (job, line, cells, faults, by_server) VALUES (?,?,?,?,?) "
        "ON CONFLICT(job, line) DO UPDATE SET cells = excluded.cells, faults = excluded.faults, "
        "by_server = excluded.by_server",
        {id, row.line,
         QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(row.cells)).toJson(QJsonDocument::Compact)),
         faultsText(row.faults), row.byServer ? 1 : 0}));
}

Result<Nothing> ImportJournal::put(const csv::ImportJob& job)
{
    return put(job, {});
}

Result<Nothing> ImportJournal::put(const csv::ImportJob& job, const QList<csv::BadRow>& bad, const QList<qint64>& gone)
{
    return transact(m_db, [&]() -> Result<Nothing> {
        for (const qint64 line : gone) {
            if (auto done = m_db.exec("DELETE FROM import_bad WHERE job = ? AND line = ?", {job.id, line}); !done)
                return done.error();
        }
        for (const csv::BadRow& row : bad) {
            if (auto done = putRow(job.id, row); !done)
                return done;
        }
        return putJob(job);
    });
}

Result<Nothing> ImportJournal::fix(const csv::ImportJob& job, int column, const QString& text, const csv::BadRow& after)
{
    return transact(m_db, [&]() -> Result<Nothing> {
        const auto done = m_db.exec("INSERT INTO import_fix (job, line, column, text) VALUES (?,?,?,?) "
                                    "ON CONFLICT(job, line, column) DO UPDATE SET text = excluded.text",
                                    {job.id, after.line, column, bind(text)});
        if (!done)
            return done.error();
        if (auto put = putRow(job.id, after); !put)
            return put;
        return putJob(job);
    });
}

Result<Nothing> ImportJournal::forgetBadRows(const QString& id)
{
    return nothing(m_db.exec("DELETE FROM import_bad WHERE job = ?", {id}));
}

Result<Nothing> ImportJournal::forget(const QString& id)
{
    return transact(m_db, [&]() -> Result<Nothing> {
        for (const char* sql : {"DELETE FROM import_bad WHERE job = ?", "DELETE FROM import_fix WHERE job = ?",
                                "DELETE FROM import_job WHERE id = ?"}) {
            if (auto done = m_db.exec(sql, {id}); !done)
                return done.error();
        }
        return Nothing{};
    });
}

} // namespace waydesk::store
