// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choicemenu.h"

#include <QActionGroup>
#include <QMenu>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

ChoiceMenu::ChoiceMenu(const Theme& look, const QString& name, QWidget* parent)
    : Button(look, Kind::Plain, parent)
    , m_name(name)
    , m_menu(new QMenu(this))
{
    setChevron(true);
    setMenu(m_menu);
    showCurrent();
}

void ChoiceMenu::setName(const QString& name)
{
    m_name = name;
    showCurrent();
}

void ChoiceMenu::setNameShown(bool shown)
{
    m_nameShown = shown;
    showCurrent();
}

void ChoiceMenu::setChoices(const QList<Choice>& choices)
{
    if (m_choices == choices)
        return;
    m_choices = choices;
    rebuild();
    showCurrent();
}

void ChoiceMenu::setCurrent(const QVariant& value)
{
    m_current = value;
    rebuild();
    showCurrent();
}

void ChoiceMenu::addFooter(QAction* action)
{
    m_footer.append(action);
    rebuild();
}

void ChoiceMenu::rebuild()
{
    m_menu->clear();
    delete m_group;
    m_group = new QActionGroup(m_menu);
    for (const Choice& choice : std::as_const(m_choices)) {
        QString words = choice.text;
        words.replace(u'&', u"&&"_s);
        if (!choice.detail.isEmpty())
            words += u'\t' + choice.detail;
        QAction* action = m_menu->addAction(words);
        action->setCheckable(true);
        action->setChecked(choice.value == m_current);
        m_group->addAction(action);
        connect(action, &QAction::triggered, this, [this, value = choice.value] {
            setCurrent(value);
            Q_EMIT chosen(value);
        });
    }
    if (!m_footer.isEmpty()) {
        m_menu->addSeparator();
        m_menu->addActions(m_footer);
    }
}

void ChoiceMenu::showCurrent()
{
    QString words = m_name;
    for (const Choice& choice : std::as_const(m_choices)) {
        if (choice.value == m_current)
            words = choice.text;
    }
    const QString both = words == m_name ? m_name : u"%1: %2"_s.arg(m_name, words);
    setText(m_nameShown ? both : words);
    setAccessibleName(both);
    updateGeometry();
}

} // namespace waydesk::ui
