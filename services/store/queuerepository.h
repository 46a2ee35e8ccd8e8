// SPDX-License-Identifier: GPL-3.0-or-later
// The queues of returns and of exceptions as the server told them, and the colleagues who may own one. Engine thread.
#pragma once

#include "services/store/queuerows.h"

namespace waydesk::store {

class QueueRepository
{
public:
    explicit QueueRepository(Database& db)
        : m_db(db)
    {
    }

    // `raw`: the row's JSON as it came. Answers whether anything but the time of hearing changed.
    Result<bool> upsert(const ReturnQueueRow& row, const QString& raw, Instant fetchedAt);
    Result<bool> upsert(const DeliveryCase& row, const QString& raw, Instant fetchedAt);
    std::optional<StoredReturn> find(const ReturnRequestId& id) const;
    std::optional<StoredCase> find(const ExceptionId& id) const;
    std::optional<QString> raw(const ReturnRequestId& id) const; // what a partial answer is laid over
    std::optional<QString> raw(const ExceptionId& id) const;
    Result<bool> remove(const ReturnRequestId& id); // false: was not there
    Result<bool> remove(const ExceptionId& id);
    // After a complete list has been put: those that it did not name go. Answers how many.
    Result<qint64> removeReturnsOlder(Instant fetchedBefore);
    Result<qint64> removeCasesOlder(Instant fetchedBefore);

    // The complete list; true: it differs from the one before.
    Result<bool> setColleagues(const QList<Colleague>& colleagues, Instant fetchedAt);

private:
    Database& m_db;
};

QList<Colleague> readColleagues(Database& db); // by name

} // namespace waydesk::store
