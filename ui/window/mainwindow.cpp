// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"
#include "ui/window/askoverlay.h"
#include "ui/window/keyssheet.h"
#include "ui/window/memory.h"
#include "ui/window/rail.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kRoomForRail = 1120;
constexpr QSize kBest{1440, 900}, kLeast{880, 520};
constexpr QSize kFrame{8, 44}; // a title bar and borders; what the window manager takes is known only later
} // namespace

QSize MainWindow::firstSize(const QSize& available)
{
    return kBest.boundedTo(available - kFrame).expandedTo(kLeast);
}

MainWindow::MainWindow(Theme& theme, Memory& memory, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_memory(memory)
    , m_rail(new Rail(theme, this))
    , m_topBar(new TopBar(theme, this))
    , m_banners(new QVBoxLayout)
    , m_stack(new QStackedWidget(this))
    , m_toasts(new ToastStack(theme, *this))
    , m_ask(new AskOverlay(theme, *this))
    , m_keys(new KeysSheet(theme, *this))
{
    setProperty("ground", u"surface"_s);
    setAttribute(Qt::WA_StyledBackground);
    setMinimumSize(kLeast);
    resize(firstSize(screen()->availableSize()));
    auto* right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_topBar);
    m_banners->setContentsMargins(0, 0, 0, 0);
    m_banners->setSpacing(0);
    right->addLayout(m_banners);
    right->addWidget(m_stack, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(right, 1);
    makeActions();
    connect(m_rail, &Rail::chosen, this, [this](Page* page) { show(page); });
    connect(m_topBar, &TopBar::findWanted, this, &MainWindow::paletteWanted);
    connect(m_topBar, &TopBar::settingsWanted, this, &MainWindow::settingsWanted);
    connect(m_topBar, &TopBar::keysWanted, this, &MainWindow::showKeys);
    connect(m_topBar, &TopBar::syncWanted, this, [this] {
        if (Page* sync = page(u"sync"_s))
            show(sync);
    });
    connect(m_topBar, &TopBar::themeChosen, this, [this](Theme::Preference p) { m_theme.setPreference(p); });
    connect(m_topBar, &TopBar::densityChosen, this, [this](Density d) { m_theme.setDensity(d); });
    retranslate();
}

MainWindow::~MainWindow() = default;

QAction* MainWindow::addKey(const QKeySequence& keys, const QString& icon)
{
    auto* action = new QAction(this);
    action->setShortcut(keys);
    action->setIcon(m_theme.icon(icon, Tone::Muted));
    addAction(action);
    return action;
}

void MainWindow::makeActions()
{
    m_find = addKey(Qt::CTRL | Qt::Key_K, u"search"_s);
    m_showKeys = addKey(Qt::Key_F1, u"keyboard"_s);
    m_primary = addKey(Qt::CTRL | Qt::Key_Return, u"corner-down-left"_s);
    m_foldRail = addKey(Qt::CTRL | Qt::SHIFT | Qt::Key_B, u"panel-left"_s);
    m_settings = addKey(Qt::CTRL | Qt::Key_Comma, u"settings"_s);
    m_turnTheme = addKey({}, u"sun-moon"_s);
    connect(m_find, &QAction::triggered, this, &MainWindow::paletteWanted);
    connect(m_showKeys, &QAction::triggered, this, &MainWindow::showKeys);
    connect(m_settings, &QAction::triggered, this, &MainWindow::settingsWanted);
    connect(m_foldRail, &QAction::triggered, this, [this] { m_rail->setCollapsed(!m_rail->isCollapsed()); });
    connect(m_turnTheme, &QAction::triggered, this, [this] {
        m_theme.setPreference(m_theme.scheme() == Scheme::Dark ? Theme::Preference::Light : Theme::Preference::Dark);
    });
    connect(m_primary, &QAction::triggered, this, [this] {
        QAction* primary = current() ? current()->primaryAction() : nullptr;
        if (primary && primary->isEnabled())
            primary->trigger();
        else if (primary && !whyNot(*primary).isEmpty())
            m_toasts->show(
                {.text = whyNot(*primary), .icon = u"info"_s, .actionText = {}, .actionKeys = {}, .action = {}});
    });
}

void MainWindow::addPage(Page* page)
{
    m_pages.append(page);
    m_stack->addWidget(page);
    if (page->inRail()) {
        m_rail->add(*page);
        const auto place = m_goTo.size() + 1;
        QAction* go =
            addKey(place <= 9 ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + place)) : QKeySequence(),
                   page->iconName());
        m_goTo.append(go);
        m_rail->entries().constLast()->setKey(keyText(go->shortcut()));
        connect(go, &QAction::triggered, this, [this, page] { show(page); });
    }
    connect(page, &Page::titleChanged, this, &MainWindow::retranslate);
    connect(page, &Page::said, m_toasts, &ToastStack::show);
    connect(page, &Page::closedChanged, this, [this, page] {
        if (page == current() && !page->closedBecause().isEmpty())
            show(page);
    });
    retranslate();
    if (m_pages.size() == 1)
        show(page);
}

void MainWindow::show(Page* page)
{
    if (!page->closedBecause().isEmpty()) {
        m_toasts->show(
            {.text = page->closedBecause(), .icon = u"ban"_s, .actionText = {}, .actionKeys = {}, .action = {}});
        m_rail->setCurrent(current());
        if (page != current())
            return;
    }
    if (current() && current()->inRail())
        m_before = current();
    m_stack->setCurrentWidget(page);
    m_rail->setCurrent(page->inRail() ? page : m_before.data());
    m_topBar->setTitle(page->title());
    setWindowTitle(tr("%1 — Waydesk").arg(page->title()));
    page->shown();
    Q_EMIT currentChanged(page);
}

Page* MainWindow::current() const
{
    return qobject_cast<Page*>(m_stack->currentWidget());
}

Page* MainWindow::page(const QString& key) const
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(), [&](const Page* p) { return p->key() == key; });
    return found == m_pages.end() ? nullptr : *found;
}

Ask& MainWindow::ask()
{
    return *m_ask;
}

void MainWindow::adopt(QAction* action)
{
    addAction(action);
    m_adopted.append(action);
}

void MainWindow::addBanner(QWidget* banner)
{
    m_banners->addWidget(banner);
}

QList<QAction*> MainWindow::windowActions() const
{
    QList<QAction*> all = m_goTo;
    all << m_adopted << m_showKeys << m_foldRail << m_turnTheme;
    for (QAction* action : m_topBar->userActions()) {
        if (action->text() != m_showKeys->text())
            all << action;
    }
    return all;
}

void MainWindow::showKeys()
{
    if (!current())
        return;
    QList<KeyLine> everywhere;
    const QList<QAction*> mine =
        QList<QAction*>{m_find, m_showKeys} + m_adopted + QList<QAction*>{m_foldRail, m_settings};
    for (const QAction* action : mine)
        everywhere.append({keyText(action->shortcut()), action->text()});
    for (const QAction* go : std::as_const(m_goTo))
        everywhere.append({keyText(go->shortcut()), go->text()});
    everywhere.append({u"Esc"_s, tr("Close, or go back")});
    m_keys->showKeys(current()->title(), current()->keys(), everywhere);
}

void MainWindow::goBack()
{
    if (!current() || current()->escape())
        return;
    if (!current()->inRail() && m_before)
        show(m_before);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        goBack();
    else
        QWidget::keyPressEvent(event);
}

void MainWindow::remember()
{
    m_memory.setValue(u"window/geometry"_s, saveGeometry());
    m_memory.setValue(u"window/railCollapsed"_s, m_rail->isCollapsed());
    if (const Page* front = current(); front && front->inRail())
        m_memory.setValue(u"window/page"_s, front->key());
    for (const Page* each : std::as_const(m_pages))
        each->remember(m_memory);
}

void MainWindow::recall()
{
    restoreGeometry(m_memory.value(u"window/geometry"_s).toByteArray());
    m_rail->setCollapsed(m_memory.value(u"window/railCollapsed"_s, false).toBool());
    for (Page* each : std::as_const(m_pages))
        each->recall(m_memory);
    if (Page* last = page(m_memory.value(u"window/page"_s).toString()); last && last->closedBecause().isEmpty())
        show(last);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    remember();
    QWidget::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_rail->setNarrow(width() < kRoomForRail);
}

void MainWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::retranslate()
{
    setLocale(QLocale()); // digits of counts and badges: a widget keeps the locale it was born with
    m_find->setText(tr("Find anything"));
    m_showKeys->setText(tr("Keys of this page"));
    m_primary->setText(tr("Do the main thing of this page"));
    m_foldRail->setText(tr("Fold or widen the rail"));
    m_settings->setText(tr("Settings…"));
    m_turnTheme->setText(tr("Turn light or dark"));
    qsizetype i = 0;
    for (const Page* each : std::as_const(m_pages)) {
        if (each->inRail() && i < m_goTo.size())
            m_goTo[i++]->setText(tr("Go to %1").arg(each->title()));
    }
    if (current()) {
        m_topBar->setTitle(current()->title());
        setWindowTitle(tr("%1 — Waydesk").arg(current()->title()));
    }
}

} // namespace waydesk::ui
