// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waybills/waybilldetail.h"
#include "models/deliveriesmodel.h"
#include "models/formats.h"
#include "models/rowsource.h"
#include "models/selection.h"
#include "models/timelinemodel.h"
#include "models/waybillactions.h"
#include "models/words.h"
#include "ui/deliveries/prooflist.h"
#include "ui/deliveries/proofviewer.h"
#include "ui/waybills/actionlooks.h"
#include "ui/waybills/statuschips.h"
#include "ui/waybills/timelinedelegate.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"
#include "ui/window/memory.h"

#include <QListView>
#include <QMenu>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using Act = models::WaybillActions::Act;
using Deliveries = models::DeliveriesModel;

namespace {

constexpr int kRoomForAll = 540, kRoomForZone = 360;
constexpr int kCodeWidth = 92;

enum Tab { DeliveriesTab, TimelineTab, ReturnsTab, ProofTab };

QString placeLine(const Endpoint& end)
{
    QString name = models::placeName(end);
    if (!end.location)
        return name;
    const QString more =
        end.type.is(EndpointType::Warehouse) ? end.location->city.value_or(QString()) : end.location->fullAddress;
    return more.isEmpty() || more == name ? name : name + u" · "_s + more;
}

QStandardItem* cell(const QString& text)
{
    auto* item = new QStandardItem(text);
    item->setEditable(false);
    return item;
}

} // namespace

WaybillDetail::WaybillDetail(const Theme& theme, WaybillsDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_pane(new DetailPane(theme, this))
    , m_deliveries(new Table(theme, {}))
    , m_timeline(new QListView)
    , m_returns(new Table(theme, {}))
    , m_returnRows(new QStandardItemModel(0, 3, this))
    , m_proof(new Table(theme, {}))
    , m_proofRows(new QStandardItemModel(0, 2, this))
{
    build();
    connect(&desk.selection, &models::Selection::currentChanged, this, &WaybillDetail::show);
    connect(&desk.selection, &models::Selection::selectedChanged, this, &WaybillDetail::show);
    connect(&desk.rows, &models::RowSource::changed, this, [this](const QList<WaybillId>& ids) {
        if (ids.isEmpty() || ids.contains(m_desk.selection.current()))
            show();
    });
    connect(&desk.rows, &models::RowSource::reloaded, this, &WaybillDetail::show);
    connect(&desk.actions, &models::WaybillActions::changed, this, &WaybillDetail::show);
    for (QAbstractItemModel* model : std::initializer_list<QAbstractItemModel*>{&desk.deliveries, &desk.timeline}) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &WaybillDetail::show);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &WaybillDetail::show);
        connect(model, &QAbstractItemModel::dataChanged, this, &WaybillDetail::show);
    }
    retranslate();
}

void WaybillDetail::build()
{
    using Look = ColumnStyle::Look;
    const auto bare = [](Table* table) {
        table->header()->hide();
        table->header()->setSectionsMovable(false);
        table->header()->setStretchLastSection(false);
    };
    bare(m_deliveries);
    m_deliveries->setModel(&m_desk.deliveries);
    m_deliveries->setColumnStyle(Deliveries::Code, {Look::Code, {}});
    m_deliveries->setColumnStyle(Deliveries::Zone, {Look::Muted, {}});
    m_deliveries->setColumnStyle(Deliveries::Cod, {Look::Figures, {}});
    m_deliveries->setColumnStyle(
        Deliveries::Status, {Look::Chips, [this](const QModelIndex& index) { return deliveryChips(m_theme, index); }});
    m_deliveries->header()->moveSection(m_deliveries->header()->visualIndex(Deliveries::Status),
                                        m_deliveries->header()->visualIndex(Deliveries::Cod));
    m_deliveries->header()->resizeSection(Deliveries::Code, kCodeWidth);
    m_deliveries->header()->resizeSection(Deliveries::Zone, 94);
    m_deliveries->header()->resizeSection(Deliveries::Cod, 76);
    m_deliveries->setGivesWay(Deliveries::Customer, 70);
    m_timeline->setModel(&m_desk.timeline);
    m_timeline->setItemDelegate(new TimelineDelegate(m_theme, m_timeline));
    m_timeline->setFrameShape(QFrame::NoFrame);
    m_timeline->setResizeMode(QListView::Adjust);
    m_timeline->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    bare(m_returns);
    m_returns->setModel(m_returnRows);
    m_returns->setColumnStyle(0, {Look::Code, {}});
    m_returns->setColumnStyle(2, {Look::Muted, {}});
    m_returns->header()->resizeSection(0, kCodeWidth);
    m_returns->header()->resizeSection(1, 120);
    m_returns->setGivesWay(2, 100);
    bare(m_proof);
    m_proof->setModel(m_proofRows);
    m_proof->setColumnStyle(0, {Look::Muted, {}});
    m_proof->header()->resizeSection(0, kCodeWidth);
    m_proof->setGivesWay(1, 100);
    auto* proof = new QWidget;
    auto* proofColumn = new QVBoxLayout(proof);
    proofColumn->setContentsMargins(0, 0, 0, 0);
    proofColumn->setSpacing(0);
    if (m_desk.media) {
        m_pictures = new ProofList(m_theme, *m_desk.media, m_desk.formats);
        connect(m_pictures, &ProofList::opened, this, &WaybillDetail::openPicture);
        proofColumn->addWidget(m_pictures, 2);
    }
    proofColumn->addWidget(m_proof, 1);
    for (QWidget* content : std::initializer_list<QWidget*>{m_deliveries, m_timeline, m_returns, proof})
        m_pane->addTab({}, content);
    auto* more = new QMenu(m_pane);
    fillActionsMenu(*more, m_desk.actions);
    m_pane->setMore(more);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    setMinimumWidth(kLeastWidth);
}

void WaybillDetail::show()
{
    const auto chosen = m_desk.selection.selected().size();
    const WaybillId id = m_desk.selection.current();
    if (chosen > 1) {
        m_pane->showNothing(u"list-checks"_s, tr("%1 selected").arg(m_desk.formats.waybills(chosen)),
                            tr("What the toolbar does, it does for all of them, after showing you the list."));
        return;
    }
    const auto row = id.isEmpty() ? std::nullopt : m_desk.rows.find(id);
    if (!row) {
        m_pane->showNothing(u"clipboard-list"_s, tr("No waybill chosen"),
                            tr("Choose one in the table to see its parcels, its timeline and what can be done next."));
        return;
    }
    showWaybill(*row);
}

void WaybillDetail::showWaybill(const facade::WaybillRow& row)
{
    m_pane->showSubject(models::waybillTitle(row.server), row.server.state.text, models::words(row.server.state),
                        expectedChip(m_theme, row));
    m_pane->setFacts(factsOf(row));
    const auto primary = m_desk.actions.primary();
    m_pane->setPrimary(primary ? m_desk.actions.action(*primary) : nullptr);
    // Beside the next step, the one that is most often wanted with it.
    QList<QAction*> second;
    for (const Act act : {Act::Scan, Act::Assign, Act::SwitchDriver, Act::ReturnChildren, Act::Edit}) {
        if (primary != act && second.isEmpty() && m_desk.actions.action(act)->isEnabled())
            second.append(m_desk.actions.action(act));
    }
    m_pane->setSecondary(second);
    showReturns();
    showProof(row.server);
    showCounts(row);
    fitColumns();
}

QList<DetailPane::Fact> WaybillDetail::factsOf(const facade::WaybillRow& row) const
{
    const models::Formats& f = m_desk.formats;
    const Waybill& w = row.server;
    QString carrier = models::words(w.carrier);
    if (w.externalCarrierRef && !w.externalCarrierRef->isEmpty())
        carrier += u" · \u2066%1\u2069"_s.arg(*w.externalCarrierRef);
    QString driver = w.driverId ? isolated(models::driverName(w)) : tr("Not assigned yet");
    if (w.vehicle && !w.vehicle->name.isEmpty())
        driver += u" · "_s + isolated(w.vehicle->name);
    if (row.expected.driverId != w.driverId)
        driver =
            tr("%1, expected: %2").arg(driver, row.expected.driverId ? models::driverName(row.expected) : tr("none"));
    QString parcels = w.itemCount ? f.number(*w.itemCount) : models::Formats::nothing();
    const bool hasUnits = w.totalUnitSize && w.totalUnitSize->thousandths != 0;
    if (hasUnits && w.vehicle && w.vehicle->capacity)
        parcels += u" · "_s + tr("%1 units of %2").arg(f.quantity(*w.totalUnitSize), f.quantity(*w.vehicle->capacity));
    else if (hasUnits)
        parcels += u" · "_s + tr("%1 units").arg(f.quantity(*w.totalUnitSize));
    QList<DetailPane::Fact> facts{
        {tr("From"), placeLine(w.origin)}, {tr("To"), placeLine(w.destination)},
        {tr("Carrier"), carrier},          {tr("Driver"), driver},
        {tr("Parcels"), parcels},
    };
    // Where the server does not say the sum, the parcels at hand do.
    if (w.totalCod || m_desk.deliveries.rowCount() > 0)
        facts.append({tr("COD"), f.money(w.totalCod ? *w.totalCod : m_desk.deliveries.totalCod())});
    if (!w.notes.isEmpty())
        facts.append({tr("Notes"), w.notes});
    return facts;
}

void WaybillDetail::showReturns()
{
    m_returnRows->removeRows(0, m_returnRows->rowCount());
    for (const facade::DeliveryRow& row : m_desk.deliveries.rows()) {
        const Delivery& d = row.delivery;
        if (!d.isReturned && !d.state.is(DeliveryStatus::Returned))
            continue;
        const auto reason = parseWord<ReturnReason>(d.returnReason);
        QString why = reason ? models::words(*reason) : d.returnReason;
        if (d.returnedAt)
            why += u" · "_s + m_desk.formats.moment(*d.returnedAt);
        m_returnRows->appendRow({cell(models::parcelTitle(d)),
                                 cell(d.customer ? d.customer->fullName : models::Formats::nothing()), cell(why)});
    }
}

void WaybillDetail::showProof(const Waybill& waybill)
{
    const std::optional<ProofOfDelivery>& proof = waybill.proof;
    m_proofRows->removeRows(0, m_proofRows->rowCount());
    QList<models::ProofPicture> pictures;
    if (proof && m_pictures)
        pictures = models::proofOf(*proof, models::waybillTitle(waybill));
    if (m_pictures) {
        m_pictures->setPictures(pictures);
        m_pictures->setHidden(pictures.isEmpty());
    }
    m_proof->show();
    if (!proof)
        return;
    const auto add = [this](const QString& label, const QString& value) {
        if (!value.isEmpty())
            m_proofRows->appendRow({cell(label), cell(value)});
    };
    if (proof->timestamp)
        add(tr("Taken"), m_desk.formats.fullMoment(*proof->timestamp));
    if (pictures.isEmpty()) {
        add(tr("Signature"), proof->signatureUrl);
        for (const QString& photo : proof->photoUrls)
            add(tr("Photo"), photo);
    }
    add(tr("Notes"), proof->notes);
    m_proof->setVisible(pictures.isEmpty() || m_proofRows->rowCount() > 0);
}

void WaybillDetail::openPicture(int row)
{
    if (!m_viewer)
        m_viewer = new ProofViewer(m_theme, *m_desk.media, m_desk.formats, m_desk.saveFile, *window());
    m_viewer->show(m_pictures->pictures(), row);
}

void WaybillDetail::showCounts(const facade::WaybillRow& row)
{
    CountTabs* tabs = m_pane->tabs();
    const int shown = m_desk.deliveries.rowCount();
    const int all = qMax(shown, row.server.itemCount.value_or(shown));
    tabs->setCount(DeliveriesTab, all);
    tabs->setCount(TimelineTab,
                   m_desk.timeline.rowCount() > 0 ? std::optional<qint64>(m_desk.timeline.rowCount()) : std::nullopt);
    tabs->setCount(ReturnsTab,
                   m_returnRows->rowCount() > 0 ? std::optional<qint64>(m_returnRows->rowCount()) : std::nullopt);
    // Fewer parcels here than the waybill is said to have: the rest is on its way.
    m_deliveries->setReading(shown == 0 && all > 0, all);
    m_pane->setFoot(shown < all ? tr("%1 of %2 shown, the rest comes when the server answers")
                                      .arg(m_desk.formats.number(shown), m_desk.formats.number(all))
                                : m_desk.formats.parcels(all));
}

// The customer takes what the others leave (Table::setGivesWay); what is hidden makes room for what says more.
void WaybillDetail::fitColumns()
{
    TableHeader* header = m_deliveries->header();
    bool moving = false;
    for (const facade::DeliveryRow& row : m_desk.deliveries.rows())
        moving = moving || row.joining || row.leaving || row.delivery.isReturned;
    const bool wide = width() >= kRoomForAll;
    header->setSectionHidden(Deliveries::Status, !wide && !moving);
    header->setSectionHidden(Deliveries::Zone, !wide && (moving || width() < kRoomForZone));
    header->resizeSection(Deliveries::Status, wide ? 170 : 128);
}

void WaybillDetail::retranslate()
{
    m_pane->setTabText(DeliveriesTab, tr("Deliveries"));
    m_pane->setTabText(TimelineTab, tr("Timeline"));
    m_pane->setTabText(ReturnsTab, tr("Returns"));
    m_pane->setTabText(ProofTab, tr("Proof"));
    m_pane->tabs()->setAccessibleName(tr("Parts of this waybill"));
    m_deliveries->setAccessibleName(tr("Deliveries of this waybill"));
    m_timeline->setAccessibleName(tr("Timeline of this waybill"));
    m_returns->setAccessibleName(tr("Returns of this waybill"));
    m_proof->setAccessibleName(tr("Proof of delivery"));
    if (m_pictures)
        m_pictures->setAccessibleName(tr("Pictures of this waybill's proof"));
    m_deliveries->emptyState()->setContent(u"package-plus"_s, tr("No parcels in it yet"),
                                           tr("Scan them in, or type their codes at the scan station."));
    m_deliveries->emptyState()->setAction(m_desk.actions.action(Act::Scan));
    m_returns->emptyState()->setContent(u"rotate-ccw"_s, tr("Nothing came back"),
                                        tr("Parcels that are returned on the road are listed here with their reason."));
    m_proof->emptyState()->setContent(u"pencil"_s, tr("No proof of delivery"),
                                      tr("The server holds no signature, photo or note for this waybill."));
    show();
}

void WaybillDetail::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void WaybillDetail::remember(Memory& memory) const
{
    memory.setValue(u"waybills/detailTab"_s, m_pane->tabs()->currentIndex());
}

} // namespace waydesk::ui
