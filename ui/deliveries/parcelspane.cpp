// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/parcelspane.h"

#include "models/formats.h"
#include "models/words.h"
#include "ui/waybills/statuschips.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"
#include "ui/widgets/tokenfield.h"
#include "ui/window/memory.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using Rows = models::DeliveryTableModel;

namespace {

constexpr int kSide = 16;

std::optional<DeliveryStatus> statusOf(int tab)
{
    return tab > 0 ? std::optional(kDeliveryStatuses[static_cast<size_t>(tab) - 1]) : std::nullopt;
}

} // namespace

ParcelsPane::ParcelsPane(const Theme& theme, facade::DeliveryService& deliveries, const models::Formats& formats,
                         std::function<models::DeliveryFilterNames()> names, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_formats(formats)
    , m_names(std::move(names))
    , m_deliveries(deliveries)
    , m_rows(new Rows(deliveries, formats, this))
    , m_tabs(new CountTabs(theme, this))
    , m_filter(new TokenField(theme, this))
    , m_bar(new QHBoxLayout)
    , m_more(new Button(theme, Button::Kind::Plain, this))
    , m_columns(new QMenu(this))
    , m_table(new Table(theme, {}, this))
    , m_count(new Text(theme, Face::Small, Tone::Muted, this))
    , m_progress(new Text(theme, Face::Small, Tone::Muted, this))
{
    for (size_t i = 0; i <= kDeliveryStatuses.size(); ++i)
        m_tabs->add({}, static_cast<int>(i));
    build();
    buildTable();
    m_filter->setCompletions([this](const QString& word) { return models::deliveryFilterCandidates(word, m_names()); });
    connect(m_tabs, &QTabBar::currentChanged, this, &ParcelsPane::applyFilter);
    connect(m_filter, &TokenField::filterEdited, this, &ParcelsPane::applyFilter);
    connect(m_filter, &QLineEdit::returnPressed, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_rows, &Rows::countsTold, this, &ParcelsPane::showCounts);
    connect(m_rows, &Rows::countChanged, this, &ParcelsPane::showCounts);
    connect(m_rows, &Rows::orderCompleted, this, [this] {
        showCounts();
        keepChosen();
    });
    connect(&m_deliveries, &facade::DeliveryService::renamed, this,
            [this](const DeliveryId& local, const DeliveryId& server) {
                if (m_chosen == local)
                    m_chosen = server;
            });
    retranslate();
}

void ParcelsPane::build()
{
    m_filter->setMinimumWidth(96);
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(kSide, 0, kSide, 0);
    tabRow->addWidget(m_tabs, 1);
    m_bar->setContentsMargins(kSide, 10, kSide, 10);
    m_bar->setSpacing(8);
    m_bar->addWidget(m_filter, 1);
    m_bar->addWidget(m_more);
    m_more->setIconName(u"ellipsis"_s);
    m_more->setToolButtonStyle(Qt::ToolButtonIconOnly);
    auto* menu = new QMenu(m_more);
    menu->addMenu(m_columns);
    connect(m_columns, &QMenu::aboutToShow, this, [this] {
        m_columns->clear();
        m_table->header()->fillColumnMenu(*m_columns);
    });
    m_more->setMenu(menu);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(kSide, 0, kSide, 0);
    foot->setSpacing(kSide);
    foot->addWidget(m_count);
    foot->addStretch(1);
    foot->addWidget(m_progress);
    m_count->setFixedHeight(m_theme.sizes().foot - 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tabRow);
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    column->addLayout(m_bar);
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    column->addWidget(m_table, 1);
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    column->addLayout(foot);
    setMinimumWidth(420);
}

QMenu* ParcelsPane::more() const
{
    return m_more->menu();
}

void ParcelsPane::addButton(Button* button)
{
    m_bar->insertWidget(m_bar->count() - 1, button);
}

void ParcelsPane::buildTable()
{
    using Look = ColumnStyle::Look;
    m_table->setModel(m_rows);
    TableHeader* header = m_table->header();
    header->setStretchLastSection(false);
    header->setSortIndicator(m_rows->sortColumn(), m_rows->sortOrder());
    m_table->setSortingEnabled(true);
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this, header](int column) {
        if (!Rows::orderOf(column)) // the arrow stays where the order is
            header->setSortIndicator(m_rows->sortColumn(), m_rows->sortOrder());
    });
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setColumnStyle(Rows::Code, {Look::Code, {}});
    m_table->setColumnStyle(Rows::Status,
                            {Look::Chips, [this](const QModelIndex& index) {
                                 const int status = index.data(Rows::StatusRole).toInt();
                                 const Badge badge = m_theme.tokens().status(
                                     status < 0 ? QString() : word(static_cast<DeliveryStatus>(status)));
                                 QList<ChipContent> chips{{badge.icon, index.data().toString(), badge.tone, false, {}}};
                                 if (const int mark = index.data(Rows::MarkRole).toInt(); mark >= 0) {
                                     const Badge open =
                                         m_theme.tokens().command(commandWord(static_cast<store::CommandState>(mark)));
                                     chips.append({open.icon, {}, open.tone, true, {}});
                                 }
                                 return chips;
                             }});
    m_table->setColumnStyle(Rows::Destination, {Look::Muted, {}});
    m_table->setColumnStyle(Rows::Waybill, {Look::Code, {}});
    m_table->setColumnStyle(Rows::Trip, {Look::Code, {}});
    m_table->setColumnStyle(Rows::Cod, {Look::Figures, {}});
    m_table->setColumnStyle(Rows::Created, {Look::Muted, {}});
    m_table->setColumnStyle(Rows::Updated, {Look::Muted, {}});
    m_table->setColumnStyle(Rows::Window, {Look::Muted, {}});
    header->resizeSection(Rows::Code, 104);
    header->resizeSection(Rows::Status, 176);
    header->resizeSection(Rows::Customer, 124);
    header->resizeSection(Rows::Waybill, 92);
    header->resizeSection(Rows::Trip, 104);
    header->resizeSection(Rows::Cod, 88);
    header->setSectionHidden(Rows::Trip, true);
    header->setSectionHidden(Rows::Updated, true);
    header->setSectionHidden(Rows::Window, true);
    m_table->setGivesWay(Rows::Destination, 96);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (!now.isValid())
            return;
        m_chosen = m_rows->idAt(now.row());
        m_awaitsReveal = false;
        Q_EMIT chose(m_chosen);
    });
    connect(m_table, &Table::opened, this, &ParcelsPane::opened);
}

// As wide as the longest moment of this language.
void ParcelsPane::sizeMoments()
{
    const QFontMetrics metrics(m_theme.font(Face::Base));
    int widest = 0;
    for (int month = 1; month <= 12; ++month)
        widest = qMax(widest, metrics.horizontalAdvance(m_formats.day(QDate(m_formats.today().year() - 1, month, 28))));
    const QMargins pad = m_table->header()->padding(Rows::Created);
    for (const int column : {Rows::Created, Rows::Updated})
        m_table->header()->resizeSection(column, widest + metrics.horizontalAdvance(m_formats.number(88) + u' ') +
                                                     pad.left() + pad.right());
    m_table->header()->resizeSection(Rows::Window, widest +
                                                       metrics.horizontalAdvance(m_formats.number(888888) + u"  – ") +
                                                       pad.left() + pad.right());
    m_table->fitColumns();
}

void ParcelsPane::applyFilter()
{
    const models::ParsedDeliveryFilter parsed = models::parseDeliveryFilter(m_filter->filterText(), m_names());
    QHash<QString, QString> errors;
    for (const models::FilterFault& fault : parsed.faults)
        errors.insert(fault.token, fault.message);
    m_filter->setErrors(errors);
    facade::DeliveryFilter filter = parsed.filter;
    if (filter.query.status) { // a status in the line wins, and the tabs show it
        const QSignalBlocker quiet(m_tabs);
        m_tabs->setCurrentIndex(static_cast<int>(*filter.query.status) + 1);
    } else {
        filter.query.status = statusOf(m_tabs->currentIndex());
    }
    if (!filter.query.warehouse)
        filter.query.warehouse = m_warehouse;
    m_rows->setFilter(filter);
    showCounts();
    showEmpty();
}

void ParcelsPane::setFilterLine(const QString& line)
{
    m_filter->setFilterText(line);
    applyFilter();
}

bool ParcelsPane::clearFilter()
{
    if (m_filter->filterText().isEmpty())
        return false;
    setFilterLine({});
    m_table->setFocus(Qt::OtherFocusReason);
    return true;
}

void ParcelsPane::setWarehouse(const std::optional<WarehouseId>& warehouse)
{
    m_warehouse = warehouse;
    applyFilter();
}

void ParcelsPane::setReading(bool reading)
{
    m_table->setReading(reading);
}

void ParcelsPane::showCounts()
{
    if (const auto& counts = m_rows->counts()) {
        m_tabs->setCount(0, counts->all);
        for (size_t i = 0; i < kDeliveryStatuses.size(); ++i)
            m_tabs->setCount(static_cast<int>(i) + 1, counts->byStatus[i]);
    } else { // no count is better than the one of another filter
        for (int i = 0; i < m_tabs->count(); ++i)
            m_tabs->setCount(i, std::nullopt);
    }
    m_count->setText(m_formats.parcels(m_rows->rowCount()));
    m_progress->setText(m_rows->isComplete() ? QString() : tr("still reading…"));
    if (m_rows->isComplete())
        showEmpty();
}

void ParcelsPane::showEmpty()
{
    if (!m_filter->filterText().isEmpty() || m_tabs->currentIndex() > 0)
        m_table->emptyState()->setContent(u"funnel"_s, tr("No parcel matches"),
                                          tr("Remove a word of the filter, or choose another tab."));
    else
        m_table->emptyState()->setContent(u"package"_s, tr("No parcels yet"),
                                          tr("Bring in a merchant's file. What the server tells appears here too."));
}

// A row that moved keeps the cursor; where it left the filter the detail keeps showing it.
void ParcelsPane::keepChosen()
{
    if (m_chosen.isEmpty())
        return;
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid() && m_rows->idAt(current.row()) == m_chosen)
        return;
    const int row = m_rows->rowOf(m_chosen);
    if (row < 0)
        return;
    m_table->setCurrentIndex(m_rows->index(row, 0));
    if (std::exchange(m_awaitsReveal, false))
        m_table->scrollTo(m_rows->index(row, 0), QAbstractItemView::PositionAtCenter);
}

void ParcelsPane::reveal(const DeliveryId& id)
{
    m_chosen = id;
    m_awaitsReveal = true;
    if (m_rows->rowOf(id) < 0) {
        const QSignalBlocker quiet(m_tabs);
        m_tabs->setCurrentIndex(0);
        const auto row = m_deliveries.find(id);
        setFilterLine(row ? row->delivery.code : QString());
    }
    keepChosen();
    Q_EMIT chose(id);
}

void ParcelsPane::retranslate()
{
    m_tabs->setTabText(0, tr("All"));
    for (size_t i = 0; i < kDeliveryStatuses.size(); ++i)
        m_tabs->setTabText(static_cast<int>(i) + 1, models::words(kDeliveryStatuses[i]));
    m_tabs->setAccessibleName(tr("Parcels by status"));
    m_table->setAccessibleName(tr("Parcels"));
    m_more->setAccessibleName(tr("More for this table"));
    m_more->setToolTip(m_more->accessibleName());
    m_columns->setTitle(tr("Columns"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter of the table"));
    m_filter->setToolTip(tr("For example  status:pending zone:ankawa waybill:none cod>50000"));
    sizeMoments();
    showCounts();
    showEmpty();
}

void ParcelsPane::remember(Memory& memory) const
{
    memory.setValue(u"deliveries/columns"_s, m_table->header()->saveState());
    memory.setValue(u"deliveries/tab"_s, m_tabs->currentIndex());
    memory.setValue(u"deliveries/filter"_s, m_filter->filterText());
    memory.setValue(u"deliveries/selected"_s, m_chosen.value);
}

void ParcelsPane::recall(const Memory& memory)
{
    m_table->header()->restoreState(memory.value(u"deliveries/columns"_s).toByteArray());
    {
        const QSignalBlocker quiet(m_tabs);
        m_tabs->setCurrentIndex(memory.value(u"deliveries/tab"_s, 0).toInt());
    }
    setFilterLine(memory.value(u"deliveries/filter"_s).toString());
    m_chosen = {memory.value(u"deliveries/selected"_s).toString()};
    m_awaitsReveal = true;
    keepChosen();
}

void ParcelsPane::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.colours().surface);
}

} // namespace waydesk::ui
