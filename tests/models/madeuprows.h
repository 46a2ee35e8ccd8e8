// SPDX-License-Identifier: GPL-3.0-or-later
// Doubles of the models' two ports: waybills in a map, ordered on demand; a command sink that a test answers by hand;
// and a clock that stands still.
#pragma once

#include "models/commandsink.h"
#include "models/rowsource.h"

#include <QMap>

namespace waydesk::tests {

inline Instant at(int hour, int minute = 0, int second = 0)
{
    using namespace std::chrono;
    return sys_days{year{2026} / 4 / 7} + hours{hour} + minutes{minute} + seconds{second};
}

class StillClock final : public Clock
{
public:
    Instant time = at(14, 2, 31);
    Instant now() const override { return time; }
};

inline facade::WaybillRow madeUp(qint64 rowid, WaybillStatus status = WaybillStatus::Drafted)
{
    facade::WaybillRow row;
    row.rowid = rowid;
    row.server.id = {QStringLiteral("w%1").arg(rowid)};
    row.server.number = QStringLiteral("WB%1").arg(rowid, 5, 10, QLatin1Char('0'));
    row.server.state = status;
    row.server.itemCount = static_cast<int>(rowid % 40);
    row.server.totalCod = Money{rowid * 1000, QStringLiteral("IQD")};
    row.server.createdAt = at(9) + std::chrono::seconds{rowid};
    row.server.updatedAt = row.server.createdAt;
    row.server.origin.warehouse = WarehouseRef{{QStringLiteral("main")}, QStringLiteral("Main WH"), {}};
    row.server.destination.warehouse = WarehouseRef{{QStringLiteral("east")}, QStringLiteral("Erbil East"), {}};
    row.expected = row.server;
    row.fetchedAt = at(14);
    return row;
}

inline facade::WaybillRow madeUpLocal(const QString& name)
{
    facade::WaybillRow row = madeUp(0);
    row.server.id = {QStringLiteral("local:") + name};
    row.server.number.clear();
    row.server.createdAt = {};
    row.expected = row.server;
    row.isExpected = true;
    row.mark = store::CommandState::Queued;
    row.openCommands = 1;
    return row;
}

class MadeUpRows final : public models::RowSource
{
public:
    QMap<qint64, facade::WaybillRow> server;
    QList<facade::WaybillRow> locals;
    QHash<WaybillId, WaybillId> names; // local → server
    int perLook = 0;                   // rows that the cursor hands out per look; 0: as asked
    bool countsAtOnce = true;
    mutable int sliced = 0, fetched = 0;
    int refreshes = 0;

    struct ListCursor final : facade::OrderCursor
    {
        QList<qint64> ids;
        qsizetype next = 0;
        int perLook = 0;
        QList<qint64> take(int most) override
        {
            const QList<qint64> out = ids.mid(next, perLook > 0 ? std::min(most, perLook) : most);
            next += out.size();
            return out;
        }
    };

    void put(const facade::WaybillRow& row) { server.insert(row.rowid, row); }
    bool matches(qint64 rowid, const facade::WaybillFilter& filter) const override
    {
        const auto it = server.constFind(rowid);
        return it != server.cend() && passes(*it, filter);
    }
    QList<qint64> ordered(const facade::WaybillFilter& filter, const facade::WaybillSort& sort) const
    {
        QList<qint64> ids;
        for (const facade::WaybillRow& row : server) {
            if (passes(row, filter))
                ids += row.rowid;
        }
        std::sort(ids.begin(), ids.end(), [&](qint64 a, qint64 b) { return before(a, b, sort); });
        return ids;
    }
    std::optional<qint64> countNow(const facade::WaybillFilter& filter) const override
    {
        return countsAtOnce ? std::optional<qint64>(ordered(filter, {}).size()) : std::nullopt;
    }
    std::unique_ptr<facade::OrderCursor> order(const facade::WaybillFilter& filter,
                                               const facade::WaybillSort& sort) const override
    {
        auto cursor = std::make_unique<ListCursor>();
        cursor->ids = ordered(filter, sort);
        cursor->perLook = perLook;
        return cursor;
    }
    QList<qint64> slice(const facade::WaybillFilter& filter, const facade::WaybillSort& sort, qint64 from,
                        int most) const override
    {
        ++sliced;
        return ordered(filter, sort).mid(from, most);
    }
    qsizetype positionIn(std::span<const qint64> sorted, qint64 rowid, const facade::WaybillSort& sort) const override
    {
        return std::partition_point(sorted.begin(), sorted.end(), [&](qint64 a) { return before(a, rowid, sort); }) -
               sorted.begin();
    }
    QList<facade::WaybillRow> rows(std::span<const qint64> rowids) const override
    {
        QList<facade::WaybillRow> out;
        for (const qint64 id : rowids) {
            ++fetched;
            if (server.contains(id))
                out += server.value(id);
        }
        return out;
    }
    QList<facade::WaybillRow> localRows(const facade::WaybillFilter& filter) const override
    {
        QList<facade::WaybillRow> out;
        for (const facade::WaybillRow& row : locals) {
            if (passes(row, filter))
                out += row;
        }
        return out;
    }
    std::optional<facade::WaybillRow> find(const WaybillId& id) const override
    {
        for (const facade::WaybillRow& row : locals) {
            if (row.server.id == id)
                return row;
        }
        const auto rowid = rowidOf(id);
        return rowid ? std::optional(server.value(*rowid)) : std::nullopt;
    }
    std::optional<qint64> rowidOf(const WaybillId& id) const override
    {
        const WaybillId now = names.value(id, id);
        for (const facade::WaybillRow& row : server) {
            if (row.server.id == now)
                return row.rowid;
        }
        return std::nullopt;
    }
    void refresh() override { ++refreshes; }

private:
    static bool passes(const facade::WaybillRow& row, const facade::WaybillFilter& filter)
    {
        return !filter.status || row.server.state.is(*filter.status);
    }
    bool before(qint64 a, qint64 b, const facade::WaybillSort& sort) const
    {
        const auto key = [&](qint64 id) -> qint64 {
            const Waybill& waybill = server.constFind(id)->server;
            if (sort.column == facade::WaybillColumn::Cod)
                return waybill.totalCod->minor;
            return waybill.createdAt.time_since_epoch().count();
        };
        const bool up = sort.order == Qt::AscendingOrder;
        return up ? std::pair(key(a), a) < std::pair(key(b), b) : std::pair(key(b), b) < std::pair(key(a), a);
    }
};

class HandSink final : public models::CommandSink
{
public:
    struct Sent
    {
        QString key;
        Command command;
        std::optional<Instant> seen;
    };
    QList<Sent> sent;
    QList<qint64> retried, undoAsked;
    QList<store::OutboxEntry> opened, finishedEntries;
    bool acceptsBeforeReturning = false;
    qint64 last = 0;

    QString submit(const Command& command, const std::optional<Instant>& seen) override
    {
        const QString key = QStringLiteral("key%1").arg(sent.size() + 1);
        sent += {key, command, seen};
        if (acceptsBeforeReturning)
            accept(key);
        return key;
    }
    void retry(qint64 seq) override { retried += seq; }
    void undo(qint64 seq) override { undoAsked += seq; }
    QList<store::OutboxEntry> open() const override { return opened; }
    QList<store::OutboxEntry> done(int) const override { return finishedEntries; }

    qint64 accept(const QString& key)
    {
        Q_EMIT accepted(key, ++last);
        return last;
    }
    void finish(qint64 seq, store::CommandState state, std::optional<Error> error = {})
    {
        store::OutboxEntry entry;
        entry.seq = seq;
        entry.state = state;
        entry.lastError = std::move(error);
        Q_EMIT finished(entry);
    }
};

} // namespace waydesk::tests
