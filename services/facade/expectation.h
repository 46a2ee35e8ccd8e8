// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where server truth and open commands meet: expected = fold(domain::apply, server row, open commands).
// A refused command and those behind it are not expected to happen. Names of drivers, vans and warehouses that a row
// gives by id only are looked up. Reads the outbox once per change, GUI thread.
#pragma once

#include "services/facade/rows.h"
#include "services/store/reader.h"

namespace waydesk::facade {

class Expectation
{
public:
    explicit Expectation(store::Reader& reader)
        : m_reader(reader)
    {
    }

    // Reads the open commands anew; answers the waybills whose commands are not what they were.
    QList<WaybillId> refresh();

    WaybillRow rowOf(const store::StoredWaybill& stored) const;
    std::optional<WaybillRow> localRow(const WaybillId& local) const;
    QList<WaybillRow> localRows() const; // newest first
    std::optional<WaybillRow> find(const WaybillId& id) const;
    QList<DeliveryRow> deliveries(const WaybillId& id) const;
    // Where a parcel is expected to be: the waybill that an open command puts it in, or leaves it in; nullopt: free.
    std::optional<WaybillId> expectedWaybill(const Delivery& delivery) const;
    QString nameOf(const WaybillId& id) const; // its number, empty for a local one

private:
    void fold(WaybillRow& row, const QList<store::OutboxEntry>& commands) const;
    void nameThings(Waybill& waybill) const;
    QList<store::OutboxEntry> commandsOf(const WaybillId& id) const;

    store::Reader& m_reader;
    QHash<WaybillId, QList<store::OutboxEntry>> m_open;
    QList<store::OutboxEntry> m_allEmpty; // bulk deletes of every empty draft
    QList<WaybillId> m_locals;            // newest first
};

} // namespace waydesk::facade
