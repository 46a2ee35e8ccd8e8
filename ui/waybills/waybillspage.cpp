// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waybills/waybillspage.h"
#include "models/formats.h"
#include "models/rowsource.h"
#include "models/selection.h"
#include "models/waybilltablemodel.h"
#include "models/words.h"
#include "ui/waybills/driverpanel.h"
#include "ui/waybills/returnpanel.h"
#include "ui/waybills/saveviewpanel.h"
#include "ui/waybills/waybilldetail.h"
#include "ui/waybills/waybillform.h"
#include "ui/waybills/waybillquestions.h"
#include "ui/waybills/waybillslist.h"
#include "ui/widgets/button.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tokenfield.h"
#include "ui/window/memory.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QUuid>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kDetailWidth = 384;
constexpr std::chrono::milliseconds kAfterFirstPaint{20}; // the rest of the first frame comes before

WaybillId newLocalId()
{
    return {kLocalIdPrefix % QUuid::createUuid().toString(QUuid::WithoutBraces)};
}
} // namespace

WaybillsPage::WaybillsPage(const Theme& theme, const WaybillsDesk& desk, QWidget* parent)
    : Page(u"waybills"_s, u"clipboard-list"_s, parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_right(new QStackedWidget)
    , m_list(new WaybillsList(theme, m_desk))
    , m_focusFilter(new QAction(this))
{
    m_right->setMinimumWidth(WaybillDetail::kLeastWidth);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_right);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({1252 - kDetailWidth, kDetailWidth});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);

    const QList<QAction*> all = desk.actions.all();
    for (QAction* action : all) {
        if (action != desk.actions.action(Act::Undo)) // the window's, on every page
            addAction(action);
    }
    connect(&desk.selection, &models::Selection::currentChanged, this, [this](const WaybillId& id) {
        if (!id.isEmpty() && m_mayShowDetail)
            detail();
    });
    m_focusFilter->setShortcut(Qt::Key_Slash);
    addAction(m_focusFilter);
    connect(m_focusFilter, &QAction::triggered, this,
            [this] { m_list->filterField()->setFocus(Qt::ShortcutFocusReason); });
    connect(m_list, &WaybillsList::opened, this, [this] {
        if (!detail()->pane()->tabs()->hasFocus())
            detail()->deliveries()->setFocus(Qt::TabFocusReason);
    });
    connect(m_list, &WaybillsList::saveViewAsked, this, &WaybillsPage::askViewName);

    using Actions = models::WaybillActions;
    connect(&desk.actions, &Actions::asked, this, &WaybillsPage::asked);
    connect(&desk.actions, &Actions::submitted, this,
            [this](const QString&, const Command& command, const QString& title) {
                if (m_awaited && *m_awaited == command)
                    closePanel();
                Q_EMIT said({.text = tr("%1: saved here, sent when the server answers").arg(title),
                             .icon = u"check"_s,
                             .actionText = tr("Undo"),
                             .actionKeys = keyText(m_desk.actions.action(Act::Undo)->shortcut()),
                             .action = [this] { m_desk.actions.action(Act::Undo)->trigger(); }});
            });
    connect(&desk.actions, &Actions::notAccepted, this,
            [this](const Command& command, const QString& title, const Error& error) {
                if (m_awaited && *m_awaited == command && m_complain) {
                    m_awaited.reset();
                    m_complain(error);
                    return;
                }
                Q_EMIT said({.text = tr("%1: could not be saved on this desk's disk").arg(title),
                             .icon = u"triangle-alert"_s,
                             .actionText = {},
                             .actionKeys = {},
                             .action = {}});
            });
    connect(&desk.actions, &Actions::undone, this, [this](const QString& title, bool inTime) {
        Q_EMIT said(
            {.text = inTime ? tr("%1: taken back").arg(title) : tr("%1: too late, the server has it").arg(title),
             .icon = inTime ? u"undo-2"_s : u"info"_s,
             .actionText = {},
             .actionKeys = {},
             .action = {}});
    });
    m_focusFilter->setText(tr("Go to the filter"));
}

WaybillsPage::~WaybillsPage() = default;

QString WaybillsPage::title() const
{
    return tr("Waybills");
}

QList<KeyLine> WaybillsPage::keys() const
{
    QList<KeyLine> lines;
    const QList<QAction*> all = pageActions();
    for (const QAction* action : all) {
        if (!action->shortcut().isEmpty())
            lines.append({keyText(action->shortcut()), action->text().remove(u'&')});
    }
    lines.append({keyText(QKeySequence(Qt::CTRL | Qt::Key_Return)), tr("The next step of the chosen waybill")});
    lines.append({u"↵"_s, tr("Go into the chosen waybill")});
    lines.append({u"Shift ↓"_s, tr("Choose several")});
    return lines;
}

QList<QAction*> WaybillsPage::pageActions() const
{
    QList<QAction*> all = m_desk.actions.all();
    all.removeOne(m_desk.actions.action(Act::Undo));
    all.append(m_focusFilter);
    return all;
}

QAction* WaybillsPage::primaryAction() const
{
    if (openPanel())
        return nullptr; // the panel takes Ctrl+Enter itself
    const auto primary = m_desk.actions.primary();
    return primary ? m_desk.actions.action(*primary) : nullptr;
}

Panel* WaybillsPage::openPanel() const
{
    return qobject_cast<Panel*>(m_right->currentWidget());
}

void WaybillsPage::asked(Act act, const QList<WaybillId>& waybills)
{
    if (act == Act::Create || (act == Act::Edit && waybills.size() == 1)) {
        askForm(act == Act::Create ? QList<WaybillId>() : waybills);
        return;
    }
    if (act == Act::Scan) {
        Q_EMIT scanWanted(waybills.isEmpty() ? m_desk.selection.current() : waybills.constFirst());
        return;
    }
    if (act == Act::DeleteEmptyDrafts || waybills.size() > 1) {
        askBulk(act, waybills);
        return;
    }
    if (waybills.isEmpty())
        return;
    if (act == Act::Assign || act == Act::SwitchDriver)
        askDriver(act, waybills.constFirst());
    else if (act == Act::ReturnChildren)
        askReturn(waybills.constFirst());
    else
        askConsequence(act, waybills.constFirst());
}

void WaybillsPage::askForm(const QList<WaybillId>& waybills)
{
    auto* form = new WaybillForm(m_theme, m_desk.warehouses);
    if (waybills.isEmpty()) {
        form->beginNew(newLocalId(), m_warehouse);
    } else {
        const auto row = m_desk.rows.find(waybills.constFirst());
        if (!row) {
            delete form;
            return;
        }
        form->beginEdit(row->expected);
    }
    connect(form, &WaybillForm::submitted, this, [this, form](const Command& command) {
        submitFromPanel(command, [form](const Error& error) { form->complain(error); });
        if (const auto* create = std::get_if<CreateWaybill>(&command))
            m_desk.selection.selectOnly(create->localId);
    });
    openInPlace(form);
}

void WaybillsPage::askDriver(Act act, const WaybillId& id)
{
    const auto row = m_desk.rows.find(id);
    if (!row)
        return;
    const bool switching = act == Act::SwitchDriver;
    auto* panel = new DriverPanel(
        m_theme, m_desk.drivers, m_desk.formats, switching ? DriverPanel::Kind::Switch : DriverPanel::Kind::Assign,
        {.title = nameOf(id), .units = row->expected.totalUnitSize, .current = row->expected.driverId});
    connect(panel, &DriverPanel::chosen, this,
            [this, panel, id, switching](const DriverId& driver, const QString& reason) {
                const Command command =
                    switching ? Command(SwitchDriver{id, driver, reason}) : Command(AssignDriver{id, driver});
                submitFromPanel(command, [panel](const Error& error) { panel->complain(error); });
            });
    openInPlace(panel);
}

void WaybillsPage::askReturn(const WaybillId& id)
{
    auto* panel = new ReturnPanel(m_theme, m_desk.deliveries, id, nameOf(id));
    connect(panel, &ReturnPanel::submitted, this, [this, panel](const Command& command) {
        submitFromPanel(command, [panel](const Error& error) { panel->complain(error); });
    });
    openInPlace(panel);
}

void WaybillsPage::askConsequence(Act act, const WaybillId& id)
{
    const auto row = m_desk.rows.find(id);
    const auto command = models::WaybillActions::plainCommand(act, id);
    if (!row || !command)
        return;
    m_desk.ask.ask(questionFor(act, *row, m_desk.formats), this, [this, command](bool yes) {
        if (yes)
            m_desk.actions.submit(*command);
    });
}

void WaybillsPage::submitFromPanel(const Command& command, std::function<void(const Error&)> complain)
{
    m_awaited = command;
    m_complain = std::move(complain);
    m_desk.actions.submit(command);
}

// The table takes its first row as soon as the window is active: what tells of it is made when the table is to be seen.
void WaybillsPage::paintEvent(QPaintEvent* event)
{
    Page::paintEvent(event);
    if (std::exchange(m_isPainted, true))
        return;
    QTimer::singleShot(kAfterFirstPaint, this, [this] {
        m_mayShowDetail = true;
        if (!m_desk.selection.current().isEmpty())
            detail();
    });
}

WaybillDetail* WaybillsPage::detail()
{
    if (!m_detail) {
        m_detail = new WaybillDetail(m_theme, m_desk, m_right);
        m_detail->pane()->tabs()->setCurrentIndex(m_detailTab);
        m_right->addWidget(m_detail);
    }
    return m_detail;
}

void WaybillsPage::openInPlace(Panel* panel)
{
    closePanel();
    m_right->addWidget(panel);
    m_right->setCurrentWidget(panel);
    connect(panel, &Panel::closed, this, &WaybillsPage::closePanel);
    panel->focusFirst();
}

void WaybillsPage::closePanel()
{
    m_awaited.reset();
    m_complain = nullptr;
    Panel* panel = openPanel();
    if (!panel)
        return;
    m_right->setCurrentWidget(detail());
    m_right->removeWidget(panel);
    panel->deleteLater();
    const WaybillId chosen = m_desk.selection.current();
    m_list->table()->setFocus(Qt::OtherFocusReason);
    // A table without a current row takes its first when it gets the focus. A waybill just made may not be a row yet:
    // what was chosen stands, or the next key would act on another one.
    if (!chosen.isEmpty() && m_desk.selection.current() != chosen)
        m_desk.selection.selectOnly(chosen);
}

void WaybillsPage::askViewName()
{
    auto* panel = new SaveViewPanel(m_theme, m_list->filterLine());
    connect(panel, &SaveViewPanel::named, this, [this](const QString& name) {
        const QString key = m_list->views().keep(name, m_list->filterLine());
        closePanel();
        m_list->refreshViews();
        m_list->useView(key);
    });
    openInPlace(panel);
}

QString WaybillsPage::nameOf(const WaybillId& id) const
{
    const auto row = m_desk.rows.find(id);
    return row ? models::waybillTitle(row->server) : id.value;
}

void WaybillsPage::setWarehouse(const std::optional<WarehouseId>& warehouse)
{
    m_warehouse = warehouse;
    m_list->setWarehouse(warehouse);
}

void WaybillsPage::setAsOf(const std::optional<Instant>& asOf)
{
    m_list->setAsOf(asOf);
}

void WaybillsPage::setReading(bool firstSyncRunning)
{
    m_list->setReading(firstSyncRunning);
}

void WaybillsPage::reveal(const WaybillId& id)
{
    closePanel();
    if (m_desk.table.isComplete() && m_desk.table.rowOf(id) < 0)
        m_list->useView(u"everything"_s); // a filter that hides what was asked for must go
    m_desk.selection.selectOnly(id);
    if (const int row = m_desk.table.rowOf(id); row >= 0)
        m_list->table()->scrollTo(m_desk.table.index(row, 0), QAbstractItemView::PositionAtCenter);
}

void WaybillsPage::shown()
{
    m_list->table()->setFocus(Qt::OtherFocusReason);
}

bool WaybillsPage::escape()
{
    if (openPanel()) {
        closePanel();
        return true;
    }
    if (!m_list->table()->hasFocus()) {
        m_list->table()->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

void WaybillsPage::remember(Memory& memory) const
{
    memory.setValue(u"waybills/splitter"_s, m_splitter->saveState());
    m_list->remember(memory);
    if (m_detail)
        m_detail->remember(memory);
}

void WaybillsPage::recall(const Memory& memory)
{
    m_splitter->restoreState(memory.value(u"waybills/splitter"_s).toByteArray());
    m_list->recall(memory);
    m_detailTab = memory.value(u"waybills/detailTab"_s, 0).toInt();
    if (m_detail)
        m_detail->pane()->tabs()->setCurrentIndex(m_detailTab);
}

void WaybillsPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_focusFilter->setText(tr("Go to the filter"));
    m_list->retranslate();
    if (m_detail)
        m_detail->retranslate();
    Q_EMIT titleChanged();
}

} // namespace waydesk::ui
