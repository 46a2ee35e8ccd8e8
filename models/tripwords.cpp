// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tripwords.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

namespace {

struct TripWords
{
    Q_DECLARE_TR_FUNCTIONS(TripWords)
};

template<class E>
QString known(const Known<E>& word)
{
    return word.known ? words(*word.known) : word.text;
}

} // namespace

QString words(TripStatus status)
{
    switch (status) {
    case TripStatus::Planned:
        return TripWords::tr("Planned");
    case TripStatus::InProgress:
        return TripWords::tr("On the road");
    case TripStatus::Completed:
        return TripWords::tr("Completed");
    case TripStatus::Cancelled:
        return TripWords::tr("Cancelled");
    }
    Q_UNREACHABLE();
}

QString words(TripType type)
{
    switch (type) {
    case TripType::MultiPickup:
        return TripWords::tr("Many pickups");
    case TripType::MultiDropoff:
        return TripWords::tr("Many dropoffs");
    case TripType::Mixed:
        return TripWords::tr("Mixed");
    }
    Q_UNREACHABLE();
}

QString words(StopKind kind)
{
    switch (kind) {
    case StopKind::Pickup:
        return TripWords::tr("Pickup");
    case StopKind::Dropoff:
        return TripWords::tr("Dropoff");
    }
    Q_UNREACHABLE();
}

QString words(const TripState& state)
{
    return known(state);
}

QString words(const Known<TripType>& type)
{
    return known(type);
}

QString words(const Known<StopKind>& kind)
{
    return known(kind);
}

QString vanName(const VehicleRef& vehicle)
{
    if (vehicle.name.isEmpty() || vehicle.code.isEmpty())
        return vehicle.name + vehicle.code;
    return u"%1 · %2"_s.arg(vehicle.name, vehicle.code);
}

QString placeOf(const Delivery& delivery, StopKind kind)
{
    const bool atPickup = kind == StopKind::Pickup;
    const auto& warehouse = atPickup ? delivery.pickupWarehouse : delivery.dropoffWarehouse;
    if (warehouse && !warehouse->name.isEmpty())
        return warehouse->name;
    const auto& place = atPickup ? delivery.pickup : delivery.dropoff;
    if (place && !place->fullAddress.isEmpty())
        return place->fullAddress;
    const auto& zone = atPickup ? delivery.pickupZone : delivery.dropoffZone;
    return zone ? zone->name : QString();
}

} // namespace waydesk::models
