// SPDX-License-Identifier: GPL-3.0-or-later
// Deliveries: the scan look-up, the children of a waybill, those that may join one, windows of all. GUI thread,
// read-only.
#pragma once

#include "services/store/deliverycolumns.h"
#include "services/store/deliverywalk.h"

#include <memory>

namespace waydesk::store {

struct ParcelNames // what a parcel names by an id only, as the other tables call it; empty: not known
{
    QString waybillNumber, tripNumber, customerName;
};

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

    std::unique_ptr<DeliveryWalk> walk(const DeliveryQuery& query, const DeliveryOrder& order) const;
    std::unique_ptr<DeliveryCountWalk> counting(const DeliveryQuery& query) const; // by status, its own left aside
    QList<StoredDelivery> rows(std::span<const qint64> rowids) const;       // those that still exist, in the same order
    QHash<qint64, ParcelNames> names(std::span<const qint64> rowids) const; // of all in one statement
    std::optional<qint64> rowidOf(const DeliveryId& id) const;
    bool matches(qint64 rowid, const DeliveryQuery& query) const;
    // Where `rowid` belongs in `sorted`, which does not hold it.
    qsizetype positionIn(std::span<const qint64> sorted, qint64 rowid, const DeliveryOrder& order) const;

private:
    QList<StoredDelivery> all(Rows rows) const;
    QList<StoredDelivery> newestOf(const QString& which, const QString& search, int most) const;
    Database& m_db;
};

} // namespace waydesk::store
