// SPDX-License-Identifier: GPL-3.0-or-later
// The Map page: where every driver is, with the chosen one's trip, and the list beside it. Choosing in the list and on
// the map is the same thing. The map moves when a person says so: by hand, by Fit, by choosing with Enter, or while it
// follows the chosen driver. Played back, it shows a moment of today instead of now.
#pragma once

#include "models/alarmsmodel.h"
#include "models/livedriversmodel.h"
#include "services/facade/lookupservice.h"
#include "services/facade/tripservice.h"
#include "ui/map/mapview.h"
#include "ui/map/marklayer.h"
#include "ui/map/placelayer.h"
#include "ui/map/places.h"
#include "ui/map/triplayer.h"
#include "ui/map/zonelayer.h"
#include "ui/window/page.h"

class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace waydesk::ui {

class Button;
class CountTabs;
class DriverCard;
class Measuring;
class PlaybackBar;
class Table;
class Text;

struct MapDesk
{
    facade::DriverService& drivers;
    facade::AlarmService& alarms;
    facade::TripService& trips;
    facade::LookupService& lookups;
    const models::Formats& formats;
    facade::TileSource* tiles = nullptr; // none: the basemap alone
};

// What is under everything: made once, for every map. Must outlive the page.
struct MapGround
{
    Basemap basemap = Basemap::embedded();
    Towns towns = Towns::embedded();
};

class MapPage final : public Page
{
    Q_OBJECT

public:
    static constexpr std::array kSnoozes{std::chrono::minutes{10}, std::chrono::minutes{30}, std::chrono::minutes{60}};

    MapPage(const Theme& theme, const MapGround& ground, const MapDesk& desk, QWidget* parent = nullptr);
    ~MapPage() override;

    QString title() const override { return tr("Map"); }
    QList<KeyLine> keys() const override;
    QList<QAction*> pageActions() const override
    {
        return {m_fit,         m_follow,     m_zoned,      m_play,       m_tearOff,    m_measureAction,
                m_acknowledge, m_snoozes[0], m_snoozes[1], m_snoozes[2], m_focusFilter};
    }
    void shown() override;
    bool escape() override;
    void remember(Memory& memory) const override;
    void recall(const Memory& memory) override;

    void choose(const DriverId& id); // empty: nobody
    const DriverId& chosen() const { return m_chosen; }

    MapView* map() const { return m_map; }
    Table* table() const { return m_table; }
    Table* alarmTable() const { return m_alarmTable; }
    CountTabs* tabs() const { return m_tabs; }
    QAction* acknowledgeAction() const { return m_acknowledge; }
    QAction* snoozeAction(int which = 0) const { return m_snoozes[static_cast<size_t>(which)]; }
    QString alarmSentence() const; // of the chosen one, as it is shown
    QLineEdit* filterField() const { return m_filter; }
    PlaybackBar* playback() const { return m_playback; }
    const MarkLayer& marks() const { return m_marks; }
    const TripLayer& trip() const { return m_tripStops; }
    const TrackLayer& track() const { return m_track; }
    QAction* fitAction() const { return m_fit; }
    QAction* followAction() const { return m_follow; }
    QAction* zonesAction() const { return m_zoned; }
    const ZoneLayer& zones() const { return m_zones; }
    QAction* playAction() const { return m_play; }
    Measuring& measuring() const { return *m_measuring; }
    QWidget* tornOff() const { return m_torn; }
    QAction* tearOffAction() const { return m_tearOff; }

Q_SIGNALS:
    void tripWanted(const waydesk::TripId& id);
    void frontWanted(); // a toast was followed: this page is to be seen

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void buildTable();
    void buildActions();
    void retranslate();
    void layOver(); // the buttons and the bar upon the map
    void watch();   // as long as this page or a torn-off map is seen
    void repaintMaps();

    void rebuildMarks();
    void moveMarks(const QList<DriverId>& drivers);
    Mark markOf(const facade::DriverRow& row) const;
    void showTrip();
    void showPlaces();
    void showChosen();
    void showCounts();
    void showAlarms();
    void showAlarmSentence();
    void raise(const Alarm& alarm);
    void tellRaised(); // those of one look together: one by one they would cover the screen
    void chooseByAlarm(const QModelIndex& index);
    void centreOnAlarm();
    QWidget* buildAlarms();
    void fit();
    void centreOnChosen();
    void click(const MapView& view, QPointF at);
    MapView* newView(QWidget* parent);
    void tearOff();
    void tick();

    void wantToday();
    void gotToday(const QList<Position>& rows, bool isWhole);
    void showMoment(Instant moment);
    void backToNow();

    const Theme& m_theme;
    const MapGround& m_ground;
    MapDesk m_desk;
    models::LiveDriversModel* m_rows;
    models::AlarmsModel* m_alarmRows;
    MarkLayer m_marks;
    TripLayer m_tripStops;
    TrackLayer m_track;
    ZoneLayer m_zones;
    PlaceLayer m_places;
    TownLayer m_towns;
    Measuring* m_measuring;
    QAction* m_measureAction; // its
    QSplitter* m_splitter;
    QWidget* m_stage; // the map and what lies over it
    MapView* m_map;
    QWidget* m_tools;
    PlaybackBar* m_playback;
    CountTabs* m_tabs;
    QLineEdit* m_filter;
    QStackedWidget* m_lists; // drivers, alarms
    Table *m_table, *m_alarmTable;
    Text* m_count;
    DriverCard* m_card;
    QAction *m_fit, *m_follow, *m_zoned, *m_play, *m_tearOff, *m_acknowledge, *m_focusFilter;
    std::array<QAction*, kSnoozes.size()> m_snoozes{};
    Text *m_alarmText, *m_snoozeFor;
    QPointer<QWidget> m_torn;
    QPointer<MapView> m_tornMap;
    QTimer m_clock;

    DriverId m_chosen;
    std::optional<TripId> m_shownTrip, m_alarmTrip; // m_alarmTrip: of the chosen alarm, whoever drives it
    int m_alarmStop = -1;                           // in it
    QList<DriverId> m_driverOf;                     // of each mark
    QHash<DriverId, int> m_markOf;                  // the other way round
    bool m_isFitted = false, m_isWatching = false, m_choosing = false, m_byAlarm = false;
    quint64 m_ticket = 0;
    QList<Alarm> m_raised;
    QTimer m_tellSoon;
    QHash<DriverId, std::vector<TrackPoint>> m_today; // while played back
};

} // namespace waydesk::ui
