// SPDX-License-Identifier: GPL-3.0-or-later
// Instances of the TSPLIB (Reinelt) as round trips: node 1 is start and end, the others are stops. Distances exactly as
// TSPLIB 95 defines them: EUC_2D, CEIL_2D, ATT and GEO from coordinates, EXPLICIT as a full or triangular matrix.
#pragma once

#include "services/domain/routing/trip.h"

namespace waydesk::bench {

struct TspInstance
{
    QString name;
    routing::TravelMatrix travel; // in the instance's order of nodes; seconds as metres
};
Result<TspInstance> readTsplib(const QByteArray& text);

// The instance as a problem: its first node is the start and the end.
routing::Problem roundTrip(const TspInstance& instance);

} // namespace waydesk::bench
