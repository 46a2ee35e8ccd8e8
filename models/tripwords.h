// SPDX-License-Identifier: GPL-3.0-or-later
// The words of trips in the person's language. A word of the server that we do not know is shown as it came.
#pragma once

#include "services/domain/delivery.h"
#include "services/domain/tripplan.h"

namespace waydesk::models {

QString words(TripStatus status);
QString words(TripType type);
QString words(StopKind kind);
QString words(const TripState& state);
QString words(const Known<TripType>& type);
QString words(const Known<StopKind>& kind);
QString vanName(const VehicleRef& vehicle); // "Toyota Hiace · VH-001"
// Where a parcel is picked up or left: the warehouse, else the address, else the zone; empty when nothing is known.
QString placeOf(const Delivery& delivery, StopKind kind);

} // namespace waydesk::models
