// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/page.h"

namespace waydesk::ui {

void setPossible(QAction& action, bool possible, const QString& reason)
{
    action.setProperty(kWhyNotProperty, possible ? QString() : reason);
    action.setStatusTip(possible ? QString() : reason); // where the palette reads it
    action.setEnabled(possible);
    Q_EMIT action.changed(); // the reason alone may have changed
}

QString whyNot(const QAction& action)
{
    if (action.isEnabled())
        return {};
    const QString own = action.property(kWhyNotProperty).toString();
    return own.isEmpty() ? action.statusTip() : own;
}

Page::Page(QString key, QString iconName, QWidget* parent)
    : QWidget(parent)
    , m_key(std::move(key))
    , m_iconName(std::move(iconName))
{
}

void Page::setClosedBecause(const QString& reason)
{
    if (std::exchange(m_closedBecause, reason) != reason)
        Q_EMIT closedChanged();
}

void Page::setBadge(int count, Tone tone)
{
    if (m_badge == count && m_badgeTone == tone)
        return;
    m_badge = count;
    m_badgeTone = tone;
    Q_EMIT badgeChanged();
}

} // namespace waydesk::ui
