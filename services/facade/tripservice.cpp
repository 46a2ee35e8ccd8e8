// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/tripservice.h"

#include "services/store/reader.h"
#include "services/sync/engine.h"

namespace waydesk::facade {

namespace {
constexpr std::chrono::milliseconds kTogether{50};
} // namespace

TripService::TripService(store::Reader& reader, sync::Engine& engine, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_engine(engine)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTogether);
    connect(&m_soon, &QTimer::timeout, this, &TripService::flush);
    const auto note = [this](bool& what) {
        what = true;
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&engine, &sync::Engine::tripsChanged, this, [this, note] { note(m_trips); });
    connect(&engine, &sync::Engine::deliveriesChanged, this, [this, note] { note(m_deliveries); });
}

void TripService::flush()
{
    if (std::exchange(m_trips, false))
        Q_EMIT changed();
    if (std::exchange(m_deliveries, false))
        Q_EMIT deliveriesChanged();
}

QList<TripRow> TripService::rows(const std::optional<TripStatus>& status, const QString& text, int most) const
{
    QList<TripRow> rows;
    for (const store::StoredTrip& stored : m_reader.trips().newest(status, text, most))
        rows.append({stored.trip, stored.fetchedAt});
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
    return counts;
}

std::optional<TripDetail> TripService::detail(const TripId& id) const
{
    const auto stored = m_reader.trips().find(id);
    if (!stored)
        return std::nullopt;
    TripDetail detail;
    detail.row = {stored->trip, stored->fetchedAt};
    detail.plan = m_reader.trips().plan(id);
    for (const store::StoredDelivery& parcel : m_reader.trips().deliveries(id)) {
        DeliveryRow row;
        row.delivery = parcel.delivery;
        row.fetchedAt = parcel.fetchedAt;
        detail.deliveries.append(std::move(row));
    }
    return detail;
}

std::optional<TripId> TripService::tripOf(const DeliveryId& id) const
{
    return m_reader.trips().tripOf(id);
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
