// SPDX-License-Identifier: GPL-3.0-or-later
// What the map shows: drivers, the chosen one's trip, warehouses, and a moment of today instead of now.
#include "ui/mappage/mappage.h"

#include "models/formats.h"
#include "ui/map/mercator.h"
#include "ui/mappage/drivercard.h"
#include "ui/mappage/playbackbar.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/table.h"

#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kNear = 14;     // what choosing with Enter zooms to at least
constexpr double kTogether = 20; // pixels: closer than this at the last zoom, marks can only be fanned out

bool canBePartedByZoom(const std::vector<int>& members, const std::vector<Mark>& marks)
{
    const QPointF first = marks[static_cast<size_t>(members.front())].world;
    const double size = worldSize(Camera::kStreetZoom + 2);
    return std::ranges::any_of(members, [&](int member) {
        const QPointF off = (marks[static_cast<size_t>(member)].world - first) * size;
        return std::hypot(off.x(), off.y()) > kTogether;
    });
}

} // namespace

Mark MapPage::markOf(const facade::DriverRow& row) const
{
    Mark mark;
    mark.world = toWorld(row.position->coordinate);
    if (row.position->heading)
        mark.heading = static_cast<float>(*row.position->heading);
    mark.freshness = freshnessOf(row.position->at, m_desk.formats.now());
    mark.alarmed = m_desk.alarms.wantsLook(row.driver.id);
    return mark;
}

void MapPage::rebuildMarks()
{
    std::vector<Mark> marks;
    m_driverOf.clear();
    m_markOf.clear();
    for (const facade::DriverRow& row : m_desk.drivers.rows()) {
        if (!row.position)
            continue;
        m_markOf.insert(row.driver.id, static_cast<int>(marks.size()));
        m_driverOf.append(row.driver.id);
        marks.push_back(markOf(row));
    }
    m_marks.setMarks(std::move(marks));
    m_marks.choose(m_markOf.value(m_chosen, -1));
    if (!m_isFitted && isVisible() && !m_marks.marks().empty()) {
        fit();
        m_isFitted = true;
    }
}

void MapPage::moveMarks(const QList<DriverId>& drivers)
{
    for (const DriverId& id : drivers) {
        const auto row = m_desk.drivers.find(id);
        const int mark = m_markOf.value(id, -1);
        if (!row || !row->position)
            continue;
        if (mark < 0) { // seen for the first time
            rebuildMarks();
            return;
        }
        m_marks.marks()[static_cast<size_t>(mark)] = markOf(*row);
    }
    if (m_follow->isChecked() && drivers.contains(m_chosen))
        centreOnChosen();
}

void MapPage::choose(const DriverId& id)
{
    const bool isNew = std::exchange(m_chosen, id) != id;
    if (!m_byAlarm) {
        m_alarmTrip.reset();
        m_alarmStop = -1;
    }
    m_marks.choose(m_markOf.value(id, -1));
    if (const int row = m_rows->rowOf(id); row >= 0 && m_table->currentIndex().row() != row) {
        const QScopedValueRollback choosing(m_choosing, true);
        m_table->setCurrentIndex(m_rows->index(row, 0));
        m_table->scrollTo(m_rows->index(row, 0));
    }
    if (id.isEmpty() && m_table->currentIndex().isValid()) {
        const QScopedValueRollback choosing(m_choosing, true);
        m_table->setCurrentIndex({});
    }
    if (!m_byAlarm && m_alarmTable->currentIndex().data(models::AlarmsModel::DriverRole).toString() != id.value)
        m_alarmTable->setCurrentIndex({}); // it is about somebody else
    if (isNew)
        m_follow->setChecked(false);
    showChosen();
    if (m_playback->isOpen())
        showMoment(m_playback->moment());
    repaintMaps();
}

void MapPage::showChosen()
{
    const auto row = m_desk.drivers.find(m_chosen);
    m_card->show(row);
    setPossible(*m_follow, row && row->position, tr("Choose a driver first who has been seen"));
    const std::optional<TripId> trip = m_alarmTrip ? m_alarmTrip : row ? row->trip : std::nullopt;
    if (m_shownTrip != trip) {
        m_shownTrip = trip;
        if (trip)
            m_desk.trips.wantDetail(*trip);
    }
    showTrip();
}

void MapPage::showTrip()
{
    std::vector<StopMark> stops;
    // Of another moment nobody knows which stops were done.
    const auto detail = m_shownTrip && m_today.isEmpty() ? m_desk.trips.detail(*m_shownTrip) : std::nullopt;
    if (detail && detail->plan) {
        const TripPlan& plan = *detail->plan;
        for (qsizetype i = 0; i < plan.stops.size(); ++i) {
            if (plan.stops[i].position.isValid())
                stops.push_back({toWorld(plan.stops[i].position), static_cast<int>(i) + 1, plan.stops[i].isComplete,
                                 plan.current == static_cast<int>(i), m_alarmStop == static_cast<int>(i)});
        }
    }
    if (stops == m_tripStops.stops())
        return;
    m_tripStops.setStops(std::move(stops));
    repaintMaps();
}

void MapPage::showPlaces()
{
    std::vector<NamedPlace> places;
    for (const Warehouse& warehouse : m_desk.lookups.warehouses()) {
        if (warehouse.location.position.isValid())
            places.push_back({toWorld(warehouse.location.position), warehouse.ref.name, u"warehouse"_s});
    }
    m_places.setPlaces(std::move(places));
    std::vector<ZoneCircle> zones;
    for (const Zone& zone : m_desk.lookups.zones()) {
        if (zone.centre.isValid())
            zones.push_back({zone.centre, zone.radius, zone.ref.name});
    }
    setPossible(*m_zoned, !zones.empty(), tr("The server has told of no zone with its place."));
    m_zones.setZones(std::move(zones));
    repaintMaps();
}

void MapPage::fit()
{
    std::vector<QGeoCoordinate> places;
    for (const StopMark& stop : m_tripStops.stops())
        places.push_back(fromWorld(stop.world));
    const int chosen = m_marks.chosen();
    if (chosen >= 0)
        places.push_back(fromWorld(m_marks.marks()[static_cast<size_t>(chosen)].world));
    if (places.size() < 2) {
        for (const Mark& mark : m_marks.marks()) {
            if (mark.world.y() <= 1) // seen by the moment that is played back
                places.push_back(fromWorld(mark.world));
        }
    }
    m_follow->setChecked(false);
    m_map->fit(places);
    if (m_tornMap)
        m_tornMap->fit(places);
}

void MapPage::centreOnChosen()
{
    const int mark = m_marks.chosen();
    if (mark < 0)
        return;
    m_isFitted = true;
    const QGeoCoordinate place = fromWorld(m_marks.marks()[static_cast<size_t>(mark)].world);
    for (MapView* view : {m_map, m_tornMap.data()}) {
        if (!view)
            continue;
        const Camera& camera = view->camera();
        view->setCamera(
            Camera(place, m_follow->isChecked() ? camera.zoom() : std::max(camera.zoom(), kNear), camera.viewport()));
    }
}

void MapPage::click(const MapView& view, QPointF at)
{
    const auto hit = m_marks.hit(at, view.camera());
    const bool wasFanned = !m_marks.fanned().empty();
    if (!hit) {
        if (wasFanned)
            m_marks.fanOut({});
    } else if (hit->mark >= 0) {
        choose(m_driverOf.value(hit->mark));
    } else if (canBePartedByZoom(hit->members, m_marks.marks())) {
        std::vector<QGeoCoordinate> places;
        for (const int member : hit->members)
            places.push_back(fromWorld(m_marks.marks()[static_cast<size_t>(member)].world));
        m_isFitted = true;
        const_cast<MapView&>(view).fit(places);
    } else {
        m_marks.fanOut(hit->members);
    }
    repaintMaps();
}

void MapPage::tearOff()
{
    if (m_torn) {
        m_torn->raise();
        m_torn->activateWindow();
        return;
    }
    m_torn = new QWidget(nullptr, Qt::Window);
    m_torn->setAttribute(Qt::WA_DeleteOnClose);
    m_torn->setWindowTitle(tr("Map") + u" – Waydesk"_s);
    m_torn->resize(1000, 720);
    m_tornMap = newView(m_torn);
    auto* column = new QVBoxLayout(m_torn);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tornMap);
    connect(m_torn, &QObject::destroyed, this,
            [this] { QMetaObject::invokeMethod(this, &MapPage::watch, Qt::QueuedConnection); });
    m_torn->show();
    m_tornMap->setCamera(m_map->camera());
    watch();
}

// Today since midnight here, of everybody.
void MapPage::wantToday()
{
    const models::Formats& formats = m_desk.formats;
    const QDateTime midnight(formats.today(), QTime(0, 0), formats.zone());
    m_playback->setWaiting(tr("Asking where they were today…"));
    layOver();
    m_ticket =
        m_desk.drivers.askTrack({}, Instant{std::chrono::milliseconds{midnight.toMSecsSinceEpoch()}}, formats.now());
}

void MapPage::gotToday(const QList<Position>& rows, bool isWhole)
{
    m_today.clear();
    for (const Position& row : rows) {
        TrackPoint point{toWorld(row.coordinate), row.at};
        if (row.heading)
            point.heading = static_cast<float>(*row.heading);
        m_today[row.driver].push_back(point);
    }
    if (m_today.isEmpty()) {
        m_playback->setWaiting(tr("Nobody was seen today."));
        layOver();
        return;
    }
    Instant first = Instant::max(), last = Instant::min();
    for (const auto& track : std::as_const(m_today)) {
        first = std::min(first, track.front().at);
        last = std::max(last, track.back().at);
    }
    std::vector<Mark> marks;
    m_driverOf = m_today.keys();
    m_markOf.clear();
    for (qsizetype i = 0; i < m_driverOf.size(); ++i) {
        m_markOf.insert(m_driverOf[i], static_cast<int>(i));
        marks.push_back({m_today[m_driverOf[i]].back().world});
    }
    m_marks.setMarks(std::move(marks));
    m_marks.choose(m_markOf.value(m_chosen, -1));
    showTrip();
    m_playback->open(first, last,
                     isWhole ? tr("the list shows now") : tr("only until %1").arg(m_desk.formats.time(last)));
    layOver();
}

void MapPage::showMoment(Instant moment)
{
    const double aside = 9; // the world is one wide: nobody sees who has not been seen yet
    for (qsizetype i = 0; i < m_driverOf.size(); ++i) {
        Mark& mark = m_marks.marks()[static_cast<size_t>(i)];
        const auto track = m_today.constFind(m_driverOf[i]);
        if (track == m_today.constEnd())
            continue;
        const auto then = momentOf(*track, moment);
        mark.world = then ? then->world : QPointF(0.5, aside);
        mark.heading = then ? then->heading : mark.heading;
        mark.freshness = !then ? Freshness::Stale : then->known ? Freshness::Fresh : freshnessOf(then->seen, moment);
    }
    m_track.setTrack(m_today.value(m_chosen));
    if (m_follow->isChecked())
        centreOnChosen();
    repaintMaps();
}

void MapPage::backToNow()
{
    m_ticket = 0;
    m_today.clear();
    m_track.setTrack({});
    rebuildMarks();
    showChosen();
    layOver();
    repaintMaps();
}

} // namespace waydesk::ui
