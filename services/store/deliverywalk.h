// SPDX-License-Identifier: GPL-3.0-or-later
// Parcels in order, and counted, in bounded steps. GUI thread.
#pragma once

#include "services/store/deliveryquery.h"
#include "services/store/rowwalk.h"

namespace waydesk::store {

class DeliveryWalk final : public RowWalk
{
public:
    DeliveryWalk(Database& db, const DeliveryQuery& query, const DeliveryOrder& order);
};

// Counts by status; the query's own status does not count.
class DeliveryCountWalk
{
public:
    DeliveryCountWalk(Database& db, const DeliveryQuery& query);
    void step(int most);
    bool atEnd() const { return m_atEnd; }
    const DeliveryCounts& counts() const { return m_counts; }

private:
    Database& m_db;
    Condition m_filter;
    DeliveryCounts m_counts;
    bool m_atEnd = false;
    qint64 m_lastRowid = -1;
};

Condition conditionOf(const DeliveryQuery& query);
// The ordering expression over a row that `alias` names (empty: the only one), as an index has it.
QString keyOf(DeliveryKey key, const QString& alias = {});

} // namespace waydesk::store
