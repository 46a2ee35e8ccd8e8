// SPDX-License-Identifier: GPL-3.0-or-later
// Every scan as it came: raw bytes, verdict, how long the verdict took; in work.db.
#pragma once

#include "services/domain/id.h"
#include "services/store/database.h"

namespace waydesk::store {

struct ScanEntry
{
    qint64 seq = 0;
    Instant at{};
    UserId author;
    WaybillId target;
    QByteArray raw;
    QString code, verdict;
    std::chrono::microseconds took{};
    bool operator==(const ScanEntry&) const = default;
};

class ScanJournal // engine thread
{
public:
    explicit ScanJournal(Database& db)
        : m_db(db)
    {
    }
    Result<qint64> append(const ScanEntry& entry);
    QList<ScanEntry> newest(int most) const;
    Result<int> prune(Instant before);

private:
    Database& m_db;
};

class ScanReader // GUI thread, read-only
{
public:
    explicit ScanReader(Database& db)
        : m_db(db)
    {
    }
    QList<ScanEntry> ofCodes(const QStringList& codes, int most) const; // the newest of them, oldest first

private:
    Database& m_db;
};

} // namespace waydesk::store
