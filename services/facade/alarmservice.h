// SPDX-License-Identifier: GPL-3.0-or-later
// The alarms that stand now, one per cause, as long as the cause lasts. One that was acknowledged is not raised again
// while it lasts; one that was snoozed comes back. Reckoned from this desk's own picture of the road (GUI thread), when
// it changes and as time passes; a picture that is old because the desk is offline raises nothing.
#pragma once

#include "services/domain/alarms.h"
#include "services/facade/latenesswatch.h"

namespace waydesk::facade {

class ConnectionService;

struct StandingAlarm
{
    Alarm alarm;
    Instant raisedAt{};
    bool isAcknowledged = false;
    std::optional<Instant> snoozedUntil;
    Instant seenAt{}; // when it was acknowledged or snoozed
    bool wantsLook() const { return !isAcknowledged && !snoozedUntil; }
    bool operator==(const StandingAlarm&) const = default;
};

// What a person has said of an alarm, for the next start of the program. Without an instant it is acknowledged.
struct SeenAlarm
{
    QString key; // keyOf(alarm)
    Instant at{};
    std::optional<Instant> snoozedUntil;
    bool operator==(const SeenAlarm&) const = default;
};

class AlarmService : public QObject
{
    Q_OBJECT

public:
    AlarmService(DriverService& drivers, TripService& trips, const Clock& clock, QObject* parent = nullptr);

    const QList<StandingAlarm>& alarms() const { return m_alarms; } // those that want a look first, then by their age
    int wantingLook() const;
    bool wantsLook(const DriverId& driver) const;
    void setRules(const AlarmRules& rules);
    const AlarmRules& rules() const { return m_rules; }
    const LatenessWatch& lateness() const { return m_lateness; }
    // Whether what is known is of now: positions do not come while the desk is offline.
    void setLive(bool live);
    void acknowledge(const QString& key);
    void snooze(const QString& key, std::chrono::minutes forSoLong);
    // What stands and was seen, and what setSeen() told of causes that have not shown again yet.
    QList<SeenAlarm> seen() const;
    void setSeen(const QList<SeenAlarm>& seen); // before the first look; what is older than a day is let go

Q_SIGNALS:
    void changed();
    void raised(const waydesk::Alarm& alarm); // new, or back from a snooze

private:
    void look();
    void soon();
    DriverOnTheRoad known(const DriverRow& row);

    DriverService& m_drivers;
    TripService& m_trips;
    const Clock& m_clock;
    LatenessWatch m_lateness;
    AlarmRules m_rules;
    bool m_isLive = false;
    QList<StandingAlarm> m_alarms;
    QHash<QString, SeenAlarm> m_seen; // from an earlier start, of causes that have not shown again yet
    QTimer m_soon, m_clockwork;
};

} // namespace waydesk::facade
