// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/simulation/simulation.h"

#include "backend/simulation/simulateddriver.h"

#include <QHash>
#include <QJsonArray>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

QGeoCoordinate erbil()
{
    return {36.1911, 44.0092};
}

constexpr int kDrivers = 40;                      // as many as the demo depot has
constexpr std::chrono::milliseconds kRound{5000}; // each reports once in this time

// Where the depot saw each driver last, by their address, as its dispatcher can read it.
QHash<QString, QGeoCoordinate> lastSeen(LoopbackClient& client)
{
    const QByteArray token =
        client.post(u"/auth/login"_s, {}, {{u"email"_s, u"dispatcher@demo.waydesk"_s}, {u"password"_s, u"demo"_s}})
            .data()[u"access_token"]
            .toString()
            .toLatin1();
    QHash<QString, QString> emails;
    const QJsonArray drivers = client.get(u"/delivery/drivers?limit=100"_s, token).json[u"data"].toArray();
    for (const QJsonValue& row : drivers)
        emails.insert(row[u"id"].toString(), row[u"user"][u"email"].toString());
    QHash<QString, QGeoCoordinate> seen;
    const QJsonArray positions = client.get(u"/delivery/positions?since=0"_s, token).data()[u"positions"].toArray();
    for (const QJsonValue& row : positions)
        seen.insert(emails.value(row[u"driver_id"].toString()),
                    QGeoCoordinate(row[u"latitude"].toDouble(), row[u"longitude"].toDouble()));
    return seen;
}

bool staysSilent(int number)
{
    return number == 2 || number % 9 == 7;
}

} // namespace

Simulation::Simulation(quint16 port, int speed, quint64 seed)
    : m_thread([=, this] { run(port, speed, seed); })
{
}

Simulation::~Simulation()
{
    stop();
}

void Simulation::stop()
{
    {
        const std::lock_guard hold(m_lock);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Simulation::run(quint16 port, int speed, quint64 seed)
{
    const SystemClock clock;
    LoopbackClient client(port);
    const QHash<QString, QGeoCoordinate> seen = lastSeen(client);
    std::vector<SimulatedDriver> drivers;
    for (int number = 1; number <= kDrivers; ++number) {
        if (!staysSilent(number))
            drivers.emplace_back(client, number, seen.value(u"driver%1@demo.waydesk"_s.arg(number), erbil()), speed,
                                 seed);
    }
    const auto pause = kRound / static_cast<int>(drivers.size());
    for (size_t next = 0;; next = (next + 1) % drivers.size()) {
        {
            std::unique_lock hold(m_lock);
            if (m_wake.wait_for(hold, pause, [this] { return m_stopping; }))
                return;
        }
        drivers[next].step(clock.now());
    }
}

} // namespace waydesk::backend
