// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trips/tripspage.h"

#include "models/formats.h"
#include "models/tripwords.h"
#include "ui/trips/tripdetail.h"
#include "ui/waybills/statuschips.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"
#include "ui/window/memory.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using Rows = models::TripsModel;

namespace {

constexpr int kSide = 16, kDetailWidth = 500;

std::optional<TripStatus> statusOf(int tab)
{
    return tab > 0 ? std::optional(kTripStatuses[static_cast<size_t>(tab) - 1]) : std::nullopt;
}

// Late now, late to come and in time each have a shape of their own.
QList<ChipContent> lateChips(const QModelIndex& index)
{
    const QString words = index.data().toString();
    switch (index.data(Rows::LateRole).toInt()) {
    case 2:
        return {{u"triangle-alert"_s, words, Tone::Bad, false, {}}};
    case 1:
        return {{u"clock"_s, words, Tone::Warn, false, {}}};
    case 0:
        return {{u"check"_s, words, Tone::Grey, false, {}}};
    default:
        return {}; // nobody reckons
    }
}

} // namespace

TripsPage::TripsPage(const Theme& theme, const TripsDesk& desk, QWidget* parent)
    : Page(u"trips"_s, u"truck"_s, parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_trips(desk.trips)
    , m_formats(desk.formats)
    , m_rows(new Rows(desk.trips, desk.formats, desk.lateness, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_tabs(new CountTabs(theme, this))
    , m_filter(new QLineEdit(this))
    , m_table(new Table(theme, {}, this))
    , m_count(new Text(theme, Face::Small, Tone::Muted, this))
    , m_beyond(new Text(theme, Face::Small, Tone::Muted, this))
    , m_right(new QStackedWidget(this))
    , m_detail(new TripDetail(theme, desk.trips, desk.formats, desk.lateness, this))
    , m_createButton(new Button(theme, Button::Kind::Primary, this))
    , m_create(new QAction(this))
    , m_plan(new QAction(this))
    , m_edit(new QAction(this))
    , m_cancel(new QAction(this))
    , m_up(new QAction(this))
    , m_down(new QAction(this))
    , m_takeOut(new QAction(this))
    , m_focusFilter(new QAction(this))
    , m_readAgain(new QAction(this))
    , m_copy(new QAction(this))
    , m_submission(new Submission(desk.commands, this))
{
    for (size_t i = 0; i <= kTripStatuses.size(); ++i)
        m_tabs->add({}, static_cast<int>(i));
    buildActions();
    build();
    buildTable();
    m_focusFilter->setShortcut(Qt::Key_Slash);
    m_readAgain->setShortcut(Qt::Key_F5);
    m_copy->setShortcut(QKeySequence::Copy);
    for (QAction* action : {m_focusFilter, m_readAgain})
        addAction(action);
    connect(m_focusFilter, &QAction::triggered, this, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    connect(m_readAgain, &QAction::triggered, this, [this] {
        m_trips.refresh();
        if (!m_chosen.isEmpty())
            m_trips.wantDetail(m_chosen);
    });
    connect(m_copy, &QAction::triggered, m_table, &Table::copySelection);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) { m_rows->setStatus(statusOf(tab)); });
    connect(m_filter, &QLineEdit::textChanged, m_rows, &Rows::setText);
    connect(m_filter, &QLineEdit::returnPressed, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_rows, &Rows::reloaded, this, [this] {
        showCounts();
        keepChosen();
    });
    retranslate();
}

void TripsPage::build()
{
    m_filter->setMinimumWidth(96);
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(kSide, 0, kSide, 0);
    tabRow->addWidget(m_tabs, 1);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(kSide, 10, kSide, 10);
    bar->setSpacing(10);
    bar->addWidget(m_filter, 1);
    m_createButton->follow(m_create);
    bar->addWidget(m_createButton);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(kSide, 0, kSide, 0);
    foot->setSpacing(kSide);
    foot->addWidget(m_count);
    foot->addStretch(1);
    foot->addWidget(m_beyond);
    m_count->setFixedHeight(m_theme.sizes().foot - 1);
    auto* left = new QWidget(this);
    left->setMinimumWidth(420);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tabRow);
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    column->addLayout(bar);
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    column->addWidget(m_table, 1);
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    column->addLayout(foot);
    m_splitter->addWidget(left);
    m_right->addWidget(m_detail);
    m_right->setMinimumWidth(TripDetail::kLeastWidth);
    m_splitter->addWidget(m_right);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({1252 - kDetailWidth, kDetailWidth});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
}

void TripsPage::buildTable()
{
    using Look = ColumnStyle::Look;
    m_table->setModel(m_rows);
    TableHeader* header = m_table->header();
    header->setStretchLastSection(false);
    header->setSortIndicator(m_rows->sortColumn(), m_rows->sortOrder());
    m_table->setSortingEnabled(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnStyle(Rows::Number, {Look::Code, {}});
    m_table->setColumnStyle(Rows::Status, {Look::Chips, [this](const QModelIndex& index) {
                                               const int status = index.data(Rows::StatusRole).toInt();
                                               const Badge badge = m_theme.tokens().status(
                                                   status < 0 ? QString() : word(static_cast<TripStatus>(status)));
                                               QList<ChipContent> chips{{.icon = badge.icon,
                                                                         .text = index.data().toString(),
                                                                         .tone = badge.tone,
                                                                         .bare = false,
                                                                         .trailingIcon = {}}};
                                               if (const int mark = index.data(Rows::MarkRole).toInt(); mark >= 0) {
                                                   const Badge open = m_theme.tokens().command(
                                                       commandWord(static_cast<store::CommandState>(mark)));
                                                   chips.append({open.icon, {}, open.tone, true, {}});
                                               }
                                               return chips;
                                           }});
    m_table->setColumnStyle(Rows::Parcels, {Look::Figures, {}});
    m_table->setColumnStyle(Rows::Started, {Look::Muted, {}});
    m_table->setColumnStyle(Rows::Created, {Look::Muted, {}});
    m_table->setColumnStyle(Rows::Lateness, {Look::Chips, [](const QModelIndex& index) { return lateChips(index); }});
    header->resizeSection(Rows::Number, 104);
    header->resizeSection(Rows::Status, 124);
    header->resizeSection(Rows::Van, 100);
    header->resizeSection(Rows::Parcels, 76);
    header->resizeSection(Rows::Lateness, 214);
    for (const int column : {Rows::Created, Rows::Started}) // the number tells the order; in the menu of columns
        header->setSectionHidden(column, true);
    header->setSectionHidden(Rows::Lateness, !m_desk.lateness);
    m_table->setGivesWay(Rows::Driver, 100);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) { choose(now); });
    connect(m_table, &Table::opened, this, [this] { m_detail->stops()->setFocus(Qt::TabFocusReason); });
}

// As wide as the longest moment of this language.
void TripsPage::sizeMoments()
{
    const QFontMetrics metrics(m_theme.font(Face::Base));
    int widest = 0;
    for (int month = 1; month <= 12; ++month) {
        const QString day = m_formats.day(QDate(m_formats.today().year() - 1, month, 28));
        widest = qMax(widest, metrics.horizontalAdvance(day));
    }
    const QMargins pad = m_table->header()->padding(Rows::Started);
    for (const int column : {Rows::Started, Rows::Created})
        m_table->header()->resizeSection(column, widest + metrics.horizontalAdvance(m_formats.number(88) + u' ') +
                                                     pad.left() + pad.right());
    m_table->fitColumns();
}

void TripsPage::choose(const QModelIndex& index)
{
    m_chosen = index.isValid() ? m_rows->idAt(index.row()) : TripId{};
    m_detail->show(m_chosen);
    showPossible();
}

// A row that moved keeps the cursor; one that left the list leaves the pane.
void TripsPage::keepChosen()
{
    const QModelIndex current = m_table->currentIndex();
    const TripId now = current.isValid() ? m_rows->idAt(current.row()) : TripId{};
    if (now != m_chosen)
        choose(current);
    else
        showPossible();
}

void TripsPage::showCounts()
{
    const facade::TripCounts& counts = m_rows->counts();
    m_tabs->setCount(0, counts.all);
    for (size_t i = 0; i < kTripStatuses.size(); ++i)
        m_tabs->setCount(static_cast<int>(i) + 1, counts.byStatus[i]);
    const qint64 all = m_rows->matching();
    const int shown = m_rows->rowCount();
    m_count->setText(tr("%Ln trip(s)", nullptr, static_cast<int>(all)));
    m_beyond->setText(shown < all
                          ? tr("the newest %1 are shown; filter to reach older ones").arg(m_formats.number(shown))
                          : QString());
    showEmpty();
}

void TripsPage::showEmpty()
{
    if (!m_filter->text().isEmpty() || m_tabs->currentIndex() > 0)
        m_table->emptyState()->setContent(u"funnel"_s, tr("No trip matches"),
                                          tr("Remove a word of the filter, or choose another tab."));
    else
        m_table->emptyState()->setContent(u"truck"_s, tr("No trips yet"),
                                          tr("The server has told of none. They appear here as soon as it does."));
}

QList<KeyLine> TripsPage::keys() const
{
    return {{keyText(m_create->shortcut()), m_create->text()},
            {keyText(m_plan->shortcut()), m_plan->text()},
            {keyText(m_edit->shortcut()), m_edit->text()},
            {keyText(m_cancel->shortcut()), m_cancel->text()},
            {keyText(m_up->shortcut()) + u"  "_s + keyText(m_down->shortcut()), tr("Move the parcel in its trip")},
            {u"Delete"_s, m_takeOut->text()},
            {u"A  R"_s, tr("Approve or reject the return chosen under Returns")},
            {u"/"_s, tr("Filter the table")},
            {u"Enter"_s, tr("To the stops of the trip")},
            {u"F5"_s, tr("Read again from the server")},
            {keyText(QKeySequence::Copy), tr("Copy the row as it is seen")}};
}

void TripsPage::shown()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

bool TripsPage::escape()
{
    if (openPanel()) {
        closePanel();
        return true;
    }
    if (m_filter->text().isEmpty())
        return false;
    m_filter->clear();
    m_table->setFocus(Qt::OtherFocusReason);
    return true;
}

void TripsPage::reveal(const TripId& id)
{
    if (m_rows->rowOf(id) < 0) { // behind another tab or filter, or older than those shown
        m_tabs->setCurrentIndex(0);
        const auto known = m_trips.detail(id);
        m_filter->setText(known ? known->row.trip.number : QString());
    }
    const int row = m_rows->rowOf(id);
    if (row < 0)
        return;
    m_table->setCurrentIndex(m_rows->index(row, 0));
    m_table->scrollTo(m_rows->index(row, 0));
}

void TripsPage::remember(Memory& memory) const
{
    memory.setValue(u"trips/columns"_s, m_table->header()->saveState());
    memory.setValue(u"trips/splitter"_s, m_splitter->saveState());
    memory.setValue(u"trips/tab"_s, m_tabs->currentIndex());
    memory.setValue(u"trips/filter"_s, m_filter->text());
    memory.setValue(u"trips/selected"_s, m_chosen.value);
}

void TripsPage::recall(const Memory& memory)
{
    m_table->header()->restoreState(memory.value(u"trips/columns"_s).toByteArray());
    m_splitter->restoreState(memory.value(u"trips/splitter"_s).toByteArray());
    m_tabs->setCurrentIndex(memory.value(u"trips/tab"_s, 0).toInt());
    m_filter->setText(memory.value(u"trips/filter"_s).toString());
    const int row = m_rows->rowOf({memory.value(u"trips/selected"_s).toString()});
    if (row >= 0)
        m_table->setCurrentIndex(m_rows->index(row, 0));
}

void TripsPage::retranslate()
{
    m_tabs->setTabText(0, tr("All"));
    for (size_t i = 0; i < kTripStatuses.size(); ++i)
        m_tabs->setTabText(static_cast<int>(i) + 1, models::words(kTripStatuses[i]));
    m_tabs->setAccessibleName(tr("Trips by status"));
    m_table->setAccessibleName(tr("Trips"));
    m_filter->setPlaceholderText(tr("Number, driver, van or note"));
    m_filter->setAccessibleName(tr("Filter of the table"));
    m_create->setText(tr("New trip"));
    m_plan->setText(tr("Plan parcels and stops"));
    m_edit->setText(tr("Edit the trip"));
    m_cancel->setText(tr("Cancel the trip"));
    m_up->setText(tr("Move the parcel up"));
    m_down->setText(tr("Move the parcel down"));
    m_takeOut->setText(tr("Take the parcel out of the trip"));
    m_focusFilter->setText(tr("Filter the table"));
    m_readAgain->setText(tr("Read again from the server"));
    m_copy->setText(tr("Copy the row as it is seen"));
    m_detail->retranslate();
    sizeMoments();
    showCounts();
}

void TripsPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT titleChanged();
    }
}

void TripsPage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.colours().surface);
}

} // namespace waydesk::ui
