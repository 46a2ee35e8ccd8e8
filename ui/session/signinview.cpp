// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/signinview.h"

#include "models/errortext.h"
#include "models/words.h"
#include "ui/session/demodepot.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/window/memory.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using Session = facade::ConnectionState::Session;

namespace {
struct DemoUser
{
    QStringView email;
    UserRole role;
};
constexpr DemoUser kDemoUsers[] = {{u"dispatcher@demo.waydesk", UserRole::Dispatcher},
                                   {u"manager@demo.waydesk", UserRole::Manager},
                                   {u"admin@demo.waydesk", UserRole::Admin}};

QVBoxLayout* cardColumn(Card* card)
{
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(24, 22, 24, 24);
    column->setSpacing(12);
    return column;
}
} // namespace

SignInView::SignInView(Theme& theme, facade::ConnectionService& connection, DemoDepot& demo, Memory& memory,
                       QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_connection(connection)
    , m_demo(demo)
    , m_memory(memory)
{
    setProperty("ground", u"background"_s);
    setAttribute(Qt::WA_StyledBackground);
    resize(1040, 700);
    m_hello = new Text(theme, Face::Figure, Tone::Text, this);
    m_promise = new Text(theme, Face::Title, Tone::Muted, this);
    const auto setFonts = [this] {
        QFont plain = m_theme.font(Face::Base);
        plain.setPixelSize(15);
        m_promise->setFont(plain);
    };
    connect(&theme, &Theme::changed, this, setFonts);
    setFonts();
    m_foot = new Text(theme, Face::Small, Tone::Muted, this);
    m_foot->setWordWrap(true);
    m_foot->setAlignment(Qt::AlignHCenter);
    m_language = new Button(theme, Button::Kind::Quiet, this);
    m_language->setIconName(u"languages"_s, Tone::Muted);

    auto* top = new QHBoxLayout;
    top->addStretch(1);
    top->addWidget(m_language);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(20);
    cards->addStretch(1);
    cards->addWidget(buildDemo());
    cards->addWidget(buildDepot());
    cards->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(28, 16, 28, 24);
    column->addLayout(top);
    column->addStretch(2);
    column->addSpacing(64); // the mark is painted here
    column->addWidget(m_hello, 0, Qt::AlignHCenter);
    column->addWidget(m_promise, 0, Qt::AlignHCenter);
    column->addSpacing(24);
    column->addLayout(cards);
    column->addSpacing(16);
    column->addWidget(m_foot);
    column->addStretch(3);

    const QList<QWidget*> order{
        m_users->buttons().constFirst(), m_demoButton, m_server, m_email, m_password, m_connectButton, m_language};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    connect(m_demoButton, &QToolButton::clicked, this, &SignInView::tryDemo);
    connect(m_connectButton, &QToolButton::clicked, this, &SignInView::connectToDepot);
    for (QLineEdit* field : {m_server, m_email, m_password}) {
        connect(field, &QLineEdit::returnPressed, this, &SignInView::connectToDepot);
        connect(field, &QLineEdit::textEdited, this, &SignInView::clearErrors);
    }
    connect(m_language, &QToolButton::clicked, this,
            [this] { Q_EMIT languageWanted(layoutDirection() == Qt::RightToLeft ? u"en"_s : u"ar"_s); });
    connect(&demo, &DemoDepot::ready, this, [this](const QUrl& server) {
        if (m_asked != Asked::Demo)
            return;
        m_connection.connectTo(server);
        m_connection.signIn(m_users->checkedButton()->property("email").toString(), u"demo"_s);
    });
    connect(&demo, &DemoDepot::failed, this, [this](const QString& why) {
        if (m_asked != Asked::Demo)
            return;
        m_asked = Asked::Nothing;
        m_demoNotice->say(Tone::Bad, tr("The demo depot could not be started. %1").arg(why));
        showBusy();
    });
    connect(&connection, &facade::ConnectionService::signInFailed, this, &SignInView::failed);
    connect(&connection, &facade::ConnectionService::changed, this, [this] {
        if (m_connection.state().session != Session::SignedIn || m_asked == Asked::Nothing)
            return;
        m_memory.setValue(u"depot/kind"_s, m_asked == Asked::Demo ? u"demo"_s : u"server"_s);
        m_memory.setValue(u"depot/demoUser"_s, m_users->checkedButton()->property("email"));
        m_asked = Asked::Nothing;
        m_password->clear();
        showBusy();
    });
    m_server->setText(memory.value(u"depot/server"_s).toString());
    m_email->setText(memory.value(u"depot/email"_s).toString());
    chooseDemoUser(memory.value(u"depot/demoUser"_s, u"dispatcher@demo.waydesk"_s).toString());
    retranslate();
}

QWidget* SignInView::buildDemo()
{
    auto* card = new Card(this);
    card->setFixedWidth(400);
    QVBoxLayout* column = cardColumn(card);
    m_demoTitle = new Text(m_theme, Face::DetailTitle, Tone::Text, card);
    m_demoText = new Text(m_theme, Face::Base, Tone::Muted, card);
    m_demoText->setWordWrap(true);
    m_demoNotice = new Notice(m_theme, card);
    m_demoButton = new Button(m_theme, Button::Kind::Primary, card);
    m_demoButton->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_users = new QButtonGroup(this);
    column->addWidget(m_demoTitle);
    column->addWidget(m_demoText);
    column->addSpacing(4);
    for (const DemoUser& user : kDemoUsers) {
        auto* choice = new QRadioButton(card);
        choice->setProperty("email", user.email.toString());
        choice->setProperty("role", static_cast<int>(user.role));
        m_users->addButton(choice);
        column->addWidget(choice);
    }
    column->addStretch(1);
    column->addWidget(m_demoNotice);
    column->addWidget(m_demoButton);
    return card;
}

QWidget* SignInView::buildDepot()
{
    auto* card = new Card(this);
    card->setFixedWidth(400);
    QVBoxLayout* column = cardColumn(card);
    m_depotTitle = new Text(m_theme, Face::DetailTitle, Tone::Text, card);
    m_depotText = new Text(m_theme, Face::Base, Tone::Muted, card);
    m_depotText->setWordWrap(true);
    m_server = new QLineEdit(card);
    m_email = new QLineEdit(card);
    m_password = new QLineEdit(card);
    m_server->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    m_password->setEchoMode(QLineEdit::Password);
    for (QLineEdit* field : {m_server, m_email, m_password}) {
        field->setMaxLength(512);
        field->setLayoutDirection(Qt::LeftToRight); // addresses and passwords read so in every language
    }
    m_serverRow = new FormRow(m_theme, {}, m_server, card);
    m_emailRow = new FormRow(m_theme, {}, m_email, card);
    m_passwordRow = new FormRow(m_theme, {}, m_password, card);
    m_depotNotice = new Notice(m_theme, card);
    m_connectButton = new Button(m_theme, Button::Kind::Plain, card);
    m_connectButton->setIconName(u"log-in"_s);
    m_connectButton->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column->addWidget(m_depotTitle);
    column->addWidget(m_depotText);
    column->addSpacing(4);
    column->addWidget(m_serverRow);
    column->addWidget(m_emailRow);
    column->addWidget(m_passwordRow);
    column->addStretch(1);
    column->addWidget(m_depotNotice);
    column->addWidget(m_connectButton);
    return card;
}

void SignInView::chooseDemoUser(const QString& email)
{
    for (QAbstractButton* choice : m_users->buttons())
        choice->setChecked(choice->property("email").toString() == email);
    if (!m_users->checkedButton())
        m_users->buttons().constFirst()->setChecked(true);
}

QUrl SignInView::serverUrl(const QString& typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty() || text.contains(u' '))
        return {};
    if (!text.contains(u"://"_s))
        text.prepend(text.startsWith(u"localhost"_s) || text.startsWith(u"127."_s) ? u"http://"_s : u"https://"_s);
    const QUrl url(text, QUrl::StrictMode);
    const bool usable = url.isValid() && !url.host().isEmpty() &&
                        (url.scheme() == u"http"_s || url.scheme() == u"https"_s) && url.userInfo().isEmpty();
    return usable ? url : QUrl();
}

void SignInView::clearErrors()
{
    for (FormRow* row : {m_serverRow, m_emailRow, m_passwordRow})
        row->setError({});
    m_demoNotice->clear();
    m_depotNotice->clear();
}

QString SignInView::problem() const
{
    for (const QString& words : {m_serverRow->error(), m_emailRow->error(), m_passwordRow->error(),
                                 m_depotNotice->sentence(), m_demoNotice->sentence()}) {
        if (!words.isEmpty())
            return words;
    }
    return {};
}

void SignInView::tryDemo()
{
    if (m_asked != Asked::Nothing)
        return;
    clearErrors();
    m_asked = Asked::Demo;
    showBusy();
    m_demo.start();
}

void SignInView::connectToDepot()
{
    if (m_asked != Asked::Nothing)
        return;
    clearErrors();
    const QUrl server = serverUrl(m_server->text());
    const QString email = m_email->text().trimmed();
    QWidget* wrong = nullptr;
    const auto object = [&wrong](FormRow* row, const QString& words) {
        row->setError(words);
        wrong = wrong ? wrong : row->field();
    };
    if (m_server->text().trimmed().isEmpty())
        object(m_serverRow, tr("Where is your depot's server? Ask whoever set it up."));
    else if (server.isEmpty())
        object(m_serverRow, tr("This is not a web address, such as https://depot.example.org."));
    if (email.isEmpty())
        object(m_emailRow, tr("Type your e-mail address."));
    else if (!email.contains(u'@'))
        object(m_emailRow, tr("An e-mail address has an @ in it."));
    if (m_password->text().isEmpty())
        object(m_passwordRow, tr("Type your password."));
    if (wrong) {
        wrong->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_memory.setValue(u"depot/server"_s, server.toString());
    m_memory.setValue(u"depot/email"_s, email);
    m_asked = Asked::Depot;
    showBusy();
    m_connection.connectTo(server);
    m_connection.signIn(email, m_password->text());
}

void SignInView::failed(const Error& error)
{
    const Asked asked = std::exchange(m_asked, Asked::Nothing);
    if (asked == Asked::Nothing)
        return;
    showBusy();
    if (asked == Asked::Demo) {
        m_demoNotice->say(Tone::Bad, models::errorText(error));
        return;
    }
    for (const FieldError& field : error.fields) {
        FormRow* row = field.field == u"email"_s ? m_emailRow : field.field == u"password"_s ? m_passwordRow : nullptr;
        if (row)
            row->setError(field.message);
    }
    QWidget* wrong = m_password;
    if (error.kind == Error::Kind::Unauthorised) {
        const QString said = models::vendorQuote(error);
        m_passwordRow->setError(said.isEmpty() ? tr("E-mail or password is not right.")
                                               : tr("E-mail or password is not right. The server says: %1").arg(said));
    } else if (error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout) {
        m_serverRow->setError(tr("Nobody answers at this address. Is it right, and is the network there?"));
        wrong = m_server;
    } else if (error.kind == Error::Kind::Malformed || error.kind == Error::Kind::NotFound) {
        m_serverRow->setError(tr("Something answers at this address, but it is not a depot's server."));
        wrong = m_server;
    } else if (problem().isEmpty()) {
        m_depotNotice->say(Tone::Bad, models::errorText(error));
    }
    wrong->setFocus(Qt::OtherFocusReason);
    m_password->selectAll();
}

void SignInView::showBusy()
{
    const bool busy = m_asked != Asked::Nothing;
    for (QWidget* widget :
         {static_cast<QWidget*>(m_server), static_cast<QWidget*>(m_email), static_cast<QWidget*>(m_password),
          static_cast<QWidget*>(m_connectButton), static_cast<QWidget*>(m_demoButton)})
        widget->setEnabled(!busy);
    m_demoButton->setText(m_asked == Asked::Demo ? tr("Starting the demo depot…") : tr("Try the demo depot"));
    m_connectButton->setText(m_asked == Asked::Depot ? tr("Signing in…") : tr("Sign in"));
    m_demoButton->setAccessibleName(m_demoButton->text());
    m_connectButton->setAccessibleName(m_connectButton->text());
}

void SignInView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    const bool known = m_memory.value(u"depot/kind"_s).toString() == u"server"_s;
    if (known)
        (m_email->text().isEmpty() ? m_email : m_password)->setFocus(Qt::OtherFocusReason);
    else
        m_demoButton->setFocus(Qt::OtherFocusReason);
}

void SignInView::paintEvent(QPaintEvent*)
{
    // The mark, as on the rail: four crates, one still open.
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int crate = 18, high = 30, gap = 3, all = 4 * crate + 3 * gap;
    const QRect place((width() - all) / 2, m_hello->geometry().top() - 48, all, high);
    for (int i = 0; i < 4; ++i) {
        const QRect box =
            QStyle::visualRect(layoutDirection(), place, {place.left() + i * (crate + gap), place.top(), crate, high});
        painter.setPen(QPen(m_theme.colours().accent, 2));
        painter.setBrush(i == 1 ? QBrush(Qt::NoBrush) : QBrush(m_theme.colours().accent));
        painter.drawRect(QRectF(box).adjusted(1, 1, -1, -1));
    }
}

void SignInView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        clearErrors(); // said in the language before
        retranslate();
    }
}

void SignInView::retranslate()
{
    setWindowTitle(tr("Waydesk"));
    m_hello->setText(tr("Waydesk"));
    m_promise->setText(tr("The dispatcher's desk. It answers at once, also without a network."));
    m_demoTitle->setText(tr("Try the demo depot"));
    m_demoText->setText(
        tr("Two warehouses in Erbil, 40 drivers, waybills in every state. It runs on this computer only; "
           "whatever you do there is yours to break. Every password is “demo”."));
    m_depotTitle->setText(tr("Connect to my depot"));
    m_depotText->setText(tr("Your password goes to your depot's server and nowhere else."));
    for (QAbstractButton* choice : m_users->buttons()) {
        const auto role = static_cast<UserRole>(choice->property("role").toInt());
        choice->setText(
            tr("%1 · %2", "role and e-mail").arg(models::words(role), choice->property("email").toString()));
        choice->setAccessibleName(choice->text());
    }
    m_serverRow->setLabel(tr("Server"));
    m_emailRow->setLabel(tr("E-mail"));
    m_passwordRow->setLabel(tr("Password"));
    m_server->setPlaceholderText(u"https://depot.example.org"_s);
    m_foot->setText(tr("Free software under the GNU General Public License, version 3 or later."));
    m_language->setText(layoutDirection() == Qt::RightToLeft ? u"English"_s : u"العربية"_s);
    m_language->setAccessibleName(m_language->text());
    showBusy();
}

} // namespace waydesk::ui
