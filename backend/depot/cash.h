// SPDX-License-Identifier: GPL-3.0-or-later
// The cash that falls due where a parcel is taken over or handed over, what a driver has on board of it, and its
// handing in. Minor units. A parcel yields at most one row per stage, whatever carries it and however often it is told:
// the table's unique key says so too. Whoever's cash changes is told of in the change feed as a driver.
#pragma once

#include "backend/http/message.h"

namespace waydesk::backend {

struct CashCarrier
{
    std::optional<DriverId> driver; // without one nothing is booked
    std::optional<WaybillId> waybill;
    std::optional<TripId> trip;
};

// At a pickup from a location: the fee, where the sender pays it in cash.
void collectAtPickup(Call& call, const CashCarrier& carrier, const QList<DeliveryId>& moved);
// At a final location: COD, the fee where the receiver pays it, or both in one row.
void collectAtDropoff(Call& call, const CashCarrier& carrier, const QList<DeliveryId>& moved);

struct CashHandedIn
{
    qint64 amount = 0, count = 0;
    QString currency;
};
// All that the driver has on board; nullopt: no such driver of this tenant.
std::optional<CashHandedIn> handInCash(Call& call, const DriverId& driver);

} // namespace waydesk::backend
