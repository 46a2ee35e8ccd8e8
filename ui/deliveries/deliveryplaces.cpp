// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/deliveryplaces.h"

#include "ui/deliveries/casespane.h"
#include "ui/deliveries/returnspane.h"
#include "ui/widgets/card.h"
#include "ui/widgets/counttabs.h"
#include "ui/window/memory.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kSide = 16;
}

DeliveryPlaces::DeliveryPlaces(const Theme& theme, QWidget* parcels, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tabs(new CountTabs(theme, this))
    , m_bar(new QWidget(this))
    , m_stack(new QStackedWidget(this))
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kSide, 0, kSide, 0);
    row->addWidget(m_tabs, 1);
    auto* bar = new QVBoxLayout(m_bar);
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setSpacing(0);
    bar->addLayout(row);
    bar->addWidget(new Line(theme, Qt::Horizontal, this));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    m_tabs->add({}, Parcels);
    m_stack->addWidget(parcels);
    m_bar->hide(); // one place needs no choice
    connect(m_tabs, &QTabBar::currentChanged, m_stack, [this](int place) { m_stack->setCurrentIndex(place); });
    // The arrow keys walk the tabs; a click goes there to work.
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this](int place) {
        if (place >= 0)
            go(static_cast<Place>(place));
    });
}

void DeliveryPlaces::addQueues(const QueuesDesk& desk)
{
    m_returns = new ReturnsPane(m_theme, desk.returns, desk.deliveries, desk.commands, desk.formats, this);
    m_cases = new CasesPane(m_theme, desk.cases, desk.deliveries, desk.commands, desk.formats, this);
    m_tabs->add({}, Returns);
    m_tabs->add({}, Exceptions);
    add(m_returns);
    add(m_cases);
    connect(m_returns, &ReturnsPane::waitingChanged, this, [this](qint64 count) { m_tabs->setCount(Returns, count); });
    connect(m_cases, &CasesPane::waitingChanged, this, [this](qint64 count) { m_tabs->setCount(Exceptions, count); });
    for (const Place place : {Parcels, Returns, Exceptions}) {
        auto* action = new QAction(this);
        action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(int(Qt::Key_1) + int(place))));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        connect(action, &QAction::triggered, this, [this, place] { go(place); });
        m_go.append(action);
    }
    m_bar->show();
    retranslate();
    m_returns->retranslate(); // tells how many wait, now that somebody hears it
    m_cases->retranslate();
}

void DeliveryPlaces::add(QueuePane* pane)
{
    m_stack->addWidget(pane);
    connect(pane, &QueuePane::said, this, &DeliveryPlaces::said);
    connect(pane, &QueuePane::parcelWanted, this, [this](const DeliveryId& id) {
        go(Parcels);
        Q_EMIT parcelWanted(id);
    });
    connect(pane, &QueuePane::tripWanted, this, &DeliveryPlaces::tripWanted);
}

void DeliveryPlaces::go(Place place)
{
    m_tabs->setCurrentIndex(place);
    if (QueuePane* pane = queue())
        pane->focusTable();
    else
        Q_EMIT parcelsEntered();
}

DeliveryPlaces::Place DeliveryPlaces::place() const
{
    return static_cast<Place>(m_stack->currentIndex());
}

QueuePane* DeliveryPlaces::queue() const
{
    return qobject_cast<QueuePane*>(m_stack->currentWidget());
}

void DeliveryPlaces::remember(Memory& memory) const
{
    if (!m_returns)
        return;
    memory.setValue(u"deliveries/place"_s, m_stack->currentIndex());
    m_returns->remember(memory);
    m_cases->remember(memory);
}

void DeliveryPlaces::recall(const Memory& memory)
{
    if (!m_returns)
        return;
    m_returns->recall(memory);
    m_cases->recall(memory);
    m_tabs->setCurrentIndex(memory.value(u"deliveries/place"_s, 0).toInt());
}

void DeliveryPlaces::retranslate()
{
    const QStringList names{tr("Parcels"), tr("Returns"), tr("Exceptions")};
    const QStringList goTo{tr("Go to parcels"), tr("Go to returns"), tr("Go to exceptions")};
    for (int place = 0; place < m_tabs->count(); ++place)
        m_tabs->setTabText(place, names[place]);
    for (int place = 0; place < m_go.size(); ++place)
        m_go[place]->setText(goTo[place]);
    m_tabs->setAccessibleName(tr("Parts of deliveries"));
}

void DeliveryPlaces::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.colours().surface);
}

} // namespace waydesk::ui
