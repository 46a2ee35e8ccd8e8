// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/queuepane.h"

#include "models/errortext.h"
#include "models/formats.h"
#include "ui/trips/submission.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/panel.h"
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

namespace {
constexpr int kSide = 16, kDetailWidth = 404, kLeastDetail = 320;
}

QueuePane::QueuePane(QString key, const Theme& theme, facade::CommandService& commands, const models::Formats& formats,
                     QWidget* parent)
    : QWidget(parent)
    , m_key(std::move(key))
    , m_theme(theme)
    , m_commands(commands)
    , m_formats(formats)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_tabs(new CountTabs(theme, this))
    , m_filter(new QLineEdit(this))
    , m_table(new Table(theme, {}, this))
    , m_count(new Text(theme, Face::Small, Tone::Muted, this))
    , m_age(new Text(theme, Face::Small, Tone::Muted, this))
    , m_right(new QStackedWidget(this))
    , m_detail(new DetailPane(theme, this))
    , m_focusFilter(addKey(Qt::Key_Slash))
    , m_readAgain(addKey(Qt::Key_F5))
    , m_copy(addKey(QKeySequence::Copy))
    , m_submission(new Submission(commands, this))
{
    build();
    watchSubmission();
    connect(m_focusFilter, &QAction::triggered, this, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    connect(m_readAgain, &QAction::triggered, this, [this] { readAgain(); });
    connect(m_copy, &QAction::triggered, m_table, &Table::copySelection);
    connect(m_filter, &QLineEdit::returnPressed, m_table, qOverload<>(&QWidget::setFocus));
}

void QueuePane::build()
{
    m_filter->setMinimumWidth(96);
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(kSide, 0, kSide, 0);
    tabRow->addWidget(m_tabs, 1);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(kSide, 10, kSide, 10);
    bar->addWidget(m_filter, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(kSide, 0, kSide, 0);
    foot->setSpacing(kSide);
    foot->addWidget(m_count);
    foot->addStretch(1);
    foot->addWidget(m_age);
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
    m_right->setMinimumWidth(kLeastDetail);
    m_splitter->addWidget(m_right);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({1252 - kDetailWidth, kDetailWidth});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
}

void QueuePane::watchSubmission()
{
    connect(m_submission, &Submission::taken, this, [this](const QList<qint64>& seqs) {
        closePanel();
        Q_EMIT said({.text = tr("%1: saved here, sent when the server answers").arg(m_about),
                     .icon = u"check"_s,
                     .actionText = tr("Undo"),
                     .actionKeys = {},
                     .action = [this, seqs] {
                         for (auto it = seqs.crbegin(); it != seqs.crend(); ++it)
                             m_commands.undo(*it);
                     }});
    });
    connect(m_submission, &Submission::refused, this, [this](const Error& error) {
        if (m_complain)
            m_complain(error);
        else
            Q_EMIT said({.text = tr("%1: could not be saved on this desk's disk").arg(m_about),
                         .icon = u"triangle-alert"_s,
                         .actionText = {},
                         .actionKeys = {},
                         .action = {}});
    });
}

QAction* QueuePane::addKey(const QKeySequence& keys, const QString& iconName)
{
    auto* action = new QAction(this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (!iconName.isEmpty())
        action->setProperty("iconName", iconName);
    addAction(action);
    return action;
}

QList<KeyLine> QueuePane::keys() const
{
    QList<KeyLine> lines;
    const QList<QAction*> all = paneActions();
    for (const QAction* action : all)
        lines.append({keyText(action->shortcut()), action->text()});
    for (const QAction* action : {m_focusFilter, m_readAgain, m_copy})
        lines.append({keyText(action->shortcut()), action->text()});
    return lines;
}

void QueuePane::submit(const QList<Command>& commands, const QString& about, std::function<void(const Error&)> complain)
{
    m_about = about;
    m_complain = std::move(complain);
    m_submission->submit(commands, std::nullopt);
}

Panel* QueuePane::openPanel() const
{
    return qobject_cast<Panel*>(m_right->currentWidget());
}

void QueuePane::openInPlace(Panel* panel)
{
    closePanel();
    m_right->addWidget(panel);
    m_right->setCurrentWidget(panel);
    connect(panel, &Panel::closed, this, &QueuePane::closePanel);
    panel->focusFirst();
}

void QueuePane::closePanel()
{
    m_complain = nullptr;
    Panel* panel = openPanel();
    if (!panel)
        return;
    m_right->setCurrentWidget(m_detail);
    m_right->removeWidget(panel);
    panel->deleteLater();
    focusTable();
}

void QueuePane::focusTable()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

bool QueuePane::escape()
{
    if (openPanel()) {
        closePanel();
        return true;
    }
    if (m_filter->text().isEmpty())
        return false;
    m_filter->clear();
    focusTable();
    return true;
}

void QueuePane::showFoot(const QString& count, qint64 all, int shown, const facade::QueueSupport& support)
{
    m_count->setText(count);
    QStringList words;
    if (shown < all)
        words << tr("the first %1 are shown; filter to reach others").arg(m_formats.number(shown));
    if (support.isThere == false)
        words << tr("this server keeps no such queue");
    else if (support.asOf)
        words << tr("heard whole %1").arg(m_formats.moment(*support.asOf));
    else
        words << tr("not heard yet");
    m_age->setText(words.join(u" · "_s));
}

QString QueuePane::footText() const
{
    return m_age->text();
}

void QueuePane::remember(Memory& memory) const
{
    memory.setValue(m_key + u"/splitter"_s, m_splitter->saveState());
    memory.setValue(m_key + u"/columns"_s, m_table->header()->saveState());
    memory.setValue(m_key + u"/tab"_s, m_tabs->currentIndex());
}

void QueuePane::recall(const Memory& memory)
{
    m_splitter->restoreState(memory.value(m_key + u"/splitter"_s).toByteArray());
    m_table->header()->restoreState(memory.value(m_key + u"/columns"_s).toByteArray());
    m_tabs->setCurrentIndex(memory.value(m_key + u"/tab"_s, 0).toInt());
}

void QueuePane::retranslate()
{
    m_focusFilter->setText(tr("Filter the table"));
    m_readAgain->setText(tr("Read again from the server"));
    m_copy->setText(tr("Copy the rows as they are seen"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter of the table"));
}

void QueuePane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void QueuePane::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.colours().surface);
}

} // namespace waydesk::ui
