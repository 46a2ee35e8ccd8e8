// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/support/tripsituations.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::contract {

namespace {

using namespace backend;

Situation on(const QString& trip, const QString& email = kDispatcher)
{
    return {.email = email, .names = {{u"trip_id"_s, trip}}};
}

QJsonObject place(double latitude, double longitude)
{
    return {{u"full_address"_s, u"Customer address"_s}, {u"latitude"_s, latitude}, {u"longitude"_s, longitude}};
}

// The examples' places: one pickup for all of them, a dropoff for each.
QString parcel(TestDepot& depot, double dropLatitude = 33.5, const QString& method = u"cod"_s)
{
    return depot.delivery({{u"pickup_location"_s, place(33.3, 44.4)},
                           {u"delivery_location"_s, place(dropLatitude, 44.6)},
                           {u"payment_method"_s, method}});
}

QJsonArray listed(const QStringList& deliveries)
{
    QJsonArray members;
    for (const QString& delivery : deliveries)
        members.append(QJsonObject{{u"delivery_id"_s, delivery}, {u"sequence"_s, members.size() + 1}});
    return members;
}

QString started(TestDepot& depot, const QStringList& parcels, const QJsonObject& more = {})
{
    const QString id = depot.trip(parcels, kDriver, more);
    if (const Reply reply = depot.act(parcels[0], u"picked_up"_s); reply.status != 200)
        qFatal("not picked up: %s", reply.body.constData());
    return id;
}

QHash<QString, SituationMaker> readSituations()
{
    return {
        {u"List Trips / Success"_s, [](TestDepot& d) { return on(d.trip({parcel(d)})); }},
        {u"Get Trip Detail / Success"_s,
         [](TestDepot& d) {
             return on(started(d, {parcel(d, 33.5), parcel(d, 33.6, u"prepaid"_s)}, {{u"trip_type"_s, u"mixed"_s}}));
         }},
        {u"Get Trip Detail / Not Found"_s, [](TestDepot&) { return on(u"nowhere"_s); }},
        {u"List Eligible Deliveries for Trip / Success"_s,
         [](TestDepot& d) {
             d.delivery({{u"delivery_location"_s, place(33.5, 44.4)}});
             return on({});
         }},
        {u"Driver: List My Trips / Success"_s,
         [](TestDepot& d) {
             return on(started(d, {parcel(d), parcel(d)}), kDriverMail);
         }},
        {u"Driver: Trip Status Summary / Success"_s, [](TestDepot& d) { return on(d.trip({parcel(d)}), kDriverMail); }},
        {u"Get Trip Partial Returns / Success — with returns"_s,
         [](TestDepot& d) {
             const QStringList parcels{parcel(d), parcel(d), parcel(d)};
             const QString id = started(d, parcels);
             d.act(parcels[1], u"picked_up"_s);
             const QString asked = d.askReturn(parcels[0], u"Customer refused delivery"_s);
             d.ask("PATCH", u"/delivery/returns/"_s + asked, {{u"action"_s, u"approve"_s}});
             d.askReturn(parcels[1]);
             return on(id);
         }},
        {u"Get Trip Partial Returns / Success — no returns yet"_s,
         [](TestDepot& d) { return on(d.trip({parcel(d)})); }},
        {u"Get Trip Partial Returns / Trip not found"_s, [](TestDepot&) { return on(u"nowhere"_s); }},
    };
}

Situation creating(const QStringList& parcels)
{
    Situation s = on({});
    s.body = QJsonObject{{u"driver_id"_s, kDriver},
                         {u"vehicle_id"_s, u"vehicle-1"_s},
                         {u"trip_type"_s, u"multi_pickup"_s},
                         {u"notes"_s, u"Morning delivery run"_s},
                         {u"deliveries"_s, listed(parcels)}};
    return s;
}

Situation syncing(const QString& trip, const QStringList& parcels)
{
    Situation s = on(trip);
    s.body = QJsonObject{{u"deliveries"_s, listed(parcels)}};
    return s;
}

Situation reordering(const QString& trip, const QStringList& parcels)
{
    Situation s = on(trip);
    s.body = QJsonObject{{u"delivery_ids"_s, QJsonArray::fromStringList(parcels)}};
    return s;
}

Situation changing(const QString& trip)
{
    Situation s = on(trip);
    s.body = QJsonObject{{u"driver_id"_s, kOtherDriver},
                         {u"vehicle_id"_s, u"vehicle-2"_s},
                         {u"trip_type"_s, u"multi_dropoff"_s},
                         {u"notes"_s, u"Updated notes"_s}};
    return s;
}

QHash<QString, SituationMaker> writeSituations()
{
    return {
        {u"Create Trip / Success"_s,
         [](TestDepot& d) {
             return creating({parcel(d), parcel(d)});
         }},
        {u"Create Trip / Delivery not eligible"_s,
         [](TestDepot& d) {
             const QString gone = parcel(d);
             d.sql("UPDATE delivery SET status = 'delivered' WHERE tenant_id = 'tenant-north'");
             return creating({parcel(d), gone});
         }},
        {u"Update Trip / Success"_s, [](TestDepot& d) { return changing(d.trip({parcel(d)})); }},
        {u"Update Trip / Not in planned status"_s, [](TestDepot& d) { return changing(started(d, {parcel(d)})); }},
        {u"Sync Trip Deliveries / Success"_s,
         [](TestDepot& d) {
             const QString stays = parcel(d);
             return syncing(d.trip({stays, parcel(d)}), {stays, parcel(d), parcel(d)});
         }},
        {u"Sync Trip Deliveries / Delivery already in another trip"_s,
         [](TestDepot& d) {
             const QString taken = parcel(d);
             d.trip({taken});
             return syncing(d.trip({}), {taken});
         }},
        {u"Remove Delivery from Trip / Success"_s,
         [](TestDepot& d) {
             const QString goes = parcel(d);
             Situation s = on(d.trip({goes, parcel(d)}));
             s.names.insert(u"delivery_id"_s, goes);
             return s;
         }},
        {u"Reorder Trip Deliveries / Success"_s,
         [](TestDepot& d) {
             const QString one = parcel(d), two = parcel(d);
             return reordering(d.trip({one, two}), {two, one});
         }},
        {u"Reorder Trip Deliveries / Membership mismatch"_s,
         [](TestDepot& d) {
             const QString one = parcel(d);
             return reordering(d.trip({one, parcel(d)}), {one});
         }},
        {u"Cancel Trip / Success"_s, [](TestDepot& d) { return on(d.trip({parcel(d)})); }},
        {u"Cancel Trip / Not cancellable"_s, [](TestDepot& d) { return on(started(d, {parcel(d)})); }},
    };
}

} // namespace

QHash<QString, SituationMaker> tripSituations()
{
    QHash<QString, SituationMaker> all = readSituations();
    all.insert(writeSituations());
    return all;
}

} // namespace waydesk::contract
