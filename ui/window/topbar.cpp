// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/topbar.h"
#include "ui/widgets/labels.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

TopBar::TopBar(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new Text(theme, Face::Title, Tone::Text, this))
    , m_find(new Button(theme, Button::Kind::Plain, this))
    , m_warehouse(new ChoiceMenu(theme, {}, this))
    , m_link(new Button(theme, Button::Kind::Plain, this))
    , m_waiting(new Button(theme, Button::Kind::Plain, this))
    , m_refused(new Button(theme, Button::Kind::Plain, this))
    , m_user(new Button(theme, Button::Kind::Plain, this))
    , m_settings(new QAction(this))
    , m_keys(new QAction(this))
    , m_changeUser(new QAction(this))
    , m_signOut(new QAction(this))
{
    setFixedHeight(theme.sizes().topBar);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 1);
    row->setSpacing(12);
    row->addWidget(m_title);
    row->addStretch(1);
    row->addWidget(m_find);
    row->addWidget(m_warehouse);
    row->addWidget(m_link);
    row->addWidget(m_waiting);
    row->addWidget(m_refused);
    row->addWidget(m_user);
    m_find->setIconName(u"search"_s, Tone::Muted);
    m_find->setTextTone(Tone::Muted);
    m_find->setLeadingAligned(true);
    m_find->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_find->setMinimumWidth(160);
    m_find->setMaximumWidth(380);
    row->setStretchFactor(m_find, 3);
    m_find->setKeyHint(keyText(QKeySequence(Qt::CTRL | Qt::Key_K)));
    m_warehouse->setIconName(u"warehouse"_s);
    m_warehouse->hide(); // until there is one to choose
    m_waiting->hide();
    m_refused->hide();
    m_user->setChevron(true);
    m_user->setMenu(new QMenu(m_user));
    m_keys->setShortcut(Qt::Key_F1);
    m_settings->setShortcut(Qt::CTRL | Qt::Key_Comma);
    m_keys->setShortcutContext(Qt::WidgetShortcut); // the window owns these keys; here they are only shown
    m_settings->setShortcutContext(Qt::WidgetShortcut);
    connect(m_find, &QToolButton::clicked, this, &TopBar::findWanted);
    for (Button* button : {m_link, m_waiting, m_refused})
        connect(button, &QToolButton::clicked, this, &TopBar::syncWanted);
    connect(m_settings, &QAction::triggered, this, &TopBar::settingsWanted);
    connect(m_keys, &QAction::triggered, this, &TopBar::keysWanted);
    connect(m_changeUser, &QAction::triggered, this, &TopBar::userChangeWanted);
    connect(m_signOut, &QAction::triggered, this, &TopBar::signOutWanted);
    connect(&theme, &Theme::changed, this, [this] {
        buildUserMenu();
        update();
    });
    retranslate();
}

void TopBar::setTitle(const QString& title)
{
    m_title->setText(title);
}

void TopBar::setLink(Link link, const QString& words)
{
    m_linkState = link;
    m_linkWords = words;
    showLink();
}

void TopBar::showLink()
{
    const auto say = [this](const QString& icon, Tone tone, const QString& more) {
        m_link->setIconName(icon, tone);
        m_link->setTextTone(tone);
        m_link->setText(m_linkWords);
        m_link->setAccessibleName(m_linkWords);
        m_link->setToolTip(more);
        m_link->setVisible(!m_linkWords.isEmpty());
        m_link->updateGeometry();
    };
    switch (m_linkState) {
    case Link::Connecting:
        say(u"loader"_s, Tone::Muted, tr("Looking for the server. What this desk knows is shown meanwhile."));
        break;
    case Link::Online:
        say(u"wifi"_s, Tone::Ok, tr("The server answers. Click for what was sent and how old the data is."));
        break;
    case Link::Offline:
        say(u"wifi-off"_s, Tone::Warn, tr("The server does not answer. Work goes on here and is sent when it does."));
        break;
    }
}

void TopBar::setCounts(int waiting, int refused)
{
    m_waitingCount = waiting;
    m_refusedCount = refused;
    showCounts();
}

void TopBar::showCounts()
{
    m_waiting->setVisible(m_waitingCount > 0);
    m_waiting->setIconName(u"clock"_s, Tone::Muted);
    m_waiting->setTextTone(Tone::Muted);
    m_waiting->setText(tr("%L1 queued", nullptr, m_waitingCount).arg(m_waitingCount));
    m_waiting->setAccessibleName(m_waiting->text());
    m_waiting->setToolTip(tr("Saved on this desk, on their way to the server"));
    m_refused->setVisible(m_refusedCount > 0);
    m_refused->setIconName(u"triangle-alert"_s, Tone::Bad);
    m_refused->setTextTone(Tone::Bad);
    m_refused->setText(tr("%L1 refused", nullptr, m_refusedCount).arg(m_refusedCount));
    m_refused->setAccessibleName(m_refused->text());
    m_refused->setToolTip(tr("The server refused these: they wait for you on the Sync page"));
}

void TopBar::setWarehouses(const QList<ChoiceMenu::Choice>& warehouses, const QVariant& current)
{
    m_warehouse->setChoices(warehouses);
    m_warehouse->setCurrent(current);
    m_warehouse->setVisible(!warehouses.isEmpty());
}

void TopBar::setUser(const QString& name, const QString& detail)
{
    m_user->setText(name);
    m_user->setVisible(!name.isEmpty());
    m_userDetail = detail;
    m_user->setAccessibleName(tr("User: %1").arg(name));
    m_user->updateGeometry();
    buildUserMenu();
}

void TopBar::setLanguages(const QList<Language>& languages, const QString& current)
{
    m_languages = languages;
    m_language = current;
    buildUserMenu();
}

QList<QAction*> TopBar::userActions() const
{
    return {m_settings, m_keys, m_changeUser, m_signOut};
}

void TopBar::buildUserMenu()
{
    QMenu* menu = m_user->menu();
    menu->clear();
    if (!m_userDetail.isEmpty()) {
        menu->addAction(m_userDetail)->setEnabled(false);
        menu->addSeparator();
    }
    m_settings->setIcon(m_theme.icon(u"settings"_s, Tone::Muted));
    m_keys->setIcon(m_theme.icon(u"keyboard"_s, Tone::Muted));
    m_changeUser->setIcon(m_theme.icon(u"users"_s, Tone::Muted));
    m_signOut->setIcon(m_theme.icon(u"log-out"_s, Tone::Muted));
    menu->addAction(m_settings);
    const auto choice = [this](QMenu* into, const QString& words, bool on, auto&& then) {
        QAction* action = into->addAction(words);
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::triggered, this, then);
    };
    if (!m_languages.isEmpty()) {
        QMenu* languages = menu->addMenu(m_theme.icon(u"languages"_s, Tone::Muted), tr("Language"));
        for (const Language& language : std::as_const(m_languages))
            choice(languages, language.name, language.code == m_language,
                   [this, code = language.code] { Q_EMIT languageChosen(code); });
    }
    QMenu* looks = menu->addMenu(m_theme.icon(u"sun-moon"_s, Tone::Muted), tr("Appearance"));
    using P = Theme::Preference;
    for (const auto& [preference, words] :
         {std::pair(P::System, tr("As the system")), std::pair(P::Light, tr("Light")), std::pair(P::Dark, tr("Dark"))})
        choice(looks, words, m_theme.preference() == preference, [this, p = preference] { Q_EMIT themeChosen(p); });
    looks->addSeparator();
    for (const auto& [density, words] :
         {std::pair(Density::Comfortable, tr("Comfortable rows")), std::pair(Density::Compact, tr("Compact rows"))})
        choice(looks, words, m_theme.density() == density, [this, d = density] { Q_EMIT densityChosen(d); });
    menu->addAction(m_keys);
    menu->addSeparator();
    menu->addAction(m_changeUser);
    menu->addAction(m_signOut);
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colours().surface);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.colours().line);
}

void TopBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
}

void TopBar::retranslate()
{
    m_find->setText(tr("Find anything"));
    m_find->setAccessibleName(tr("Find anything"));
    m_find->setToolTip(tr("Waybills, deliveries, drivers, customers, and everything that can be done"));
    m_warehouse->setName(tr("Warehouse"));
    m_warehouse->setToolTip(tr("Whose waybills are shown"));
    m_settings->setText(tr("Settings…"));
    m_keys->setText(tr("Keys of this page"));
    m_changeUser->setText(tr("Change user…"));
    m_signOut->setText(tr("Sign out"));
    m_user->setAccessibleName(tr("User: %1").arg(m_user->text()));
    showLink();
    showCounts();
    buildUserMenu();
}

} // namespace waydesk::ui
