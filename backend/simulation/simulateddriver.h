// SPDX-License-Identifier: GPL-3.0-or-later
// One driver of the demo depot who works: signs in as themselves, reports where they are as their tracker would,
// drives the trip that is under way stop by stop and tells what was done with each parcel; without one runs errands.
// Uses the public calls alone. One thread at a time.
#pragma once

#include "backend/demo/demoroad.h"
#include "backend/simulation/loopbackclient.h"
#include "services/domain/instant.h"

#include <optional>

namespace waydesk::backend {

class SimulatedDriver
{
public:
    // Number: from 1, as in driver1@demo.waydesk. Speed: how many times faster than usual; beyond five no server
    // believes the positions.
    static constexpr int kFastest = 5;
    // `start`: where the depot saw this driver last, or anywhere.
    SimulatedDriver(LoopbackClient& client, int number, const QGeoCoordinate& start, int speed, quint64 seed);

    void step(Instant now); // does what is due; at most a handful of calls
    const QGeoCoordinate& place() const { return m_place; }
    int tripsDone() const { return m_tripsDone; }

private:
    bool signIn();
    void setOut(Instant now);
    bool setOutForTrip(Instant now);
    void arrive();
    void act(const QString& parcel, const QString& action);
    void report(Instant now, std::optional<double> heading, double kmPerHour);

    LoopbackClient& m_client;
    const int m_number;
    const int m_speed;
    DemoChance m_chance;
    QByteArray m_token;
    QGeoCoordinate m_place, m_home;
    std::optional<DemoRoad> m_road;
    Instant m_since{}; // on the road, or at a door
    std::chrono::seconds m_stay{0};
    QString m_trip; // whose stop lies ahead; empty: an errand
    QString m_stopKind;
    QStringList m_parcels; // of that stop
    int m_tripsDone = 0;
};

} // namespace waydesk::backend
