// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/waybillcolumns.h"

#include "services/domain/fold.h"
#include "services/store/valuejson.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

const QStringList& names()
{
    static const QStringList list{
        u"id"_s,
        u"tenant_id"_s,
        u"number"_s,
        u"number_key"_s,
        u"status"_s,
        u"status_rank"_s,
        u"carrier"_s,
        u"origin_type"_s,
        u"origin_warehouse_id"_s,
        u"destination_type"_s,
        u"destination_warehouse_id"_s,
        u"route_key"_s,
        u"driver_id"_s,
        u"driver_key"_s,
        u"vehicle_id"_s,
        u"item_count"_s,
        u"unit_size"_s,
        u"cod_minor"_s,
        u"currency"_s,
        u"external_ref"_s,
        u"notes"_s,
        u"assigned_by"_s,
        u"received_by"_s,
        u"created_by"_s,
        u"assignment_time"_s,
        u"sealed_at"_s,
        u"dispatched_at"_s,
        u"received_at"_s,
        u"closed_at"_s,
        u"cancelled_at"_s,
        u"created_at"_s,
        u"updated_at"_s,
        u"search_text"_s,
        u"fetched_at"_s,
    };
    return list;
}

template<class IdType>
std::optional<IdType> maybeId(const Rows& rows, int column)
{
    return rows.isNull(column) ? std::nullopt : std::optional(IdType{rows.text(column)});
}

} // namespace

int statusRank(const WaybillState& state)
{
    return state.known ? static_cast<int>(*state.known) : kUnknownStatusRank;
}

int statusRank(std::string_view came)
{
    static const auto words = [] {
        std::array<std::string, kWaybillStatuses.size()> out;
        for (const WaybillStatus status : kWaybillStatuses)
            out[static_cast<size_t>(status)] = word(status).toStdString();
        return out;
    }();
    const auto found = std::find(words.begin(), words.end(), came);
    return static_cast<int>(found - words.begin()); // the end is the rank of the unknown
}

const QString& waybillColumns()
{
    static const QString columns = names().join(u", "_s);
    return columns;
}

QString endName(const Endpoint& endpoint)
{
    if (endpoint.warehouse && !endpoint.warehouse->name.isEmpty())
        return endpoint.warehouse->name;
    if (endpoint.zone && !endpoint.zone->name.isEmpty())
        return endpoint.zone->name;
    return endpoint.location ? endpoint.location->fullAddress : QString();
}

QString routeKey(const QString& originName, const QString& destinationName)
{
    return fold(originName) + u'\t' + fold(destinationName);
}

QString waybillSearchText(const QString& number, const QString& originName, const QString& destinationName,
                          const QString& notes, const QString& externalRef)
{
    return fold(QStringList{number, foldNumber(number), originName, destinationName, notes, externalRef}.join(u' '));
}

QVariantList bindWaybill(const Waybill& w, Instant fetchedAt)
{
    const QString origin = endName(w.origin), destination = endName(w.destination);
    return {bind(w.id.value),
            bind(w.tenantId.value),
            bind(w.number),
            bind(foldNumber(w.number)),
            bind(w.state.text),
            statusRank(w.state),
            bind(w.carrier.text),
            bind(w.origin.type.text),
            bind(w.origin.warehouseId),
            bind(w.destination.type.text),
            bind(w.destination.warehouseId),
            bind(routeKey(origin, destination)),
            bind(w.driverId),
            bind(w.driver ? fold(w.driver->user.fullName) : QString()),
            bind(w.vehicleId),
            w.itemCount.value_or(-1),
            w.totalUnitSize ? QVariant(w.totalUnitSize->thousandths) : QVariant(),
            w.totalCod ? w.totalCod->minor : qint64{-1},
            bind(w.totalCod.value_or(Money{}).currency),
            bind(w.externalCarrierRef),
            bind(w.notes),
            bind(w.assignedBy),
            bind(w.receivedBy),
            bind(w.createdBy),
            bind(w.assignmentTime),
            bind(w.sealedAt),
            bind(w.dispatchedAt),
            bind(w.receivedAt),
            bind(w.closedAt),
            bind(w.cancelledAt),
            bind(w.createdAt),
            bind(w.updatedAt),
            bind(waybillSearchText(w.number, origin, destination, w.notes, w.externalCarrierRef.value_or(QString()))),
            bind(fetchedAt)};
}

StoredWaybill readWaybill(const Rows& rows)
{
    StoredWaybill stored;
    stored.rowid = rows.integer(0);
    Waybill& w = stored.waybill;
    const int raw = static_cast<int>(names().size()) + 1;
    readNested(objectFrom(rows.text(rows.isNull(raw + 1) ? raw : raw + 1)), w);
    w.id.value = rows.text(1);
    w.tenantId.value = rows.text(2);
    w.number = rows.text(3);
    w.state = WaybillState::fromWord(rows.text(5));
    w.carrier = Carrier::fromWord(rows.text(7));
    w.origin.type = Known<EndpointType>::fromWord(rows.text(8));
    w.origin.warehouseId = maybeId<WarehouseId>(rows, 9);
    w.destination.type = Known<EndpointType>::fromWord(rows.text(10));
    w.destination.warehouseId = maybeId<WarehouseId>(rows, 11);
    w.driverId = maybeId<DriverId>(rows, 13);
    w.vehicleId = maybeId<VehicleId>(rows, 15);
    if (const qint64 items = rows.integer(16); items >= 0)
        w.itemCount = static_cast<int>(items);
    if (const auto units = rows.maybeInteger(17))
        w.totalUnitSize = Quantity{*units};
    if (const qint64 cod = rows.integer(18); cod >= 0)
        w.totalCod = Money{cod, rows.text(19)};
    w.externalCarrierRef = rows.maybeText(20);
    w.notes = rows.text(21);
    w.assignedBy = maybeId<UserId>(rows, 22);
    w.receivedBy = maybeId<UserId>(rows, 23);
    w.createdBy = maybeId<UserId>(rows, 24);
    w.assignmentTime = rows.maybeInstant(25);
    w.sealedAt = rows.maybeInstant(26);
    w.dispatchedAt = rows.maybeInstant(27);
    w.receivedAt = rows.maybeInstant(28);
    w.closedAt = rows.maybeInstant(29);
    w.cancelledAt = rows.maybeInstant(30);
    w.createdAt = rows.instant(31);
    w.updatedAt = rows.instant(32);
    stored.fetchedAt = rows.instant(34);
    return stored;
}

const QString& selectWaybill()
{
    static const QString sql = u"SELECT w.rowid, w."_s + names().join(u", w."_s) +
                               u", r.raw, r.nested FROM waybill w JOIN waybill_raw r ON r.rowid = w.rowid "_s;
    return sql;
}

const QString& upsertWaybillSql()
{
    static const QString sql = []() -> QString {
        QStringList holes, sets;
        for (const QString& name : names()) {
            holes << u"?"_s;
            if (name != u"id")
                sets << name + u"=excluded."_s + name;
        }
        return u"INSERT INTO waybill ("_s + waybillColumns() + u") VALUES ("_s + holes.join(u',') +
               u") ON CONFLICT(id) DO UPDATE SET "_s + sets.join(u',') + u" RETURNING rowid"_s;
    }();
    return sql;
}

} // namespace waydesk::store
