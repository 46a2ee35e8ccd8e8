// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/otherdesk.h"

#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

OtherDesk::OtherDesk(const Theme& theme, Why why, const QString& folder, QWidget* parent)
    : QWidget(parent)
    , m_why(why)
    , m_folder(folder)
{
    setProperty("ground", u"background"_s);
    setAttribute(Qt::WA_StyledBackground);
    resize(640, 320);
    auto* card = new Card(this);
    card->setFixedWidth(520);
    m_title = new Text(theme, Face::DetailTitle, Tone::Text, card);
    m_text = new Text(theme, Face::Base, Tone::Text, card);
    m_place = new Text(theme, Face::Small, Tone::Muted, card);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_again = new Button(theme, Button::Kind::Primary, card);
    m_quit = new Button(theme, Button::Kind::Plain, card);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_place->setWordWrap(true);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(24, 22, 24, 22);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_place);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_again);
    buttons->addWidget(m_quit);
    buttons->addStretch(1);
    column->addLayout(buttons);
    auto* all = new QVBoxLayout(this);
    all->addWidget(card, 0, Qt::AlignCenter);
    connect(m_again, &QToolButton::clicked, this, &OtherDesk::tryAgain);
    connect(m_quit, &QToolButton::clicked, this, &QWidget::close);
    retranslate();
}

QString OtherDesk::sentence() const
{
    return m_text->text();
}

void OtherDesk::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void OtherDesk::retranslate()
{
    setWindowTitle(tr("Waydesk"));
    switch (m_why) {
    case Why::AlreadyOpen:
        m_title->setText(tr("Another desk is already open on this data"));
        m_text->setText(tr("Two desks on the same data could send the same thing twice. Use the one that is open, or "
                           "close it and try again. For a second desk on this computer, start Waydesk with another "
                           "--data-dir."));
        break;
    case Why::NewerData:
        m_title->setText(tr("This data is of a newer Waydesk"));
        m_text->setText(tr("It is left untouched. Install the newer Waydesk again, or choose another --data-dir."));
        break;
    case Why::Unreadable:
        m_title->setText(tr("The data folder cannot be used"));
        m_text->setText(tr("Waydesk may not write there, or the disk is full. Nothing was changed."));
        break;
    }
    m_place->setText(m_folder);
    m_again->setText(tr("Try again"));
    m_quit->setText(tr("Quit"));
    m_again->setAccessibleName(m_again->text());
    m_quit->setAccessibleName(m_quit->text());
}

} // namespace waydesk::ui
