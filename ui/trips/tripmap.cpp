// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trips/tripmap.h"

#include "models/formats.h"
#include "ui/map/mercator.h"

namespace waydesk::ui {

namespace {
constexpr double kReach = 14; // pixels: a numbered stop's own size
}

TripMap::TripMap(const Theme& theme, const Basemap& basemap, const Towns& towns, const models::Formats& formats,
                 QWidget* parent)
    : MapView(theme, basemap, parent)
    , m_stops(theme, [&formats](int number) { return formats.number(number); })
    , m_towns(theme, towns)
{
    m_stops.setChosenTone(Tone::Info);
    addLayer(m_towns);
    addLayer(m_stops);
    connect(this, &MapView::movedByHand, this, [this] { m_isMoved = true; });
    connect(this, &MapView::clicked, this, &TripMap::click);
}

void TripMap::showTrip(const TripId& trip, const std::optional<TripPlan>& plan)
{
    if (std::exchange(m_trip, trip) != trip)
        m_isMoved = false;
    const std::vector<StopMark> before = m_stops.stops();
    std::vector<StopMark> marks;
    m_stopOf.clear();
    for (qsizetype i = 0; plan && i < plan->stops.size(); ++i) {
        const PlanStop& stop = plan->stops[i];
        if (!stop.position.isValid())
            continue;
        const int at = static_cast<int>(i);
        const auto same = std::ranges::find(before, at + 1, &StopMark::number);
        const bool chosen = same != before.end() && same->chosen;
        marks.push_back({toWorld(stop.position), at + 1, stop.isComplete, plan->current == at, chosen});
        m_stopOf.push_back(at);
    }
    if (marks == before)
        return;
    m_stops.setStops(std::move(marks));
    fitUntilMoved();
    update();
}

void TripMap::choose(int stop)
{
    std::vector<StopMark> marks = m_stops.stops();
    for (size_t i = 0; i < marks.size(); ++i)
        marks[i].chosen = m_stopOf[i] == stop;
    m_stops.setStops(std::move(marks));
    update();
}

void TripMap::fitUntilMoved()
{
    std::vector<QGeoCoordinate> places;
    for (const StopMark& stop : m_stops.stops())
        places.push_back(fromWorld(stop.world));
    if (!m_isMoved && !places.empty())
        fit(places);
}

void TripMap::click(QPointF at)
{
    double nearest = kReach * kReach;
    int found = -1;
    for (size_t i = 0; i < m_stops.stops().size(); ++i) {
        const QPointF world = m_stops.stops()[i].world;
        const QPointF off = camera().toScreen({nearestCopy(world.x(), camera().worldCentre().x()), world.y()}) - at;
        if (const double far = QPointF::dotProduct(off, off); far <= nearest) {
            nearest = far;
            found = m_stopOf[i];
        }
    }
    if (found >= 0)
        Q_EMIT stopChosen(found);
}

void TripMap::resizeEvent(QResizeEvent* event)
{
    MapView::resizeEvent(event);
    fitUntilMoved();
}

void TripMap::showEvent(QShowEvent* event)
{
    MapView::showEvent(event);
    fitUntilMoved();
}

} // namespace waydesk::ui
