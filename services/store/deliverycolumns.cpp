// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/deliverycolumns.h"

#include "services/domain/fold.h"
#include "services/store/deliverykeys.h"
#include "services/store/valuejson.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

const QStringList& names()
{
    static const QStringList list{
        u"id"_s,
        u"code"_s,
        u"barcode"_s,
        u"external_ref"_s,
        u"status"_s,
        u"waybill_id"_s,
        u"parent_id"_s,
        u"active_assignment"_s,
        u"active_session"_s,
        u"unit_size"_s,
        u"payment_method"_s,
        u"cod_minor"_s,
        u"currency"_s,
        u"notes"_s,
        u"created_at"_s,
        u"updated_at"_s,
        u"pickup_zone_id"_s,
        u"dropoff_zone_id"_s,
        u"pickup_warehouse_id"_s,
        u"dropoff_warehouse_id"_s,
        u"customer_id"_s,
        u"is_returned"_s,
        u"return_reason"_s,
        u"return_trigger"_s,
        u"returned_at"_s,
        u"search_text"_s,
        u"fetched_at"_s,
        u"trip_id"_s,
        u"window_opens_at"_s,
        u"window_closes_at"_s,
    };
    return list;
}

template<class Ref>
QVariant idOf(const std::optional<Ref>& ref)
{
    return ref ? bind(ref->id.value) : QVariant();
}

// A list that does not nest the zone or warehouse still names its id.
template<class Ref>
void fillId(std::optional<Ref>& ref, const Rows& rows, int column)
{
    if (!ref && !rows.isNull(column)) {
        ref.emplace();
        ref->id.value = rows.text(column);
    }
}

} // namespace

Result<Nothing> tallyStatus(Database& db, const QString& status, qint64 by)
{
    const auto done =
        db.exec(u"INSERT INTO delivery_status_tally VALUES (?, ?) ON CONFLICT(status) DO UPDATE SET n = n + "
                "excluded.n"_s,
                {bind(status), by});
    return done.ok() ? Result<Nothing>(Nothing{}) : Result<Nothing>(done.error());
}

QString deliverySearchText(const QString& code, const QString& barcode, const QString& externalRef,
                           const QString& customer, const QString& zone, const QString& address)
{
    return fold(QStringList{code, barcode, externalRef, customer, zone, address}.join(u' '));
}

QString deliverySearchText(const Delivery& d)
{
    return deliverySearchText(d.code, d.barcode, d.externalReference, d.customer ? d.customer->fullName : QString(),
                              d.dropoffZone ? d.dropoffZone->name : QString(),
                              d.dropoff ? d.dropoff->fullAddress : QString());
}

QVariantList bindDelivery(const Delivery& d, Instant fetchedAt)
{
    return {bind(d.id.value),
            bind(d.code),
            bind(d.barcode),
            bind(d.externalReference),
            bind(d.state.text),
            bind(d.waybillId),
            bind(d.parentId),
            d.hasActiveAssignment ? 1 : 0,
            d.inActiveRouteSession ? 1 : 0,
            d.unitSize.thousandths,
            bind(d.paymentMethod),
            d.cod.minor,
            bind(d.cod.currency),
            bind(d.notes),
            bind(d.createdAt),
            bind(d.updatedAt),
            idOf(d.pickupZone),
            idOf(d.dropoffZone),
            idOf(d.pickupWarehouse),
            idOf(d.dropoffWarehouse),
            idOf(d.customer),
            d.isReturned ? 1 : 0,
            bind(d.returnReason),
            bind(d.returnTriggerPoint),
            bind(d.returnedAt),
            bind(deliverySearchText(d)),
            bind(fetchedAt),
            bind(d.tripId),
            store::bind(d.window ? std::optional(d.window->opens) : std::nullopt),
            store::bind(d.window ? std::optional(d.window->closes) : std::nullopt),
            bind(fold(d.customer ? d.customer->fullName : QString())),
            bind(destinationKey(d.dropoffZone ? d.dropoffZone->name : QString(),
                                d.dropoff ? d.dropoff->fullAddress : QString())),
            bind(d.waybillId),
            bind(d.tripId)};
}

StoredDelivery readDelivery(const Rows& rows)
{
    StoredDelivery stored;
    stored.rowid = rows.integer(0);
    Delivery& d = stored.delivery;
    const int raw = static_cast<int>(names().size()) + 1;
    readNested(objectFrom(rows.text(rows.isNull(raw + 1) ? raw : raw + 1)), d);
    d.id.value = rows.text(1);
    d.code = rows.text(2);
    d.barcode = rows.text(3);
    d.externalReference = rows.text(4);
    d.state = DeliveryState::fromWord(rows.text(5));
    if (const auto id = rows.maybeText(6))
        d.waybillId = WaybillId{*id};
    if (const auto id = rows.maybeText(7))
        d.parentId = DeliveryId{*id};
    d.hasActiveAssignment = rows.flag(8);
    d.inActiveRouteSession = rows.flag(9);
    d.unitSize = Quantity{rows.integer(10)};
    d.paymentMethod = rows.text(11);
    d.cod = Money{rows.integer(12), rows.text(13)};
    d.notes = rows.text(14);
    d.createdAt = rows.instant(15);
    d.updatedAt = rows.instant(16);
    fillId(d.pickupZone, rows, 17);
    fillId(d.dropoffZone, rows, 18);
    fillId(d.pickupWarehouse, rows, 19);
    fillId(d.dropoffWarehouse, rows, 20);
    fillId(d.customer, rows, 21);
    d.isReturned = rows.flag(22);
    d.returnReason = rows.text(23);
    d.returnTriggerPoint = rows.text(24);
    d.returnedAt = rows.maybeInstant(25);
    stored.fetchedAt = rows.instant(27);
    if (const auto id = rows.maybeText(28))
        d.tripId = TripId{*id};
    const auto opens = rows.maybeInstant(29), closes = rows.maybeInstant(30);
    if (opens && closes)
        d.window = VisitWindow{*opens, *closes};
    return stored;
}

const QString& selectDelivery()
{
    static const QString sql = u"SELECT d.rowid, d."_s + names().join(u", d."_s) +
                               u", r.raw, r.nested FROM delivery d JOIN delivery_raw r ON r.rowid = d.rowid "_s;
    return sql;
}

const QString& upsertDeliverySql()
{
    static const QString sql = []() -> QString {
        const QStringList bound = names() + QStringList{u"customer_key"_s, u"destination_key"_s};
        const QStringList all = bound + QStringList{u"waybill_key"_s, u"trip_key"_s};
        QStringList holes(bound.size(), u"?"_s), sets;
        holes << u"coalesce((SELECT w.number_key FROM waybill w WHERE w.id = ?), '')"_s
              << u"coalesce((SELECT t.number_key FROM trip t WHERE t.id = ?), '')"_s;
        for (const QString& name : all) {
            if (name != u"id")
                sets << name + u"=excluded."_s + name;
        }
        return u"INSERT INTO delivery ("_s + all.join(u", "_s) + u") VALUES ("_s + holes.join(u',') +
               u") ON CONFLICT(id) DO UPDATE SET "_s + sets.join(u',') + u" RETURNING rowid"_s;
    }();
    return sql;
}

} // namespace waydesk::store
