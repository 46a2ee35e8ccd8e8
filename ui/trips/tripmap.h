// SPDX-License-Identifier: GPL-3.0-or-later
// The chosen trip on a map of its own: its stops numbered in their order. It shows all of them until a hand moves it.
// A click on a stop tells its place; the basemap, towns and theme must outlive it. GUI thread.
#pragma once

#include "services/domain/tripplan.h"
#include "ui/map/mapview.h"
#include "ui/map/places.h"
#include "ui/map/triplayer.h"

namespace waydesk::models {
class Formats;
}

namespace waydesk::ui {

class TripMap final : public MapView
{
    Q_OBJECT

public:
    TripMap(const Theme& theme, const Basemap& basemap, const Towns& towns, const models::Formats& formats,
            QWidget* parent = nullptr);

    void showTrip(const TripId& trip, const std::optional<TripPlan>& plan);
    void choose(int stop); // from 0; -1: none
    const TripLayer& stops() const { return m_stops; }

Q_SIGNALS:
    void stopChosen(int stop);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fitUntilMoved();
    void click(QPointF at);

    TripLayer m_stops;
    TownLayer m_towns;
    std::vector<int> m_stopOf; // of each mark
    TripId m_trip;
    bool m_isMoved = false;
};

} // namespace waydesk::ui
