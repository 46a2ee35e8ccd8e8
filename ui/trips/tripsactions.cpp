// SPDX-License-Identifier: GPL-3.0-or-later
// What a dispatcher does to a trip from its table and its detail.
#include "services/domain/triprules.h"
#include "ui/trips/tripdetail.h"
#include "ui/trips/trippanels.h"
#include "ui/trips/tripreturns.h"
#include "ui/trips/tripspage.h"
#include "ui/waybills/detailpane.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/table.h"

#include "models/deliveriesmodel.h"

#include <QMenu>
#include <QStackedWidget>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

void TripsPage::buildActions()
{
    m_create->setShortcut(QKeySequence(u"Ctrl+N"_s));
    m_plan->setShortcut(QKeySequence(u"B"_s));
    m_edit->setShortcut(QKeySequence(u"Ctrl+E"_s));
    m_cancel->setShortcut(QKeySequence(u"Ctrl+Del"_s));
    m_up->setShortcut(Qt::ALT | Qt::Key_Up);
    m_down->setShortcut(Qt::ALT | Qt::Key_Down);
    m_takeOut->setShortcut(Qt::Key_Delete);
    m_create->setProperty("iconName", u"plus"_s);
    m_plan->setProperty("iconName", u"route"_s);
    m_edit->setProperty("iconName", u"pencil"_s);
    for (QAction* action : {m_create, m_plan, m_edit, m_cancel, m_up, m_down, m_takeOut}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(m_create, &QAction::triggered, this, [this] { Q_EMIT builderWanted({}); });
    connect(m_plan, &QAction::triggered, this, [this] { Q_EMIT builderWanted(m_chosen); });
    connect(m_edit, &QAction::triggered, this, &TripsPage::askForm);
    connect(m_cancel, &QAction::triggered, this, &TripsPage::askCancel);
    connect(m_up, &QAction::triggered, this, [this] { moveParcel(-1); });
    connect(m_down, &QAction::triggered, this, [this] { moveParcel(1); });
    connect(m_takeOut, &QAction::triggered, this, &TripsPage::takeOut);

    m_detail->pane()->setActionsShown(true);
    m_detail->pane()->setPrimary(m_plan);
    m_detail->pane()->setSecondary({m_edit});
    auto* more = new QMenu(this);
    for (QAction* action : {m_up, m_down, m_takeOut})
        more->addAction(action);
    more->addSeparator();
    more->addAction(m_cancel);
    m_detail->pane()->setMore(more);
    connect(m_detail->deliveries()->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TripsPage::showPossible);
    connect(m_detail->pane()->tabs(), &QTabBar::currentChanged, this, &TripsPage::showPossible);

    connect(m_submission, &Submission::taken, this, [this](const QList<qint64>& seqs) {
        closePanel();
        Q_EMIT said({.text = tr("%1: saved here, sent when the server answers").arg(m_said),
                     .icon = u"check"_s,
                     .actionText = tr("Undo"),
                     .actionKeys = {},
                     .action = [this, seqs] {
                         for (auto it = seqs.crbegin(); it != seqs.crend(); ++it)
                             m_desk.commands.undo(*it);
                     }});
    });
    connect(m_submission, &Submission::refused, this, [this](const Error& error) {
        if (m_complain)
            m_complain(error);
        else
            Q_EMIT said({.text = tr("%1: could not be saved on this desk's disk").arg(m_said),
                         .icon = u"triangle-alert"_s,
                         .actionText = {},
                         .actionKeys = {},
                         .action = {}});
    });
    connect(&m_trips, &facade::TripService::renamed, this, &TripsPage::follow);
}

QList<DeliveryId> TripsPage::members() const
{
    QList<DeliveryId> ids;
    if (const auto detail = m_chosen.isEmpty() ? std::nullopt : m_trips.detail(m_chosen)) {
        for (const facade::DeliveryRow& row : detail->deliveries) {
            if (!row.leaving)
                ids.append(row.delivery.id);
        }
    }
    return ids;
}

DeliveryId TripsPage::chosenParcel() const
{
    const Table* table = m_detail->deliveries();
    return {table->isVisibleTo(this) ? table->currentIndex().data(models::DeliveriesModel::IdRole).toString()
                                     : QString()};
}

void TripsPage::showPossible()
{
    const auto row = m_chosen.isEmpty() ? std::nullopt : m_trips.find(m_chosen);
    QString notEdit = row ? QString() : tr("Choose a trip first.");
    if (row && canEditTrip(row->trip) != TripRefusal::None)
        notEdit = tr("Only a planned trip can be changed.");
    QString notCancel = row ? QString() : tr("Choose a trip first.");
    if (row && canCancelTrip(row->trip) != TripRefusal::None)
        notCancel = tr("Only a planned trip can be cancelled.");
    setPossible(*m_plan, notEdit.isEmpty(), notEdit);
    setPossible(*m_edit, notEdit.isEmpty(), notEdit);
    setPossible(*m_cancel, notCancel.isEmpty(), notCancel);
    const DeliveryId parcel = chosenParcel();
    const QList<DeliveryId> all = notEdit.isEmpty() && !parcel.isEmpty() ? members() : QList<DeliveryId>();
    const qsizetype at = all.indexOf(parcel);
    QString notParcel = notEdit;
    if (notParcel.isEmpty() && at < 0)
        notParcel = tr("Choose one of its parcels, under Deliveries.");
    setPossible(*m_takeOut, notParcel.isEmpty(), notParcel);
    setPossible(*m_up, notParcel.isEmpty() && at > 0, notParcel.isEmpty() ? tr("It is the first.") : notParcel);
    setPossible(*m_down, notParcel.isEmpty() && at + 1 < all.size(),
                notParcel.isEmpty() ? tr("It is the last.") : notParcel);
}

void TripsPage::addReturns(facade::ReturnQueueService& returns)
{
    TripReturns* tab = m_detail->addReturns(returns);
    m_returnActions = tab->tabActions();
    connect(tab, &TripReturns::decided, this, [this](const QList<Command>& commands) { submit(commands, nullptr); });
}

void TripsPage::addMap(const Basemap& basemap, const Towns& towns)
{
    m_detail->addMap(basemap, towns);
}

Panel* TripsPage::openPanel() const
{
    return qobject_cast<Panel*>(m_right->currentWidget());
}

void TripsPage::openInPlace(Panel* panel)
{
    closePanel();
    m_right->addWidget(panel);
    m_right->setCurrentWidget(panel);
    connect(panel, &Panel::closed, this, &TripsPage::closePanel);
    panel->focusFirst();
}

void TripsPage::closePanel()
{
    m_complain = nullptr;
    Panel* panel = openPanel();
    if (!panel)
        return;
    m_right->setCurrentWidget(m_detail);
    m_right->removeWidget(panel);
    panel->deleteLater();
    m_table->setFocus(Qt::OtherFocusReason);
}

void TripsPage::submit(const QList<Command>& commands, std::function<void(const Error&)> complain)
{
    const auto row = m_trips.find(m_chosen);
    m_complain = std::move(complain);
    m_said = row && !row->trip.number.isEmpty() ? row->trip.number : tr("New trip");
    m_submission->submit(commands, row ? std::optional(row->server.updatedAt) : std::nullopt);
}

void TripsPage::askForm()
{
    const auto row = m_trips.find(m_chosen);
    if (!row)
        return;
    auto* form = new TripForm(m_theme, m_desk.lookups, row->trip, row->trip.number);
    connect(form, &TripForm::submitted, this, [this, form](const QList<Command>& commands) {
        submit(commands, [form](const Error& error) { form->complain(error); });
    });
    openInPlace(form);
}

void TripsPage::askCancel()
{
    const auto row = m_trips.find(m_chosen);
    if (!row)
        return;
    auto* panel =
        new CancelTripPanel(m_theme, m_chosen, row->trip.number.isEmpty() ? tr("New trip") : row->trip.number,
                            std::max<int>(row->trip.itemCount.value_or(0), static_cast<int>(members().size())));
    connect(panel, &CancelTripPanel::submitted, this, [this, panel](const QList<Command>& commands) {
        submit(commands, [panel](const Error& error) { panel->complain(error); });
    });
    openInPlace(panel);
}

void TripsPage::moveParcel(int by)
{
    QList<DeliveryId> order = members();
    const qsizetype from = order.indexOf(chosenParcel()), to = from + by;
    if (from < 0 || to < 0 || to >= order.size())
        return;
    order.move(from, to);
    submit({ReorderTrip{m_chosen, order}}, nullptr);
}

void TripsPage::takeOut()
{
    if (const DeliveryId parcel = chosenParcel(); !parcel.isEmpty())
        submit({RemoveFromTrip{m_chosen, parcel}}, nullptr);
}

// The server has given the trip its own name: what is chosen stays chosen.
void TripsPage::follow(const TripId& local, const TripId& server)
{
    if (m_chosen != local)
        return;
    m_chosen = server;
    m_detail->show(server);
}

} // namespace waydesk::ui
