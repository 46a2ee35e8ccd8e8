// SPDX-License-Identifier: GPL-3.0-or-later
// The documented trip calls that read: list, detail, what may join, returns, and the driver's own two.
#include "backend/depot/triplist.h"
#include "backend/depot/tripmembership.h"
#include "backend/http/answers.h"
#include "backend/ondi/envelope.h"
#include "backend/ondi/queryreader.h"
#include "backend/ondi/routes.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

using namespace wire::ondi;

TripId tripOf(const Call& call)
{
    return {call.request.capture(u"trip_id"_s)};
}

Result<TripFilter> readFilter(Call& call, QueryReader& query)
{
    TripFilter filter;
    filter.status = query.word<TripStatus>(u"status"_s);
    if (const QString id = query.text(u"driver_id"_s); !id.isEmpty())
        filter.driver = DriverId{id};
    filter.type = query.word<TripType>(u"trip_type"_s);
    filter.number = query.text(u"trip_number"_s);
    filter.from = query.date(u"from_date"_s);
    filter.to = query.date(u"to_date"_s);
    constexpr std::array kSorts{TripSort::Number,    TripSort::Status,    TripSort::Type,      TripSort::Notes,
                                TripSort::CreatedAt, TripSort::UpdatedAt, TripSort::StartedAt, TripSort::CompletedAt};
    filter.sort =
        kSorts[static_cast<size_t>(query.oneOf(u"sort_by"_s,
                                               {u"trip_number"_s, u"status"_s, u"trip_type"_s, u"notes"_s,
                                                u"created_at"_s, u"updated_at"_s, u"started_at"_s, u"completed_at"_s},
                                               4))];
    filter.order =
        query.oneOf(u"sort_order"_s, {u"asc"_s, u"desc"_s}, 1) == 0 ? TripOrder::Ascending : TripOrder::Descending;
    auto columns = tripColumnFilters(call, query.text(u"column_filters"_s, 8192));
    if (!columns) {
        for (const FieldError& fault : columns.error().fields)
            query.refuse(fault.field, fault.message);
    }
    if (!query.ok())
        return query.error();
    filter.columns = *std::move(columns);
    return filter;
}

// Unlike the waybills' list, these two carry their paging inside "data".
template<class Write>
Response tripPage(const Page<Trip>& page, const Paging& paging, std::string_view limitName, Write write)
{
    auto out = openAnswer(u"Trips retrieved successfully"_s, 512 + 600 * page.rows.size());
    out.beginObject().key("trips").beginArray();
    for (const Trip& trip : page.rows)
        write(out, trip);
    out.endArray();
    out.field("total", page.total).field("page", paging.page).field(limitName, paging.limit).endObject();
    return closeAnswer(out);
}

Response listRoute(Call& call)
{
    QueryReader query(call.request);
    const Paging paging = query.paging(20);
    const auto filter = readFilter(call, query);
    if (!filter)
        return refusalAnswer(filter.error());
    return tripPage(listTrips(call, *filter, paging), paging, "limit", writeTripListRow);
}

// Dispatchers see every trip of the tenant; a driver, who has no view of the desk, their own alone.
Result<Trip> seenTrip(Call& call)
{
    auto trip = findTrip(call, tripOf(call));
    if (!trip || mayView(call.caller))
        return trip;
    return trip->driver && call.caller.driver == trip->driver->id ? trip : tripNotFound();
}

Response detailRoute(Call& call)
{
    if (!mayView(call.caller) && call.caller.role != UserRole::Driver)
        return insufficientPermissions();
    const auto trip = seenTrip(call);
    if (!trip)
        return refusalAnswer(trip.error());
    const TripContent content = contentOf(call, trip->id);
    auto out = openAnswer(u"Trip retrieved successfully"_s, 2048 + 900 * content.deliveries.size());
    writeTripDetail(out, *trip, content);
    return closeAnswer(out);
}

Response eligibleRoute(Call& call)
{
    QueryReader query(call.request);
    const Paging paging = query.paging(20);
    const QString search = query.text(u"search"_s);
    if (!query.ok())
        return refusalAnswer(query.error());
    const Page<Delivery> page = eligibleForTrip(call, search, paging);
    auto out = openAnswer(u"Eligible deliveries retrieved successfully"_s, 512 + 900 * page.rows.size());
    out.beginArray();
    for (const Delivery& delivery : page.rows)
        writeTripEligible(out, delivery);
    out.endArray();
    pagingFields(out, page.total, paging);
    return closeAnswer(out);
}

Response returnsRoute(Call& call)
{
    const auto trip = findTrip(call, tripOf(call));
    if (!trip)
        return refusalAnswer(trip.error());
    auto out = openAnswer(u"Trip returns retrieved successfully"_s);
    writeTripReturns(out, contentOf(call, trip->id));
    return closeAnswer(out);
}

Response noDriver()
{
    return refusalAnswer(refusedWith(404, {}, u"Driver not found"_s));
}

Response driverListRoute(Call& call)
{
    if (!call.caller.driver)
        return noDriver();
    QueryReader query(call.request);
    const Paging paging = query.paging(20, u"per_page"_s);
    TripFilter filter;
    filter.driver = call.caller.driver;
    filter.status = query.word<TripStatus>(u"status"_s);
    if (!query.ok())
        return refusalAnswer(query.error());
    return tripPage(listTrips(call, filter, paging), paging, "per_page", writeDriverTripRow);
}

Response driverSummaryRoute(Call& call)
{
    if (!call.caller.driver)
        return noDriver();
    const TripCounts counts = countTripsOf(call, *call.caller.driver);
    auto out = openAnswer(u"Trip status summary retrieved successfully"_s, 256);
    out.beginObject();
    for (size_t i = 0; i < counts.size(); ++i)
        out.field(word(kTripStatuses[i]).toStdString(), counts[i]); // our own words: plain ASCII
    out.endObject();
    return closeAnswer(out);
}

} // namespace

std::vector<Route> tripReadRoutes()
{
    const QString one = u"/delivery/trips/{trip_id}"_s;
    return {{Method::Get, u"/delivery/trips"_s, Access::View, false, listRoute},
            {Method::Get, u"/delivery/trips/eligible-deliveries"_s, Access::View, false, eligibleRoute},
            {Method::Get, one, Access::SignedIn, false, detailRoute},
            {Method::Get, one + u"/returns"_s, Access::View, false, returnsRoute},
            {Method::Get, u"/delivery/driver-trips"_s, Access::DriverOnly, false, driverListRoute},
            {Method::Get, u"/delivery/driver-trips/status-summary"_s, Access::DriverOnly, false, driverSummaryRoute}};
}

} // namespace waydesk::backend
