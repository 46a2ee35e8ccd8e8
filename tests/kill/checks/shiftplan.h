// SPDX-License-Identifier: GPL-3.0-or-later
// A dispatcher's shift as an endless list of commands, the same for the same seed: waybills of several kinds, four at a
// time, their commands interleaved. Each command leaves exactly one line in its waybill's timeline on the server, or is
// one that the rules must refuse. A waybill's notes begin with its mark, so that it can be found again from outside.
#pragma once

#include "services/domain/command.h"

#include <vector>

namespace waydesk::test {

// What of a depot a shift works with.
struct DepotSample
{
    QList<WarehouseId> warehouses; // at least two
    QList<DriverId> drivers;       // at least two
    QList<DeliveryId> deliveries;  // may join a waybill; each is used once, a shift that has none left goes on without

    // From a server's SQLite file, in a fixed order.
    static DepotSample read(const QString& serverFile);
    void save(const QString& path) const;
    static DepotSample load(const QString& path);
    bool isUsable() const { return warehouses.size() >= 2 && drivers.size() >= 2; }
};

struct PlannedCommand
{
    int index = 0;
    int waybill = 0; // which one of the shift
    Command command; // names the waybill by its local id
    QString event;   // what the timeline says once it is done; empty: it must be refused
};

class ShiftPlan
{
public:
    ShiftPlan(quint32 seed, DepotSample depot);

    const PlannedCommand& at(int index); // grows as far as it is asked for
    QString mark(int waybill) const;     // "shift 7/12/": what the notes begin with, and nobody else's do
    QString markOfAll() const;           // "shift 7/"

private:
    void growByFour();
    std::vector<PlannedCommand> script(int waybill);
    QList<DeliveryId> take(int count);

    quint32 m_seed;
    DepotSample m_depot;
    qsizetype m_used = 0; // deliveries
    int m_waybills = 0;
    std::vector<PlannedCommand> m_commands;
};

// A fresh Idempotency-Key, a UUID, that tells which command of the shift it is for: no two tries share one.
QString keyFor(int index);
int indexOf(const QString& key); // -1: not one of ours

} // namespace waydesk::test
