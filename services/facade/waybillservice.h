// SPDX-License-Identifier: GPL-3.0-or-later
// Waybills as the models may see them: snapshots read from this desk's own store (GUI thread, read-only connection,
// microseconds) and the fact that some changed. Never waits for the network.
#pragma once

#include "services/facade/ordercursor.h"
#include "services/facade/rows.h"

#include <QObject>
#include <QTimeZone>
#include <memory>
#include <span>

namespace waydesk::store {
class Reader;
}
namespace waydesk::sync {
class Engine;
}

namespace waydesk::facade {

// Counts in the same bounded slices, for filters that no tally answers at once.
class CountCursor
{
public:
    virtual ~CountCursor() = default;
    virtual void step(int most) = 0;
    virtual bool atEnd() const = 0;
    virtual StatusCounts counts() const = 0;
};

class WaybillService : public QObject
{
    Q_OBJECT

public:
    WaybillService(store::Reader& reader, sync::Engine& engine, QObject* parent = nullptr);
    ~WaybillService() override;

    qint64 count(const WaybillFilter& filter) const;
    StatusCounts counts(const WaybillFilter& filter) const; // ignores only the status filter
    std::unique_ptr<CountCursor> counting(const WaybillFilter& filter) const;
    std::unique_ptr<OrderCursor> order(const WaybillFilter& filter, const WaybillSort& sort) const;
    // A slice anywhere in the order, without walking it from the start where an index allows.
    QList<qint64> slice(const WaybillFilter& filter, const WaybillSort& sort, qint64 from, int most) const;
    QList<WaybillRow> rows(std::span<const qint64> rowids) const;
    bool matches(qint64 rowid, const WaybillFilter& filter) const;
    // Where the row belongs in `sorted`, which does not hold it.
    qsizetype positionIn(std::span<const qint64> sorted, qint64 rowid, const WaybillSort& sort) const;
    // Waybills created here that the server has not named yet, newest first.
    QList<WaybillRow> localRows(const WaybillFilter& filter) const;
    std::optional<WaybillRow> find(const WaybillId& id) const; // follows a local id to the server's
    std::optional<qint64> rowidOf(const WaybillId& id) const;
    WaybillId currentId(const WaybillId& id) const;
    std::optional<WaybillId> idOf(const QString& number) const; // case and hyphen do not matter

    QList<DeliveryRow> deliveries(const WaybillId& id) const; // with what is queued to join or leave
    QList<TimelineEvent> timeline(const WaybillId& id) const;
    // Days of a filter are days in this zone; the machine's own until the tenant's is known.
    void setZone(const QTimeZone& zone);

    // Asks the server for the detail, its deliveries and timeline; the answer comes as changed().
    void wantDetail(const WaybillId& id);
    void refresh();

Q_SIGNALS:
    void changed(const QList<waydesk::WaybillId>& ids);
    void deliveriesChanged(); // some parcel moved, joined or left
    void reloaded();          // too many at once to name: read again (still a keyed diff, never a reset)
    void renamed(const waydesk::WaybillId& local, const waydesk::WaybillId& server);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace waydesk::facade
