// SPDX-License-Identifier: GPL-3.0-or-later
// A trip as the desk and the server both see it: which parcels a driver takes along, in which order, and the stops that
// come of it. Its state follows its parcels; no call starts or completes it.
#pragma once

#include "services/domain/instant.h"
#include "services/domain/place.h"

#include <QList>

namespace waydesk {

using TripId = Id<struct TripTag>;

enum class TripStatus { Planned, InProgress, Completed, Cancelled };
inline constexpr std::array kTripStatuses{TripStatus::Planned, TripStatus::InProgress, TripStatus::Completed,
                                          TripStatus::Cancelled};

enum class TripType { MultiPickup, MultiDropoff, Mixed }; // informational: the server holds nobody to it
inline constexpr std::array kTripTypes{TripType::MultiPickup, TripType::MultiDropoff, TripType::Mixed};

enum class StopKind { Pickup, Dropoff };
inline constexpr std::array kStopKinds{StopKind::Pickup, StopKind::Dropoff};

QString word(TripStatus);
QString word(TripType);
QString word(StopKind);
template<>
std::optional<TripStatus> parseWord(QStringView);
template<>
std::optional<TripType> parseWord(QStringView);
template<>
std::optional<StopKind> parseWord(QStringView);

using TripState = Known<TripStatus>;

struct Trip
{
    TripId id;
    QString number; // shown verbatim
    TripState state{TripStatus::Planned};
    std::optional<Known<TripType>> type;
    QString notes;
    std::optional<DriverRef> driver; // id, name and phone; the rest where it is known from elsewhere
    std::optional<VehicleRef> vehicle;
    std::optional<int> itemCount; // parcels
    Instant createdAt{}, updatedAt{};
    std::optional<Instant> startedAt, completedAt;

    bool operator==(const Trip&) const = default;
};

// A parcel's place in its trip, 1 and up.
struct PlanMember
{
    DeliveryId delivery;
    int sequence = 0;
    int returnRequests = 0;
    bool operator==(const PlanMember&) const = default;
};

// Parcels that are picked up, or left, at one place.
struct PlanStop
{
    Known<StopKind> kind{StopKind::Pickup};
    QGeoCoordinate position; // invalid where the server gave none
    QList<DeliveryId> deliveries;
    bool isComplete = false;
    bool operator==(const PlanStop&) const = default;
};

// What only a trip's detail tells.
struct TripPlan
{
    QList<PlanMember> members;        // by sequence
    QList<PlanStop> stops;            // in the order they are driven
    std::optional<int> current, next; // places in `stops`
    bool operator==(const TripPlan&) const = default;
};

} // namespace waydesk
