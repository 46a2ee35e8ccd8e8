// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waybills/waybillslist.h"
#include "models/formats.h"
#include "models/rowsource.h"
#include "models/selection.h"
#include "models/statustabsmodel.h"
#include "models/waybillactions.h"
#include "models/waybilltablemodel.h"
#include "ui/waybills/actionlooks.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choicemenu.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"
#include "ui/widgets/tokenfield.h"
#include "ui/window/memory.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QScrollBar>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using Act = models::WaybillActions::Act;

namespace {

constexpr int kSide = 16;

} // namespace

WaybillsList::WaybillsList(const Theme& theme, WaybillsDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_tabs(new CountTabs(theme, this))
    , m_create(new Button(theme, Button::Kind::Primary, this))
    , m_scan(new Button(theme, Button::Kind::Plain, this))
    , m_seal(new Button(theme, Button::Kind::Plain, this))
    , m_assign(new Button(theme, Button::Kind::Plain, this))
    , m_more(new Button(theme, Button::Kind::Plain, this))
    , m_filter(new TokenField(theme, this))
    , m_viewChoice(new ChoiceMenu(theme, {}, this))
    , m_saveView(new QAction(this))
    , m_dropView(new QAction(this))
    , m_columns(new QMenu(this))
    , m_table(new Table(theme, {}, this))
    , m_count(new Text(theme, Face::Small, Tone::Muted, this))
    , m_chosen(new Text(theme, Face::Small, Tone::Muted, this))
    , m_asOfText(new Text(theme, Face::Small, Tone::Muted, this))
{
    for (int row = 0; row < desk.tabs.rowCount(); ++row)
        m_tabs->add({}, row);
    build();
    buildTable();
    connect(m_tabs, &QTabBar::currentChanged, this, &WaybillsList::tabChosen);
    connect(m_filter, &TokenField::filterEdited, this, &WaybillsList::applyFilter);
    connect(m_filter, &QLineEdit::returnPressed, m_table, qOverload<>(&QWidget::setFocus));
    m_filter->setCompletions([this](const QString& word) {
        QStringList found;
        const auto candidates = models::filterCandidates(word, word.size(), m_desk.names()).candidates;
        for (const auto& candidate : candidates)
            found.append(candidate.insert);
        return found;
    });
    connect(m_viewChoice, &ChoiceMenu::chosen, this, [this](const QVariant& key) { useView(key.toString()); });
    connect(m_viewChoice->menu(), &QMenu::aboutToShow, this, &WaybillsList::refreshViews);
    connect(m_saveView, &QAction::triggered, this, &WaybillsList::saveViewAsked);
    connect(m_dropView, &QAction::triggered, this, [this] {
        m_views.drop(m_viewChoice->current().toString());
        m_viewChoice->setCurrent({});
        refreshViews();
    });
    connect(&desk.tabs, &QAbstractItemModel::dataChanged, this, &WaybillsList::showTabs);
    connect(&desk.table, &models::WaybillTableModel::countChanged, this, &WaybillsList::showFoot);
    connect(&desk.selection, &models::Selection::selectedChanged, this, &WaybillsList::showFoot);
    connect(&desk.actions, &models::WaybillActions::copyAsked, m_table, &Table::copySelection);
    retranslate();
}

void WaybillsList::build()
{
    dress(m_desk.actions, m_theme);
    const auto follow = [this](Button* button, Act act) {
        button->setIconName(iconOf(act));
        button->follow(m_desk.actions.action(act));
    };
    follow(m_create, Act::Create);
    follow(m_scan, Act::Scan);
    follow(m_seal, Act::Seal);
    follow(m_assign, Act::Assign);
    m_seal->setKeysShown(false);
    m_assign->setKeysShown(false);
    m_more->setIconName(u"ellipsis"_s);
    m_more->setToolButtonStyle(Qt::ToolButtonIconOnly);
    auto* menu = new QMenu(m_more);
    fillActionsMenu(*menu, m_desk.actions);
    menu->addSeparator();
    menu->addMenu(m_columns);
    connect(m_columns, &QMenu::aboutToShow, this, [this] {
        m_columns->clear();
        m_table->header()->fillColumnMenu(*m_columns);
    });
    m_more->setMenu(menu);
    m_viewChoice->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_viewChoice->addFooter(m_saveView);
    m_viewChoice->addFooter(m_dropView);
    m_filter->setMinimumWidth(96);

    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(kSide, 0, kSide, 0);
    tabRow->addWidget(m_tabs, 1);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(kSide, 10, kSide, 10);
    bar->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_create, m_scan, m_seal, m_assign, m_more})
        bar->addWidget(widget);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_viewChoice);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(kSide, 0, kSide, 0);
    foot->setSpacing(kSide);
    foot->addWidget(m_count);
    foot->addWidget(m_chosen);
    foot->addStretch(1);
    foot->addWidget(m_asOfText);
    m_count->setFixedHeight(m_theme.sizes().foot - 1);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tabRow);
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    column->addLayout(bar);
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    column->addWidget(m_table, 1);
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    column->addLayout(foot);
    setMinimumWidth(420);
}

void WaybillsList::setWarehouse(const std::optional<WarehouseId>& warehouse)
{
    m_warehouse = warehouse;
    applyFilter();
}

void WaybillsList::setAsOf(const std::optional<Instant>& asOf)
{
    m_asOf = asOf;
    showFoot();
}

void WaybillsList::setReading(bool reading)
{
    m_table->setReading(reading);
}

QString WaybillsList::filterLine() const
{
    return m_filter->filterText();
}

void WaybillsList::setFilterLine(const QString& line)
{
    m_filter->setFilterText(line);
    applyFilter();
}

void WaybillsList::useView(const QString& key)
{
    const auto view = m_views.find(key);
    if (!view)
        return;
    m_viewChoice->setCurrent(key);
    const QSignalBlocker quiet(m_tabs);
    m_tabs->setCurrentIndex(0);
    setFilterLine(view->filter);
}

void WaybillsList::applyFilter()
{
    const models::ParsedFilter parsed = models::parseFilter(m_filter->filterText(), m_desk.names());
    QHash<QString, QString> errors;
    for (const models::FilterFault& fault : parsed.faults)
        errors.insert(fault.token, fault.message);
    m_filter->setErrors(errors);
    facade::WaybillFilter filter = parsed.filter;
    if (filter.status) {
        // A status in the line wins, and the tabs show it.
        const QSignalBlocker quiet(m_tabs);
        m_tabs->setCurrentIndex(models::StatusTabsModel::rowOf(filter.status));
    } else {
        filter.status = models::StatusTabsModel::statusAt(m_tabs->currentIndex());
    }
    if (!filter.warehouse)
        filter.warehouse = m_warehouse;
    m_desk.table.setFilter(filter);
    const QString key = m_viewChoice->current().toString();
    if (const auto view = m_views.find(key); view && view->filter != m_filter->filterText())
        m_viewChoice->setCurrent({});
    showFoot();
    showEmpty();
}

void WaybillsList::tabChosen(int index)
{
    // The tab replaces a status that stands in the line: two that disagree would show nothing.
    const models::FilterNames names = m_desk.names();
    models::ParsedFilter parsed = models::parseFilter(m_filter->filterText(), names);
    if (parsed.filter.status && parsed.filter.status != models::StatusTabsModel::statusAt(index)) {
        parsed.filter.status.reset();
        m_filter->setFilterText(models::filterText(parsed.filter, names));
    }
    applyFilter();
}

void WaybillsList::showTabs()
{
    for (int row = 0; row < m_desk.tabs.rowCount(); ++row) {
        const QModelIndex index = m_desk.tabs.index(row, 0);
        const QString label = index.data(models::StatusTabsModel::LabelRole).toString();
        if (m_tabs->tabText(row) != label)
            m_tabs->setTabText(row, label);
        m_tabs->setCount(row, index.data(models::StatusTabsModel::CountRole).toLongLong());
    }
}

void WaybillsList::showFoot()
{
    const int rows = m_desk.table.rowCount();
    m_count->setText(m_desk.formats.waybills(rows));
    const auto chosen = m_desk.selection.selected().size();
    m_chosen->setText(chosen > 0 ? tr("%1 selected").arg(m_desk.formats.number(chosen)) : QString());
    m_asOfText->setText(m_asOf ? tr("as of %1").arg(m_desk.formats.timeWithSeconds(*m_asOf)) : QString());
    m_asOfText->setToolTip(m_asOf ? m_desk.formats.fullMoment(*m_asOf) : QString());
}

void WaybillsList::showEmpty()
{
    EmptyState* empty = m_table->emptyState();
    if (!m_filter->filterText().isEmpty() || m_tabs->currentIndex() > 0) {
        empty->setContent(u"funnel"_s, tr("No waybill matches"),
                          tr("Remove a word of the filter, or choose another tab."));
        empty->setAction(nullptr);
    } else {
        empty->setContent(
            u"clipboard-list"_s, tr("No waybills yet"),
            tr("Make one, then scan parcels into it. It is kept on this desk even while the server is away."));
        empty->setAction(m_desk.actions.action(Act::Create));
    }
}

void WaybillsList::refreshViews()
{
    QList<ChoiceMenu::Choice> choices;
    const models::FilterNames names = m_desk.names();
    const QList<SavedView> all = m_views.all();
    for (const SavedView& view : all) {
        facade::WaybillFilter filter = models::parseFilter(view.filter, names).filter;
        if (!filter.warehouse)
            filter.warehouse = m_warehouse;
        // Where only a walk through the store would tell, no count is better than a late or a wrong one.
        const std::optional<qint64> count = m_desk.rows.countNow(filter);
        choices.append({view.key, view.name, count ? m_desk.formats.number(*count) : QString()});
    }
    m_viewChoice->setChoices(choices);
    const auto current = m_views.find(m_viewChoice->current().toString());
    m_dropView->setEnabled(current && current->own);
}

void WaybillsList::retranslate()
{
    m_table->setAccessibleName(tr("Waybills"));
    m_tabs->setAccessibleName(tr("Waybills by status"));
    m_scan->setShortWords(tr("Scan"));
    m_assign->setShortWords(tr("Assign"));
    m_more->setAccessibleName(tr("More actions"));
    m_more->setToolTip(tr("More actions"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter of the table"));
    m_filter->setToolTip(tr("For example  status:sealed driver:karwan cod>50000"));
    m_viewChoice->setName(tr("View"));
    m_columns->setTitle(tr("Columns"));
    m_saveView->setText(tr("Save this view…"));
    m_dropView->setText(tr("Forget this view"));
    sizeColumns();
    refreshViews();
    showTabs();
    showFoot();
    showEmpty();
}

void WaybillsList::remember(Memory& memory) const
{
    memory.setValue(u"waybills/columns"_s, m_table->header()->saveState());
    memory.setValue(u"waybills/filter"_s, filterLine());
    memory.setValue(u"waybills/tab"_s, m_tabs->currentIndex());
    memory.setValue(u"waybills/view"_s, m_viewChoice->current());
    memory.setValue(u"waybills/selected"_s, m_desk.selection.current().value);
    m_views.remember(memory);
}

void WaybillsList::recall(const Memory& memory)
{
    m_views.recall(memory);
    // Restoring the columns also restores the sort, which the model hears through the header.
    m_table->header()->restoreState(memory.value(u"waybills/columns"_s).toByteArray());
    sizeColumns();
    {
        const QSignalBlocker quiet(m_tabs);
        m_tabs->setCurrentIndex(memory.value(u"waybills/tab"_s, 0).toInt());
    }
    refreshViews();
    m_viewChoice->setCurrent(memory.value(u"waybills/view"_s));
    setFilterLine(memory.value(u"waybills/filter"_s).toString());
    const WaybillId last{memory.value(u"waybills/selected"_s).toString()};
    if (!last.isEmpty() && m_desk.rows.find(last))
        m_desk.selection.selectOnly(last);
}

void WaybillsList::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // Words leave the toolbar before anything is cut; icons, tool tips and names stay.
    const bool narrow = width() < 700;
    for (Button* button : {m_scan, m_seal, m_assign})
        button->setToolButtonStyle(narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_scan->setKeysShown(!narrow);
    m_create->setKeysShown(!narrow);
}

void WaybillsList::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.colours().surface);
}

} // namespace waydesk::ui
