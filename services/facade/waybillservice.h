// SPDX-License-Identifier: GPL-3.0-or-later
// Waybills as the models may see them: snapshots read from this desk's own store (GUI thread, read-only connection,
// microseconds) and the fact that some changed. Never waits for the network.
#pragma once

#include "services/facade/rows.h"

#include <QObject>
#include <memory>
#include <span>

namespace waydesk::store {
class Reader;
}
namespace waydesk::sync {
class Engine;
}

namespace waydesk::facade {

// Ordered row ids, handed out in bounded slices so that a list of a million never holds the GUI thread.
class OrderCursor
{
public:
    virtual ~OrderCursor() = default;
    virtual QList<qint64> take(int most) = 0; // empty: the end
};

class WaybillService : public QObject
{
    Q_OBJECT

public:
    WaybillService(store::Reader& reader, sync::Engine& engine, QObject* parent = nullptr);
    ~WaybillService() override;

    qint64 count(const WaybillFilter& filter) const;
    StatusCounts counts(const WaybillFilter& filter) const; // ignores only the status filter
    std::unique_ptr<OrderCursor> order(const WaybillFilter& filter, const WaybillSort& sort) const;
    // A slice anywhere in the order, without walking it from the start where an index allows.
    QList<qint64> slice(const WaybillFilter& filter, const WaybillSort& sort, qint64 from, int most) const;
    QList<WaybillRow> rows(std::span<const qint64> rowids) const;
    // Waybills created here that the server has not named yet, newest first.
    QList<WaybillRow> localRows(const WaybillFilter& filter) const;
    std::optional<WaybillRow> find(const WaybillId& id) const; // follows a local id to the server's
    std::optional<qint64> rowidOf(const WaybillId& id) const;
    WaybillId currentId(const WaybillId& id) const;

    QList<DeliveryRow> deliveries(const WaybillId& id) const; // with what is queued to join or leave
    QList<TimelineEvent> timeline(const WaybillId& id) const;
    // Asks the server for the detail, its deliveries and timeline; the answer comes as changed().
    void wantDetail(const WaybillId& id);
    void refresh();

Q_SIGNALS:
    void changed(const QList<WaybillId>& ids);
    void reloaded(); // too many at once to name: read again (still a keyed diff, never a reset)
    void renamed(const WaybillId& local, const WaybillId& server);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace waydesk::facade
