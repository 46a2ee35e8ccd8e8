// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

Panel::Panel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new Text(theme, Face::Title, Tone::Text, this))
    , m_close(new Button(theme, Button::Kind::Quiet, this))
    , m_scroll(new QScrollArea(this))
    , m_notice(new Notice(theme, this))
    , m_primary(new Button(theme, Button::Kind::Primary, this))
    , m_foot(new QWidget(this))
{
    m_close->setIconName(u"x"_s, Tone::Muted);
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_title->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 10, 10, 10);
    head->setSpacing(0);
    head->addSpacing(6); // the words stand over those below, on either side
    head->addWidget(m_title, 1);
    head->addWidget(m_close, 0, Qt::AlignTop);

    auto* inner = new QWidget;
    m_body = new QVBoxLayout(inner);
    m_body->setContentsMargins(16, 16, 16, 16);
    m_body->setSpacing(14);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(inner);

    auto* foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(16, 12, 16, 12);
    foot->setSpacing(8);
    foot->addWidget(m_primary);
    foot->addStretch(1);
    m_primary->setKeyHint(keyText(QKeySequence(Qt::CTRL | Qt::Key_Return)));

    auto* noticeRow = new QHBoxLayout;
    noticeRow->setContentsMargins(16, 0, 16, 0);
    noticeRow->addWidget(m_notice);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(new Line(theme, Qt::Horizontal, this));
    column->addWidget(m_scroll, 1);
    column->addLayout(noticeRow);
    column->addWidget(new Line(theme, Qt::Horizontal, this));
    column->addWidget(m_foot);
    setMinimumWidth(320);
    setTabOrder(m_scroll, m_primary);
    setTabOrder(m_primary, m_close);
    connect(m_close, &QToolButton::clicked, this, &Panel::closed);
    connect(m_primary, &QToolButton::clicked, this, &Panel::accepted);
}

void Panel::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Panel::setBodyScrolls(bool scrolls)
{
    m_scroll->setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

QString Panel::title() const
{
    return m_title->text();
}

Button* Panel::addSecondary()
{
    auto* button = new Button(m_theme, Button::Kind::Plain, m_foot);
    auto* foot = static_cast<QHBoxLayout*>(m_foot->layout());
    foot->insertWidget(foot->count() - 1, button);
    return button;
}

void Panel::focusFirst()
{
    if (QWidget* first = m_body->parentWidget()->nextInFocusChain())
        first->setFocus(Qt::TabFocusReason);
}

bool Panel::event(QEvent* event)
{
    // Ctrl+Enter and Esc are the panel's before they are the window's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if ((enter && key->modifiers() & Qt::ControlModifier) || key->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void Panel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() & Qt::ControlModifier) {
        m_primary->click();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace waydesk::ui
