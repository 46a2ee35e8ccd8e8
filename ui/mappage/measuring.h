// SPDX-License-Identifier: GPL-3.0-or-later
// Measuring on the Map page: M begins and ends it, a click sets a point, Backspace takes the last one back, Esc ends.
// What is measured shows in every map of the page. GUI thread; goes with the page.
#pragma once

#include "ui/map/measurelayer.h"

#include <QAction>

namespace waydesk::ui {

class Measuring final : public QObject
{
    Q_OBJECT

public:
    Measuring(const Theme& theme, QObject* parent);

    MeasureLayer& layer() { return m_layer; }
    QAction* action() { return &m_action; } // checked while measuring
    QAction* takeBackAction() { return &m_takeBack; }
    bool isOn() const { return m_action.isChecked(); }
    bool click(const QGeoCoordinate& place); // false: nothing is measured, the click means something else
    bool escape();                           // false: there was nothing to end
    void retranslate(const QLocale& locale);

Q_SIGNALS:
    void changed();

private:
    MeasureLayer m_layer;
    QAction m_action, m_takeBack;
};

} // namespace waydesk::ui
