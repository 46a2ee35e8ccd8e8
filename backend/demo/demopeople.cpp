// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/accounts.h"
#include "backend/demo/demoworld.h"
#include "backend/depot/columns.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr int kDrivers = 40, kSpareVehicles = 2, kCustomers = 400;
constexpr double kQuarterRadius = 450; // metres around a quarter's middle

QString text(const char16_t* literal)
{
    return QStringView(literal).toString();
}

QString personName(DemoChance& chance, const DemoNames& names)
{
    return QString(text(chance.pick(names.first)) + u' ' + text(chance.pick(names.last)));
}

QString phone(DemoChance& chance)
{
    return u"+964750%1"_s.arg(chance.below(10'000'000), 7, 10, QChar(u'0'));
}

std::optional<ZoneId> nearestZone(const QList<ZoneId>& ids, const QGeoCoordinate& at)
{
    std::optional<ZoneId> nearest;
    double least = 0;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const DemoZone& zone = demoZones()[static_cast<size_t>(i)];
        const double distance = at.distanceTo(QGeoCoordinate(zone.latitude, zone.longitude));
        if (distance <= zone.radius && (!nearest || distance < least)) {
            nearest = ids[i];
            least = distance;
        }
    }
    return nearest;
}

Place erbil(DemoWorld& world, const QString& address, double latitude, double longitude)
{
    Place place;
    place.id = AddressId{world.ids.newId()};
    place.fullAddress = address;
    place.position = QGeoCoordinate(latitude, longitude);
    place.city = u"Erbil"_s;
    place.country = u"Iraq"_s;
    place.countryCode = u"IQ"_s;
    return place;
}

void addUsers(DemoWorld& world, const QString& hash)
{
    const auto add = [&](UserRole role, const QString& name) {
        NewUser user{.id = {world.ids.newId()},
                     .tenant = world.tenant,
                     .email = word(role) + u"@demo.waydesk"_s,
                     .fullName = name,
                     .phone = phone(world.chance),
                     .role = role,
                     .passwordHash = hash,
                     .createdAt = world.now};
        addUser(world.db, user);
        return user.id;
    };
    world.dispatcherName = u"Awat Hama"_s;
    world.dispatcher = add(UserRole::Dispatcher, world.dispatcherName);
    add(UserRole::Manager, u"Sardar Qadir"_s);
    add(UserRole::Admin, u"Demo Administrator"_s);
    add(UserRole::Merchant, u"Shno Trading"_s);
}

QList<ZoneId> addZones(DemoWorld& world)
{
    QList<ZoneId> ids;
    for (const DemoZone& zone : demoZones()) {
        ids.append({world.ids.newId()});
        const QString name = text(zone.name), code = text(zone.code);
        world.db.execute("INSERT INTO zone (id, tenant_id, name, code, latitude, longitude, radius_m, search_text)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                         {bound(ids.last()), bound(world.tenant), name, code, zone.latitude, zone.longitude,
                          zone.radius, QString(name + u'\n' + code).toLower()});
    }
    return ids;
}

void addWarehouses(DemoWorld& world, const QList<ZoneId>& zones)
{
    static const std::string sql = "INSERT INTO warehouse (id, tenant_id, name, code, zone_id, search_text, " +
                                   placeColumns("place") + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    for (const DemoWarehouse& warehouse : demoWarehouses()) {
        const QString name = text(warehouse.name), code = text(warehouse.code);
        const Place place = erbil(world, text(warehouse.address), warehouse.latitude, warehouse.longitude);
        world.warehouses.append({world.ids.newId()});
        world.warehousePlaces.append(place);
        world.warehouseZones.append(nearestZone(zones, place.position));
        std::vector<Value> values{
            bound(world.warehouses.last()),        bound(world.tenant), name, code, bound(world.warehouseZones.last()),
            QString(name + u'\n' + code).toLower()};
        appendPlace(values, place);
        world.db.execute(sql, values);
    }
}

void addDrivers(DemoWorld& world, const QString& hash)
{
    QList<VehicleId> vehicles;
    for (int i = 0; i < kDrivers + kSpareVehicles; ++i) {
        vehicles.append({world.ids.newId()});
        const QString number = QString::number(101 + i);
        const bool truck = i % 8 == 7;
        const QString name = (truck ? u"Truck "_s : u"Van "_s) + number,
                      code = (truck ? u"TRK-"_s : u"VAN-"_s) + number;
        world.db.execute("INSERT INTO vehicle (id, tenant_id, name, code, capacity, search_text)"
                         " VALUES (?, ?, ?, ?, ?, ?)",
                         {bound(vehicles.last()), bound(world.tenant), name, code,
                          bound(Quantity::whole(truck ? 160 : 50)), QString(name + u'\n' + code).toLower()});
    }
    for (int i = 0; i < kDrivers; ++i) {
        const DemoNames names = latinNames();
        // Every first name with another last name: forty different people.
        const QString name = text(names.first[static_cast<size_t>(i) % names.first.size()]) + u' ' +
                             text(names.last[static_cast<size_t>(i + i / 20) % names.last.size()]);
        const DemoDriver driver{{world.ids.newId()}, {world.ids.newId()}, name};
        const QString number = phone(world.chance);
        addUser(world.db, {.id = driver.user,
                           .tenant = world.tenant,
                           .email = u"driver%1@demo.waydesk"_s.arg(i + 1),
                           .fullName = name,
                           .phone = number,
                           .role = UserRole::Driver,
                           .passwordHash = hash,
                           .driver = driver.id,
                           .createdAt = world.now});
        world.db.execute("INSERT INTO driver (id, tenant_id, user_id, status, vehicle_id, search_text)"
                         " VALUES (?, ?, ?, 'active', ?, ?)",
                         {bound(driver.id), bound(world.tenant), bound(driver.user), bound(vehicles[i]),
                          QString(name + u'\n' + number).toLower()});
        world.drivers.append(driver);
    }
}

void addCustomers(DemoWorld& world, const QList<ZoneId>& zones)
{
    for (int i = 0; i < kCustomers; ++i) {
        const qint64 script = world.chance.below(100);
        DemoCustomer customer;
        customer.id = {world.ids.newId()};
        customer.name = personName(world.chance, script < 40   ? kurdishNames()
                                                 : script < 75 ? arabicNames()
                                                               : latinNames());
        customer.phone = phone(world.chance);
        const DemoQuarter& quarter = world.chance.pick(demoQuarters());
        const double bearing = world.chance.unit() * 360, distance = std::sqrt(world.chance.unit()) * kQuarterRadius;
        const QGeoCoordinate at =
            QGeoCoordinate(quarter.latitude, quarter.longitude).atDistanceAndAzimuth(distance, bearing);
        const auto rounded = [](double degrees) { return std::round(degrees * 1e6) / 1e6; };
        customer.home = erbil(world,
                              u"%1, Street %2, House %3, Erbil"_s.arg(text(quarter.name))
                                  .arg(world.chance.from(1, 60))
                                  .arg(world.chance.from(1, 180)),
                              rounded(at.latitude()), rounded(at.longitude()));
        customer.zone = nearestZone(zones, customer.home.position);
        world.db.execute("INSERT INTO customer (id, tenant_id, full_name, phone, search_text) VALUES (?, ?, ?, ?, ?)",
                         {bound(customer.id), bound(world.tenant), customer.name, customer.phone,
                          QString(customer.name + u'\n' + customer.phone).toLower()});
        world.customers.append(std::move(customer));
    }
}

} // namespace

void addDemoPeopleAndPlaces(DemoWorld& world)
{
    addTenant(world.db, world.tenant, u"Waydesk Demo Depot"_s, world.now);
    const QString hash = hashPassword(u"demo"_s); // one for all: forty would take seconds
    addUsers(world, hash);
    const QList<ZoneId> zones = addZones(world);
    addWarehouses(world, zones);
    addDrivers(world, hash);
    addCustomers(world, zones);
}

} // namespace waydesk::backend
