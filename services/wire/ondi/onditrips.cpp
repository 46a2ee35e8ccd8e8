// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/onditrips.h"

#include "services/wire/ondi/ondienvelope.h"
#include "services/wire/ondi/ondifields.h"
#include "services/wire/ondi/ondiqueues.h"
#include "services/wire/ondi/ondivalues.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondidesk {

namespace {

// Trips name their driver flat; waybills nest the person as `user`.
DriverRef tripDriverFrom(const QJsonObject& object, Drift& drift)
{
    DriverRef driver = driverFrom(object, drift);
    if (!object.contains(u"user"_s)) {
        const Fields fields(object, drift);
        driver.user.fullName = fields.textOr(u"full_name"_s);
        driver.user.phone = fields.textOr(u"phone"_s);
        driver.user.avatarUrl = fields.textOr(u"avatar_url"_s);
    }
    return driver;
}

SeenTrip seenTrip(QJsonObject object, Drift& drift)
{
    SeenTrip seen;
    for (const QString& key : {u"deliveries"_s, u"summary"_s, u"driver_execution"_s})
        object.remove(key);
    seen.value = tripFrom(object, drift);
    seen.raw = std::move(object);
    return seen;
}

// A parcel as other calls tell it: its way's end is called `dropoff_location` in a trip only.
SeenDelivery seenMember(QJsonObject object, Drift& drift)
{
    if (object.contains(u"dropoff_location"_s))
        object.insert(u"delivery_location"_s, object.take(u"dropoff_location"_s));
    SeenDelivery seen;
    seen.value = deliveryFrom(object, drift);
    object.remove(u"trip_sequence"_s); // the trip's, not the parcel's own
    object.remove(u"return_requests"_s);
    seen.raw = std::move(object);
    return seen;
}

std::optional<PendingReturn> pendingAmong(const QJsonArray& requests, Drift& drift)
{
    for (const QJsonValue& item : requests) {
        const QJsonObject object = item.toObject();
        const Fields fields(object, drift);
        const auto status = fields.known<ReturnRequestStatus>(u"status"_s);
        const auto id = fields.id<ReturnRequestId>(u"id"_s);
        const auto at = fields.instant(u"requested_at"_s);
        if (status && status->is(ReturnRequestStatus::Pending) && id && at)
            return PendingReturn{*id, *at};
    }
    return std::nullopt;
}

std::optional<PlanStop> stopFrom(const QJsonValue& value, Drift& drift)
{
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    const Fields fields(object, drift);
    PlanStop stop;
    stop.kind = fields.known<StopKind>(u"stop_type"_s).value_or(Known<StopKind>{});
    if (const auto location = fields.child(u"location"_s))
        stop.position = placeFrom(*location, drift).position;
    stop.isComplete = fields.boolean(u"is_complete"_s).value_or(false);
    const QJsonArray deliveries = fields.list(u"deliveries"_s).value_or(QJsonArray{});
    for (const QJsonValue& item : deliveries) {
        const QJsonObject row = item.toObject();
        const DeliveryId id{Fields(row, drift).textOr(u"delivery_id"_s)};
        if (id.isEmpty())
            drift.note(u"a stop's parcel without an id"_s);
        else
            stop.deliveries.append(id);
    }
    return stop;
}

// The document repeats the current and the next stop without their parcels: they are found again by kind, place and
// order.
std::optional<int> placeOf(const std::optional<PlanStop>& stop, const QList<PlanStop>& stops, int from)
{
    for (int i = from; stop && i < stops.size(); ++i) {
        const bool samePlace = stop->position.isValid() ? stop->position == stops[i].position : true;
        const bool sameParcels = stop->deliveries.isEmpty() || stop->deliveries == stops[i].deliveries;
        if (stop->kind == stops[i].kind && samePlace && sameParcels && !stops[i].isComplete)
            return i;
    }
    return std::nullopt;
}

void readStops(const QJsonObject& execution, TripPlan& plan, Drift& drift)
{
    const Fields fields(execution, drift);
    const QJsonArray stops = fields.list(u"stop_list"_s).value_or(QJsonArray{});
    for (const QJsonValue& item : stops) {
        if (auto stop = stopFrom(item, drift))
            plan.stops.append(*std::move(stop));
    }
    plan.current = placeOf(stopFrom(execution.value(u"current_stop"_s), drift), plan.stops, 0);
    plan.next = placeOf(stopFrom(execution.value(u"next_stop"_s), drift), plan.stops, plan.current.value_or(-1) + 1);
}

TripSummary summaryFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    const auto count = [&](const QString& key) { return static_cast<int>(fields.integer(key).value_or(0)); };
    return {count(u"total"_s),    count(u"planned"_s),   count(u"in_progress"_s),        count(u"delivered"_s),
            count(u"returned"_s), count(u"cancelled"_s), count(u"with_return_request"_s)};
}

Paging tripPaging(const QJsonObject& data, Drift& drift)
{
    Paging paging = pagingFrom(data, drift);
    if (!data.contains(u"limit"_s))
        paging.limit = static_cast<int>(Fields(data, drift).integer(u"per_page"_s).value_or(0));
    return paging;
}

} // namespace

Trip tripFrom(const QJsonObject& object, Drift& drift)
{
    const Fields fields(object, drift);
    Trip trip;
    trip.id = {fields.textOr(u"id"_s)};
    trip.number = fields.textOr(u"trip_number"_s);
    trip.state = fields.known<TripStatus>(u"status"_s).value_or(TripState{});
    trip.type = fields.known<TripType>(u"trip_type"_s);
    trip.notes = fields.textOr(u"notes"_s);
    if (const auto nested = fields.child(u"driver"_s))
        trip.driver = tripDriverFrom(*nested, drift);
    if (const auto nested = fields.child(u"vehicle"_s))
        trip.vehicle = vehicleFrom(*nested, drift);
    if (const auto count = fields.integer(u"item_count"_s))
        trip.itemCount = static_cast<int>(*count);
    trip.createdAt = fields.instant(u"created_at"_s).value_or(Instant{});
    trip.updatedAt = fields.instant(u"updated_at"_s).value_or(trip.createdAt);
    trip.startedAt = fields.instant(u"started_at"_s);
    trip.completedAt = fields.instant(u"completed_at"_s);
    return trip;
}

Result<TripPage> decodeTripPage(QByteArrayView body)
{
    const Result<QJsonObject> data = dataObject(body);
    if (!data)
        return data.error();
    if (!data->value(u"trips"_s).isArray())
        return malformed(u"data.trips is not a list"_s);
    TripPage page;
    page.paging = tripPaging(*data, page.drift);
    const QJsonArray rows = data->value(u"trips"_s).toArray();
    for (const QJsonValue& item : rows) {
        SeenTrip row = seenTrip(item.toObject(), page.drift);
        if (row.value.id.isEmpty())
            page.drift.note(u"a trip without an id"_s);
        else
            page.rows.append(std::move(row));
    }
    return page;
}

Result<TripAnswer> decodeTrip(QByteArrayView body)
{
    const Result<QJsonObject> data = dataObject(body);
    if (!data)
        return data.error();
    TripAnswer answer;
    answer.trip = seenTrip(*data, answer.drift);
    if (answer.trip.value.id.isEmpty())
        return malformed(u"a trip without an id"_s);
    const Fields fields(*data, answer.drift);
    if (const auto summary = fields.child(u"summary"_s))
        answer.summary = summaryFrom(*summary, answer.drift);
    const auto rows = fields.list(u"deliveries"_s);
    if (!rows)
        return answer;
    TripPlan plan;
    QList<SeenDelivery> deliveries;
    for (const QJsonValue& item : *rows) {
        const QJsonObject object = item.toObject();
        const Fields member(object, answer.drift);
        SeenDelivery row = seenMember(object, answer.drift);
        if (row.value.id.isEmpty()) {
            answer.drift.note(u"a trip's parcel without an id"_s);
            continue;
        }
        const QJsonArray asked = member.list(u"return_requests"_s).value_or(QJsonArray{});
        plan.members.append({row.value.id, static_cast<int>(member.integer(u"trip_sequence"_s).value_or(0)),
                             static_cast<int>(asked.size()), pendingAmong(asked, answer.drift)});
        deliveries.append(std::move(row));
        QJsonObject parcel = object;
        parcel.insert(u"trip_id"_s, answer.trip.value.id.value);
        for (SeenReturn& request : returnsOf(parcel, answer.drift)) {
            request.value.tripNumber = answer.trip.value.number;
            request.raw.insert(u"trip_number"_s, answer.trip.value.number);
            answer.returns.append(std::move(request));
        }
    }
    answer.trip.raw.insert(u"item_count"_s, deliveries.size());
    answer.trip.value.itemCount = static_cast<int>(deliveries.size());
    answer.deliveries = std::move(deliveries);
    if (const auto execution = fields.child(u"driver_execution"_s)) {
        readStops(*execution, plan, answer.drift);
        answer.plan = std::move(plan);
    }
    return answer;
}

Result<TripReturns> decodeTripReturns(QByteArrayView body)
{
    const Result<ListBody> list = dataList(body);
    if (!list)
        return list.error();
    TripReturns returns;
    for (const QJsonValue& item : list->rows) {
        const QJsonObject object = item.toObject();
        const Fields fields(object, returns.drift);
        TripReturn row;
        row.delivery = {fields.textOr(u"delivery_id"_s)};
        row.code = fields.textOr(u"delivery_code"_s);
        row.barcode = fields.textOr(u"barcode"_s);
        row.state = fields.known<DeliveryStatus>(u"delivery_status"_s).value_or(DeliveryState{});
        row.returnStatus = fields.textOr(u"return_status"_s);
        row.sequence = static_cast<int>(fields.integer(u"trip_sequence"_s).value_or(0));
        const QJsonArray requests = fields.list(u"return_requests"_s).value_or(QJsonArray{});
        for (const QJsonValue& asked : requests) {
            const QJsonObject request = asked.toObject();
            const Fields of(request, returns.drift);
            row.requests.append({of.textOr(u"id"_s), of.textOr(u"status"_s), of.textOr(u"return_reason"_s),
                                 of.textOr(u"notes"_s), of.id<DeliveryId>(u"return_delivery_id"_s),
                                 of.instant(u"requested_at"_s)});
        }
        if (row.delivery.isEmpty())
            returns.drift.note(u"a trip's return without an id"_s);
        else
            returns.rows.append(std::move(row));
    }
    return returns;
}

Result<TripCounts> decodeTripCounts(QByteArrayView body)
{
    const Result<QJsonObject> data = dataObject(body);
    if (!data)
        return data.error();
    TripCounts counts;
    const Fields fields(*data, counts.drift);
    for (auto it = data->begin(); it != data->end(); ++it) {
        const TripState state = TripState::fromWord(it.key());
        if (!state.known)
            counts.drift.note(u"an unknown trip status"_s);
        counts.counts.append({state, fields.integer(it.key()).value_or(0)});
    }
    return counts;
}

} // namespace waydesk::wire::ondidesk
