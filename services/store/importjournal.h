// SPDX-License-Identifier: GPL-3.0-or-later
// Imports, the cells that a person corrected in them, and the rows that cannot go. In work.db: it is a person's work.
// The journal writes (engine thread); the reader reads (GUI thread).
#pragma once

#include "services/domain/csv/importjob.h"
#include "services/store/database.h"

namespace waydesk::store {

class ImportReader
{
public:
    explicit ImportReader(Database& db)
        : m_db(db)
    {
    }

    QList<csv::ImportJob> jobs() const; // newest first
    std::optional<csv::ImportJob> find(const QString& id) const;
    QList<csv::BadRow> badRows(const QString& id, qint64 from, int most) const; // in the order of their lines
    qint64 badRowCount(const QString& id) const;                                // of those that are kept
    QList<csv::BadRow> mended(const QString& id, int most) const;               // kept rows with nothing wrong any more
    std::optional<csv::BadRow> badRow(const QString& id, qint64 line) const;
    QMap<int, QString> fixesOf(const QString& id, qint64 line) const; // by column
    QHash<qint64, QMap<int, QString>> fixes(const QString& id) const;

protected:
    Database& m_db;
};

class ImportJournal : public ImportReader
{
public:
    using ImportReader::ImportReader;

    Result<Nothing> put(const csv::ImportJob& job); // new, or moved on
    // The job as it stands, these rows beside it, and those lines gone because they have become parcels after all:
    // together, or a kill in between would leave figures that no row bears out.
    Result<Nothing> put(const csv::ImportJob& job, const QList<csv::BadRow>& bad, const QList<qint64>& gone = {});
    // A corrected cell with what it made of its row and of the job, likewise.
    Result<Nothing> fix(const csv::ImportJob& job, int column, const QString& text, const csv::BadRow& after);
    Result<Nothing> forgetBadRows(const QString& id); // before a file is checked anew
    Result<Nothing> forget(const QString& id);

private:
    Result<Nothing> putJob(const csv::ImportJob& job);
    Result<Nothing> putRow(const QString& id, const csv::BadRow& row);
};

} // namespace waydesk::store
