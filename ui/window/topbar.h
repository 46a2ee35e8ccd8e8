// SPDX-License-Identifier: GPL-3.0-or-later
// The strip above every page: where one is, find-anything, which warehouse, whether the server answers and since when,
// what waits and what was refused, who is signed in. It is told; it asks nobody.
#pragma once

#include "ui/widgets/choicemenu.h"

class QHBoxLayout;

namespace waydesk::ui {

class Text;

class TopBar final : public QWidget
{
    Q_OBJECT

public:
    enum class Link { Connecting, Online, Offline };
    struct Language
    {
        QString code, name; // "ar", "العربية"
    };

    explicit TopBar(Theme& theme, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setLink(Link link, const QString& words); // "Offline since 14:01"
    void setCounts(int waiting, int refused);
    void setWarehouses(const QList<ChoiceMenu::Choice>& warehouses, const QVariant& current);
    void setUser(const QString& name, const QString& detail);
    void setLanguages(const QList<Language>& languages, const QString& current);

    ChoiceMenu* warehouse() const { return m_warehouse; }
    Button* find() const { return m_find; }
    QList<QAction*> userActions() const;
    // As the chips say it: for tests, and for a screen reader's live words.
    QString linkText() const { return m_link->text(); }

Q_SIGNALS:
    void findWanted();
    void syncWanted();
    void settingsWanted();
    void keysWanted();
    void userChangeWanted();
    void signOutWanted();
    void languageChosen(const QString& code);
    void themeChosen(waydesk::ui::Theme::Preference preference);
    void densityChosen(waydesk::ui::Density density);

protected:
    void paintEvent(QPaintEvent*) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void buildUserMenu();
    void showLink();
    void showCounts();

    Theme& m_theme;
    Text* m_title;
    Button* m_find;
    ChoiceMenu* m_warehouse;
    Button *m_link, *m_waiting, *m_refused, *m_user;
    QAction *m_settings, *m_keys, *m_changeUser, *m_signOut;
    QList<Language> m_languages;
    QString m_language, m_userDetail;
    Link m_linkState = Link::Connecting;
    QString m_linkWords;
    int m_waitingCount = 0, m_refusedCount = 0;
};

} // namespace waydesk::ui
