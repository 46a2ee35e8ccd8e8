// SPDX-License-Identifier: GPL-3.0-or-later
// The two queues as the GUI thread may see them. Read-only, bounded lists.
#pragma once

#include "services/store/queuerows.h"

namespace waydesk::store {

struct QueueCount
{
    QString word; // of a status or a state
    qint64 count = 0;
};

struct CaseQuery
{
    std::optional<CaseState> state;
    std::optional<UserId> owner;
    bool unowned = false; // those that nobody has taken
    QString text;         // every word of it must be found
};

class QueueReader
{
public:
    explicit QueueReader(Database& db)
        : m_db(db)
    {
    }

    QList<StoredReturn> returns(const std::optional<ReturnRequestStatus>& status, const QString& text, int most) const;
    QList<QueueCount> returnCounts(const QString& text) const;
    QList<StoredReturn> returnsOf(const TripId& trip) const; // of the trip's parcels, as far as this desk knows
    QList<StoredReturn> returnsOf(const DeliveryId& delivery) const;
    std::optional<StoredReturn> find(const ReturnRequestId& id) const;

    QList<StoredCase> cases(const CaseQuery& query, int most) const; // what is due first comes first
    qint64 caseCount(const CaseQuery& query) const;
    std::optional<StoredCase> find(const ExceptionId& id) const;

    QList<Colleague> colleagues() const;

private:
    Database& m_db;
};

} // namespace waydesk::store
