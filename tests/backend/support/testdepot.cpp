// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/support/testdepot.h"

#include "backend/ondi/routes.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

std::vector<Route> allRoutes()
{
    std::vector<Route> routes = ondiWaybillRoutes();
    for (auto* part : {&ondiTripRoutes, &ondiDeliveryRoutes, &ondiLookupRoutes, &ondiPositionRoutes, &ondiCashRoutes,
                       &ondiReturnRoutes, &ondiCaseRoutes, &ondiMediaRoutes}) {
        for (Route& route : part())
            routes.push_back(std::move(route));
    }
    return routes;
}

constexpr std::string_view kReferences[] = {
    "INSERT INTO zone VALUES"
    " ('zone-centre', 'tenant-north', 'Erbil Central', 'ERB-CENTRAL', 36.191, 44.01, 3000, 'erbil central' || char(10)"
    " || 'erb-central'),"
    " ('zone-east', 'tenant-north', 'Erbil East', 'ERB-EAST', 36.19, 44.06, 2500, 'erbil east' || char(10) ||"
    " 'erb-east'),"
    " ('zone-south', 'tenant-south', 'South', 'SOUTH', 30.5, 47.8, 9000, 'south')",
    "INSERT INTO warehouse (id, tenant_id, name, code, zone_id, place_id, place_address, place_latitude,"
    " place_longitude, place_city, place_country, place_country_code, search_text) VALUES"
    " ('warehouse-main', 'tenant-north', 'Main Warehouse', 'WH-MAIN', 'zone-centre', 'address-main',"
    " 'Main Warehouse, Erbil', 36.191, 44.01, 'Erbil', 'Iraq', 'IQ', 'main warehouse wh-main'),"
    " ('warehouse-hub', 'tenant-north', 'North Hub', 'WH-NORTH', NULL, 'address-hub', 'North Hub, Ankawa', 36.2342,"
    " 43.9991, 'Erbil', 'Iraq', 'IQ', 'north hub wh-north'),"
    " ('warehouse-south', 'tenant-south', 'South', 'WH-S', NULL, 'address-south', 'South', 30.5, 47.8, 'Basra', 'Iraq',"
    " 'IQ', 'south wh-s')",
    "INSERT INTO vehicle VALUES"
    " ('vehicle-1', 'tenant-north', 'Van 101', 'VAN-101', 50000, 'https://example.com/van-101.jpg', 'van 101'),"
    " ('vehicle-2', 'tenant-north', 'Van 202', 'VAN-202', 50000, 'https://example.com/van-202.jpg', 'van 202')",
    "INSERT INTO app_user SELECT 'user-driver-2', tenant_id, 'driver2@north.test', 'Backup Driver', '+9647500000001',"
    " '', 'driver', password_hash, 'driver-two', '', 1, created_at FROM app_user WHERE id = 'user-driver'",
    "INSERT INTO app_user SELECT 'user-driverless', tenant_id, 'driverless@north.test', 'No Driver', '', '', 'driver',"
    " password_hash, NULL, '', 1, created_at FROM app_user WHERE id = 'user-driver'",
    "INSERT INTO driver(id, tenant_id, user_id, status, used_capacity, vehicle_id, search_text) VALUES"
    " ('driver-north', 'tenant-north', 'user-driver', 'active', 0, 'vehicle-1', 'north driver'),"
    " ('driver-two', 'tenant-north', 'user-driver-2', 'active', 0, 'vehicle-2', 'backup driver')",
    "INSERT INTO customer VALUES ('customer-1', 'tenant-north', 'Ahmed Ali', '+9647501234567', '', 'ahmed ali' || "
    "char(10) || '+9647501234567'),"
    " ('customer-2', 'tenant-north', 'کاروان عەزیز', '+9647501234568', '', 'کاروان عەزیز' || char(10) || "
    "'+9647501234568')",
    "INSERT INTO delivery (id, tenant_id, delivery_code, code_order, barcode, status, payment_method, search_text,"
    " created_at, updated_at) VALUES ('delivery-south', 'tenant-south', '9001', 9001, 'DEL9001', 'pending', 'cod',"
    " 'del9001', 1, 1)",
};

} // namespace

TestDepot::TestDepot(std::function<std::vector<Route>(TestServer&)> more)
    : server([this, more] {
        std::vector<Route> routes = allRoutes();
        if (more) {
            for (Route& route : more(server))
                routes.push_back(std::move(route));
        }
        return routes;
    })
    , m_client(server.port())
{
    addReferences();
}

void TestDepot::addReferences()
{
    for (const std::string_view statement : kReferences)
        sql(statement);
}

void TestDepot::sql(std::string_view statement)
{
    server.write([&](Connection& db) { db.execute(statement); });
}

Reply TestDepot::ask(const QByteArray& method, const QString& path, const QJsonObject& body, const QString& email)
{
    const bool sends = method != "GET" && method != "DELETE";
    return m_client.request(method, path.toUtf8(),
                            {.token = server.signIn(email),
                             .body = sends ? QJsonDocument(body).toJson(QJsonDocument::Compact) : QByteArray()});
}

QJsonObject TestDepot::place(const QString& address)
{
    return {{u"full_address"_s, address}, {u"latitude"_s, 36.1901}, {u"longitude"_s, 44.0091}};
}

QString TestDepot::delivery(const QJsonObject& more)
{
    QJsonObject body{{u"pickup_warehouse_id"_s, kMainWarehouse},
                     {u"delivery_location"_s, place()},
                     {u"customer_id"_s, kCustomer},
                     {u"payment_method"_s, u"cod"_s},
                     {u"cod_amount"_s, 12000}};
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    server.clock.advance(std::chrono::seconds{1});
    const Reply reply = post(u"/delivery/deliveries"_s, body);
    if (reply.status != 201)
        qFatal("no parcel: %s", reply.body.constData());
    return reply.data().value(u"id"_s).toString();
}

QString TestDepot::waybill(const QStringList& deliveries, const QJsonObject& more)
{
    QJsonObject body{
        {u"origin_type"_s, u"warehouse"_s},     {u"origin_warehouse_id"_s, kMainWarehouse},
        {u"destination_type"_s, u"location"_s}, {u"destination_location"_s, place(u"Erbil, Kurdistan Region"_s)},
        {u"carrier_type"_s, u"internal"_s},     {u"delivery_ids"_s, QJsonArray::fromStringList(deliveries)}};
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    server.clock.advance(std::chrono::seconds{1});
    const Reply reply = post(u"/delivery/waybills"_s, body);
    if (reply.status != 201)
        qFatal("no waybill: %s", reply.body.constData());
    return reply.data().value(u"id"_s).toString();
}

void TestDepot::step(const QString& waybill, const QString& action, const QJsonObject& body)
{
    server.clock.advance(std::chrono::seconds{60});
    const Reply reply = post(u"/delivery/waybills/%1/%2"_s.arg(waybill, action), body);
    if (reply.status != 200)
        qFatal("no %s: %s", qUtf8Printable(action), reply.body.constData());
}

void TestDepot::drive(const QString& waybill, const QString& action, const QString& email)
{
    server.clock.advance(std::chrono::seconds{60});
    const Reply reply = post(u"/delivery/waybills/%1/driver-action"_s.arg(waybill), {{u"action"_s, action}}, email);
    if (reply.status != 200)
        qFatal("no %s: %s", qUtf8Printable(action), reply.body.constData());
}

QString TestDepot::trip(const QStringList& deliveries, const QString& driver, const QJsonObject& more)
{
    QJsonArray members;
    for (const QString& delivery : deliveries)
        members.append(QJsonObject{{u"delivery_id"_s, delivery}});
    QJsonObject body{{u"vehicle_id"_s, u"vehicle-1"_s},
                     {u"trip_type"_s, u"multi_pickup"_s},
                     {u"notes"_s, u"Morning run"_s},
                     {u"deliveries"_s, members}};
    if (!driver.isEmpty())
        body.insert(u"driver_id"_s, driver);
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    server.clock.advance(std::chrono::seconds{1});
    const Reply reply = post(u"/delivery/trips"_s, body);
    if (reply.status != 201)
        qFatal("no trip: %s", reply.body.constData());
    return reply.data().value(u"id"_s).toString();
}

Reply TestDepot::act(const QString& delivery, const QString& action, const QJsonObject& more, const QString& email)
{
    QJsonObject body = more;
    body.insert(u"action"_s, action);
    server.clock.advance(std::chrono::seconds{60});
    return post(u"/delivery/deliveries/%1/driver-action"_s.arg(delivery), body, email);
}

QString TestDepot::askReturn(const QString& delivery, const QString& reason)
{
    server.clock.advance(std::chrono::seconds{60});
    const Reply reply =
        post(u"/delivery/returns"_s, {{u"delivery_id"_s, delivery}, {u"return_reason"_s, reason}}, kDriverMail);
    if (reply.status != 201)
        qFatal("no return: %s", reply.body.constData());
    return reply.data().value(u"id"_s).toString();
}

QString TestDepot::waybillIn(const QString& status, const QStringList& deliveries)
{
    const QString id = waybill(deliveries);
    const QStringList steps{u"drafted"_s,    u"sealed"_s,   u"assigned"_s, u"picked_up"_s,
                            u"in_transit"_s, u"received"_s, u"closed"_s};
    const auto last = steps.indexOf(status);
    if (last < 0)
        qFatal("no such status");
    if (last >= 1)
        step(id, u"seal"_s);
    if (last >= 2)
        step(id, u"assign"_s, {{u"driver_id"_s, kDriver}});
    for (qsizetype i = 3; i <= std::min<qsizetype>(last, 5); ++i)
        drive(id, steps[i]);
    if (last >= 6)
        step(id, u"close"_s);
    return id;
}

} // namespace waydesk::backend
