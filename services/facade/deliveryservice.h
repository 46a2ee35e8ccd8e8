// SPDX-License-Identifier: GPL-3.0-or-later
// Every parcel as the models may see it: windows of a million rows read from this desk's own store (GUI thread,
// read-only connection) with what is queued about them, and the fact that some changed. Never waits for the network.
#pragma once

#include "services/domain/parcelrules.h"
#include "services/facade/ordercursor.h"
#include "services/facade/parcelexpectation.h"
#include "services/facade/rows.h"
#include "services/store/deliveryquery.h"

#include <QObject>
#include <QSet>
#include <QTimeZone>
#include <QTimer>
#include <memory>
#include <span>

namespace waydesk::store {
class Reader;
}
namespace waydesk::sync {
class Engine;
}

namespace waydesk::facade {

// Dates are days in the tenant's zone, both inclusive; `query` leaves its own times aside.
struct DeliveryFilter
{
    store::DeliveryQuery query;
    std::optional<QDate> from, to;
    bool operator==(const DeliveryFilter&) const = default;
};

using DeliveryColumn = store::DeliveryKey;
using DeliverySort = store::DeliveryOrder;
using DeliveryCounts = store::DeliveryCounts;

struct ParcelRow
{
    qint64 rowid = 0;                        // below 0: only the outbox knows it
    Delivery delivery;                       // as it is once what is queued about it has been done
    QString waybillNumber, tripNumber;       // of what it is in, where this desk knows them
    std::optional<store::CommandState> mark; // the worst open command that names it
    Instant fetchedAt{};
    bool isExpected = false; // the server has not told it so, or not at all
    bool operator==(const ParcelRow&) const = default;
};

class DeliveryCounter
{
public:
    virtual ~DeliveryCounter() = default;
    virtual void step(int most) = 0;
    virtual bool atEnd() const = 0;
    virtual DeliveryCounts counts() const = 0;
};

class DeliveryService : public QObject
{
    Q_OBJECT

public:
    DeliveryService(store::Reader& reader, sync::Engine& engine, QObject* parent = nullptr);

    void setZone(const QTimeZone& zone); // of the days of the filters; then reloaded()
    qint64 count() const;                // every parcel that this desk knows
    std::unique_ptr<OrderCursor> order(const DeliveryFilter& filter, const DeliverySort& sort) const;
    std::unique_ptr<DeliveryCounter> counting(const DeliveryFilter& filter) const; // ignores only the status filter
    QList<ParcelRow> rows(std::span<const qint64> rowids) const;                   // those that still exist
    QList<qint64> localRows(const DeliveryFilter& filter) const;                   // below 0; newest first
    bool matches(qint64 rowid, const DeliveryFilter& filter) const;
    // Where the row belongs in `sorted`, which does not hold it.
    qsizetype positionIn(std::span<const qint64> sorted, qint64 rowid, const DeliverySort& sort) const;
    std::optional<ParcelRow> find(const DeliveryId& id) const;
    std::optional<qint64> rowidOf(const DeliveryId& id) const;
    // Whether its ends could be moved, by the waybill and trip that it is in as this desk knows them.
    ParcelRefusal canMove(const Delivery& delivery) const;
    void refresh(); // asks the server

Q_SIGNALS:
    void changed(const QList<waydesk::DeliveryId>& ids); // at most some ten times a second
    void reloaded();                                     // too many at once to name
    void renamed(const waydesk::DeliveryId& local, const waydesk::DeliveryId& server);

private:
    store::DeliveryQuery queryOf(const DeliveryFilter& filter) const;
    void readOutbox();
    void note(const QList<DeliveryId>& ids);
    void flush();

    ParcelRow rowOf(const LocalParcel& local) const;

    store::Reader& m_reader;
    sync::Engine& m_engine;
    ParcelExpectation m_expectation;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QHash<DeliveryId, store::CommandState> m_marks;
    QSet<DeliveryId> m_moved;
    bool m_many = false;
    QTimer m_soon;
};

} // namespace waydesk::facade
