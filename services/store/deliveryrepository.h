// SPDX-License-Identifier: GPL-3.0-or-later
// The deliveries that the server told us of. Engine thread.
#pragma once

#include "services/store/deliverycolumns.h"

namespace waydesk::store {

class DeliveryRepository
{
public:
    explicit DeliveryRepository(Database& db)
        : m_db(db)
    {
    }

    Result<bool> upsert(const Delivery& delivery, const QString& raw, Instant fetchedAt); // true: something changed
    Result<bool> remove(const DeliveryId& id);
    // The complete children of a waybill, as its own list told: others that claimed to be in it are free again.
    Result<Nothing> setMembers(const WaybillId& waybill, const QList<DeliveryId>& members);
    Result<Nothing> setWaybill(const QList<DeliveryId>& ids, const std::optional<WaybillId>& waybill);
    std::optional<StoredDelivery> find(const DeliveryId& id) const;
    std::optional<QString> raw(const DeliveryId& id) const; // what a partial answer is laid over
    QList<DeliveryId> membersOf(const WaybillId& waybill) const;
    qint64 count() const;

private:
    Database& m_db;
};

} // namespace waydesk::store
