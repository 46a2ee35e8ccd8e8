// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trips/tripbuilderpage.h"

#include "models/errortext.h"
#include "models/formats.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table.h"
#include "ui/window/memory.h"

#include <QEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPalette>
#include <QSplitter>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using Draft = models::TripDraftModel;

namespace {

constexpr int kMostEligible = 500;

Instant nextQuarter(Instant now)
{
    return std::chrono::ceil<std::chrono::duration<qint64, std::ratio<900>>>(now.time_since_epoch()) + Instant{};
}

} // namespace

TripBuilderPage::TripBuilderPage(const Theme& theme, const TripBuilderDesk& desk, QWidget* parent)
    : Page(u"trip-builder"_s, u"route"_s, parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_eligibleRows(new models::DeliveriesModel(desk.formats, this))
    , m_draft(new Draft(desk.formats, this))
    , m_optimiser(new models::TripOptimiser(desk.travel, this))
    , m_layer(theme, [this](int number) { return m_desk.formats.number(number); })
    , m_townLayer(theme, desk.towns)
    , m_waiting(theme)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_canJoin(new Text(theme, Face::BaseStrong, Tone::Text, this))
    , m_eligibleFoot(new Text(theme, Face::Small, Tone::Muted, this))
    , m_search(new QLineEdit(this))
    , m_eligible(new Table(theme, {}, this))
    , m_title(new Text(theme, Face::DetailTitle, Tone::Text, this))
    , m_sum(new Text(theme, Face::Base, Tone::Muted, this))
    , m_fields(new TripFields(theme, desk.lookups, TripFields::Shape::Bar, this))
    , m_banner(new QWidget(this))
    , m_bannerText(new Text(theme, Face::Base, Tone::Text, this))
    , m_acceptButton(new Button(theme, Button::Kind::Primary, this))
    , m_keepButton(new Button(theme, Button::Kind::Plain, this))
    , m_notice(new Notice(theme, this))
    , m_stops(new Table(theme, {}, this))
    , m_map(new MapView(theme, desk.basemap, this))
    , m_lasso(nullptr)
    , m_load(new Text(theme, Face::Small, Tone::Muted, this))
    , m_difference(new Text(theme, Face::Small, Tone::Muted, this))
    , m_send(new QAction(this))
    , m_optimise(new QAction(this))
    , m_accept(new QAction(this))
    , m_keepMine(new QAction(this))
    , m_up(new QAction(this))
    , m_down(new QAction(this))
    , m_remove(new QAction(this))
    , m_pin(new QAction(this))
    , m_focusSearch(new QAction(this))
    , m_lassoAction(new QAction(this))
    , m_submission(new Submission(desk.commands, this))
{
    if (desk.tiles)
        m_map->setTiles(*desk.tiles);
    m_map->addLayer(m_townLayer);
    m_map->addLayer(m_waiting);
    m_map->addLayer(m_layer);
    buildLasso();
    connect(m_map, &MapView::movedByHand, this, [this] { m_isMoved = true; });
    buildActions();
    build();
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(120);
    m_roadSoon.setSingleShot(true);
    m_roadSoon.setInterval(400);
    connect(&m_readSoon, &QTimer::timeout, this, &TripBuilderPage::readEligible);
    connect(&m_roadSoon, &QTimer::timeout, this, &TripBuilderPage::askRoad);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_readSoon.start(); });
    const auto readLater = [this] {
        showFacts();
        if (isVisible() && !m_readSoon.isActive())
            m_readSoon.start();
    };
    connect(&desk.trips, &facade::TripService::deliveriesChanged, this, readLater);
    connect(&desk.trips, &facade::TripService::changed, this, [this, readLater] {
        if (const auto detail = m_trip.isEmpty() ? std::nullopt : m_desk.trips.detail(m_trip))
            m_present = detail->serverMembers;
        readLater();
    });
    connect(&desk.trips, &facade::TripService::renamed, this, [this](const TripId& local, const TripId& server) {
        if (m_trip == local)
            m_trip = server;
    });
    connect(m_draft, &Draft::planned, this, &TripBuilderPage::planned);
    connect(m_fields, &TripFields::edited, this, [this] {
        m_draft->setCapacity(m_fields->capacity());
        keepDraft();
        showFacts();
    });
    connect(m_stops->selectionModel(), &QItemSelectionModel::currentChanged, this, &TripBuilderPage::showFacts);
    connect(m_optimiser, &models::TripOptimiser::found, this, &TripBuilderPage::foundOrder);
    connect(&desk.travel, &facade::TravelService::told, this, [this](quint64, const routing::TravelMatrix& matrix) {
        if (!m_optimiser->isSearching() && matrix.places == placesOf(m_draft->trip()).size())
            m_draft->setTravel(matrix);
    });
    connect(m_submission, &Submission::taken, this, [this] {
        forgetDraft();
        Q_EMIT said({.text = tr("%1: saved here, sent when the server answers").arg(m_title->text()),
                     .icon = u"check"_s,
                     .actionText = {},
                     .actionKeys = {},
                     .action = {}});
        Q_EMIT left(m_trip.isEmpty() ? m_localId : m_trip);
    });
    connect(m_submission, &Submission::refused, this, [this](const Error& error) {
        m_notice->say(Tone::Bad, models::errorText(error)); // everything stands as it was put together
        m_fields->complain(error.fields);
        showFacts();
    });
    connect(&theme, &Theme::changed, this, &TripBuilderPage::showProposal);
    retranslate();
}

void TripBuilderPage::begin(const TripId& trip)
{
    m_optimiser->stop();
    m_proposal.reset();
    m_notice->clear();
    m_trip = trip;
    m_localId = trip.isEmpty() ? facade::CommandService::newLocalTripId() : TripId{};
    m_isMoved = false;
    const auto detail = trip.isEmpty() ? std::nullopt : m_desk.trips.detail(trip);
    m_present = detail ? detail->serverMembers : QList<DeliveryId>();
    m_number = detail ? detail->row.trip.number : QString();
    m_fields->read(detail ? detail->row.trip : Trip{});
    if (!trip.isEmpty())
        m_desk.trips.wantDetail(trip);
    QList<Delivery> parcels;
    if (detail) {
        for (const facade::DeliveryRow& row : detail->deliveries) {
            if (!row.leaving)
                parcels.append(row.delivery);
        }
    }
    const QJsonObject kept = QJsonDocument::fromJson(m_desk.memory.value(draftKey()).toByteArray()).object();
    if (!kept.isEmpty()) {
        m_fields->takeDraft(kept[u"fields"].toObject());
        parcels.clear();
        const QJsonArray ids = kept[u"parcels"].toArray();
        for (const QJsonValue& id : ids) {
            if (const auto row = m_desk.lookups.delivery({id.toString()}))
                parcels.append(row->delivery);
        }
        m_notice->say(Tone::Info, tr("This is what you had put together here and not sent yet."));
    }
    m_draft->setDeparture(nextQuarter(m_desk.formats.now()));
    m_draft->setParcels(parcels);
    m_draft->setCapacity(m_fields->capacity());
    m_search->clear();
    readEligible();
    retranslate();
}

void TripBuilderPage::readEligible()
{
    QList<facade::DeliveryRow> rows = m_desk.trips.eligible(m_search->text(), kMostEligible);
    const bool isCut = rows.size() == kMostEligible;
    rows.removeIf([this](const facade::DeliveryRow& row) { return m_draft->holds(row.delivery.id); });
    m_eligibleRows->setDeliveries(rows);
    showWaiting();
    m_canJoin->setText(isCut ? tr("Can join this trip: the newest %1").arg(m_desk.formats.number(rows.size()))
                             : tr("Can join this trip: %1").arg(m_desk.formats.number(rows.size())));
    if (m_search->text().isEmpty())
        m_eligible->emptyState()->setContent(
            u"inbox"_s, tr("No parcel waits"),
            tr("Parcels that can join a trip appear here as the server tells of them."));
    else
        m_eligible->emptyState()->setContent(u"funnel"_s, tr("No parcel matches"), tr("Remove a word of the search."));
}

bool TripBuilderPage::addByCode(const QString& code)
{
    for (const facade::DeliveryRow& row : m_desk.trips.eligible(code, kMostEligible)) {
        const Delivery& d = row.delivery;
        if (d.code == code || d.barcode == code || (!d.externalReference.isEmpty() && d.externalReference == code)) {
            m_draft->add(d);
            return true;
        }
    }
    return false;
}

void TripBuilderPage::enter()
{
    const QString code = m_search->text().trimmed();
    m_notice->clear();
    if (!code.isEmpty() && addByCode(code)) {
        m_search->clear();
        readEligible();
        return;
    }
    if (m_readSoon.isActive()) {
        m_readSoon.stop();
        readEligible(); // a scanner is faster than the list
    }
    if (m_eligibleRows->rowCount() == 0 && !code.isEmpty()) {
        m_notice->say(Tone::Warn,
                      tr("%1 cannot join this trip, or is not known here.").arg(models::Formats::quoted(code)));
        m_search->selectAll();
        return;
    }
    if (m_eligible->selectionModel()->selectedRows().isEmpty() && m_eligibleRows->rowCount() > 0)
        m_eligible->setCurrentIndex(m_eligibleRows->index(0, 0));
    m_eligible->setFocus(Qt::ShortcutFocusReason);
}

void TripBuilderPage::addChosen()
{
    QList<int> rows;
    for (const QModelIndex& index : m_eligible->selectionModel()->selectedRows())
        rows.append(index.row());
    std::ranges::sort(rows);
    QList<Delivery> parcels;
    for (const int row : rows)
        parcels.append(m_eligibleRows->at(row)->delivery);
    const int first = rows.value(0);
    for (const Delivery& parcel : parcels)
        m_draft->add(parcel);
    readEligible();
    if (m_eligibleRows->rowCount() > 0)
        m_eligible->setCurrentIndex(m_eligibleRows->index(std::min(first, m_eligibleRows->rowCount() - 1), 0));
}

void TripBuilderPage::removeChosen()
{
    QList<int> rows;
    for (const QModelIndex& index : m_stops->selectionModel()->selectedRows())
        rows.append(index.row());
    m_draft->removeStops(rows);
    readEligible();
}

void TripBuilderPage::move(int by)
{
    const int row = m_stops->currentIndex().row();
    const Draft* draft = m_draft;
    const QString key = draft->at(row) ? draft->at(row)->key : QString();
    if (!m_draft->moveStop(row, by))
        return;
    const auto moved = std::ranges::find(draft->rows(), key, &models::DraftStop::key);
    if (moved != draft->rows().end())
        m_stops->setCurrentIndex(draft->index(static_cast<int>(moved - draft->rows().begin()), 0));
}

void TripBuilderPage::planned()
{
    if (m_proposal && m_proposal->before != m_draft->account())
        m_proposal.reset(); // it was a better order of something else
    keepDraft();
    showMap();
    showProposal();
    if (m_desk.travel.hasRouter() && !m_draft->travel() && !m_optimiser->isSearching())
        m_roadSoon.start();
}

void TripBuilderPage::askRoad()
{
    if (!m_optimiser->isSearching() && !m_draft->travel())
        m_desk.travel.ask(placesOf(m_draft->trip()));
}

void TripBuilderPage::foundOrder(const std::optional<OrderProposal>& proposal, bool byRoad)
{
    m_proposal = proposal;
    m_proposalByRoad = byRoad;
    if (!proposal)
        m_notice->say(Tone::Ok, tr("No better order was found: this one stands."));
    showProposal();
}

void TripBuilderPage::dropProposal()
{
    m_optimiser->stop();
    m_proposal.reset();
    showProposal();
}

void TripBuilderPage::shown()
{
    m_search->setFocus(Qt::OtherFocusReason);
    showMap();
}

bool TripBuilderPage::escape()
{
    if (m_lasso->isArmed()) {
        m_lasso->giveUp();
        return true;
    }
    if (m_proposal || m_optimiser->isSearching()) {
        dropProposal();
        return true;
    }
    if (!m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    return false; // the window goes back; what was put together is kept
}

bool TripBuilderPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            enter();
            return true;
        }
        if (key->key() == Qt::Key_Down && m_eligibleRows->rowCount() > 0) {
            m_eligible->setCurrentIndex(m_eligibleRows->index(0, 0));
            m_eligible->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace waydesk::ui
