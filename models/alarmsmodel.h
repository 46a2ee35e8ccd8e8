// SPDX-License-Identifier: GPL-3.0-or-later
// The alarms that stand, in words: what is wrong and why, with whom, since when. Those that want a look come first.
#pragma once

#include "models/keyedmodel.h"
#include "services/facade/alarmservice.h"

namespace waydesk::models {

class Formats;

class AlarmsModel : public KeyedModel<facade::StandingAlarm>
{
    Q_OBJECT

public:
    enum Column { What, Who, Since };
    static constexpr int kColumnCount = 3;
    enum Role { KeyRole = Qt::UserRole + 1, DriverRole, KindRole, WantsLookRole, TripRole, StopRole /* int; -1 */ };

    AlarmsModel(facade::AlarmService& alarms, facade::DriverService& drivers, facade::TripService& trips,
                const Formats& formats, QObject* parent = nullptr);

    QString sentence(const Alarm& alarm) const; // "Karwan Aziz: not heard of for 12 min"
    QString detail(const Alarm& alarm) const;   // "Late by 12 min at Rose Street: still 4 stops before it"
    static QString words(AlarmKind kind);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void tick() { touchAll(); } // ages have moved on

protected:
    QString keyOf(const facade::StandingAlarm& row) const override { return waydesk::keyOf(row.alarm); }

private:
    QString name(const Alarm& alarm) const;  // the driver's; of a trip without one, the trip's number
    QString place(const Alarm& alarm) const; // of the stop
    QString lateness(const Alarm& alarm) const;

    facade::AlarmService& m_alarms;
    facade::DriverService& m_drivers;
    facade::TripService& m_trips;
    const Formats& m_formats;
};

} // namespace waydesk::models
