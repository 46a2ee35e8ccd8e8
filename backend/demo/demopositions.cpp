// SPDX-License-Identifier: GPL-3.0-or-later
// Where the demo's drivers have been today: those on a trip as its actions tell, the others on errands of their own.
// A few do what a dispatcher should notice: fell silent, stand still too long, left their way, were not seen today.
#include "backend/demo/demodepot.h"
#include "backend/demo/demoroad.h"
#include "backend/demo/demoworld.h"
#include "backend/depot/columns.h"
#include "backend/depot/positions.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr seconds kMovingEvery{60}, kStandingEvery{240};
constexpr minutes kShortestStop{2}, kShift{300}, kSilentFor{38}, kIdleFor{55};
constexpr double kAstray = 3'000; // metres

enum class Manner { Drives, Waits, Idles, Silent, Absent, Astray };

Manner mannerOf(int number, bool onTrip)
{
    if (onTrip)
        return number == 1 ? Manner::Silent : number == 3 ? Manner::Astray : Manner::Drives;
    switch (number % 9) {
    case 5:
        return Manner::Idles;
    case 6:
        return Manner::Silent;
    case 7:
        return Manner::Absent;
    case 8:
        return Manner::Waits;
    default:
        return Manner::Drives;
    }
}

struct Stay
{
    Instant from, to;
    QGeoCoordinate place;
};

class Trail
{
public:
    Trail(DemoWorld& world, const DriverId& driver, DemoChance chance)
        : m_world(world)
        , m_chance(chance)
    {
        m_last.driver = driver;
    }
    void stand(const Stay& stay)
    {
        for (Instant at = stay.from; at < stay.to; at += kStandingEvery)
            keep(at, {stay.place, 0}, 0);
    }
    // Sets out at `from`; what lies behind `until` has not happened yet.
    void drive(const DemoRoad& road, Instant from, Instant until)
    {
        for (Instant at = from; at < std::min<Instant>(from + road.time(), until); at += kMovingEvery)
            keep(at, road.at(at - from), road.kmPerHour() * (0.85 + 0.3 * m_chance.unit()));
    }
    void finish() // the last one is known as such, and in the change feed
    {
        if (m_last.coordinate.isValid())
            recordPosition(m_world.db, m_world.tenant, {m_last, std::optional<std::optional<QString>>()}, m_world.now);
    }
    DemoChance& chance() { return m_chance; }

private:
    void keep(Instant at, const DemoRoad::Point& point, double speed)
    {
        if (at > m_world.now || (m_last.coordinate.isValid() && at <= m_last.at))
            return;
        if (m_last.coordinate.isValid()) {
            const Position& p = m_last;
            m_world.db.execute(
                "INSERT INTO driver_position(day, driver_id, at, latitude, longitude, heading, speed, accuracy)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                {qint64{std::chrono::floor<std::chrono::days>(p.at).time_since_epoch().count()}, bound(p.driver),
                 bound(p.at), p.coordinate.latitude(), p.coordinate.longitude(), bound(p.heading), bound(p.speed),
                 bound(p.accuracy)});
        }
        m_last.at = at;
        m_last.coordinate = point.position;
        m_last.heading = speed > 0 ? std::optional(point.heading) : std::nullopt;
        m_last.speed = std::round(speed * 10) / 10;
        m_last.accuracy = static_cast<double>(m_chance.from(4, 14));
    }

    DemoWorld& m_world;
    DemoChance m_chance;
    Position m_last;
};

// What the driver did on the trips under way: where and when, oldest first.
QList<Stay> stays(DemoWorld& world, const DriverId& driver)
{
    QList<Stay> all;
    const auto rows = world.db.run("SELECT a.at, a.latitude, a.longitude FROM delivery_action a"
                                   " JOIN trip t ON t.id = a.trip_id WHERE t.driver_id = ? AND t.status = 'in_progress'"
                                   " AND a.latitude IS NOT NULL AND a.at > ? ORDER BY a.at",
                                   {bound(driver), bound(Instant(world.now - hours{14}))});
    while (rows->next()) {
        const Instant at{std::chrono::microseconds{rows->integer(0)}};
        const QGeoCoordinate place(rows->real(1), rows->real(2));
        if (!all.isEmpty() && all.last().place == place)
            all.last().to = at;
        else
            all.append({at - kShortestStop, at, place});
    }
    return all;
}

std::optional<QGeoCoordinate> nextStop(DemoWorld& world, const DriverId& driver)
{
    const auto rows = world.db.run("SELECT d.dropoff_latitude, d.dropoff_longitude FROM delivery d JOIN trip t"
                                   " ON t.id = d.trip_id WHERE t.driver_id = ? AND t.status = 'in_progress'"
                                   " AND d.status IN ('picked_up', 'in_transit') AND d.dropoff_latitude IS NOT NULL"
                                   " ORDER BY t.created_at DESC, d.trip_sequence LIMIT 1",
                                   {bound(driver)});
    return rows->next() ? std::optional(QGeoCoordinate(rows->real(0), rows->real(1))) : std::nullopt;
}

void followTrip(DemoWorld& world, Trail& trail, const QList<Stay>& stays, Manner manner,
                const std::optional<QGeoCoordinate>& next)
{
    const Instant end = manner == Manner::Silent ? Instant(world.now - kSilentFor) : world.now;
    for (qsizetype i = 0; i < stays.size(); ++i) {
        if (i > 0) {
            const DemoRoad road(stays[i - 1].place, stays[i].place, trail.chance());
            const Instant out = std::max<Instant>(stays[i - 1].to, stays[i].from - road.time());
            trail.stand({stays[i - 1].to, out, stays[i - 1].place});
            trail.drive(road, out, std::min(end, stays[i].from));
        }
        trail.stand({stays[i].from, std::min(end, stays[i].to), stays[i].place});
    }
    if (stays.isEmpty() || !next)
        return;
    const Stay& last = stays.last();
    const QGeoCoordinate aim =
        manner == Manner::Astray ? next->atDistanceAndAzimuth(kAstray, last.place.azimuthTo(*next) + 75) : *next;
    const DemoRoad road(last.place, aim, trail.chance());
    trail.drive(road, last.to, end);
    trail.stand({last.to + road.time(), end, road.at(road.time()).position});
}

// From door to door through the town until now, as far as the manner lets.
void runErrands(DemoWorld& world, Trail& trail, Manner manner)
{
    const QGeoCoordinate home = world.warehousePlaces[trail.chance().below(world.warehousePlaces.size())].position;
    Instant end = world.now;
    if (manner == Manner::Silent)
        end -= kSilentFor + minutes{trail.chance().from(0, 60)};
    else if (manner == Manner::Idles)
        end -= kIdleFor;
    else if (manner == Manner::Absent)
        end -= hours{14};
    else if (manner == Manner::Waits)
        end -= minutes{20};
    Instant at = end - kShift + minutes{trail.chance().from(0, 90)};
    QGeoCoordinate here = home;
    while (at < end) {
        const Instant leaves = at + minutes{trail.chance().from(3, 9)};
        trail.stand({at, std::min(leaves, end), here});
        if (leaves >= end)
            break;
        const bool last = manner == Manner::Waits && leaves > end - minutes{60};
        const QGeoCoordinate to =
            last ? home : trail.chance().pick(std::span<const DemoCustomer>(world.customers)).home.position;
        const DemoRoad road(here, to, trail.chance());
        trail.drive(road, leaves, end);
        at = leaves + road.time();
        here = road.at(std::min<std::chrono::duration<double>>(road.time(), end - leaves)).position;
        if (last)
            break;
    }
    if (manner == Manner::Idles || manner == Manner::Waits)
        trail.stand({std::max(at, end), world.now, here});
}

} // namespace

void addDemoPositions(DemoWorld& world)
{
    DemoChance chance = world.chance; // a copy: whatever comes after stays as it was
    for (int number = 0; number < world.drivers.size() && !world.db.failed(); ++number) {
        const DriverId& driver = world.drivers[number].id;
        world.db.execute("INSERT INTO device(tenant_id, device_id, driver_id, bound_at) VALUES (?, ?, ?, ?)",
                         {bound(world.tenant), demoDevice(number + 1), bound(driver), bound(world.now)});
        Trail trail(world, driver, DemoChance(chance.next()));
        const QList<Stay> known = stays(world, driver);
        const Manner manner = mannerOf(number, !known.isEmpty());
        if (known.isEmpty())
            runErrands(world, trail, manner);
        else
            followTrip(world, trail, known, manner, nextStop(world, driver));
        trail.finish();
    }
}

} // namespace waydesk::backend
