// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/returnspane.h"

#include "models/formats.h"
#include "models/queuewords.h"
#include "models/words.h"
#include "ui/deliveries/queuechips.h"
#include "ui/widgets/button.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"

#include <QLineEdit>
#include <QMenu>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using Rows = models::ReturnsModel;

ReturnsPane::ReturnsPane(const Theme& look, facade::ReturnQueueService& returns, facade::DeliveryService& deliveries,
                         facade::CommandService& commands, const models::Formats& formats, QWidget* parent)
    : QueuePane(u"returns"_s, look, commands, formats, parent)
    , m_returns(returns)
    , m_deliveries(deliveries)
    , m_rows(new Rows(returns, formats, this))
    , m_approve(addKey(Qt::Key_A, u"check"_s))
    , m_reject(addKey(Qt::Key_R, u"x"_s))
    , m_openParcel(addKey(Qt::Key_O, u"package"_s))
    , m_openTrip(addKey(Qt::Key_T, u"truck"_s))
{
    for (const ReturnRequestStatus status : kReturnRequestStatuses)
        tabs()->add({}, static_cast<int>(status));
    buildTable();
    detail()->setPrimary(m_approve);
    detail()->setSecondary({m_reject});
    auto* more = new QMenu(this);
    more->addActions({m_openParcel, m_openTrip});
    detail()->setMore(more);
    connect(tabs(), &QTabBar::currentChanged, this, &ReturnsPane::showTab);
    connect(filterField(), &QLineEdit::textChanged, m_rows, &Rows::setText);
    connect(m_rows, &Rows::reloaded, this, [this] {
        showCounts();
        keepChosen();
    });
    connect(&deliveries, &facade::DeliveryService::changed, this, &ReturnsPane::showDetail);
    connect(m_approve, &QAction::triggered, this, [this] { decide(ReturnDecision::Approve); });
    connect(m_reject, &QAction::triggered, this, [this] { decide(ReturnDecision::Reject); });
    connect(m_openParcel, &QAction::triggered, this, [this] {
        if (const auto item = m_returns.find(m_current))
            Q_EMIT parcelWanted(item->row.request.delivery);
    });
    connect(m_openTrip, &QAction::triggered, this, [this] {
        if (const auto item = m_returns.find(m_current); item && item->row.trip)
            Q_EMIT tripWanted(*item->row.trip);
    });
    ReturnsPane::retranslate();
}

void ReturnsPane::buildTable()
{
    using Look = ColumnStyle::Look;
    table()->setModel(m_rows);
    TableHeader* header = table()->header();
    header->setStretchLastSection(false);
    header->setSortIndicator(m_rows->sortColumn(), m_rows->sortOrder());
    table()->setSortingEnabled(true);
    table()->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table()->setColumnStyle(Rows::Parcel, {Look::Code, {}});
    table()->setColumnStyle(Rows::Status,
                            {Look::Chips, [this](const QModelIndex& index) { return returnChips(theme(), index); }});
    table()->setColumnStyle(Rows::TripNumber, {Look::Code, {}});
    table()->setColumnStyle(Rows::AskedBy, {Look::Muted, {}});
    table()->setColumnStyle(Rows::Asked, {Look::Muted, {}});
    table()->setColumnStyle(Rows::AnsweredBy, {Look::Muted, {}});
    header->resizeSection(Rows::Parcel, 92);
    header->resizeSection(Rows::Status, 128);
    header->resizeSection(Rows::Customer, 130);
    header->resizeSection(Rows::TripNumber, 100);
    header->resizeSection(Rows::AskedBy, 116);
    header->resizeSection(Rows::Asked, 72);
    header->resizeSection(Rows::AnsweredBy, 116);
    header->setSectionHidden(Rows::AnsweredBy, true); // nobody has answered what is shown first
    table()->setGivesWay(Rows::Reason, 120);
    connect(table()->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        m_current = now.isValid() ? m_rows->idAt(now.row()) : ReturnRequestId{};
        showDetail();
    });
    connect(table()->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ReturnsPane::showPossible);
    connect(table(), &Table::opened, m_openParcel, &QAction::trigger);
}

void ReturnsPane::showTab(int tab)
{
    const auto status = kReturnRequestStatuses[static_cast<size_t>(std::max(0, tab))];
    table()->header()->setSectionHidden(Rows::AnsweredBy, status == ReturnRequestStatus::Pending);
    table()->fitColumns();
    m_rows->setStatus(status);
}

QList<facade::ReturnItem> ReturnsPane::chosen() const
{
    QList<facade::ReturnItem> items;
    const QModelIndexList selected = table()->selectionModel()->selectedRows();
    for (const QModelIndex& index : selected) {
        if (const facade::ReturnItem* item = m_rows->at(index.row()))
            items << *item;
    }
    return items;
}

// A row that moved keeps the cursor; one that left the list leaves the pane.
void ReturnsPane::keepChosen()
{
    const QModelIndex now = table()->currentIndex();
    const ReturnRequestId id = now.isValid() ? m_rows->idAt(now.row()) : ReturnRequestId{};
    m_current = id;
    showDetail();
}

void ReturnsPane::showCounts()
{
    const facade::ReturnCounts& counts = m_rows->counts();
    for (const ReturnRequestStatus status : kReturnRequestStatuses)
        tabs()->setCount(static_cast<int>(status), counts.byStatus[static_cast<size_t>(status)]);
    showFoot(tr("%Ln return(s)", nullptr, static_cast<int>(m_rows->matching())), m_rows->matching(), m_rows->rowCount(),
             m_returns.support());
    showEmpty();
    const facade::ReturnCounts whole = filterField()->text().isEmpty() ? counts : m_returns.counts({});
    Q_EMIT waitingChanged(whole.byStatus[static_cast<size_t>(ReturnRequestStatus::Pending)]);
}

void ReturnsPane::showEmpty()
{
    EmptyState* empty = table()->emptyState();
    table()->setReading(!m_returns.support().isThere && !m_returns.support().asOf);
    if (m_returns.support().isThere == false)
        empty->setContent(u"unplug"_s, tr("This server keeps no queue of returns"),
                          tr("It tells of returns in its trips only. Look under Returns of a trip."));
    else if (!filterField()->text().isEmpty())
        empty->setContent(u"funnel"_s, tr("No return matches"), tr("Remove a word of the filter."));
    else if (tabs()->currentIndex() == 0)
        empty->setContent(u"circle-check"_s, tr("Nobody waits for an answer"),
                          tr("Requests for a parcel's return appear here as soon as somebody asks."));
    else
        empty->setContent(u"undo-2"_s, tr("None yet"), tr("What is answered is kept here."));
}

void ReturnsPane::showDetail()
{
    const auto item = m_current.isEmpty() ? std::nullopt : m_returns.find(m_current);
    showPossible();
    if (!item) {
        detail()->showNothing(u"undo-2"_s, tr("No return chosen"),
                              tr("Choose one in the table to see why the parcel shall come back."));
        return;
    }
    const ReturnQueueRow& row = item->row;
    const ReturnRequest& request = row.request;
    detail()->showSubject(models::parcelName(row.deliveryCode, request.delivery), returnBadgeWord(request.state),
                          models::words(request.state), openMark(theme(), item->mark));
    QList<DetailPane::Fact> facts{{tr("Reason"), request.reason}};
    if (request.notes && !request.notes->isEmpty())
        facts.append({tr("Notes"), *request.notes});
    facts.append({tr("Asked"), formats().moment(request.requestedAt)});
    facts.append({tr("Asked by"), request.requestedByName.value_or(models::Formats::nothing())});
    if (request.decidedAt)
        facts.append({tr("Answered"), formats().moment(*request.decidedAt)});
    if (request.decidedByName)
        facts.append({tr("Answered by"), *request.decidedByName});
    if (request.returnDeliveryCode)
        facts.append({tr("Goes back as"), models::parcelTitle(*request.returnDeliveryCode), true});
    if (const auto parcel = m_deliveries.find(request.delivery)) {
        const Delivery& d = parcel->delivery;
        facts.append({tr("Parcel is"), models::words(d.state)});
        if (d.customer)
            facts.append({tr("Customer"), d.customer->fullName});
        if (d.customer && !d.customer->phone.isEmpty())
            facts.append({tr("Phone"), d.customer->phone, true});
        if (d.dropoff && !d.dropoff->fullAddress.isEmpty())
            facts.append({tr("To"), d.dropoff->fullAddress});
        facts.append({tr("To collect"), d.cod.minor == 0 ? tr("Nothing") : formats().money(d.cod)});
    } else if (row.customerName) {
        facts.append({tr("Customer"), *row.customerName});
    }
    if (row.tripNumber)
        facts.append({tr("Trip"), *row.tripNumber, true});
    detail()->setFacts(facts);
    detail()->setFoot(item->isLocal ? tr("not sent yet") : tr("heard %1").arg(formats().moment(item->fetchedAt)));
}

void ReturnsPane::showPossible()
{
    const QList<facade::ReturnItem> items = chosen();
    const auto possible = std::ranges::count_if(
        items, [](const facade::ReturnItem& item) { return models::whyNotDecide(item).isEmpty(); });
    QString because;
    if (items.isEmpty())
        because = tr("Choose a return first.");
    else if (possible == 0)
        because = items.size() == 1 ? models::whyNotDecide(items.first()) : tr("None of them waits for an answer.");
    setPossible(*m_approve, because.isEmpty(), because);
    setPossible(*m_reject, because.isEmpty(), because);
    const auto item = m_current.isEmpty() ? std::nullopt : m_returns.find(m_current);
    const QString none = tr("Choose a return first.");
    setPossible(*m_openParcel, item.has_value(), none);
    setPossible(*m_openTrip, item && item->row.trip, item ? tr("Its parcel is in no trip.") : none);
}

void ReturnsPane::decide(ReturnDecision decision)
{
    QList<Command> commands;
    QString name;
    const QList<facade::ReturnItem> items = chosen();
    for (const facade::ReturnItem& item : items) {
        if (!models::whyNotDecide(item).isEmpty())
            continue;
        commands << DecideReturn{item.row.request.id, item.row.request.delivery, decision};
        name = models::parcelName(item.row.deliveryCode, item.row.request.delivery);
    }
    if (commands.isEmpty())
        return;
    const int count = static_cast<int>(commands.size());
    const bool approves = decision == ReturnDecision::Approve;
    if (count > 1)
        name = approves ? tr("%Ln return(s) approved", nullptr, count) : tr("%Ln return(s) rejected", nullptr, count);
    else
        name = approves ? tr("Return of %1 approved").arg(name) : tr("Return of %1 rejected").arg(name);
    submit(commands, name);
}

void ReturnsPane::retranslate()
{
    QueuePane::retranslate();
    for (const ReturnRequestStatus status : kReturnRequestStatuses)
        tabs()->setTabText(static_cast<int>(status), models::words(status));
    tabs()->setAccessibleName(tr("Returns by status"));
    table()->setAccessibleName(tr("Returns"));
    detail()->tabs()->setAccessibleName(tr("Parts of this return"));
    m_approve->setText(tr("Approve"));
    m_reject->setText(tr("Reject"));
    m_openParcel->setText(tr("Open parcel"));
    m_openTrip->setText(tr("Open trip"));
    showCounts();
    showDetail();
}

} // namespace waydesk::ui
