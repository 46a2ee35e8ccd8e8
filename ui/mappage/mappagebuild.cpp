// SPDX-License-Identifier: GPL-3.0-or-later
// How the Map page is put together.
#include "ui/mappage/drivercard.h"
#include "ui/mappage/mappage.h"
#include "ui/mappage/measuring.h"
#include "ui/mappage/playbackbar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace waydesk::ui {

using Rows = models::LiveDriversModel;
using Alarms = models::AlarmsModel;

namespace {
constexpr int kSide = 16, kListWidth = 380, kOver = 12;

QString iconOf(AlarmKind kind)
{
    switch (kind) {
    case AlarmKind::Silent:
        return QStringLiteral("wifi-off");
    case AlarmKind::Idle:
        return QStringLiteral("pause");
    case AlarmKind::Astray:
        return QStringLiteral("route");
    case AlarmKind::OverLimit:
        return QStringLiteral("wallet");
    case AlarmKind::LateNow:
        return QStringLiteral("triangle-alert");
    case AlarmKind::WillBeLate:
        return QStringLiteral("clock");
    case AlarmKind::ReturnWaiting:
        return QStringLiteral("undo-2");
    }
    Q_UNREACHABLE();
}

// What has not happened yet is a warning.
Tone toneOf(AlarmKind kind)
{
    return kind == AlarmKind::WillBeLate || kind == AlarmKind::ReturnWaiting ? Tone::Warn : Tone::Bad;
}
} // namespace

void MapPage::build()
{
    auto* tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(8);
    for (QAction* action : {m_fit, m_follow, m_zoned, m_measureAction, m_tearOff}) {
        auto* button = new Button(m_theme, Button::Kind::Plain, m_tools);
        button->follow(action);
        tools->addWidget(button);
    }
    m_stage->installEventFilter(this);
    m_stage->setMinimumSize(320, 240);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(kSide, 10, kSide, 10);
    bar->addWidget(m_filter, 1);
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(kSide, 0, kSide, 0);
    tabRow->addWidget(m_tabs, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(kSide, 0, kSide, 0);
    foot->addWidget(m_count, 1);
    m_count->setFixedHeight(m_theme.sizes().foot - 1);
    auto* drivers = new QWidget(m_lists);
    auto* list = new QVBoxLayout(drivers);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    list->addLayout(bar);
    list->addWidget(new Line(m_theme, Qt::Horizontal, this));
    list->addWidget(m_table, 1);
    list->addWidget(new Line(m_theme, Qt::Horizontal, this));
    list->addLayout(foot);
    m_lists->addWidget(drivers);
    m_lists->addWidget(buildAlarms());
    connect(m_tabs, &QTabBar::currentChanged, m_lists, &QStackedWidget::setCurrentIndex);
    auto* side = new QWidget(this);
    side->setMinimumWidth(280);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tabRow);
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    column->addWidget(m_lists, 1);
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    column->addWidget(m_card);
    m_splitter->addWidget(m_stage);
    m_splitter->addWidget(side);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({1252 - kListWidth, kListWidth});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
}

// The list, the chosen one in full, and what can be done about it.
QWidget* MapPage::buildAlarms()
{
    auto* alarms = new QWidget(m_lists);
    auto* column = new QVBoxLayout(alarms);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_alarmTable, 1);
    column->addWidget(new Line(m_theme, Qt::Horizontal, this));
    auto* does = new QVBoxLayout;
    does->setContentsMargins(kSide, 10, kSide, 10);
    does->setSpacing(8);
    m_alarmText->setWordWrap(true);
    m_alarmText->setMinimumHeight(2 * QFontMetrics(m_theme.font(Face::Base)).lineSpacing());
    m_alarmText->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    does->addWidget(m_alarmText);
    const auto add = [&](QHBoxLayout* row, QAction* action) {
        auto* button = new Button(m_theme, Button::Kind::Plain, alarms);
        button->follow(action);
        row->addWidget(button);
        return button;
    };
    auto* once = new QHBoxLayout;
    add(once, m_acknowledge);
    once->addStretch(1);
    does->addLayout(once);
    auto* snoozes = new QHBoxLayout;
    snoozes->setSpacing(6);
    snoozes->addWidget(m_snoozeFor);
    for (QAction* action : m_snoozes)
        add(snoozes, action)->setKeysShown(false); // three keys have no room here; F1 and the tool tips have them
    snoozes->addStretch(1);
    does->addLayout(snoozes);
    column->addLayout(does);
    return alarms;
}

void MapPage::buildTable()
{
    using Look = ColumnStyle::Look;
    m_table->setModel(m_rows);
    TableHeader* header = m_table->header();
    header->setStretchLastSection(false);
    header->setSortIndicator(m_rows->sortColumn(), m_rows->sortOrder());
    m_table->setSortingEnabled(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnStyle(Rows::Driver, {Look::Strong, {}});
    m_table->setColumnStyle(Rows::Age, {Look::MutedFigures, {}});
    header->resizeSection(Rows::Driver, 124);
    header->resizeSection(Rows::Age, 74);
    m_table->setGivesWay(Rows::Doing, 90);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (!m_choosing)
            choose(now.isValid() ? m_rows->idAt(now.row()) : DriverId{});
    });
    connect(m_table, &Table::opened, this, &MapPage::centreOnChosen);
    m_alarmTable->setModel(m_alarmRows);
    m_alarmTable->header()->setStretchLastSection(false);
    m_alarmTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_alarmTable->setColumnStyle(
        Alarms::What, {Look::Chips, [](const QModelIndex& index) {
                           const bool wants = index.data(Alarms::WantsLookRole).toBool();
                           const auto kind = static_cast<AlarmKind>(index.data(Alarms::KindRole).toInt());
                           return QList{ChipContent{wants ? iconOf(kind) : QStringLiteral("check"),
                                                    index.data().toString(), wants ? toneOf(kind) : Tone::Grey}};
                       }});
    m_alarmTable->setColumnStyle(Alarms::Since, {Look::MutedFigures, {}});
    m_alarmTable->header()->resizeSection(Alarms::What, 160);
    m_alarmTable->header()->resizeSection(Alarms::Since, 74);
    m_alarmTable->setGivesWay(Alarms::Who, 90);
    connect(m_alarmTable->selectionModel(), &QItemSelectionModel::currentChanged, this, &MapPage::chooseByAlarm);
    connect(m_alarmTable, &Table::opened, this, &MapPage::centreOnAlarm);
    connect(m_filter, &QLineEdit::textChanged, m_rows, &Rows::setText);
    connect(m_filter, &QLineEdit::returnPressed, m_table, qOverload<>(&QWidget::setFocus));
}

void MapPage::buildActions()
{
    m_fit->setShortcut(Qt::Key_F);
    m_follow->setShortcut(Qt::Key_L);
    m_follow->setCheckable(true);
    m_zoned->setShortcut(Qt::Key_Z);
    m_zoned->setCheckable(true);
    m_play->setShortcut(Qt::Key_P);
    m_tearOff->setShortcut(Qt::Key_T);
    m_acknowledge->setShortcut(Qt::Key_A);
    for (size_t i = 0; i < kSnoozes.size(); ++i) {
        QAction*& snooze = m_snoozes[i] = new QAction(this);
        snooze->setShortcut(i == 0   ? QKeySequence(Qt::Key_S)
                            : i == 1 ? QKeySequence(Qt::SHIFT | Qt::Key_S)
                                     : QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
        connect(snooze, &QAction::triggered, this, [this, i] {
            m_desk.alarms.snooze(m_alarmTable->currentIndex().data(Alarms::KeyRole).toString(), kSnoozes[i]);
        });
    }
    m_focusFilter->setShortcut(Qt::Key_Slash);
    const QList<QAction*> actions = pageActions() << m_measuring->takeBackAction();
    for (QAction* action : actions) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(m_fit, &QAction::triggered, this, &MapPage::fit);
    connect(m_follow, &QAction::toggled, this, [this](bool on) {
        if (on)
            centreOnChosen();
    });
    connect(m_zoned, &QAction::toggled, this, [this](bool on) {
        m_zones.setVisible(on);
        repaintMaps();
    });
    connect(m_play, &QAction::triggered, this, [this] {
        if (m_playback->isOpen())
            m_playback->setPlaying(!m_playback->isPlaying());
        else
            wantToday();
    });
    connect(m_acknowledge, &QAction::triggered, this,
            [this] { m_desk.alarms.acknowledge(m_alarmTable->currentIndex().data(Alarms::KeyRole).toString()); });
    connect(m_tearOff, &QAction::triggered, this, &MapPage::tearOff);
    connect(m_focusFilter, &QAction::triggered, this, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
}

void MapPage::layOver()
{
    m_map->setGeometry(m_stage->rect());
    m_tools->adjustSize();
    const QRect all = m_stage->rect().adjusted(kOver, kOver, -kOver, -kOver);
    m_tools->setGeometry(
        QStyle::visualRect(layoutDirection(), m_stage->rect(), QRect(all.topLeft(), m_tools->sizeHint())));
    const int height = m_playback->sizeHint().height();
    const int width = m_playback->isOpen() ? all.width() : qMin(all.width(), m_playback->sizeHint().width());
    m_playback->setGeometry(QStyle::visualRect(layoutDirection(), m_stage->rect(),
                                               QRect(all.left(), all.bottom() - height, width, height)));
    m_map->setEdge(QMargins(0, 0, 0, height + kOver));
    m_tools->raise();
    m_playback->raise();
}

} // namespace waydesk::ui
