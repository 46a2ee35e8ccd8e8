// SPDX-License-Identifier: GPL-3.0-or-later
// A small depot in the test server's tenant "north": two warehouses, two zones, two drivers with vehicles, a customer;
// and one warehouse and parcel of tenant "south". Makes parcels and waybills through the server's own calls.
#pragma once

#include "tests/backend/support/testserver.h"

#include <QStringList>

namespace waydesk::backend {

inline const QString kMainWarehouse = QStringLiteral("warehouse-main");
inline const QString kNorthHub = QStringLiteral("warehouse-hub");
inline const QString kDriver = QStringLiteral("driver-north");    // signs in as driver@north.test
inline const QString kOtherDriver = QStringLiteral("driver-two"); // driver2@north.test
inline const QString kCustomer = QStringLiteral("customer-1");
inline const QString kForeignDelivery = QStringLiteral("delivery-south");
inline const QString kDispatcher = QStringLiteral("dispatcher@north.test");
inline const QString kDriverMail = QStringLiteral("driver@north.test");
inline const QString kOtherDriverMail = QStringLiteral("driver2@north.test");
inline const QString kDriverless = QStringLiteral("driverless@north.test"); // role driver, no driver row

class TestDepot
{
public:
    // The routes of OnDi, and those that `more` makes for the server.
    explicit TestDepot(std::function<std::vector<Route>(TestServer&)> more = {});

    TestServer server;
    Reply ask(const QByteArray& method, const QString& path, const QJsonObject& body = {},
              const QString& email = kDispatcher);
    Reply get(const QString& path, const QString& email = kDispatcher) { return ask("GET", path, {}, email); }
    Reply post(const QString& path, const QJsonObject& body = {}, const QString& email = kDispatcher)
    {
        return ask("POST", path, body, email);
    }

    static QJsonObject place(const QString& address = QStringLiteral("Customer address"));
    QString delivery(const QJsonObject& more = {}); // the id of a new pending parcel
    QString waybill(const QStringList& deliveries = {}, const QJsonObject& more = {});
    // Its id; led through seal, assign and the driver's actions up to `status`.
    QString waybillIn(const QString& status, const QStringList& deliveries);
    void step(const QString& waybill, const QString& action, const QJsonObject& body = {});
    void drive(const QString& waybill, const QString& action, const QString& email = kDriverMail);

    // A planned trip of `driver`, empty for none, with these parcels in this order.
    QString trip(const QStringList& deliveries, const QString& driver = kDriver, const QJsonObject& more = {});
    QJsonObject tripDetail(const QString& trip) { return get(QStringLiteral("/delivery/trips/") + trip).data(); }
    Reply act(const QString& delivery, const QString& action, const QJsonObject& more = {},
              const QString& email = kDriverMail);
    QString askReturn(const QString& delivery, const QString& reason = QStringLiteral("Wrong address")); // its id

    void sql(std::string_view statement);
    QString text(std::string_view query) { return server.text(query); }

private:
    void addReferences();
    TestClient m_client;
};

} // namespace waydesk::backend
