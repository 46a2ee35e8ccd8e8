// SPDX-License-Identifier: GPL-3.0-or-later
// What the made-up depot (fixture.h) makes its rows of: noise and ids that are the same on every run; and its trips.
#pragma once

#include "services/domain/trip.h"

namespace waydesk::store {
class Store;
}

namespace waydesk::bench {

quint64 mixed(quint64 value);
Instant createdAt(qint64 number);
QString madeUpId(char16_t kind, qint64 number); // as UUIDv7: in the order of time, then noise

inline constexpr qint64 kParcelsOfTrip = 40; // that follow one another; one in four of them is in it
std::optional<TripId> tripOf(qint64 delivery);
bool tellTrips(store::Store& store); // every trip that a parcel of many() names, but for one in ten: not told yet

// Nothing that fills a folder searches, and indexing for search takes longer than all the rest: who searches asks for
// it.
bool indexParcels(store::Store& store);

} // namespace waydesk::bench
