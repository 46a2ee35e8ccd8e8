// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows in its middle. A page knows its title, its icon in the rail, its keys (F1), its actions (for
// the palette; each QAction says by its "whyNot" property why it is not possible now), and which of them Ctrl+Enter
// does. The window knows nothing of what a page is about. A page retranslates itself on LanguageChange, then emits
// titleChanged().
#pragma once

#include "ui/theme/tokens.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QPointer>
#include <QWidget>

namespace waydesk::ui {

class Memory;

// One line of the keys sheet; the keys as keyText() writes them.
struct KeyLine
{
    QString keys;
    QString what;
};

inline constexpr const char* kWhyNotProperty = "whyNot";

// Sets an action's possibility and its reason together, so that neither is forgotten.
void setPossible(QAction& action, bool possible, const QString& whyNot = {});
QString whyNot(const QAction& action); // empty while it is possible

class Page : public QWidget
{
    Q_OBJECT

public:
    Page(QString key, QString iconName, QWidget* parent = nullptr);

    const QString& key() const { return m_key; } // stable word: "waybills"; names its memory
    const QString& iconName() const { return m_iconName; }
    virtual QString title() const = 0;
    virtual QList<KeyLine> keys() const { return {}; }
    virtual QList<QAction*> pageActions() const { return {}; }
    virtual QAction* primaryAction() const { return nullptr; }
    virtual bool inRail() const { return true; } // false: opened by an action, closed by Esc (scan station)
    virtual void remember(Memory&) const {}
    virtual void recall(const Memory&) {}
    virtual void shown() {}                 // has just become the page in front
    virtual bool escape() { return false; } // Esc: true when there was something of its own to close

    // Why this user or connection may not use it; empty: allowed.
    QString closedBecause() const { return m_closedBecause; }
    void setClosedBecause(const QString& reason);
    int badge() const { return m_badge; }
    Tone badgeTone() const { return m_badgeTone; }
    void setBadge(int count, Tone tone);

Q_SIGNALS:
    void titleChanged();
    void badgeChanged();
    void closedChanged();
    void said(const waydesk::ui::ToastContent& toast); // what just happened; the window shows it

private:
    QString m_key, m_iconName, m_closedBecause;
    int m_badge = 0;
    Tone m_badgeTone = Tone::Bad;
};

} // namespace waydesk::ui
