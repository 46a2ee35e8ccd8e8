// SPDX-License-Identifier: GPL-3.0-or-later
// Server truth and open commands meet, for parcels as Expectation does for waybills: a refused command and those behind
// it are not expected to happen. Parcels that only the outbox knows have keys below 0 in the place of a row of the
// store. GUI thread.
#pragma once

#include "services/store/deliveryquery.h"
#include "services/store/reader.h"

namespace waydesk::facade {

struct LocalParcel
{
    qint64 key = 0; // below 0, the same as long as it is local
    Delivery delivery;
};

class ParcelExpectation
{
public:
    // Takes the open commands; answers the parcels whose own are not what they were.
    QList<DeliveryId> take(const QList<store::OutboxEntry>& open);

    Delivery expected(const Delivery& server) const;
    QList<LocalParcel> locals() const; // newest first
    std::optional<LocalParcel> local(const DeliveryId& id) const;
    std::optional<LocalParcel> local(qint64 key) const;

private:
    QHash<DeliveryId, QList<store::OutboxEntry>> m_open; // creates and edits only
    QList<DeliveryId> m_locals;                          // newest first
    QHash<DeliveryId, qint64> m_keys;
    qint64 m_lastKey = 0;
};

// Whether a parcel that is not in the store would be found by the query.
bool passes(const Delivery& delivery, const store::DeliveryQuery& query);

} // namespace waydesk::facade
