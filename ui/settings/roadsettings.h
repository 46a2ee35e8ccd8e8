// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of the road: the router that tells travel times, and when an alarm is raised. GUI thread.
#pragma once

#include "ui/settings/preferences.h"
#include "ui/widgets/card.h"

class QLineEdit;
class QSpinBox;

namespace waydesk::ui {

class RoadSettings final : public QWidget
{
    Q_OBJECT

public:
    RoadSettings(const Theme& theme, PreferenceKeeper& keeper, QWidget* parent = nullptr);
    void retranslate();
    void alignFigures(); // where reading begins
    QLineEdit* router() const { return m_router; }
    QSpinBox* silent() const { return m_silent; }
    QSpinBox* idle() const { return m_idle; }
    QSpinBox* astray() const { return m_astray; }

private:
    void fill();
    void take();

    PreferenceKeeper& m_keeper;
    QLineEdit* m_router;
    QSpinBox *m_silent, *m_idle, *m_astray;
    FormRow *m_routerRow, *m_silentRow, *m_idleRow, *m_astrayRow;
    bool m_filling = false;
};

} // namespace waydesk::ui
