// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/driverservice.h"

#include "services/domain/fold.h"
#include "services/store/reader.h"
#include "services/sync/engine.h"

#include <algorithm>

namespace waydesk::facade {

namespace {
constexpr std::chrono::milliseconds kTogether{100};
constexpr int kMostDrivers = 100'000;
} // namespace

DriverService::DriverService(store::Reader& reader, sync::Engine& engine, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_engine(engine)
{
    readAll();
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTogether);
    connect(&m_soon, &QTimer::timeout, this, &DriverService::flush);
    connect(&engine, &sync::Engine::positionsChanged, this, &DriverService::take);
    connect(&engine, &sync::Engine::lookupsChanged, this, [this] {
        m_driversDue = true;
        soon();
    });
    const auto tripsMoved = [this] {
        m_tripsDue = true;
        soon();
    };
    connect(&engine, &sync::Engine::tripsChanged, this, tripsMoved);
    connect(&engine, &sync::Engine::deliveriesChanged, this, tripsMoved);
    connect(&engine, &sync::Engine::trackAnswered, this, [this](const sync::TrackAnswer& answer) {
        if (answer.ticket != m_lastTicket)
            return; // an older question's
        if (answer.error)
            Q_EMIT trackFailed(answer.ticket, *answer.error);
        else
            Q_EMIT trackTold(answer.ticket, answer.rows, answer.isWhole);
    });
}

void DriverService::soon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void DriverService::readAll()
{
    QHash<DriverId, Position> seen;
    for (const DriverRow& row : std::as_const(m_rows)) {
        if (row.position)
            seen.insert(row.driver.id, *row.position);
    }
    for (const Position& position : m_reader.positions().all()) {
        Position& known = seen[position.driver];
        if (known.driver.isEmpty() || known.at <= position.at)
            known = position;
    }
    m_rows.clear();
    for (const DriverRef& driver : m_reader.lookups().drivers({}, kMostDrivers)) {
        DriverRow row;
        row.driver = driver;
        if (const auto it = seen.constFind(driver.id); it != seen.constEnd()) {
            row.position = *it;
            seen.erase(it);
        }
        m_rows.append(row);
    }
    for (const Position& position : std::as_const(seen)) {
        DriverRow row;
        row.driver.id = position.driver;
        row.position = position;
        m_rows.append(row);
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const DriverRow& a, const DriverRow& b) {
        const QString left = fold(a.driver.user.fullName), right = fold(b.driver.user.fullName);
        if (left.isEmpty() != right.isEmpty())
            return right.isEmpty();
        return left != right ? left < right : a.driver.id.value < b.driver.id.value;
    });
    m_places.clear();
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_places.insert(m_rows[i].driver.id, i);
    readTrips();
}

bool DriverService::readTrips()
{
    QHash<DriverId, store::TripProgress> trips;
    for (const store::TripProgress& progress : m_reader.trips().underWay())
        trips.insert(progress.driver, progress);
    bool moved = false;
    for (DriverRow& row : m_rows) {
        DriverRow now = row;
        const auto it = trips.constFind(row.driver.id);
        const bool has = it != trips.constEnd();
        now.trip = has ? std::optional(it->trip) : std::nullopt;
        now.tripNumber = has ? it->number : QString();
        now.parcels = has ? it->parcels : 0;
        now.parcelsDone = has ? it->done : 0;
        if (now == row)
            continue;
        row = now;
        m_moved.insert(row.driver.id);
        moved = true;
    }
    return moved;
}

void DriverService::take(const QList<Position>& rows)
{
    for (const Position& position : rows) {
        const auto place = m_places.constFind(position.driver);
        if (place == m_places.constEnd()) {
            m_driversDue = true; // somebody new
            continue;
        }
        DriverRow& row = m_rows[*place];
        if (row.position && row.position->at > position.at)
            continue;
        row.position = position;
        m_moved.insert(position.driver);
    }
    soon();
}

void DriverService::flush()
{
    if (std::exchange(m_driversDue, false)) {
        m_tripsDue = false;
        readAll();
        m_moved.clear();
        Q_EMIT changed({});
        return;
    }
    if (std::exchange(m_tripsDue, false))
        readTrips();
    if (!m_moved.isEmpty())
        Q_EMIT changed(std::exchange(m_moved, {}).values());
}

std::optional<DriverRow> DriverService::find(const DriverId& id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.constEnd() ? std::nullopt : std::optional(m_rows[*place]);
}

void DriverService::watch(bool watched)
{
    m_watchers += watched ? 1 : -1;
    Q_ASSERT(m_watchers >= 0);
    if (m_watchers == (watched ? 1 : 0))
        m_engine.watchPositions(watched);
}

quint64 DriverService::askTrack(const DriverId& driver, Instant from, Instant to)
{
    m_engine.wantTrack(++m_lastTicket, driver, from, to);
    return m_lastTicket;
}

} // namespace waydesk::facade
