// SPDX-License-Identifier: GPL-3.0-or-later
// A dispatcher's shift as an endless list of commands, the same for the same seed: waybills, trips and parcels made by
// hand, of several kinds, six at a time, their commands interleaved. Each command leaves exactly one line in its
// waybill's timeline or one change of its trip or parcel on the server, or is one that the rules must refuse. The notes
// of a waybill, a trip and a parcel begin with its mark, so that it can be found again from outside.
#pragma once

#include "services/domain/command.h"

#include <vector>

namespace waydesk::test {

// What of a depot a shift works with.
struct DepotSample
{
    QList<WarehouseId> warehouses; // at least two
    QList<DriverId> drivers;       // at least two
    QList<DeliveryId>
        deliveries; // may join a waybill or a trip; each is used once, a shift that has none left goes on without

    // From a server's SQLite file, in a fixed order.
    static DepotSample read(const QString& serverFile);
    void save(const QString& path) const;
    static DepotSample load(const QString& path);
    bool isUsable() const { return warehouses.size() >= 2 && drivers.size() >= 2; }
};

struct PlannedCommand
{
    enum class Of { Waybill, Trip, Parcel };
    int index = 0;
    Of of = Of::Waybill;
    int number = 0;  // which one of the shift; all three count alike
    Command command; // names it by its local id
    QString
        event; // what the timeline says once it is done (of a trip or parcel: what it is); empty: it must be refused
    bool withNext = false; // is asked for together with the next one of this trip, which stands right behind it
};

class ShiftPlan
{
public:
    ShiftPlan(quint32 seed, DepotSample depot);

    const PlannedCommand& at(int index); // grows as far as it is asked for
    QString mark(int number) const;      // "shift 7/12/": what the notes begin with, and nobody else's do
    QString markOfAll() const;           // "shift 7/"

private:
    void grow();
    std::vector<PlannedCommand> waybillScript(int number);
    std::vector<PlannedCommand> tripScript(int number);
    std::vector<PlannedCommand> parcelScript(int number);
    QString localId(int number) const;
    DriverId driver(int number, int which) const;
    QList<DeliveryId> take(int count);

    quint32 m_seed;
    DepotSample m_depot;
    qsizetype m_used = 0; // deliveries
    int m_scripts = 0;
    std::vector<PlannedCommand> m_commands;
};

// A fresh Idempotency-Key, a UUID, that tells which command of the shift it is for: no two tries share one.
QString keyFor(int index);
int indexOf(const QString& key); // -1: not one of ours

} // namespace waydesk::test
