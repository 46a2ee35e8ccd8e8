// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/tripplanning.h"

#include "backend/depot/columns.h"
#include "backend/depot/custody.h"
#include "backend/depot/numbers.h"
#include "backend/depot/tripmembership.h"
#include "services/wire/fieldreader.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

Result<Nothing> giveDriver(Call& call, Trip& trip, const std::optional<DriverId>& id)
{
    trip.driver = id ? findDriver(call, *id) : std::nullopt;
    if (id && !trip.driver)
        return call.db.failed() ? storageFailed() : wire::badRequest(u"driver_id"_s, u"Driver not found"_s);
    return Nothing{};
}

Result<Nothing> giveVehicle(Call& call, Trip& trip, const std::optional<VehicleId>& id)
{
    trip.vehicle.reset();
    if (!id)
        return Nothing{};
    const auto rows =
        call.db.run("SELECT id, name, code, capacity, image_url FROM vehicle WHERE id = ? AND tenant_id = ?",
                    {bound(*id), bound(call.caller.tenant)});
    if (!rows->next())
        return call.db.failed() ? storageFailed() : wire::badRequest(u"vehicle_id"_s, u"Vehicle not found"_s);
    ColumnReader in(*rows);
    trip.vehicle = VehicleRef{{in.text()}, in.text(), in.text(), in.maybeQuantity(), in.text()};
    return Nothing{};
}

std::optional<Known<TripType>> known(const std::optional<TripType>& type)
{
    return type ? std::optional<Known<TripType>>(*type) : std::nullopt;
}

} // namespace

Result<Trip> createTrip(Call& call, const CreateTrip& command)
{
    Trip trip;
    if (const auto done = giveDriver(call, trip, command.driver); !done)
        return done.error();
    if (const auto done = giveVehicle(call, trip, command.vehicle); !done)
        return done.error();
    const auto number = freeNumber(call, {"trip", "next_trip", u"TRIP-"_s});
    if (!number)
        return call.db.failed() ? storageFailed()
                                : refusedWith(409, u"trip_number_conflict"_s,
                                              u"Unable to allocate a unique Trip number. Please try again."_s);
    trip.id.value = call.ids.newId();
    trip.number = *number;
    trip.type = known(command.type);
    trip.notes = command.notes;
    trip.createdAt = trip.updatedAt = call.clock.now();
    insertTrip(call, trip);
    if (const auto placed = placeMembers(call, trip, command.deliveries); !placed)
        return placed.error();
    return trip;
}

Result<Trip> updateTrip(Call& call, const UpdateTrip& command)
{
    auto trip = findTrip(call, command.trip);
    if (!trip)
        return trip.error();
    if (const TripRefusal refusal = canEditTrip(*trip); refusal != TripRefusal::None)
        return refused(refusal);
    if (command.driver) {
        if (const auto done = giveDriver(call, *trip, *command.driver); !done)
            return done.error();
    }
    if (command.vehicle) {
        if (const auto done = giveVehicle(call, *trip, *command.vehicle); !done)
            return done.error();
    }
    if (command.type)
        trip->type = known(*command.type);
    if (command.notes)
        trip->notes = *command.notes;
    saveTrip(call, *trip);
    return trip;
}

Result<Trip> cancelTrip(Call& call, const TripId& id)
{
    auto trip = findTrip(call, id);
    if (!trip)
        return trip.error();
    if (const TripRefusal refusal = canCancelTrip(*trip); refusal != TripRefusal::None)
        return refused(refusal);
    trip->state = TripStatus::Cancelled;
    saveTrip(call, *trip);
    return trip;
}

} // namespace waydesk::backend
