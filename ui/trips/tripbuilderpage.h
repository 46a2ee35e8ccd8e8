// SPDX-License-Identifier: GPL-3.0-or-later
// The trip builder: parcels that can join on the left, the stops in their order on the right with what the order means,
// the map beneath. Nothing is sent before Send, which says first what it changes at the server: the call replaces the
// whole set. What was put together survives a restart and every failure.
#pragma once

#include "models/deliveriesmodel.h"
#include "models/tripdraftmodel.h"
#include "models/tripoptimiser.h"
#include "services/facade/commandservice.h"
#include "services/facade/tripservice.h"
#include "ui/map/dotlayer.h"
#include "ui/map/lasso.h"
#include "ui/map/mapview.h"
#include "ui/map/places.h"
#include "ui/map/triplayer.h"
#include "ui/trips/submission.h"
#include "ui/trips/tripfields.h"
#include "ui/window/page.h"

class QLineEdit;
class QSplitter;

namespace waydesk::ui {

class Button;
class Notice;
class Table;
class Text;

struct TripBuilderDesk
{
    facade::TripService& trips;
    facade::LookupService& lookups;
    facade::CommandService& commands;
    facade::TravelService& travel;
    const models::Formats& formats;
    Memory& memory;
    const Basemap& basemap;
    const Towns& towns;
    facade::TileSource* tiles = nullptr; // none: the basemap alone
};

class TripBuilderPage final : public Page
{
    Q_OBJECT

public:
    TripBuilderPage(const Theme& theme, const TripBuilderDesk& desk, QWidget* parent = nullptr);

    QString title() const override { return tr("Trip builder"); }
    QList<KeyLine> keys() const override;
    QList<QAction*> pageActions() const override;
    QAction* primaryAction() const override { return m_send; }
    bool inRail() const override { return false; }
    void shown() override;
    bool escape() override;

    void begin(const TripId& trip); // empty: a new one
    const TripId& trip() const { return m_trip; }

    Table* eligible() const { return m_eligible; }
    Table* stops() const { return m_stops; }
    QLineEdit* search() const { return m_search; }
    TripFields* fields() const { return m_fields; }
    models::TripDraftModel& draft() { return *m_draft; }
    models::TripOptimiser& optimiser() { return *m_optimiser; }
    QAction* sendAction() const { return m_send; }
    QAction* optimiseAction() const { return m_optimise; }
    QAction* acceptAction() const { return m_accept; }
    QAction* lassoAction() const { return m_lassoAction; }
    MapView* map() const { return m_map; }
    const DotLayer& waiting() const { return m_waiting; }
    bool hasProposal() const { return m_proposal.has_value(); }
    QString proposalText() const;
    QString differenceText() const;
    Notice* notice() const { return m_notice; }

Q_SIGNALS:
    void left(const waydesk::TripId& trip); // sent, or given up: back to the table

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    QWidget* buildLeft();
    QWidget* buildRight();
    void buildActions();
    void retranslate();

    void readEligible();
    void enter(); // of the search field: a whole code is added, else what is chosen
    void addChosen();
    bool addByCode(const QString& code);
    void removeChosen();
    void move(int by);
    void planned();
    void buildLasso();
    void showMap();
    void showWaiting(); // the parcels of the list as dots
    void chooseDots(const std::vector<int>& rows, bool adds);
    void showFacts();
    void showProposal();
    void foundOrder(const std::optional<OrderProposal>& proposal, bool byRoad);
    void dropProposal();
    void askRoad();

    QList<Command> commandsToSend() const;
    void send();
    void keepDraft();
    void forgetDraft();
    QString draftKey() const;
    QString whyNotSend() const;

    const Theme& m_theme;
    TripBuilderDesk m_desk;
    models::DeliveriesModel* m_eligibleRows;
    models::TripDraftModel* m_draft;
    models::TripOptimiser* m_optimiser;
    TripLayer m_layer;
    TownLayer m_townLayer;
    DotLayer m_waiting; // as the list has them, row by row
    QSplitter* m_splitter;
    Text *m_canJoin, *m_eligibleFoot;
    QLineEdit* m_search;
    Table* m_eligible;
    Text *m_title, *m_sum;
    TripFields* m_fields;
    QWidget* m_banner; // a better order
    Text* m_bannerText;
    Button *m_acceptButton, *m_keepButton;
    Notice* m_notice;
    Table* m_stops;
    MapView* m_map;
    Lasso* m_lasso;
    Text *m_load, *m_difference;
    QAction *m_send, *m_optimise, *m_accept, *m_keepMine, *m_up, *m_down, *m_remove, *m_pin, *m_focusSearch,
        *m_lassoAction;
    Submission* m_submission;
    QTimer m_readSoon, m_roadSoon;

    TripId m_trip, m_localId;
    QString m_number;
    QList<DeliveryId> m_present; // at the server, as this desk knows
    std::optional<OrderProposal> m_proposal;
    bool m_proposalByRoad = false, m_isMoved = false;
};

} // namespace waydesk::ui
