// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps which alarms a person has acknowledged or snoozed over a restart of the program. GUI thread; memory and alarms
// must outlive it.
#pragma once

#include "services/facade/alarmservice.h"

namespace waydesk::ui {

class Memory;

class AlarmMemory final : public QObject
{
    Q_OBJECT

public:
    AlarmMemory(Memory& memory, facade::AlarmService& alarms, QObject* parent = nullptr); // reads at once

private:
    void keep();

    Memory& m_memory;
    facade::AlarmService& m_alarms;
    QList<facade::SeenAlarm> m_kept;
};

} // namespace waydesk::ui
