// SPDX-License-Identifier: GPL-3.0-or-later
// The reckoning after a shift: what the server's file holds against what was accepted on the desk. Every accepted
// command has its effect exactly once and in order; nothing else happened to the shift's waybills, trips and parcels;
// no file is damaged.
#pragma once

#include "tests/kill/checks/shiftplan.h"

#include <QJsonObject>

namespace waydesk::test {

class SqliteFile;

struct Finding
{
    enum class Kind {
        Lost,       // accepted, and no effect
        Doubled,    // an effect that nobody asked for, or asked for once less
        Disordered, // every effect there, in another order
        Differs,    // the effects are told right, but the waybill or the trip is not as they leave it
        Refused,    // refused where the rules allow it, or the other way round
        Open,       // accepted, and neither done nor refused at the end
        Damaged,    // a file that fails its check, or was put aside as damaged
    };
    Kind kind;
    QString what;
};
QString word(Finding::Kind kind);

class Ledger
{
public:
    // The commands 0 … accepted-1 were accepted, and no other.
    Ledger(ShiftPlan& plan, int accepted)
        : m_plan(plan)
        , m_accepted(accepted)
    {
    }

    void checkServer(const QString& serverFile);
    void checkDesk(const QString& dataDir); // of the desk's own files: nothing open, the right ones refused, no damage
    void checkFile(const QString& path);
    void add(Finding::Kind kind, const QString& what) { m_faults += Finding{kind, what}; }

    const QList<Finding>& faults() const { return m_faults; }
    int count(Finding::Kind kind) const;
    int waybills() const { return m_waybills; }
    int trips() const { return m_trips; }
    int parcels() const { return m_parcels; } // made by hand
    int effects() const { return m_effects; }
    // Every kind with its number, and the first few in words.
    QJsonObject summary() const;

private:
    struct Expected;
    struct Found;
    QList<Expected> expected();
    void compare(const Expected& expected, const Found& found);
    void compareTripsAndParcels(SqliteFile& server);

    ShiftPlan& m_plan;
    int m_accepted = 0, m_waybills = 0, m_trips = 0, m_parcels = 0, m_effects = 0;
    QList<Finding> m_faults;
};

} // namespace waydesk::test
