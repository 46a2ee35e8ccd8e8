// SPDX-License-Identifier: GPL-3.0-or-later
// The documented calls by which a dispatcher plans trips.
#include "backend/depot/tripmembership.h"
#include "backend/depot/tripplanning.h"
#include "backend/ondi/envelope.h"
#include "backend/ondi/routes.h"
#include "services/wire/ondi/triprequests.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

using namespace wire::ondi;

TripId tripOf(const Call& call)
{
    return {call.request.capture(u"trip_id"_s)};
}

template<class Write>
Response tripAnswer(const Result<Trip>& trip, const QString& message, Write write)
{
    if (!trip)
        return refusalAnswer(trip.error());
    auto out = openAnswer(message, 256);
    write(out, *trip);
    return closeAnswer(out);
}

Response createRoute(Call& call)
{
    const auto command = decodeCreateTrip(call.request.body);
    if (!command)
        return refusalAnswer(command.error());
    const auto trip = createTrip(call, *command);
    if (!trip)
        return refusalAnswer(trip.error());
    const TripContent content = contentOf(call, trip->id);
    auto out = openAnswer(u"Trip created successfully"_s, 2048 + 600 * content.deliveries.size());
    writeCreatedTrip(out, *trip, content);
    return closeAnswer(out, 201);
}

Response updateRoute(Call& call)
{
    auto command = decodeUpdateTrip(call.request.body);
    if (!command)
        return refusalAnswer(command.error());
    command->trip = tripOf(call);
    return tripAnswer(updateTrip(call, *command), u"Trip updated successfully"_s, writeTripStatus);
}

Response syncRoute(Call& call)
{
    const auto members = decodeTripDeliveries(call.request.body);
    if (!members)
        return refusalAnswer(members.error());
    return tripAnswer(syncTripDeliveries(call, tripOf(call), *members), u"Trip deliveries synced successfully"_s,
                      writeTripTotal);
}

Response removeRoute(Call& call)
{
    const DeliveryId delivery{call.request.capture(u"delivery_id"_s)};
    return tripAnswer(removeTripDelivery(call, tripOf(call), delivery), u"Delivery removed from trip successfully"_s,
                      writeTripTotal);
}

Response reorderRoute(Call& call)
{
    const auto order = decodeTripOrder(call.request.body);
    if (!order)
        return refusalAnswer(order.error());
    return tripAnswer(reorderTrip(call, tripOf(call), *order), u"Trip stop order updated successfully"_s,
                      writeTripStatus);
}

Response cancelRoute(Call& call)
{
    return tripAnswer(cancelTrip(call, tripOf(call)), u"Trip cancelled successfully"_s, writeTripStatus);
}

} // namespace

std::vector<Route> tripWriteRoutes()
{
    const QString all = u"/delivery/trips"_s;
    const QString one = u"/delivery/trips/{trip_id}"_s;
    const auto write = [](Method method, const QString& pattern, Handler handler) {
        return Route{method, pattern, Access::Dispatch, true, std::move(handler)};
    };
    return {write(Method::Post, all, createRoute),
            write(Method::Patch, one, updateRoute),
            write(Method::Post, one + u"/deliveries"_s, syncRoute),
            write(Method::Delete, one + u"/deliveries/{delivery_id}"_s, removeRoute),
            write(Method::Patch, one + u"/reorder"_s, reorderRoute),
            write(Method::Post, one + u"/cancel"_s, cancelRoute)};
}

} // namespace waydesk::backend
