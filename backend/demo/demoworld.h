// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the demo share while it is being made: the connection, chance, ids, clock, and who exists already.
#pragma once

#include "backend/demo/demofacts.h"
#include "backend/demo/demosource.h"
#include "services/domain/place.h"

namespace waydesk::backend {

struct DemoCustomer
{
    CustomerId id;
    QString name, phone;
    Place home;
    std::optional<ZoneId> zone;
};

struct DemoDriver
{
    DriverId id;
    UserId user;
    QString name;
};

struct DemoPictures // paths under the server's address
{
    QStringList signatures, doorsteps, parcels;
};

struct DemoWorld
{
    Connection& db;
    DemoChance chance;
    DemoIds ids;
    Instant now;
    TenantId tenant;
    UserId dispatcher;
    QString dispatcherName;
    QList<WarehouseId> warehouses;
    QList<Place> warehousePlaces;
    QList<std::optional<ZoneId>> warehouseZones;
    QList<DemoDriver> drivers;
    QList<DemoCustomer> customers;
    DemoPictures pictures = {};
};

void addDemoPeopleAndPlaces(DemoWorld& world);
// `pending` of them, the newest, wait at the main warehouse; the rest is history.
void addDemoDeliveries(DemoWorld& world, qint64 count, qint64 pending);
// Waybills in every state, as far as the waiting parcels reach.
Result<Nothing> tellDemoStories(DemoWorld& world, qint64 pending);
// Before the trips, whose drivers leave them as proofs.
void addDemoPictures(DemoWorld& world);
// Trips in every state, of at most an eighth of what waits; no parcel is on a waybill and on a trip.
Result<Nothing> tellDemoTrips(DemoWorld& world, qint64 pending);
// Where the drivers were today and are, and the trackers that they carry. After the trips.
void addDemoPositions(DemoWorld& world);
// Return requests in every state, exceptions and who sees to them. At the end: what the stories left is seen to.
Result<Nothing> tellDemoCare(DemoWorld& world);

} // namespace waydesk::backend
