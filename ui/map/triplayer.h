// SPDX-License-Identifier: GPL-3.0-or-later
// A trip on the map: its stops numbered in their order, done ones filled, with the line between them; and a stretch of
// where a vehicle was, gaps drawn as gaps. GUI thread; the theme must outlive it.
#pragma once

#include "services/domain/freshness.h"
#include "ui/map/layer.h"
#include "ui/theme/theme.h"

#include <functional>

namespace waydesk::ui {

struct StopMark
{
    QPointF world;
    int number = 0; // from 1
    bool done = false, current = false;
    bool chosen = false; // an alarm is about it
    bool operator==(const StopMark&) const = default;
};

class TripLayer final : public MapLayer
{
public:
    using Number = std::function<QString(int)>; // in the person's digits
    TripLayer(const Theme& theme, Number number);

    void setStops(std::vector<StopMark> stops) { m_stops = std::move(stops); }
    const std::vector<StopMark>& stops() const { return m_stops; }
    void setChosenTone(Tone tone) { m_chosenTone = tone; } // of the ring around a chosen stop: an alarm's by itself
    void paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection direction) const override;

private:
    const Theme& m_theme;
    Number m_number;
    std::vector<StopMark> m_stops;
    Tone m_chosenTone = Tone::Bad;
};

struct TrackPoint
{
    QPointF world;
    Instant at{};
    float heading = std::numeric_limits<float>::quiet_NaN();
};

// Between two reports farther apart than this nobody knows where the vehicle was.
inline constexpr std::chrono::minutes kTrackGap{5};

// Where the vehicle was at a moment: between two reports on the line between them; in a gap and outside the track where
// it was seen last, and then `known` is false. nullopt: not seen yet.
struct TrackMoment
{
    QPointF world;
    float heading = std::numeric_limits<float>::quiet_NaN();
    bool known = true;
    Instant seen{}; // the report before the moment
};
std::optional<TrackMoment> momentOf(std::span<const TrackPoint> track, Instant at);

class TrackLayer final : public MapLayer
{
public:
    explicit TrackLayer(const Theme& theme)
        : m_theme(theme)
    {
    }
    void setTrack(std::vector<TrackPoint> track) { m_track = std::move(track); }
    const std::vector<TrackPoint>& track() const { return m_track; }
    void paint(QPainter& painter, const Camera& camera, Qt::LayoutDirection direction) const override;

private:
    const Theme& m_theme;
    std::vector<TrackPoint> m_track; // in order of time
};

} // namespace waydesk::ui
