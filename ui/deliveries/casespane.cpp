// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/casespane.h"

#include "models/formats.h"
#include "models/queuewords.h"
#include "models/words.h"
#include "services/domain/caserules.h"
#include "ui/deliveries/casepanels.h"
#include "ui/deliveries/queuechips.h"
#include "ui/widgets/button.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"

#include <QLineEdit>
#include <QMenu>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using Rows = models::CasesModel;

CasesPane::CasesPane(const Theme& look, facade::CaseService& cases, facade::DeliveryService& deliveries,
                     facade::CommandService& commands, const models::Formats& formats, QWidget* parent)
    : QueuePane(u"exceptions"_s, look, commands, formats, parent)
    , m_cases(cases)
    , m_deliveries(deliveries)
    , m_rows(new Rows(cases, formats, this))
    , m_take(addKey(Qt::Key_M, u"user"_s))
    , m_hand(addKey(Qt::Key_H, u"users"_s))
    , m_plan(addKey(Qt::Key_N, u"clock"_s))
    , m_resolve(addKey(Qt::Key_R, u"circle-check"_s))
    , m_openParcel(addKey(Qt::Key_O, u"package"_s))
    , m_openTrip(addKey(Qt::Key_T, u"truck"_s))
{
    for (const facade::CaseTab tab : facade::kCaseTabs)
        tabs()->add({}, static_cast<int>(tab));
    buildTable();
    buildActions();
    connect(tabs(), &QTabBar::currentChanged, this,
            [this](int tab) { m_rows->setTab(facade::kCaseTabs[static_cast<size_t>(std::max(0, tab))]); });
    connect(filterField(), &QLineEdit::textChanged, m_rows, &Rows::setText);
    connect(m_rows, &Rows::reloaded, this, [this] {
        showCounts();
        keepChosen();
    });
    connect(&deliveries, &facade::DeliveryService::changed, this, &CasesPane::showDetail);
    CasesPane::retranslate();
}

void CasesPane::buildTable()
{
    using Look = ColumnStyle::Look;
    table()->setModel(m_rows);
    TableHeader* header = table()->header();
    header->setStretchLastSection(false);
    header->setSortIndicator(m_rows->sortColumn(), m_rows->sortOrder());
    table()->setSortingEnabled(true);
    table()->setSelectionMode(QAbstractItemView::SingleSelection);
    table()->setColumnStyle(Rows::Parcel, {Look::Code, {}});
    table()->setColumnStyle(Rows::What,
                            {Look::Chips, [this](const QModelIndex& index) { return caseChips(theme(), index); }});
    table()->setColumnStyle(Rows::Due, {Look::Chips, dueChips});
    table()->setColumnStyle(Rows::NextAction, {Look::Muted, {}});
    table()->setColumnStyle(Rows::Raised, {Look::Muted, {}});
    header->resizeSection(Rows::Parcel, 92);
    header->resizeSection(Rows::What, 150);
    header->resizeSection(Rows::Owner, 116);
    header->resizeSection(Rows::NextAction, 140);
    header->resizeSection(Rows::Due, 136);
    header->resizeSection(Rows::Raised, 76);
    table()->setGivesWay(Rows::Reason, 110);
    connect(table()->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        m_current = now.isValid() ? m_rows->idAt(now.row()) : ExceptionId{};
        showDetail();
    });
    connect(table(), &Table::opened, m_openParcel, &QAction::trigger);
}

void CasesPane::buildActions()
{
    detail()->setPrimary(m_resolve);
    detail()->setSecondary({m_take});
    auto* more = new QMenu(this);
    more->addActions({m_hand, m_plan, m_openParcel, m_openTrip});
    detail()->setMore(more);
    connect(m_take, &QAction::triggered, this, &CasesPane::take);
    connect(m_hand, &QAction::triggered, this, &CasesPane::askHandOver);
    connect(m_plan, &QAction::triggered, this, &CasesPane::askPlan);
    connect(m_resolve, &QAction::triggered, this, &CasesPane::askResolve);
    connect(m_openParcel, &QAction::triggered, this, [this] {
        if (const auto item = m_cases.find(m_current))
            Q_EMIT parcelWanted(item->row.delivery);
    });
    connect(m_openTrip, &QAction::triggered, this, [this] {
        if (const auto item = m_cases.find(m_current); item && item->row.trip)
            Q_EMIT tripWanted(*item->row.trip);
    });
}

// A row that moved keeps the cursor; one that left the list leaves the pane, unless something is being typed about it.
void CasesPane::keepChosen()
{
    const QModelIndex now = table()->currentIndex();
    m_current = now.isValid() ? m_rows->idAt(now.row()) : ExceptionId{};
    showDetail();
}

void CasesPane::showCounts()
{
    const facade::CaseCounts& counts = m_rows->counts();
    for (const facade::CaseTab tab : facade::kCaseTabs)
        tabs()->setCount(static_cast<int>(tab), counts.byTab[static_cast<size_t>(tab)]);
    showFoot(tr("%Ln exception(s)", nullptr, static_cast<int>(m_rows->matching())), m_rows->matching(),
             m_rows->rowCount(), m_cases.support());
    showEmpty();
    const facade::CaseCounts whole = filterField()->text().isEmpty() ? counts : m_cases.counts({});
    Q_EMIT waitingChanged(whole.byTab[static_cast<size_t>(facade::CaseTab::Open)]);
}

void CasesPane::showEmpty()
{
    EmptyState* empty = table()->emptyState();
    table()->setReading(!m_cases.support().isThere && !m_cases.support().asOf);
    if (m_cases.support().isThere == false)
        empty->setContent(u"unplug"_s, tr("This server keeps no exceptions"),
                          tr("What went wrong with a parcel stands in its status and its notes only."));
    else if (!filterField()->text().isEmpty())
        empty->setContent(u"funnel"_s, tr("No exception matches"), tr("Remove a word of the filter."));
    else if (m_rows->tab() == facade::CaseTab::Resolved)
        empty->setContent(u"circle-check"_s, tr("None resolved yet"), tr("What was done about each is kept here."));
    else if (m_rows->tab() == facade::CaseTab::Mine)
        empty->setContent(u"user"_s, tr("You have none"), tr("Take one under Without owner."));
    else
        empty->setContent(u"circle-check"_s, tr("Nothing is open here"),
                          tr("What goes wrong with a parcel appears here as soon as somebody tells it."));
}

QString CasesPane::nameOf(const DeliveryCase& row) const
{
    return models::parcelName(row.deliveryCode, row.delivery);
}

void CasesPane::showDetail()
{
    const auto item = m_current.isEmpty() ? std::nullopt : m_cases.find(m_current);
    showPossible();
    if (!item) {
        detail()->showNothing(u"circle-alert"_s, tr("No exception chosen"),
                              tr("Choose one in the table to see what happened and who sees to it."));
        return;
    }
    const DeliveryCase& row = item->row;
    const bool isOpen = row.state.is(CaseState::Open);
    detail()->showSubject(nameOf(row), isOpen ? u"pending"_s : u"received"_s,
                          isOpen ? tr("Open", "an exception") : tr("Resolved", "an exception"),
                          openMark(theme(), item->mark));
    const auto orNothing = [](const std::optional<QString>& text) {
        return text && !text->isEmpty() ? *text : models::Formats::nothing();
    };
    QList<DetailPane::Fact> facts{{tr("What happened"), models::words(row.kind)},
                                  {tr("Reason"), models::caseReason(row)}};
    if (!row.notes.isEmpty())
        facts.append({tr("Notes"), row.notes});
    facts.append({tr("Owner"), row.owner ? orNothing(row.ownerName) : tr("Nobody")});
    facts.append({tr("Next action"), orNothing(row.nextAction)});
    if (row.dueAt)
        facts.append({tr("Due"), isOverdue(row, formats().now())
                                     ? formats().moment(*row.dueAt) + u" · "_s + models::dueText(row, formats())
                                     : formats().moment(*row.dueAt)});
    facts.append(
        {tr("Raised"), row.raisedByName
                           ? tr("%1 by %2", "a moment, a person").arg(formats().moment(row.raisedAt), *row.raisedByName)
                           : formats().moment(row.raisedAt)});
    if (row.resolution)
        facts.append({tr("What was done"), *row.resolution});
    if (row.resolvedAt)
        facts.append(
            {tr("Resolved"),
             row.resolvedByName
                 ? tr("%1 by %2", "a moment, a person").arg(formats().moment(*row.resolvedAt), *row.resolvedByName)
                 : formats().moment(*row.resolvedAt)});
    if (const auto parcel = m_deliveries.find(row.delivery)) {
        const Delivery& d = parcel->delivery;
        facts.append({tr("Parcel is"), models::words(d.state)});
        if (d.customer)
            facts.append({tr("Customer"), d.customer->fullName});
        if (d.customer && !d.customer->phone.isEmpty())
            facts.append({tr("Phone"), d.customer->phone, true});
    }
    if (row.waybillNumber)
        facts.append({tr("Waybill"), *row.waybillNumber, true});
    if (row.tripNumber)
        facts.append({tr("Trip"), *row.tripNumber, true});
    detail()->setFacts(facts);
    detail()->setFoot(item->isLocal ? tr("not sent yet") : tr("heard %1").arg(formats().moment(item->fetchedAt)));
}

void CasesPane::showPossible()
{
    const auto item = m_current.isEmpty() ? std::nullopt : m_cases.find(m_current);
    const QString none = tr("Choose an exception first.");
    const QString because = item ? models::whyNotUpdate(*item) : none;
    QString notTake = because;
    if (notTake.isEmpty() && item->row.owner == m_cases.me())
        notTake = tr("It is yours already.");
    else if (notTake.isEmpty() && m_cases.me().isEmpty())
        notTake = tr("Sign in first.");
    QString notHand = because;
    if (notHand.isEmpty() && m_cases.colleagues().isEmpty())
        notHand = tr("The server has not told who your colleagues are.");
    setPossible(*m_take, notTake.isEmpty(), notTake);
    setPossible(*m_hand, notHand.isEmpty(), notHand);
    setPossible(*m_plan, because.isEmpty(), because);
    setPossible(*m_resolve, because.isEmpty(), because);
    setPossible(*m_openParcel, item.has_value(), none);
    setPossible(*m_openTrip, item && item->row.trip, item ? tr("Its parcel was in no trip.") : none);
}

void CasesPane::take()
{
    const auto item = m_cases.find(m_current);
    if (!item)
        return;
    UpdateCase command;
    command.exception = item->row.id;
    command.delivery = item->row.delivery;
    command.owner = std::optional(m_cases.me());
    submit({command}, tr("Exception of %1 taken").arg(nameOf(item->row)));
}

void CasesPane::askHandOver()
{
    const auto item = m_cases.find(m_current);
    if (!item)
        return;
    const QString name = nameOf(item->row);
    auto* panel = new HandOverPanel(theme(), m_cases.colleagues(), item->row, name);
    connect(panel, &HandOverPanel::submitted, this, [this, panel, name](const UpdateCase& command) {
        submit({command}, tr("Exception of %1 handed over").arg(name),
               [panel](const Error& error) { panel->complain(error); });
    });
    openInPlace(panel);
}

void CasesPane::askPlan()
{
    const auto item = m_cases.find(m_current);
    if (!item)
        return;
    const QString name = nameOf(item->row);
    auto* panel = new NextStepPanel(theme(), formats(), item->row, name);
    connect(panel, &NextStepPanel::submitted, this, [this, panel, name](const UpdateCase& command) {
        submit({command}, tr("Next action for %1").arg(name), [panel](const Error& error) { panel->complain(error); });
    });
    openInPlace(panel);
}

void CasesPane::askResolve()
{
    const auto item = m_cases.find(m_current);
    if (!item)
        return;
    const QString name = nameOf(item->row);
    auto* panel = new ResolvePanel(theme(), item->row, name);
    connect(panel, &ResolvePanel::submitted, this, [this, panel, name](const UpdateCase& command) {
        submit({command}, tr("Exception of %1 resolved").arg(name),
               [panel](const Error& error) { panel->complain(error); });
    });
    openInPlace(panel);
}

void CasesPane::retranslate()
{
    QueuePane::retranslate();
    for (const facade::CaseTab tab : facade::kCaseTabs)
        tabs()->setTabText(static_cast<int>(tab), models::words(tab));
    tabs()->setAccessibleName(tr("Exceptions by state"));
    table()->setAccessibleName(tr("Exceptions"));
    detail()->tabs()->setAccessibleName(tr("Parts of this exception"));
    m_take->setText(tr("Take it"));
    m_hand->setText(tr("Hand to…"));
    m_plan->setText(tr("Next action and due…"));
    m_resolve->setText(tr("Resolve…"));
    m_openParcel->setText(tr("Open parcel"));
    m_openTrip->setText(tr("Open trip"));
    showCounts();
    showDetail();
}

} // namespace waydesk::ui
