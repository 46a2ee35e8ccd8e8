// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/expiredsession.h"

#include "models/errortext.h"
#include "ui/widgets/button.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using Session = facade::ConnectionState::Session;

namespace {
class Strip final : public QWidget
{
public:
    Strip(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), m_theme.fill(Tone::Warn)); }

private:
    const Theme& m_theme;
};
} // namespace

ExpiredSession::ExpiredSession(const Theme& theme, facade::ConnectionService& connection, QWidget& over)
    : Overlay(theme, over)
    , m_connection(connection)
    , m_banner(new Strip(theme, &over))
    , m_bannerText(new Text(theme, Face::BaseStrong, Tone::Warn, m_banner))
    , m_title(new Text(theme, Face::DetailTitle, Tone::Text, card()))
    , m_text(new Text(theme, Face::Base, Tone::Muted, card()))
    , m_bannerButton(new Button(theme, Button::Kind::Plain, m_banner))
    , m_signIn(new Button(theme, Button::Kind::Primary, card()))
    , m_later(new Button(theme, Button::Kind::Plain, card()))
    , m_other(new Button(theme, Button::Kind::Quiet, card()))
    , m_password(new QLineEdit(card()))
    , m_row(new FormRow(theme, {}, m_password, card()))
{
    setCardWidth(420);
    m_bannerText->setWordWrap(true);
    auto* strip = new QHBoxLayout(m_banner);
    strip->setContentsMargins(16, 8, 16, 8);
    strip->addWidget(m_bannerText, 1);
    strip->addWidget(m_bannerButton);
    m_banner->hide();
    m_text->setWordWrap(true);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setLayoutDirection(Qt::LeftToRight);
    m_password->setMaxLength(512);
    auto* column = new QVBoxLayout(card());
    column->setContentsMargins(24, 22, 24, 22);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_row);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_signIn);
    buttons->addWidget(m_later);
    buttons->addStretch(1);
    buttons->addWidget(m_other);
    column->addLayout(buttons);
    connect(m_bannerButton, &QToolButton::clicked, this, &Overlay::open);
    connect(m_signIn, &QToolButton::clicked, this, &ExpiredSession::submit);
    connect(m_password, &QLineEdit::returnPressed, this, &ExpiredSession::submit);
    connect(m_password, &QLineEdit::textEdited, this, [this] { m_row->setError({}); });
    connect(m_later, &QToolButton::clicked, this, &Overlay::dismiss);
    connect(m_other, &QToolButton::clicked, this, [this] {
        dismiss();
        Q_EMIT userChangeWanted();
    });
    connect(&connection, &facade::ConnectionService::changed, this, &ExpiredSession::follow);
    connect(&connection, &facade::ConnectionService::signInFailed, this, &ExpiredSession::failed);
    retranslate();
    follow();
}

void ExpiredSession::focusFirst()
{
    m_password->setFocus(Qt::OtherFocusReason);
}

void ExpiredSession::keyPressEvent(QKeyEvent* event)
{
    Overlay::keyPressEvent(event);
}

QString ExpiredSession::problem() const
{
    return m_row->error();
}

void ExpiredSession::follow()
{
    const Session session = m_connection.state().session;
    const bool expired = session == Session::Expired || (m_expired && session == Session::SigningIn);
    const bool turned = std::exchange(m_expired, expired) != expired;
    m_banner->setVisible(expired);
    const bool busy = session == Session::SigningIn;
    m_signIn->setEnabled(!busy);
    m_password->setEnabled(!busy);
    if (turned)
        retranslate();
    if (turned && expired && parentWidget()->isVisible()) {
        open();
    } else if (!expired) {
        m_password->clear();
        m_row->setError({});
        m_asked = false;
        dismiss();
    }
}

void ExpiredSession::submit()
{
    if (m_password->text().isEmpty()) {
        m_row->setError(tr("Type your password."));
        return;
    }
    m_asked = true;
    m_row->setError({});
    m_connection.signIn(m_connection.state().user.email, m_password->text());
}

void ExpiredSession::failed(const Error& error)
{
    if (!std::exchange(m_asked, false))
        return;
    m_row->setError(error.kind == Error::Kind::Unauthorised ? tr("This password is not right.")
                                                            : models::errorText(error));
    m_password->setEnabled(true);
    m_password->selectAll();
    m_password->setFocus(Qt::OtherFocusReason);
}

void ExpiredSession::changeEvent(QEvent* event)
{
    Overlay::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExpiredSession::retranslate()
{
    const QString who = m_connection.state().user.email;
    m_bannerText->setText(
        tr("Your session has ended. You can go on working; it is sent once you have signed in again."));
    m_bannerButton->setText(tr("Sign in again…"));
    m_title->setText(tr("Your session has ended"));
    m_text->setText(who.isEmpty() ? tr("Nothing is lost: everything you did is kept on this computer and is sent once "
                                       "you have signed in again.")
                                  : tr("Nothing is lost: everything you did is kept on this computer and is sent once "
                                       "you have signed in again as %1.")
                                        .arg(who));
    m_row->setLabel(tr("Password"));
    m_signIn->setText(tr("Sign in"));
    m_later->setText(tr("Later"));
    m_other->setText(tr("Someone else…"));
    for (Button* button : {m_bannerButton, m_signIn, m_later, m_other})
        button->setAccessibleName(button->text());
}

} // namespace waydesk::ui
