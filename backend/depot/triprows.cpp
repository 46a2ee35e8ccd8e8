// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/triprows.h"

#include "backend/depot/columns.h"
#include "backend/depot/deliveryrows.h"
#include "backend/depot/numbers.h"
#include "backend/depot/returnrequests.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

Value typeOf(const Trip& trip)
{
    return trip.type ? bound(trip.type->text) : Value();
}

template<class Ref>
Value idOf(const std::optional<Ref>& ref)
{
    return ref ? bound(ref->id) : Value();
}

} // namespace

const std::string& tripSelect()
{
    static const std::string sql =
        "SELECT t.id, t.trip_number, t.status, t.trip_type, t.notes, dr.id, dr.status,"
        " du.id, du.full_name, du.email, du.phone, du.avatar_url, v.id, v.name, v.code, v.capacity, v.image_url,"
        " t.started_at, t.completed_at, t.created_at, t.updated_at, t.item_count FROM trip t"
        " LEFT JOIN driver dr ON dr.id = t.driver_id LEFT JOIN app_user du ON du.id = dr.user_id"
        " LEFT JOIN vehicle v ON v.id = t.vehicle_id";
    return sql;
}

Trip readTrip(Rows& rows)
{
    ColumnReader in(rows);
    Trip trip;
    trip.id.value = in.text();
    trip.number = in.text();
    trip.state = TripState::fromWord(in.text());
    if (const auto type = in.maybeText())
        trip.type = Known<TripType>::fromWord(*type);
    trip.notes = in.text();
    const auto driver = in.maybeId<DriverId>();
    DriverRef driverRef{driver.value_or(DriverId{}), in.text(), in.user().value_or(UserRef{}), std::nullopt};
    if (driver)
        trip.driver = std::move(driverRef);
    const auto vehicle = in.maybeId<VehicleId>();
    VehicleRef vehicleRef{vehicle.value_or(VehicleId{}), in.text(), in.text(), in.maybeQuantity(), in.text()};
    if (vehicle)
        trip.vehicle = std::move(vehicleRef);
    trip.startedAt = in.maybeInstant();
    trip.completedAt = in.maybeInstant();
    trip.createdAt = in.instant();
    trip.updatedAt = in.instant();
    trip.itemCount = static_cast<int>(in.integer());
    return trip;
}

Result<Trip> findTrip(Call& call, const TripId& id)
{
    static const std::string sql = tripSelect() + " WHERE t.id = ? AND t.tenant_id = ?";
    const auto rows = call.db.run(sql, {bound(id), bound(call.caller.tenant)});
    if (rows->next())
        return readTrip(*rows);
    return call.db.failed() ? storageFailed() : tripNotFound();
}

void insertTrip(Call& call, const Trip& trip)
{
    call.db.execute("INSERT INTO trip (id, tenant_id, trip_number, number_key, status, trip_type, notes, driver_id,"
                    " vehicle_id, created_by, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    {bound(trip.id), bound(call.caller.tenant), bound(trip.number), bound(numberKey(trip.number)),
                     bound(trip.state.text), typeOf(trip), bound(trip.notes), idOf(trip.driver), idOf(trip.vehicle),
                     bound(call.caller.user), bound(trip.createdAt), bound(trip.updatedAt)});
    recordChange(call, u"trip"_s, trip.id.value);
}

void saveTrip(Call& call, Trip& trip)
{
    trip.updatedAt = std::max(call.clock.now(), trip.updatedAt + std::chrono::microseconds{1});
    call.db.execute("UPDATE trip SET status = ?, trip_type = ?, notes = ?, driver_id = ?, vehicle_id = ?,"
                    " started_at = ?, completed_at = ?, updated_at = ? WHERE id = ? AND tenant_id = ?",
                    {bound(trip.state.text), typeOf(trip), bound(trip.notes), idOf(trip.driver), idOf(trip.vehicle),
                     bound(trip.startedAt), bound(trip.completedAt), bound(trip.updatedAt), bound(trip.id),
                     bound(call.caller.tenant)});
    recordChange(call, u"trip"_s, trip.id.value);
}

void recountTrip(Call& call, Trip& trip)
{
    const auto rows = call.db.run("UPDATE trip SET item_count = (SELECT COUNT(*) FROM delivery d"
                                  " WHERE d.trip_id = trip.id) WHERE id = ? AND tenant_id = ? RETURNING item_count",
                                  {bound(trip.id), bound(call.caller.tenant)});
    trip.itemCount = rows->next() ? static_cast<int>(rows->integer(0)) : 0;
}

QList<DeliveryId> membersOf(Call& call, const TripId& trip)
{
    QList<DeliveryId> members;
    const auto rows = call.db.run("SELECT id FROM delivery WHERE trip_id = ? AND tenant_id = ?"
                                  " ORDER BY trip_sequence, id",
                                  {bound(trip), bound(call.caller.tenant)});
    while (rows->next())
        members.append({rows->text(0)});
    return members;
}

wire::ondi::TripContent contentOf(Call& call, const TripId& trip)
{
    static const std::string sql =
        deliverySelect() + " WHERE d.trip_id = ? AND d.tenant_id = ? ORDER BY d.trip_sequence, d.id";
    wire::ondi::TripContent content;
    {
        const auto rows = call.db.run(sql, {bound(trip), bound(call.caller.tenant)});
        while (rows->next())
            content.deliveries.append(readDelivery(*rows));
    }
    for (ReturnRequest& request : returnRequestsOf(call, trip)) {
        const DeliveryId delivery = request.delivery;
        content.returns[delivery].append(std::move(request));
    }
    return content;
}

} // namespace waydesk::backend
