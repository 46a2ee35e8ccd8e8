// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/deliveriespage.h"

#include "models/formats.h"
#include "models/parceltext.h"
#include "models/words.h"
#include "ui/deliveries/casepanels.h"
#include "ui/deliveries/deliverydetail.h"
#include "ui/deliveries/deliveryplaces.h"
#include "ui/deliveries/parcelspane.h"
#include "ui/deliveries/returnwishpanel.h"
#include "ui/trips/submission.h"
#include "ui/widgets/button.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tokenfield.h"
#include "ui/window/memory.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kDetailWidth = 404;
}

DeliveriesPage::DeliveriesPage(const Theme& theme, const DeliveriesDesk& desk, QWidget* parent)
    : Page(u"deliveries"_s, u"package"_s, parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_places(new DeliveryPlaces(theme, m_splitter, this))
    , m_parcels(new ParcelsPane(theme, desk.deliveries, desk.formats, desk.names, this))
    , m_right(new QStackedWidget(this))
    , m_detail(new DeliveryDetail(theme, desk.deliveries, desk.formats, desk.past, this))
    , m_new(new QAction(this))
    , m_edit(new QAction(this))
    , m_import(new QAction(this))
    , m_askReturn(new QAction(this))
    , m_raise(new QAction(this))
    , m_openWaybill(new QAction(this))
    , m_openTrip(new QAction(this))
    , m_focusFilter(new QAction(this))
    , m_readAgain(new QAction(this))
    , m_copy(new QAction(this))
    , m_submission(new Submission(desk.commands, this))
{
    build();
    buildActions();
    retranslate();
    choose({});
}

void DeliveriesPage::build()
{
    m_splitter->addWidget(m_parcels);
    m_right->addWidget(m_detail);
    m_right->setMinimumWidth(DeliveryDetail::kLeastWidth);
    m_splitter->addWidget(m_right);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({1252 - kDetailWidth, kDetailWidth});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_places);
    connect(m_places, &DeliveryPlaces::said, this, &DeliveriesPage::said);
    connect(m_places, &DeliveryPlaces::parcelWanted, this, &DeliveriesPage::reveal);
    connect(m_places, &DeliveryPlaces::tripWanted, this, &DeliveriesPage::tripWanted);
    connect(m_places, &DeliveryPlaces::parcelsEntered, this, &DeliveriesPage::shown);
    connect(m_parcels, &ParcelsPane::chose, this, &DeliveriesPage::choose);
}

void DeliveriesPage::buildActions()
{
    m_new->setShortcut(QKeySequence(u"Ctrl+N"_s));
    m_edit->setShortcut(QKeySequence(u"Ctrl+E"_s));
    m_import->setShortcut(QKeySequence(u"Ctrl+I"_s));
    m_askReturn->setShortcut(QKeySequence(u"Ctrl+R"_s));
    m_raise->setShortcut(Qt::Key_X);
    m_openWaybill->setShortcut(Qt::Key_W);
    m_openTrip->setShortcut(Qt::Key_T);
    m_focusFilter->setShortcut(Qt::Key_Slash);
    m_readAgain->setShortcut(Qt::Key_F5);
    m_copy->setShortcut(QKeySequence::Copy);
    m_askReturn->setProperty("iconName", u"undo-2"_s);
    m_openWaybill->setProperty("iconName", u"clipboard-list"_s);
    m_openTrip->setProperty("iconName", u"truck"_s);
    m_raise->setProperty("iconName", u"circle-alert"_s);
    m_edit->setProperty("iconName", u"pencil"_s);
    m_new->setProperty("iconName", u"plus"_s);
    for (QAction* action :
         {m_new, m_edit, m_import, m_askReturn, m_raise, m_openWaybill, m_openTrip, m_focusFilter, m_readAgain}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_splitter->addAction(action); // the queues beside the parcels have the same keys
    }
    m_import->setProperty("iconName", u"package-plus"_s);
    auto* import = new Button(m_theme, Button::Kind::Plain, this);
    import->setIconName(u"package-plus"_s);
    import->follow(m_import);
    auto* make = new Button(m_theme, Button::Kind::Plain, this);
    make->setIconName(u"plus"_s);
    make->follow(m_new);
    m_parcels->addButton(make);
    m_parcels->addButton(import);
    connect(m_new, &QAction::triggered, this, &DeliveriesPage::askNew);
    connect(m_edit, &QAction::triggered, this, &DeliveriesPage::askEdit);
    connect(m_import, &QAction::triggered, this, &DeliveriesPage::importWanted);
    connect(m_askReturn, &QAction::triggered, this, &DeliveriesPage::askReturn);
    connect(m_raise, &QAction::triggered, this, &DeliveriesPage::askRaise);
    connect(m_openWaybill, &QAction::triggered, this, [this] {
        const auto row = m_desk.deliveries.find(m_detail->shown());
        if (row && row->delivery.waybillId)
            Q_EMIT waybillWanted(*row->delivery.waybillId);
    });
    connect(m_openTrip, &QAction::triggered, this, [this] {
        const auto row = m_desk.deliveries.find(m_detail->shown());
        if (row && row->delivery.tripId)
            Q_EMIT tripWanted(*row->delivery.tripId);
    });
    connect(m_focusFilter, &QAction::triggered, this,
            [this] { m_parcels->filterField()->setFocus(Qt::ShortcutFocusReason); });
    connect(m_readAgain, &QAction::triggered, &m_desk.deliveries, &facade::DeliveryService::refresh);
    connect(m_copy, &QAction::triggered, m_parcels->table(), &Table::copySelection);
    DetailPane* pane = m_detail->pane();
    pane->setPrimary(m_openTrip);
    pane->setSecondary({m_openWaybill});
    auto* more = new QMenu(this);
    more->addAction(m_edit);
    more->addAction(m_askReturn);
    more->addAction(m_raise);
    pane->setMore(more);
    connect(&m_desk.deliveries, &facade::DeliveryService::changed, this, &DeliveriesPage::showPossible);
    connect(&m_desk.deliveries, &facade::DeliveryService::reloaded, this, &DeliveriesPage::showPossible);

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
    const auto isReplacement = [this](const QString& key) {
        return m_isReplacing || (!key.isEmpty() && key == m_replacement);
    };
    connect(&m_desk.commands, &facade::CommandService::accepted, this, [this, isReplacement](const QString& key) {
        if (isReplacement(key))
            closePanel();
    });
    connect(&m_desk.commands, &facade::CommandService::notAccepted, this,
            [this, isReplacement](const QString& key, const Command&, const Error& error) {
                if (isReplacement(key) && m_complain)
                    m_complain(error);
            });
    connect(&m_desk.deliveries, &facade::DeliveryService::renamed, this,
            [this](const DeliveryId& local, const DeliveryId& server) {
                if (m_detail->shown() == local)
                    choose(server);
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
}

QList<QAction*> DeliveriesPage::pageActions() const
{
    const QueuePane* queue = m_places->queue();
    return (queue ? queue->paneActions()
                  : QList{m_new, m_edit, m_import, m_askReturn, m_raise, m_openWaybill, m_openTrip, m_focusFilter,
                          m_readAgain, m_copy}) +
           m_places->actions();
}

QAction* DeliveriesPage::primaryAction() const
{
    if (const QueuePane* queue = m_places->queue())
        return queue->primaryAction();
    return m_openTrip->isEnabled() ? m_openTrip : m_openWaybill;
}

QList<KeyLine> DeliveriesPage::keys() const
{
    if (const QueuePane* queue = m_places->queue())
        return queue->keys();
    return {{keyText(m_new->shortcut()), m_new->text()},
            {keyText(m_edit->shortcut()), m_edit->text()},
            {keyText(m_import->shortcut()), m_import->text()},
            {keyText(m_openTrip->shortcut()), m_openTrip->text()},
            {keyText(m_openWaybill->shortcut()), m_openWaybill->text()},
            {keyText(m_askReturn->shortcut()), m_askReturn->text()},
            {keyText(m_raise->shortcut()), m_raise->text()},
            {u"/"_s, tr("Filter the table")},
            {u"F5"_s, tr("Read again from the server")},
            {keyText(QKeySequence::Copy), tr("Copy the rows as they are seen")}};
}

void DeliveriesPage::choose(const DeliveryId& id)
{
    m_detail->show(id);
    showPossible();
}

void DeliveriesPage::showPossible()
{
    const auto row = m_detail->shown().isEmpty() ? std::nullopt : m_desk.deliveries.find(m_detail->shown());
    const QString none = tr("Choose a parcel first.");
    const QString plain = m_desk.takesParcels && !m_desk.takesParcels()
                              ? tr("This server takes no parcels by hand; its own system makes and changes them.")
                              : QString();
    setPossible(*m_new, plain.isEmpty(), plain);
    const QString notEdit = !plain.isEmpty() ? plain
                            : row            ? models::parcelRefusalText(canEditParcel(row->delivery))
                                             : none;
    setPossible(*m_edit, notEdit.isEmpty(), notEdit);
    setPossible(*m_openWaybill, row && row->delivery.waybillId, row ? tr("It is in no waybill.") : none);
    setPossible(*m_openTrip, row && row->delivery.tripId, row ? tr("It is in no trip.") : none);
    QString notReturn = row ? QString() : none;
    if (row && (row->delivery.isReturned || row->delivery.state.is(DeliveryStatus::Returned)))
        notReturn = tr("It has come back already.");
    else if (row && row->delivery.state.is(DeliveryStatus::Cancelled))
        notReturn = tr("It is cancelled.");
    setPossible(*m_askReturn, notReturn.isEmpty(), notReturn);
    setPossible(*m_raise, row.has_value(), none);
}

void DeliveriesPage::askReturn()
{
    const auto row = m_desk.deliveries.find(m_detail->shown());
    if (!row)
        return;
    const QString title = models::parcelTitle(row->delivery);
    auto* panel = new ReturnWishPanel(m_theme, row->delivery.id, title);
    connect(panel, &ReturnWishPanel::submitted, this, [this, panel, title](const RequestReturn& command) {
        submit({command}, title, [panel](const Error& error) { panel->complain(error); });
    });
    openInPlace(panel);
}

void DeliveriesPage::askRaise()
{
    const auto row = m_desk.deliveries.find(m_detail->shown());
    if (!row)
        return;
    const QString title = models::parcelTitle(row->delivery);
    auto* panel = new RaiseCasePanel(m_theme, row->delivery.id, title);
    connect(panel, &RaiseCasePanel::submitted, this, [this, panel, title](const RaiseCase& command) {
        submit({command}, title, [panel](const Error& error) { panel->complain(error); });
    });
    openInPlace(panel);
}

void DeliveriesPage::addQueues(const QueuesDesk& desk)
{
    m_places->addQueues(desk);
}

void DeliveriesPage::submit(const QList<Command>& commands, const QString& about,
                            std::function<void(const Error&)> complain)
{
    m_said = about;
    m_complain = std::move(complain);
    m_submission->submit(commands, std::nullopt);
}

Panel* DeliveriesPage::openPanel() const
{
    return qobject_cast<Panel*>(m_right->currentWidget());
}

void DeliveriesPage::openInPlace(Panel* panel)
{
    if (!leaveForm()) { // what was typed there counts for more
        delete panel;
        return;
    }
    closePanel();
    m_right->addWidget(panel);
    m_right->setCurrentWidget(panel);
    connect(panel, &Panel::closed, this, [this] {
        if (leaveForm())
            closePanel();
    });
    panel->focusFirst();
}

void DeliveriesPage::closePanel()
{
    m_complain = nullptr;
    m_replacement.clear();
    Panel* panel = openPanel();
    if (!panel)
        return;
    m_right->setCurrentWidget(m_detail);
    m_right->removeWidget(panel);
    panel->deleteLater();
    m_parcels->table()->setFocus(Qt::OtherFocusReason);
}

void DeliveriesPage::shown()
{
    if (QueuePane* queue = m_places->queue())
        queue->focusTable();
    else
        m_parcels->table()->setFocus(Qt::OtherFocusReason);
}

bool DeliveriesPage::escape()
{
    if (QueuePane* queue = m_places->queue())
        return queue->escape();
    if (openPanel()) {
        if (leaveForm())
            closePanel();
        return true;
    }
    return m_parcels->clearFilter();
}

void DeliveriesPage::reveal(const DeliveryId& id)
{
    m_places->go(DeliveryPlaces::Parcels);
    m_parcels->reveal(id);
}

void DeliveriesPage::setWarehouse(const std::optional<WarehouseId>& warehouse)
{
    m_warehouse = warehouse;
    m_parcels->setWarehouse(warehouse);
}

void DeliveriesPage::remember(Memory& memory) const
{
    m_parcels->remember(memory);
    m_places->remember(memory);
    memory.setValue(u"deliveries/splitter"_s, m_splitter->saveState());
}

void DeliveriesPage::recall(const Memory& memory)
{
    m_splitter->restoreState(memory.value(u"deliveries/splitter"_s).toByteArray());
    m_parcels->recall(memory);
    m_places->recall(memory);
}

void DeliveriesPage::retranslate()
{
    m_new->setText(tr("New parcel"));
    m_edit->setText(tr("Edit"));
    m_import->setText(tr("Bring in a file"));
    m_askReturn->setText(tr("Ask for its return"));
    m_raise->setText(tr("Raise an exception…"));
    m_openWaybill->setText(tr("Open waybill"));
    m_openTrip->setText(tr("Open trip"));
    m_focusFilter->setText(tr("Filter the table"));
    m_readAgain->setText(tr("Read again from the server"));
    m_copy->setText(tr("Copy the rows as they are seen"));
}

void DeliveriesPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_parcels->retranslate();
        m_detail->retranslate();
        m_places->retranslate();
        Q_EMIT titleChanged();
    }
}

void DeliveriesPage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.colours().surface);
}

} // namespace waydesk::ui
