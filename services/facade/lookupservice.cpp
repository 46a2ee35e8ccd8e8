// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/lookupservice.h"

#include "services/facade/expectation.h"
#include "services/sync/engine.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::facade {

namespace {

constexpr int kMostTrips = 3; // a driver's name finds all of his

QString endName(const Endpoint& end)
{
    if (end.warehouse && !end.warehouse->name.isEmpty())
        return end.warehouse->name;
    if (end.zone && !end.zone->name.isEmpty())
        return end.zone->name;
    return end.location ? end.location->fullAddress : QString();
}

QString joined(const QStringList& parts)
{
    QStringList filled;
    for (const QString& part : parts) {
        if (!part.isEmpty())
            filled << part;
    }
    return filled.join(u" · "_s);
}

QString deliveryTitle(const Delivery& delivery)
{
    return delivery.barcode.isEmpty() ? delivery.code : delivery.barcode;
}

} // namespace

struct LookupService::Private
{
    store::Reader& reader;
    Expectation expectation{reader};
};

LookupService::LookupService(store::Reader& reader, sync::Engine& engine, QObject* parent)
    : QObject(parent)
    , d(new Private{reader})
{
    d->expectation.refresh();
    connect(&engine, &sync::Engine::outboxChanged, this, [this] { d->expectation.refresh(); });
    connect(&engine, &sync::Engine::lookupsChanged, this, &LookupService::changed);
    connect(&engine, &sync::Engine::deliveriesChanged, this, &LookupService::changed);
}

LookupService::~LookupService() = default;

QList<Warehouse> LookupService::warehouses() const
{
    return d->reader.lookups().warehouses();
}

QList<Zone> LookupService::zones() const
{
    return d->reader.lookups().zones();
}

QList<VehicleRef> LookupService::vehicles() const
{
    return d->reader.lookups().vehicles();
}

QList<DriverRef> LookupService::drivers(const QString& search, int most) const
{
    return d->reader.lookups().drivers(search, most);
}

QList<CustomerRef> LookupService::customers(const QString& search, int most) const
{
    return d->reader.lookups().customers(search, most);
}

std::optional<DriverRef> LookupService::driver(const DriverId& id) const
{
    return d->reader.lookups().driver(id);
}

std::optional<Warehouse> LookupService::warehouse(const WarehouseId& id) const
{
    return d->reader.lookups().warehouse(id);
}

QList<DeliveryRow> LookupService::eligibleDeliveries(const QString& search, int most) const
{
    QList<DeliveryRow> out;
    // Those that an open command already puts into a waybill are not offered again: some more are asked for than are
    // wanted, and many more only where those did not do.
    for (const int more : {10, 200}) {
        out.clear();
        const QList<store::StoredDelivery> rows = d->reader.deliveries().eligible(search, most + more);
        for (const store::StoredDelivery& stored : rows) {
            if (out.size() == most)
                break;
            if (!d->expectation.expectedWaybill(stored.delivery))
                out << DeliveryRow{stored.delivery, false, false, stored.fetchedAt};
        }
        if (out.size() == most || rows.size() < most + more)
            break;
    }
    return out;
}

std::optional<DeliveryRow> LookupService::delivery(const DeliveryId& id) const
{
    const auto stored = d->reader.deliveries().find(id);
    if (!stored)
        return std::nullopt;
    const auto expected = d->expectation.expectedWaybill(stored->delivery);
    const auto& present = stored->delivery.waybillId;
    return DeliveryRow{stored->delivery, expected && expected != present, present && expected != present,
                       stored->fetchedAt};
}

QList<Found> LookupService::find(const QString& text, int most) const
{
    QList<Found> out;
    const auto room = [&] { return most - static_cast<int>(out.size()); };
    if (text.trimmed().isEmpty() || most <= 0)
        return out;
    const auto add = [&](const store::StoredWaybill& stored) {
        const WaybillRow row = d->expectation.rowOf(stored);
        const Found found{Found::Kind::Waybill, row.server.id.value, row.server.number,
                          joined({endName(row.server.origin) + u" → "_s + endName(row.server.destination),
                                  row.expected.driver ? row.expected.driver->user.fullName : QString()})};
        if (room() > 0 && !out.contains(found))
            out << found;
    };
    if (const auto exact = d->reader.waybills().findByNumber(text)) // what was typed in full comes first
        add(*exact);
    if (const auto exact = d->reader.deliveries().findByScan(text.trimmed()); exact && room() > 0)
        out << Found{Found::Kind::Delivery, exact->delivery.id.value, deliveryTitle(exact->delivery),
                     joined({exact->delivery.customer ? exact->delivery.customer->fullName : QString(),
                             exact->delivery.dropoffZone ? exact->delivery.dropoffZone->name : QString()})};
    for (const DriverRef& driver : d->reader.lookups().drivers(text, std::min(room(), 5)))
        out << Found{Found::Kind::Driver, driver.id.value, driver.user.fullName,
                     driver.vehicle ? driver.vehicle->name : QString()};
    for (const auto& [trip, heard] : d->reader.trips().newest({}, text, std::min(room(), kMostTrips)))
        out << Found{Found::Kind::Trip, trip.id.value, trip.number,
                     joined({trip.driver ? trip.driver->user.fullName : QString(),
                             trip.vehicle ? trip.vehicle->name : QString()})};
    for (const store::StoredWaybill& stored : d->reader.waybills().search(text, std::max(1, room() / 2)))
        add(stored);
    for (const store::StoredDelivery& stored : d->reader.deliveries().search(text, std::max(1, room()))) {
        const Found found{Found::Kind::Delivery, stored.delivery.id.value, deliveryTitle(stored.delivery),
                          joined({stored.delivery.customer ? stored.delivery.customer->fullName : QString(),
                                  stored.delivery.dropoffZone ? stored.delivery.dropoffZone->name : QString()})};
        if (room() > 0 && !out.contains(found))
            out << found;
    }
    if (room() > 0) {
        for (const CustomerRef& customer : d->reader.lookups().customers(text, std::min(room(), 5)))
            out << Found{Found::Kind::Customer, customer.id.value, customer.fullName, customer.phone};
    }
    return out;
}

} // namespace waydesk::facade
