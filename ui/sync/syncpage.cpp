// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/syncpage.h"

#include "models/formats.h"
#include "models/words.h"
#include "ui/sync/commandlist.h"
#include "ui/sync/conflictpane.h"
#include "ui/sync/errorlistmodel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"
#include "ui/window/memory.h"

#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Section = models::OutboxModel::Section;
using Look = ColumnStyle::Look;

namespace {
constexpr int kMostDone = 500;
}

SyncPage::SyncPage(const Theme& theme, const SyncServices& services, QWidget* parent)
    : Page(u"sync"_s, u"refresh-cw"_s, parent)
    , m_theme(theme)
    , m_services(services)
    , m_outbox(new models::OutboxModel(services.formats, this))
    , m_ages(new models::DataAgeModel(services.formats, this))
    , m_errors(new ErrorListModel(this))
    , m_tabs(new CountTabs(theme, this))
    , m_left(new QStackedWidget(this))
    , m_right(new QStackedWidget(this))
    , m_split(new QSplitter(Qt::Horizontal, this))
    , m_list(new CommandList(theme, *m_outbox, this))
    , m_ageTable(new Table(theme, tr("What we know and how old"), this))
    , m_errorTable(new Table(theme, tr("Last errors"), this))
    , m_agesFoot(new Text(theme, Face::Base, Tone::Muted, this))
    , m_pane(new ConflictPane(theme, this))
    , m_nothing(new EmptyState(theme, this))
    , m_retryNow(new QAction(this))
{
    for (const Tab tab : {Tab::NeedsYou, Tab::OnItsWay, Tab::DoneToday, Tab::WhatWeKnow})
        m_tabs->add({}, static_cast<int>(tab));
    m_ageTable->setModel(m_ages);
    m_ageTable->setColumnStyle(models::DataAgeModel::Rows, {Look::Figures, {}});
    m_ageTable->setColumnStyle(models::DataAgeModel::Age, {Look::Figures, {}});
    m_ageTable->setColumnStyle(models::DataAgeModel::AsOf, {Look::MutedFigures, {}});
    m_ageTable->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_errorTable->setModel(m_errors);
    m_errorTable->setColumnStyle(ErrorListModel::Code, {Look::Code, {}});
    m_errorTable->setColumnStyle(ErrorListModel::Detail, {Look::Muted, {}});
    m_errorTable->header()->resizeSection(ErrorListModel::What, 380);
    m_errorTable->header()->resizeSection(ErrorListModel::Code, 200);
    m_errorTable->header()->setStretchLastSection(true);
    m_retryNow->setShortcut(Qt::Key_F5);
    m_retryNow->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_retryNow);
    auto* retry = new Button(theme, Button::Kind::Plain, this);
    retry->setIconName(u"refresh-cw"_s);
    retry->follow(m_retryNow);

    auto* known = new QWidget(this);
    auto* knownColumn = new QVBoxLayout(known);
    knownColumn->setContentsMargins(0, 0, 0, 0);
    knownColumn->setSpacing(0);
    knownColumn->addWidget(m_ageTable, 1);
    m_agesFoot->setContentsMargins(16, 10, 16, 10);
    m_agesFoot->setWordWrap(true);
    knownColumn->addWidget(m_agesFoot);
    knownColumn->addWidget(new Line(theme, Qt::Horizontal, this));
    knownColumn->addWidget(m_errorTable, 1);
    m_left->addWidget(m_list);
    m_left->addWidget(known);
    m_right->addWidget(m_nothing);
    m_right->addWidget(m_pane);

    auto* top = new QHBoxLayout;
    top->setContentsMargins(16, 0, 16, 0);
    top->addWidget(m_tabs, 1);
    top->addWidget(retry, 0, Qt::AlignVCenter);
    auto* leftSide = new QWidget(this);
    auto* column = new QVBoxLayout(leftSide);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(new Line(theme, Qt::Horizontal, this));
    column->addWidget(m_left, 1);
    m_split->addWidget(leftSide);
    m_split->addWidget(m_right);
    m_split->setHandleWidth(1);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(0, 1);
    m_split->setSizes({730, 520});
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_split);

    connect(m_tabs, &QTabBar::currentChanged, this, [this] { showTab(tab()); });
    connect(m_list, &CommandList::currentSeqChanged, this, &SyncPage::showPane);
    connect(m_list, &CommandList::opened, this, [this](qint64 seq) {
        showPane(seq);
        if (!m_pane->choiceButtons().isEmpty())
            m_pane->choiceButtons().constFirst()->setFocus(Qt::TabFocusReason);
    });
    connect(m_pane, &ConflictPane::chosen, this, &SyncPage::settle);
    connect(m_retryNow, &QAction::triggered, this, [this] { m_services.connection.retryNow(); });
    connect(&services.commands, &facade::CommandService::changed, this, &SyncPage::refresh);
    connect(&services.connection, &facade::ConnectionService::changed, this, &SyncPage::refreshConnection);
    connect(&services.formats, &models::Formats::changed, this, &SyncPage::refresh);
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, m_ages, &models::DataAgeModel::tick);
    retranslate();
    refresh();
    refreshConnection();
    showTab(Tab::NeedsYou);
}

SyncPage::~SyncPage() = default;

SyncPage::Tab SyncPage::tab() const
{
    return static_cast<Tab>(m_tabs->value(m_tabs->currentIndex()).toInt());
}

void SyncPage::showTab(Tab tab)
{
    const int index = m_tabs->indexOf(static_cast<int>(tab));
    if (index != m_tabs->currentIndex()) {
        m_tabs->setCurrentIndex(index); // comes back here
        return;
    }
    m_left->setCurrentIndex(tab == Tab::WhatWeKnow ? 1 : 0);
    m_right->setVisible(tab != Tab::WhatWeKnow);
    switch (tab) {
    case Tab::NeedsYou: // what waits behind is seen with it
        m_list->showSections({Section::NeedsYou, Section::OnItsWay, Section::NotKnownYet});
        break;
    case Tab::OnItsWay:
        m_list->showSections({Section::OnItsWay, Section::NotKnownYet});
        break;
    case Tab::DoneToday:
        m_list->showSections({Section::DoneToday});
        break;
    case Tab::WhatWeKnow:
        break;
    }
    const bool done = tab == Tab::DoneToday;
    m_list->emptyState()->setContent(
        done ? u"history"_s : u"circle-check"_s, done ? tr("Nothing was done today yet") : tr("Nothing needs you"),
        done ? tr("What the server confirms stands here for the day.")
             : tr("Everything asked has been done. What is refused or waits stands here."));
    showPane(m_list->currentSeq());
}

void SyncPage::select(qint64 seq)
{
    m_list->select(seq);
}

void SyncPage::refresh()
{
    const qint64 before = m_seq;
    m_outbox->setEntries(m_services.commands.open(), m_services.commands.done(kMostDone), m_services.names);
    const int needs = m_outbox->count(Section::NeedsYou);
    const int way = m_outbox->count(Section::OnItsWay) + m_outbox->count(Section::NotKnownYet);
    m_tabs->setCount(0, needs);
    m_tabs->setCount(1, way);
    m_tabs->setCount(2, m_outbox->count(Section::DoneToday));
    setBadge(needs, Tone::Bad);
    if (!m_list->currentSeq() && m_list->model()->rowCount() > 0)
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
    showPane(before && m_outbox->rowOf(before) >= 0 && m_list->currentSeq() == before ? before : m_list->currentSeq());
}

void SyncPage::refreshConnection()
{
    const facade::ConnectionState& state = m_services.connection.state();
    m_outbox->setLink(state.link, state.linkSince);
    m_ages->setAges(m_services.connection.ages());
    m_errors->setErrors(m_services.connection.recentErrors());
    QStringList words{models::linkText(state, m_services.formats)};
    if (state.feed == facade::ConnectionState::Feed::Polling)
        words << tr("this server has no change feed; it is asked again and again instead");
    if (state.contractDrift > 0)
        words << tr("%Ln word(s) or field(s) of the server are not in its documents", nullptr, state.contractDrift);
    if (state.tokensInMemoryOnly)
        words << tr("no keychain answered: you stay signed in until the desk is closed");
    m_agesFoot->setText(words.join(u" · "_s));
}

void SyncPage::showPane(qint64 seq)
{
    const std::optional<facade::Conflict> conflict =
        seq && tab() != Tab::DoneToday ? m_services.commands.conflict(seq) : std::nullopt;
    const bool open = conflict && (conflict->entry.state == store::CommandState::Refused ||
                                   conflict->entry.state == store::CommandState::Unknown ||
                                   conflict->entry.state == store::CommandState::Queued);
    m_seq = open ? seq : 0;
    if (open) {
        models::ConflictView view = models::conflictView(*conflict, m_services.names, m_services.formats);
        if (conflict->entry.state == store::CommandState::Queued) {
            view.choices.removeIf(
                [](const models::ConflictChoice& c) { return c.kind != models::ConflictChoice::Kind::Discard; });
            for (models::ConflictChoice& choice : view.choices)
                choice.label = tr("Take it back");
        }
        m_pane->show(view);
    } else {
        const bool sending = conflict && conflict->entry.state == store::CommandState::Sending;
        m_nothing->setContent(sending ? u"send"_s : u"inbox"_s, sending ? tr("On its way") : tr("Nothing chosen"),
                              sending ? tr("The server has it; its answer is awaited.")
                                      : tr("Choose an action to see what was asked and what the server has."));
    }
    m_right->setCurrentIndex(open ? 1 : 0);
}

void SyncPage::settle(const models::ConflictChoice& choice)
{
    const qint64 seq = std::exchange(m_seq, 0);
    if (!seq)
        return;
    m_list->setFocus(Qt::OtherFocusReason); // the button that was pressed goes away
    switch (choice.kind) {
    case models::ConflictChoice::Kind::SubmitEdited:
        if (choice.edited)
            m_services.commands.replace(seq, *choice.edited);
        break;
    case models::ConflictChoice::Kind::ChangeByHand:
        m_seq = seq;
        if (const auto conflict = m_services.commands.conflict(seq))
            Q_EMIT changeWanted(*conflict);
        break;
    case models::ConflictChoice::Kind::Retry:
        m_services.commands.retry(seq);
        break;
    case models::ConflictChoice::Kind::Discard:
        m_services.commands.discard(seq);
        break;
    }
}

void SyncPage::shown()
{
    m_tick.start();
    refresh();
    m_list->setFocus(Qt::OtherFocusReason);
}

void SyncPage::hideEvent(QHideEvent* event)
{
    m_tick.stop();
    Page::hideEvent(event);
}

void SyncPage::keyPressEvent(QKeyEvent* event)
{
    const int digit = event->text().isEmpty() ? -1 : event->text().front().digitValue();
    if (digit >= 1 && m_seq && !(event->modifiers() & ~Qt::KeypadModifier) && !event->isAutoRepeat()) {
        m_pane->choose(digit);
        return;
    }
    Page::keyPressEvent(event);
}

QList<KeyLine> SyncPage::keys() const
{
    return {{u"1 … 9"_s, tr("Do the numbered choice")},
            {u"↑ ↓"_s, tr("Go through the list")},
            {u"↵"_s, tr("Into the choices")},
            {keyText(m_retryNow->shortcut()), m_retryNow->text()}};
}

void SyncPage::remember(Memory& memory) const
{
    memory.setValue(u"sync/split"_s, m_split->saveState());
}

void SyncPage::recall(const Memory& memory)
{
    m_split->restoreState(memory.value(u"sync/split"_s).toByteArray());
}

void SyncPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
        refreshConnection();
        Q_EMIT titleChanged();
    }
}

void SyncPage::retranslate()
{
    m_tabs->setTabText(0, tr("Needs you"));
    m_tabs->setTabText(1, tr("On its way"));
    m_tabs->setTabText(2, tr("Done today"));
    m_tabs->setTabText(3, tr("What we know and how old"));
    m_tabs->setAccessibleName(tr("What to show"));
    m_list->setAccessibleName(tr("Actions and what became of them"));
    m_ageTable->setAccessibleName(tr("What we know and how old"));
    m_ageTable->emptyState()->setContent(u"database"_s, tr("Nothing known yet"),
                                         tr("The first data comes after signing in."));
    m_errorTable->setAccessibleName(tr("Last errors"));
    m_errorTable->emptyState()->setContent(u"circle-check"_s, tr("No errors"),
                                           tr("Every answer of the server was as it should be."));
    m_retryNow->setText(tr("Try now"));
    m_errors->retranslate();
    showTab(tab());
}

} // namespace waydesk::ui
