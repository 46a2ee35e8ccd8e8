// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mappage/mappage.h"

#include "models/formats.h"
#include "ui/map/mercator.h"
#include "ui/mappage/drivercard.h"
#include "ui/mappage/measuring.h"
#include "ui/mappage/playbackbar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"
#include "ui/window/memory.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSlider>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using Rows = models::LiveDriversModel;

namespace {

constexpr std::chrono::seconds kTick{10}; // ages are told in minutes; "now" lasts one

} // namespace

MapPage::MapPage(const Theme& theme, const MapGround& ground, const MapDesk& desk, QWidget* parent)
    : Page(u"map"_s, u"map"_s, parent)
    , m_theme(theme)
    , m_ground(ground)
    , m_desk(desk)
    , m_rows(new Rows(desk.drivers, desk.formats, this))
    , m_alarmRows(new models::AlarmsModel(desk.alarms, desk.drivers, desk.trips, desk.formats, this))
    , m_marks(theme)
    , m_tripStops(theme, [this](int number) { return m_desk.formats.number(number); })
    , m_track(theme)
    , m_zones(theme)
    , m_places(theme)
    , m_towns(theme, ground.towns)
    , m_measuring(new Measuring(theme, this))
    , m_measureAction(m_measuring->action())
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_stage(new QWidget(this))
    , m_map(newView(m_stage))
    , m_tools(new QWidget(m_stage))
    , m_playback(new PlaybackBar(theme, desk.formats, m_stage))
    , m_tabs(new CountTabs(theme, this))
    , m_filter(new QLineEdit(this))
    , m_lists(new QStackedWidget(this))
    , m_table(new Table(theme, {}, this))
    , m_alarmTable(new Table(theme, {}, this))
    , m_count(new Text(theme, Face::Small, Tone::Muted, this))
    , m_card(new DriverCard(theme, desk.trips, *m_rows, desk.formats, this))
    , m_fit(new QAction(this))
    , m_follow(new QAction(this))
    , m_zoned(new QAction(this))
    , m_play(new QAction(this))
    , m_tearOff(new QAction(this))
    , m_acknowledge(new QAction(this))
    , m_focusFilter(new QAction(this))
    , m_alarmText(new Text(theme, Face::Base, Tone::Text, this))
    , m_snoozeFor(new Text(theme, Face::Small, Tone::Muted, this))
{
    m_tabs->add({}, 0);
    m_tabs->add({}, 1);
    m_marks.setWords(
        [this](int mark) {
            const auto row = m_desk.drivers.find(m_driverOf.value(mark));
            return row && !row->driver.user.fullName.isEmpty() ? row->driver.user.fullName
                                                               : m_driverOf.value(mark).value;
        },
        [this](int mark) {
            const auto row = m_desk.drivers.find(m_driverOf.value(mark));
            return row && m_today.isEmpty() ? m_rows->age(*row) : QString();
        });
    buildActions();
    build();
    buildTable();
    connect(&desk.drivers, &facade::DriverService::changed, this, [this](const QList<DriverId>& drivers) {
        if (!m_today.isEmpty())
            return; // another moment is shown
        if (drivers.isEmpty())
            rebuildMarks();
        else
            moveMarks(drivers);
        showChosen();
        repaintMaps();
    });
    connect(&desk.drivers, &facade::DriverService::trackTold, this,
            [this](quint64 ticket, const QList<Position>& rows, bool isWhole) {
                if (ticket == m_ticket)
                    gotToday(rows, isWhole);
            });
    connect(&desk.drivers, &facade::DriverService::trackFailed, this, [this](quint64 ticket, const Error&) {
        if (ticket == m_ticket)
            m_playback->setWaiting(tr("The server did not tell where they were. Live shows what is known here."));
    });
    connect(&desk.alarms, &facade::AlarmService::changed, this, &MapPage::showAlarms);
    connect(&desk.alarms, &facade::AlarmService::raised, this, &MapPage::raise);
    connect(m_playback, &PlaybackBar::wanted, this, &MapPage::wantToday);
    connect(m_playback, &PlaybackBar::moved, this, &MapPage::showMoment);
    connect(m_playback, &PlaybackBar::closed, this, &MapPage::backToNow);
    connect(&desk.trips, &facade::TripService::changed, this, &MapPage::showTrip);
    connect(&desk.lookups, &facade::LookupService::changed, this, &MapPage::showPlaces);
    connect(m_measuring, &Measuring::changed, this, &MapPage::repaintMaps);
    connect(m_rows, &Rows::reloaded, this, &MapPage::showCounts);
    m_tellSoon.setSingleShot(true);
    m_tellSoon.setInterval(0);
    connect(&m_tellSoon, &QTimer::timeout, this, &MapPage::tellRaised);
    m_clock.setInterval(kTick);
    connect(&m_clock, &QTimer::timeout, this, &MapPage::tick);
    rebuildMarks();
    showPlaces();
    retranslate();
    showAlarms();
}

MapPage::~MapPage()
{
    delete m_torn;
    if (m_isWatching)
        m_desk.drivers.watch(false);
}

MapView* MapPage::newView(QWidget* parent)
{
    auto* view = new MapView(m_theme, m_ground.basemap, parent);
    if (m_desk.tiles)
        view->setTiles(*m_desk.tiles);
    for (const MapLayer* layer : std::initializer_list<const MapLayer*>{&m_zones, &m_towns, &m_places, &m_track,
                                                                        &m_tripStops, &m_marks, &m_measuring->layer()})
        view->addLayer(*layer);
    connect(view, &MapView::clicked, this, [this, view](QPointF at) {
        if (!m_measuring->click(view->camera().unproject(at)))
            click(*view, at);
    });
    connect(view, &MapView::movedByHand, this, [this] {
        m_follow->setChecked(false);
        m_isFitted = true; // by hand: nothing else moves it any more
    });
    return view;
}

bool MapPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_stage && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        layOver();
    return Page::eventFilter(watched, event);
}

void MapPage::repaintMaps()
{
    m_map->update();
    if (m_tornMap)
        m_tornMap->update();
}

void MapPage::watch()
{
    const bool seen = isVisible() || (m_torn && m_torn->isVisible());
    if (std::exchange(m_isWatching, seen) == seen)
        return;
    m_desk.drivers.watch(seen);
    if (seen) {
        tick();
        m_clock.start();
    } else {
        m_clock.stop();
    }
}

void MapPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    watch();
    layOver();
    if (!m_isFitted && !m_marks.marks().empty()) {
        fit();
        m_isFitted = true;
    }
}

void MapPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    watch();
}

void MapPage::tick()
{
    m_rows->tick();
    m_alarmRows->tick();
    showAlarmSentence();
    if (m_today.isEmpty()) {
        for (const facade::DriverRow& row : m_desk.drivers.rows()) {
            if (const int mark = m_markOf.value(row.driver.id, -1); mark >= 0)
                m_marks.marks()[static_cast<size_t>(mark)].freshness = markOf(row).freshness;
        }
    }
    showChosen();
    repaintMaps();
}

void MapPage::showCounts()
{
    m_tabs->setCount(0, m_rows->all());
    m_count->setText(m_rows->silent() > 0
                         ? tr("%Ln driver(s) on a trip, not heard of", nullptr, static_cast<int>(m_rows->silent()))
                         : tr("Everybody on a trip is heard of"));
    if (!m_filter->text().isEmpty())
        m_table->emptyState()->setContent(u"funnel"_s, tr("No driver matches"), tr("Remove a word of the filter."));
    else
        m_table->emptyState()->setContent(u"users"_s, tr("No drivers yet"),
                                          tr("The server has told of none. They appear here as soon as it does."));
    if (const int row = m_rows->rowOf(m_chosen); row >= 0 && m_table->currentIndex().row() != row) {
        const QScopedValueRollback choosing(m_choosing, true);
        m_table->setCurrentIndex(m_rows->index(row, 0));
    }
}

QList<KeyLine> MapPage::keys() const
{
    return {{u"F"_s, tr("Show the chosen trip, or everybody")},
            {u"L"_s, tr("Follow the chosen driver")},
            {u"Z"_s, tr("Zones, shown or not")},
            {u"P"_s, tr("Play back today, pause")},
            {u"T"_s, tr("A map of its own, for a second screen")},
            {u"Enter"_s, tr("Bring the chosen driver to the middle")},
            {u"A"_s, tr("Acknowledge the alarm")},
            {u"S"_s, tr("Snooze the alarm: 10 minutes; with Shift 30, with Ctrl and Shift 60")},
            {u"M"_s, tr("Measure: click points, Backspace takes one back, Esc ends")},
            {u"/"_s, tr("Filter the list")},
            {u"+ −"_s, tr("Nearer, farther")}};
}

void MapPage::shown()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

bool MapPage::escape()
{
    if (m_measuring->escape())
        return true;
    if (!m_marks.fanned().empty()) {
        m_marks.fanOut({});
        repaintMaps();
        return true;
    }
    if (m_playback->isOpen()) {
        m_playback->close();
        return true;
    }
    if (m_filter->text().isEmpty())
        return false;
    m_filter->clear();
    m_table->setFocus(Qt::OtherFocusReason);
    return true;
}

void MapPage::remember(Memory& memory) const
{
    memory.setValue(u"map/columns"_s, m_table->header()->saveState());
    memory.setValue(u"map/splitter"_s, m_splitter->saveState());
    memory.setValue(u"map/chosen"_s, m_chosen.value);
    memory.setValue(u"map/zones"_s, m_zoned->isChecked());
    if (!m_isFitted)
        return;
    memory.setValue(u"map/latitude"_s, m_map->camera().centre().latitude());
    memory.setValue(u"map/longitude"_s, m_map->camera().centre().longitude());
    memory.setValue(u"map/zoom"_s, m_map->camera().zoom());
}

void MapPage::recall(const Memory& memory)
{
    m_table->header()->restoreState(memory.value(u"map/columns"_s).toByteArray());
    m_splitter->restoreState(memory.value(u"map/splitter"_s).toByteArray());
    choose({memory.value(u"map/chosen"_s).toString()});
    m_zoned->setChecked(memory.value(u"map/zones"_s, false).toBool());
    const QGeoCoordinate centre(memory.value(u"map/latitude"_s, qQNaN()).toDouble(),
                                memory.value(u"map/longitude"_s, qQNaN()).toDouble());
    if (!centre.isValid())
        return;
    m_map->setCamera(Camera(centre, memory.value(u"map/zoom"_s, 10).toDouble(), m_map->size()));
    m_isFitted = true;
}

void MapPage::retranslate()
{
    m_tabs->setTabText(0, tr("Drivers"));
    m_tabs->setTabText(1, tr("Alarms"));
    m_alarmTable->setAccessibleName(tr("Alarms"));
    m_alarmTable->emptyState()->setContent(
        u"circle-check"_s, tr("All is well"),
        tr("Who falls silent on a trip, stands too long, leaves the way, carries too "
           "much cash or comes too late stands here, and returns that wait."));
    m_acknowledge->setText(tr("Acknowledge"));
    m_snoozeFor->setText(tr("Snooze for"));
    for (size_t i = 0; i < kSnoozes.size(); ++i) {
        const int minutes = static_cast<int>(kSnoozes[i].count());
        m_snoozes[i]->setText(tr("%1 min", "minutes").arg(m_desk.formats.number(minutes)));
        m_snoozes[i]->setToolTip(tr("Snooze the alarm for %Ln minute(s)", nullptr, minutes));
    }
    m_tabs->setAccessibleName(tr("Beside the map"));
    m_table->setAccessibleName(tr("Drivers"));
    m_filter->setPlaceholderText(tr("Driver, van or trip"));
    m_filter->setAccessibleName(tr("Filter of the list"));
    m_fit->setText(tr("Fit"));
    m_fit->setToolTip(tr("Show the chosen trip, or everybody"));
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(tr("The map keeps the chosen driver in its middle"));
    m_zoned->setText(tr("Zones"));
    m_zoned->setToolTip(tr("The depot's zones, shown or not"));
    m_play->setText(tr("Play back today"));
    m_tearOff->setText(tr("Tear off"));
    m_tearOff->setToolTip(tr("A map of its own, for a second screen"));
    m_focusFilter->setText(tr("Filter the list"));
    m_playback->retranslate();
    m_measuring->retranslate(m_desk.formats.locale());
    showCounts();
    showChosen();
    layOver();
}

void MapPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT titleChanged();
    }
}

void MapPage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.colours().surface);
}

} // namespace waydesk::ui
