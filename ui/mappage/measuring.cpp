// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mappage/measuring.h"

namespace waydesk::ui {

Measuring::Measuring(const Theme& theme, QObject* parent)
    : QObject(parent)
    , m_layer(theme)
{
    m_action.setCheckable(true);
    m_action.setShortcut(Qt::Key_M);
    m_takeBack.setShortcut(Qt::Key_Backspace);
    m_takeBack.setEnabled(false);
    connect(&m_action, &QAction::toggled, this, [this](bool on) {
        m_layer.clear();
        m_takeBack.setEnabled(on);
        Q_EMIT changed();
    });
    connect(&m_takeBack, &QAction::triggered, this, [this] {
        m_layer.removeLast();
        Q_EMIT changed();
    });
}

bool Measuring::click(const QGeoCoordinate& place)
{
    if (!isOn())
        return false;
    m_layer.add(place);
    Q_EMIT changed();
    return true;
}

bool Measuring::escape()
{
    if (!isOn())
        return false;
    m_action.setChecked(false);
    return true;
}

void Measuring::retranslate(const QLocale& locale)
{
    m_layer.setUnits(locale, QLocale::system().measurementSystem());
    m_action.setText(tr("Measure"));
    m_action.setToolTip(tr("Click points on the map: how far it is between them, as the crow flies"));
    m_takeBack.setText(tr("Take the last measured point back"));
}

} // namespace waydesk::ui
