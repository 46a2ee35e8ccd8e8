// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trips/tripdetail.h"

#include "models/formats.h"
#include "models/latewords.h"
#include "models/tripwords.h"
#include "ui/trips/tripmap.h"
#include "ui/trips/tripreturns.h"
#include "ui/waybills/statuschips.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"

#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using Deliveries = models::DeliveriesModel;
using Stops = models::TripStopsModel;

namespace {

constexpr int kRoomForAll = 540, kRoomForParcels = 660;
constexpr int kRoomForWindow = 560; // narrower: its tool tip has it

enum Tab { StopsTab, DeliveriesTab };

// Done, now, next and to come each have a shape of their own.
ChipContent stageChip(const QModelIndex& index)
{
    ChipContent chip;
    chip.text = index.data(Qt::DisplayRole).toString();
    switch (static_cast<models::StopRow::Stage>(index.data(Stops::StageRole).toInt())) {
    case models::StopRow::Stage::Done:
        chip.icon = u"circle-check"_s;
        chip.tone = Tone::Ok;
        break;
    case models::StopRow::Stage::Current:
        chip.icon = u"truck"_s;
        chip.tone = Tone::Info;
        break;
    case models::StopRow::Stage::Next:
        chip.icon = u"arrow-right"_s;
        chip.tone = Tone::Violet;
        break;
    case models::StopRow::Stage::Later:
        chip.icon = u"circle-dashed"_s;
        chip.tone = Tone::Grey;
        break;
    }
    return chip;
}

} // namespace

TripDetail::TripDetail(const Theme& theme, facade::TripService& trips, const models::Formats& formats,
                       const facade::LatenessWatch* lateness, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_trips(trips)
    , m_formats(formats)
    , m_lateness(lateness)
    , m_stopRows(new Stops(formats, this))
    , m_deliveryRows(new Deliveries(formats, this))
    , m_pane(new DetailPane(theme, this))
    , m_stops(new Table(theme, {}))
    , m_deliveries(new Table(theme, {}))
{
    build();
    connect(&trips, &facade::TripService::changed, this, &TripDetail::refresh);
    connect(&trips, &facade::TripService::deliveriesChanged, this, &TripDetail::refresh);
    connect(&formats, &models::Formats::changed, this, &TripDetail::refresh);
    if (lateness)
        connect(lateness, &facade::LatenessWatch::changed, this, &TripDetail::refresh);
    retranslate();
}

void TripDetail::build()
{
    using Look = ColumnStyle::Look;
    for (Table* table : {m_stops, m_deliveries}) {
        table->header()->hide();
        table->header()->setSectionsMovable(false);
        table->header()->setStretchLastSection(false);
    }
    m_stops->setModel(m_stopRows);
    m_stops->setColumnStyle(Stops::Place, {Look::MutedFigures, {}});
    m_stops->setColumnStyle(Stops::What, {Look::Strong, {}});
    m_stops->setColumnStyle(
        Stops::Arrives,
        {Look::Chips, [](const QModelIndex& index) {
             const bool isLate = index.data(Stops::LateRole).toInt() > 0;
             const QString at = index.data().toString();
             if (at == models::Formats::nothing())
                 return QList<ChipContent>();
             return QList{ChipContent{isLate ? u"triangle-alert"_s : u"clock"_s, at, isLate ? Tone::Bad : Tone::Grey}};
         }});
    m_stops->setColumnStyle(Stops::Window, {Look::MutedFigures, {}});
    m_stops->setColumnStyle(Stops::Parcels, {Look::Muted, {}});
    m_stops->setColumnStyle(Stops::State,
                            {Look::Chips, [](const QModelIndex& index) { return QList{stageChip(index)}; }});
    m_stops->header()->resizeSection(Stops::Place, 36);
    m_stops->header()->resizeSection(Stops::What, 72);
    m_stops->header()->resizeSection(Stops::Arrives, 132);
    m_stops->header()->resizeSection(Stops::Window, 100);
    m_stops->header()->resizeSection(Stops::Parcels, 76);
    m_stops->header()->resizeSection(Stops::State, 108);
    m_stops->setGivesWay(Stops::Where, 60);
    m_deliveries->setModel(m_deliveryRows);
    m_deliveries->setColumnStyle(Deliveries::Code, {Look::Code, {}});
    m_deliveries->setColumnStyle(Deliveries::Zone, {Look::Muted, {}});
    m_deliveries->setColumnStyle(Deliveries::Cod, {Look::Figures, {}});
    m_deliveries->setColumnStyle(
        Deliveries::Status, {Look::Chips, [this](const QModelIndex& index) { return deliveryChips(m_theme, index); }});
    m_deliveries->header()->resizeSection(Deliveries::Code, 92);
    m_deliveries->header()->resizeSection(Deliveries::Zone, 94);
    m_deliveries->header()->resizeSection(Deliveries::Cod, 76);
    m_deliveries->header()->resizeSection(Deliveries::Status, 128);
    m_deliveries->setGivesWay(Deliveries::Customer, 70);
    m_pane->addTab({}, m_stops);
    m_pane->addTab({}, m_deliveries);
    m_pane->setActionsShown(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    setMinimumWidth(kLeastWidth);
}

TripReturns* TripDetail::addReturns(facade::ReturnQueueService& returns)
{
    m_returns = new TripReturns(m_theme, returns, m_formats);
    m_returnsTab = m_pane->addTab({}, m_returns);
    connect(m_returns, &TripReturns::countChanged, this,
            [this](int count) { m_pane->tabs()->setCount(m_returnsTab, count); });
    retranslate();
    return m_returns;
}

// The stop chosen in the list is marked on the map, and the other way round.
TripMap* TripDetail::addMap(const Basemap& basemap, const Towns& towns)
{
    m_map = new TripMap(m_theme, basemap, towns, m_formats);
    m_mapTab = m_pane->addTab({}, m_map);
    connect(m_stops->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) { m_map->choose(now.row()); });
    connect(m_map, &TripMap::stopChosen, this,
            [this](int stop) { m_stops->setCurrentIndex(m_stopRows->index(stop, 0)); });
    retranslate();
    return m_map;
}

void TripDetail::show(const TripId& id)
{
    if (std::exchange(m_id, id) != id && !id.isEmpty())
        m_trips.wantDetail(id);
    refresh();
}

void TripDetail::refresh()
{
    const auto detail = m_id.isEmpty() ? std::nullopt : m_trips.detail(m_id);
    m_stopRows->setDetail(detail, m_lateness && detail ? m_lateness->of(detail->row.trip.id) : QList<StopForecast>());
    m_deliveryRows->setDeliveries(detail ? detail->deliveries : QList<facade::DeliveryRow>());
    if (m_returns)
        m_returns->show(detail ? detail->row.server.id : TripId{});
    if (m_map)
        m_map->showTrip(m_id, detail ? detail->plan : std::nullopt);
    if (!detail) {
        m_pane->showNothing(u"truck"_s, tr("No trip chosen"),
                            tr("Choose one in the table to see its stops in their order and its parcels."));
        return;
    }
    const Trip& trip = detail->row.trip;
    m_pane->showSubject(trip.number, trip.state.text, models::words(trip.state), std::nullopt);
    showFacts(*detail);
    showCounts(*detail);
    fitColumns();
}

void TripDetail::showFacts(const facade::TripDetail& detail)
{
    const Trip& trip = detail.row.trip;
    QString driver = tr("Not assigned yet");
    if (trip.driver) {
        driver =
            trip.driver->user.fullName.isEmpty() ? models::Formats::nothing() : isolated(trip.driver->user.fullName);
        if (!trip.driver->user.phone.isEmpty())
            driver += u" · \u2066%1\u2069"_s.arg(trip.driver->user.phone);
    }
    QList<DetailPane::Fact> facts{
        {tr("Driver"), driver},
        {tr("Van"), trip.vehicle ? models::vanName(*trip.vehicle) : tr("None chosen")},
    };
    if (trip.type)
        facts.append({tr("Kind"), models::words(*trip.type)});
    facts.append({tr("Parcels"), trip.itemCount ? m_formats.number(*trip.itemCount) : models::Formats::nothing()});
    if (!detail.deliveries.isEmpty())
        facts.append({tr("COD"), m_formats.money(m_deliveryRows->totalCod())});
    const auto worst = m_lateness ? m_lateness->worst(trip.id) : std::nullopt;
    if (worst) {
        const QString why = models::reasonOf(worst->stop, m_formats);
        const QString how = models::latenessAt(worst->stop, worst->isNow, m_formats);
        facts.append({tr("Lateness"), why.isEmpty() ? how : tr("%1: %2", "lateness, its reason").arg(how, why)});
    }
    if (trip.startedAt)
        facts.append({tr("Started"), m_formats.moment(*trip.startedAt)});
    if (trip.completedAt)
        facts.append({tr("Completed"), m_formats.moment(*trip.completedAt)});
    if (!trip.notes.isEmpty())
        facts.append({tr("Notes"), trip.notes});
    m_pane->setFacts(facts);
}

void TripDetail::showCounts(const facade::TripDetail& detail)
{
    const auto shown = detail.deliveries.size();
    const qint64 all = std::max<qint64>(shown, detail.row.trip.itemCount.value_or(static_cast<int>(shown)));
    const qint64 stops = m_stopRows->rowCount();
    m_pane->tabs()->setCount(StopsTab, stops > 0 ? std::optional(stops) : std::nullopt);
    m_pane->tabs()->setCount(DeliveriesTab, all);
    // Not heard yet: the rest is on its way.
    m_stops->setReading(!detail.plan && all > 0);
    m_deliveries->setReading(shown == 0 && all > 0, static_cast<int>(all));
    const auto done = std::ranges::count_if(
        m_stopRows->rows(), [](const models::StopRow& row) { return row.stage == models::StopRow::Stage::Done; });
    QString foot = m_formats.parcels(static_cast<int>(all));
    if (!detail.plan)
        foot = tr("The stops come when the server answers");
    else if (stops > 0)
        foot = tr("%1 of %2 stops done").arg(m_formats.number(done), m_formats.number(stops)) + u" · "_s + foot;
    m_pane->setFoot(foot + u" · "_s + tr("heard %1").arg(m_formats.moment(detail.row.fetchedAt)));
}

void TripDetail::fitColumns()
{
    const bool wide = width() >= kRoomForAll;
    m_deliveries->header()->setSectionHidden(Deliveries::Zone, !wide);
    m_deliveries->header()->setSectionHidden(Deliveries::Cod, !wide);
    m_stops->header()->setSectionHidden(Stops::Parcels, width() < kRoomForParcels);
    m_stops->header()->setSectionHidden(Stops::Window, !m_lateness || width() < kRoomForWindow);
    m_stops->header()->setSectionHidden(Stops::Arrives, !m_lateness);
}

void TripDetail::retranslate()
{
    m_pane->setTabText(StopsTab, tr("Stops"));
    m_pane->setTabText(DeliveriesTab, tr("Deliveries"));
    if (m_returns) {
        m_pane->setTabText(m_returnsTab, tr("Returns"));
        m_returns->retranslate();
    }
    if (m_map)
        m_pane->setTabText(m_mapTab, tr("Map"));
    m_pane->tabs()->setAccessibleName(tr("Parts of this trip"));
    m_stops->setAccessibleName(tr("Stops of this trip"));
    m_deliveries->setAccessibleName(tr("Deliveries of this trip"));
    m_stops->emptyState()->setContent(u"route"_s, tr("No stops"), tr("A trip without parcels has nowhere to go."));
    m_deliveries->emptyState()->setContent(u"package-plus"_s, tr("No parcels in it yet"),
                                           tr("The server holds none for this trip."));
    refresh();
}

void TripDetail::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

} // namespace waydesk::ui
