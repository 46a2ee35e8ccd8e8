// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/triprows.h"

#include "services/domain/fold.h"
#include "services/store/valuejson.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

QString searchText(const Trip& trip)
{
    QString text = trip.number + u' ' + foldNumber(trip.number) + u' ' + trip.notes;
    if (trip.driver)
        text += u' ' + trip.driver->user.fullName + u' ' + trip.driver->user.phone;
    if (trip.vehicle)
        text += u' ' + trip.vehicle->name + u' ' + trip.vehicle->code;
    return fold(text);
}

} // namespace

const QString& upsertTripSql()
{
    static const QString sql = [] {
        const QStringList columns{
            u"id"_s,         u"number"_s,       u"status"_s,      u"type"_s,       u"notes"_s,      u"driver_id"_s,
            u"driver"_s,     u"vehicle_id"_s,   u"vehicle"_s,     u"item_count"_s, u"created_at"_s, u"updated_at"_s,
            u"started_at"_s, u"completed_at"_s, u"search_text"_s, u"raw"_s,        u"fetched_at"_s, u"number_key"_s};
        QStringList marks, sets;
        for (const QString& column : columns) {
            marks << u"?"_s;
            if (column != u"id")
                sets << column + u" = excluded."_s + column;
        }
        return QString(u"INSERT INTO trip ("_s + columns.join(u',') + u") VALUES ("_s + marks.join(u',') +
                       u") ON CONFLICT(id) DO UPDATE SET "_s + sets.join(u", "));
    }();
    return sql;
}

QVariantList bindTrip(const Trip& trip, const QString& raw, Instant fetchedAt)
{
    return {bind(trip.id.value),
            bind(trip.number),
            bind(trip.state.text),
            trip.type ? bind(trip.type->text) : QVariant(),
            bind(trip.notes),
            trip.driver ? bind(trip.driver->id.value) : QVariant(),
            trip.driver ? QVariant(compact(driverJson(*trip.driver))) : QVariant(),
            trip.vehicle ? bind(trip.vehicle->id.value) : QVariant(),
            trip.vehicle ? QVariant(compact(vehicleJson(*trip.vehicle))) : QVariant(),
            trip.itemCount ? QVariant(*trip.itemCount) : QVariant(),
            bind(trip.createdAt),
            bind(trip.updatedAt),
            bind(trip.startedAt),
            bind(trip.completedAt),
            bind(searchText(trip)),
            bind(raw),
            bind(fetchedAt),
            bind(foldNumber(trip.number))};
}

const QString& selectTrip()
{
    static const QString sql = u"SELECT t.id, t.number, t.status, t.type, t.notes, t.driver, t.vehicle, t.item_count, "
                               "t.created_at, t.updated_at, t.started_at, t.completed_at, t.fetched_at FROM trip t "_s;
    return sql;
}

StoredTrip readTrip(const Rows& rows)
{
    StoredTrip stored;
    Trip& trip = stored.trip;
    trip.id = {rows.text(0)};
    trip.number = rows.text(1);
    trip.state = TripState::fromWord(rows.text(2));
    if (const auto type = rows.maybeText(3))
        trip.type = Known<TripType>::fromWord(*type);
    trip.notes = rows.text(4);
    if (const auto driver = rows.maybeText(5))
        trip.driver = driverFrom(objectFrom(*driver));
    if (const auto vehicle = rows.maybeText(6))
        trip.vehicle = vehicleFrom(objectFrom(*vehicle));
    if (const auto count = rows.maybeInteger(7))
        trip.itemCount = static_cast<int>(*count);
    trip.createdAt = rows.instant(8);
    trip.updatedAt = rows.instant(9);
    trip.startedAt = rows.maybeInstant(10);
    trip.completedAt = rows.maybeInstant(11);
    stored.fetchedAt = rows.instant(12);
    return stored;
}

QString stopsText(const QList<PlanStop>& stops)
{
    QJsonArray all;
    for (const PlanStop& stop : stops) {
        QJsonArray deliveries;
        for (const DeliveryId& id : stop.deliveries)
            deliveries << id.value;
        QJsonObject object{
            {u"kind"_s, stop.kind.text}, {u"deliveries"_s, deliveries}, {u"complete"_s, stop.isComplete}};
        if (stop.position.isValid()) {
            object.insert(u"latitude"_s, stop.position.latitude());
            object.insert(u"longitude"_s, stop.position.longitude());
        }
        all << object;
    }
    return compact(all);
}

QList<PlanStop> stopsFrom(const QString& text)
{
    QList<PlanStop> stops;
    const QJsonArray all = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue& item : all) {
        const QJsonObject object = item.toObject();
        PlanStop stop;
        stop.kind = Known<StopKind>::fromWord(object.value(u"kind"_s).toString());
        if (object.contains(u"latitude"_s))
            stop.position =
                QGeoCoordinate(object.value(u"latitude"_s).toDouble(), object.value(u"longitude"_s).toDouble());
        stop.isComplete = object.value(u"complete"_s).toBool();
        const QJsonArray deliveries = object.value(u"deliveries"_s).toArray();
        for (const QJsonValue& id : deliveries)
            stop.deliveries.append({id.toString()});
        stops.append(std::move(stop));
    }
    return stops;
}

} // namespace waydesk::store
