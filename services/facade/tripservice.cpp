// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/tripservice.h"

#include "services/domain/fold.h"
#include "services/domain/triprules.h"
#include "services/store/reader.h"
#include "services/sync/engine.h"

namespace waydesk::facade {

namespace {
constexpr std::chrono::milliseconds kTogether{50};
constexpr int kMostReturns = 200;
} // namespace

TripService::TripService(store::Reader& reader, sync::Engine& engine, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_engine(engine)
    , m_expectation(reader)
{
    m_expectation.refresh();
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTogether);
    connect(&m_soon, &QTimer::timeout, this, &TripService::flush);
    const auto note = [this](bool& what) {
        what = true;
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&engine, &sync::Engine::tripsChanged, this, [this, note] { note(m_trips); });
    connect(&engine, &sync::Engine::outboxChanged, this, [this, note] {
        if (m_expectation.refresh())
            note(m_trips);
    });
    connect(&engine, &sync::Engine::tripRenamed, this, [this, note](const TripId& local, const TripId& server) {
        m_expectation.refresh();
        Q_EMIT renamed(local, server);
        note(m_trips);
    });
    connect(&engine, &sync::Engine::deliveriesChanged, this, [this, note] { note(m_deliveries); });
}

void TripService::flush()
{
    if (std::exchange(m_trips, false)) {
        m_expectation.refresh(); // what leaves or joins is reckoned from the plans, which may have changed
        Q_EMIT changed();
    }
    if (std::exchange(m_deliveries, false))
        Q_EMIT deliveriesChanged();
}

QList<TripRow> TripService::localRows(const QString& text) const
{
    const QStringList words = fold(text).split(u' ', Qt::SkipEmptyParts);
    QList<TripRow> rows = m_expectation.localRows();
    rows.removeIf([&](const TripRow& row) {
        const QString searched =
            fold(QStringList{row.trip.notes, row.trip.driver ? row.trip.driver->user.fullName : QString(),
                             row.trip.vehicle ? row.trip.vehicle->name : QString()}
                     .join(u' '));
        return !std::all_of(words.begin(), words.end(), [&](const QString& word) { return searched.contains(word); });
    });
    return rows;
}

QList<TripRow> TripService::rows(const std::optional<TripStatus>& status, const QString& text, int most) const
{
    QList<TripRow> rows;
    if (!status || *status == TripStatus::Planned)
        rows = localRows(text);
    for (const store::StoredTrip& stored : m_reader.trips().newest(status, text, most))
        rows << m_expectation.rowOf(stored);
    return rows;
}

TripCounts TripService::counts(const QString& text) const
{
    TripCounts counts;
    for (const store::TripCount& count : m_reader.trips().counts(text)) {
        counts.all += count.count;
        if (const auto status = parseWord<TripStatus>(count.status))
            counts.byStatus[static_cast<size_t>(*status)] += count.count;
    }
    const qint64 locals = localRows(text).size();
    counts.all += locals;
    counts.byStatus[static_cast<size_t>(TripStatus::Planned)] += locals;
    return counts;
}

std::optional<TripDetail> TripService::detail(const TripId& id) const
{
    const auto row = m_expectation.find(id);
    if (!row)
        return std::nullopt;
    TripDetail detail;
    detail.row = *row;
    detail.plan = m_reader.trips().plan(row->server.id);
    detail.deliveries = m_expectation.members(row->server.id);
    detail.serverMembers = m_expectation.serverMembers(row->server.id);
    return detail;
}

std::optional<TripRow> TripService::find(const TripId& id) const
{
    return m_expectation.find(id);
}

std::optional<TripId> TripService::idOf(const QString& number) const
{
    const QList<store::StoredTrip> like = m_reader.trips().newest({}, number, 20);
    for (const store::StoredTrip& stored : like) {
        if (fold(stored.trip.number) == fold(number))
            return stored.trip.id;
    }
    return std::nullopt;
}

QString TripService::numberOf(const TripId& id) const
{
    const auto stored = m_reader.trips().find(currentId(id));
    return stored ? stored->trip.number : QString();
}

TripId TripService::currentId(const TripId& id) const
{
    return m_reader.outbox().currentId(id);
}

QList<DeliveryRow> TripService::eligible(const QString& text, int most) const
{
    using Way = TripExpectation::Way;
    QList<DeliveryRow> rows;
    for (const store::StoredDelivery& stored : m_reader.deliveries().eligibleForTrip(text, most)) {
        if (m_expectation.wayOf(stored.delivery.id) == Way::Joins ||
            canJoinTrip(stored.delivery, std::nullopt) != TripRefusal::None)
            continue;
        rows << DeliveryRow{stored.delivery, false, false, stored.fetchedAt};
    }
    return rows;
}

TripRefusal TripService::canJoin(const Delivery& delivery, const TripId& trip) const
{
    using Way = TripExpectation::Way;
    const TripId now = currentId(trip);
    Delivery expected = delivery;
    switch (m_expectation.wayOf(delivery.id)) {
    case Way::Stays:
        break;
    case Way::Leaves:
        expected.tripId.reset();
        break;
    case Way::Joins: {
        const QList<DeliveryRow> members = m_expectation.members(now);
        const bool here = std::any_of(members.begin(), members.end(), [&](const DeliveryRow& row) {
            return row.delivery.id == delivery.id && !row.leaving;
        });
        return here ? TripRefusal::None : TripRefusal::DeliveryInAnotherTrip;
    }
    }
    return canJoinTrip(expected, now);
}

std::optional<TripId> TripService::tripOf(const DeliveryId& id) const
{
    return m_reader.trips().tripOf(id);
}

QList<TripId> TripService::toWatch(Instant plannedSince, int most) const
{
    return m_reader.trips().toWatch(plannedSince, most);
}

QList<WaitingReturn> TripService::waitingReturns() const
{
    return m_reader.trips().waitingReturns(kMostReturns);
}

void TripService::wantDetail(const TripId& id)
{
    m_engine.wantTrip(id);
}

void TripService::refresh()
{
    m_engine.refresh();
}

} // namespace waydesk::facade
