// SPDX-License-Identifier: GPL-3.0-or-later
// A button that shows the chosen one of a few choices and opens the list of them: warehouse, saved view, mode.
#pragma once

#include "ui/widgets/button.h"

#include <QVariant>

class QActionGroup;
class QMenu;

namespace waydesk::ui {

class ChoiceMenu final : public Button
{
    Q_OBJECT

public:
    struct Choice
    {
        QVariant value;
        QString text;
        QString detail; // shown muted behind the words: a count, a key
        bool operator==(const Choice&) const = default;
    };

    // `name` is what the choice is about; it is the accessible name and, while nothing is chosen, the words.
    ChoiceMenu(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    void setName(const QString& name);
    void setNameShown(bool shown); // "Mode: Find" on the button, not only in its accessible name
    void setChoices(const QList<Choice>& choices);
    const QList<Choice>& choices() const { return m_choices; }
    void setCurrent(const QVariant& value); // does not emit
    QVariant current() const { return m_current; }
    void addFooter(QAction* action); // below a line, after the choices

Q_SIGNALS:
    void chosen(const QVariant& value);

private:
    void rebuild();
    void showCurrent();

    QString m_name;
    bool m_nameShown = false;
    QMenu* m_menu;
    QActionGroup* m_group = nullptr;
    QList<Choice> m_choices;
    QList<QAction*> m_footer;
    QVariant m_current;
};

} // namespace waydesk::ui
