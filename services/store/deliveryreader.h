// SPDX-License-Identifier: GPL-3.0-or-later
// Deliveries: the scan look-up, the children of a waybill, those that may join one. GUI thread, read-only.
#pragma once

#include "services/store/deliverycolumns.h"

namespace waydesk::store {

class DeliveryReader
{
public:
    explicit DeliveryReader(Database& db)
        : m_db(db)
    {
    }

    // As the server looks: exactly by barcode, then external reference, then code with or without DEL.
    std::optional<StoredDelivery> findByScan(const QString& code) const;
    std::optional<StoredDelivery> find(const DeliveryId& id) const;
    QList<StoredDelivery> ofWaybill(const WaybillId& id) const;                   // oldest first
    QList<StoredDelivery> eligible(const QString& search, int most) const;        // newest first
    QList<StoredDelivery> eligibleForTrip(const QString& search, int most) const; // as far as rows tell; newest first
    QList<StoredDelivery> search(const QString& text, int most) const;
    qint64 count() const;

private:
    QList<StoredDelivery> all(Rows rows) const;
    QList<StoredDelivery> newestOf(const QString& which, const QString& search, int most) const;
    Database& m_db;
};

} // namespace waydesk::store
