// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/deliveryservice.h"

#include "services/store/reader.h"
#include "services/sync/engine.h"

#include <QDateTime>

namespace waydesk::facade {

namespace {

constexpr std::chrono::milliseconds kTogether{100};
constexpr qsizetype kNamedAtMost = 500;

class Counter final : public DeliveryCounter
{
public:
    Counter(std::unique_ptr<store::DeliveryCountWalk> walk, qint64 locals)
        : m_walk(std::move(walk))
        , m_locals(locals)
    {
    }
    void step(int most) override { m_walk->step(most); }
    bool atEnd() const override { return m_walk->atEnd(); }
    DeliveryCounts counts() const override
    {
        DeliveryCounts counts = m_walk->counts();
        counts.all += m_locals;
        counts.byStatus[static_cast<size_t>(DeliveryStatus::Pending)] += m_locals;
        return counts;
    }

private:
    std::unique_ptr<store::DeliveryCountWalk> m_walk;
    qint64 m_locals; // a new parcel waits to be picked up
};

Instant startOf(QDate day, const QTimeZone& zone)
{
    return Instant(std::chrono::milliseconds(day.startOfDay(zone).toMSecsSinceEpoch()));
}

} // namespace

DeliveryService::DeliveryService(store::Reader& reader, sync::Engine& engine, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_engine(engine)
{
    readOutbox();
    m_moved.clear();
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTogether);
    connect(&m_soon, &QTimer::timeout, this, &DeliveryService::flush);
    connect(&engine, &sync::Engine::deliveriesChanged, this, &DeliveryService::note);
    connect(&engine, &sync::Engine::outboxChanged, this, &DeliveryService::readOutbox);
    connect(&engine, &sync::Engine::deliveryRenamed, this, [this](const DeliveryId& local, const DeliveryId& server) {
        readOutbox();
        Q_EMIT renamed(local, server);
        note({local, server});
    });
}

void DeliveryService::setZone(const QTimeZone& zone)
{
    if (zone == m_zone)
        return;
    m_zone = zone;
    note({});
}

// Whose commands are not what they were is told as changed.
void DeliveryService::readOutbox()
{
    QHash<DeliveryId, store::CommandState> marks;
    const QList<store::OutboxEntry> open = m_reader.outbox().open();
    for (const store::OutboxEntry& entry : open) {
        QList<DeliveryId> named = deliveriesOf(entry.command);
        if (const DeliveryId parcel = parcelOf(entry.command); !parcel.isEmpty())
            named << parcel;
        for (const DeliveryId& id : std::as_const(named)) {
            const auto known = marks.find(id);
            if (known == marks.end())
                marks.insert(id, entry.state);
            else if (weightOf(entry.state) > weightOf(*known))
                *known = entry.state;
        }
    }
    QList<DeliveryId> moved = m_expectation.take(open);
    for (auto it = marks.cbegin(); it != marks.cend(); ++it) {
        if (const auto before = m_marks.constFind(it.key()); before == m_marks.cend() || *before != *it)
            moved << it.key();
    }
    for (auto it = m_marks.cbegin(); it != m_marks.cend(); ++it) {
        if (!marks.contains(it.key()))
            moved << it.key();
    }
    m_marks = std::move(marks);
    if (!moved.isEmpty())
        note(moved);
}

void DeliveryService::note(const QList<DeliveryId>& ids)
{
    m_many = m_many || ids.isEmpty() || m_moved.size() + ids.size() > kNamedAtMost;
    if (!m_many)
        m_moved += QSet<DeliveryId>(ids.begin(), ids.end());
    if (!m_soon.isActive())
        m_soon.start();
}

void DeliveryService::flush()
{
    const QList<DeliveryId> moved = m_moved.values();
    m_moved.clear();
    if (std::exchange(m_many, false))
        Q_EMIT reloaded();
    else if (!moved.isEmpty())
        Q_EMIT changed(moved);
}

store::DeliveryQuery DeliveryService::queryOf(const DeliveryFilter& filter) const
{
    store::DeliveryQuery query = filter.query;
    query.from = filter.from ? std::optional(startOf(*filter.from, m_zone)) : std::nullopt;
    query.until = filter.to ? std::optional(startOf(filter.to->addDays(1), m_zone)) : std::nullopt;
    return query;
}

qint64 DeliveryService::count() const
{
    return m_reader.deliveries().count();
}

std::unique_ptr<OrderCursor> DeliveryService::order(const DeliveryFilter& filter, const DeliverySort& sort) const
{
    auto walk = m_reader.deliveries().walk(queryOf(filter), sort);
    return std::make_unique<WalkCursor<std::unique_ptr<store::DeliveryWalk>>>(std::move(walk));
}

std::unique_ptr<DeliveryCounter> DeliveryService::counting(const DeliveryFilter& filter) const
{
    DeliveryFilter others = filter;
    others.query.status.reset();
    return std::make_unique<Counter>(m_reader.deliveries().counting(queryOf(filter)), localRows(others).size());
}

QList<ParcelRow> DeliveryService::rows(std::span<const qint64> rowids) const
{
    QList<ParcelRow> out;
    for (const qint64 key : rowids) {
        if (const auto local = key < 0 ? m_expectation.local(key) : std::nullopt)
            out << rowOf(*local);
    }
    QList<store::StoredDelivery> found = m_reader.deliveries().rows(rowids);
    const QHash<qint64, store::ParcelNames> names = m_reader.deliveries().names(rowids);
    for (store::StoredDelivery& stored : found) {
        const store::ParcelNames called = names.value(stored.rowid);
        if (stored.delivery.customer && !called.customerName.isEmpty()) // as it is ordered by
            stored.delivery.customer->fullName = called.customerName;
        ParcelRow row{.rowid = stored.rowid,
                      .delivery = m_expectation.expected(stored.delivery),
                      .waybillNumber = called.waybillNumber,
                      .tripNumber = called.tripNumber,
                      .mark = std::nullopt,
                      .fetchedAt = stored.fetchedAt};
        row.isExpected = row.delivery != stored.delivery;
        if (const auto mark = m_marks.constFind(stored.delivery.id); mark != m_marks.cend())
            row.mark = *mark;
        out << row;
    }
    return out;
}

ParcelRow DeliveryService::rowOf(const LocalParcel& local) const
{
    ParcelRow row;
    row.rowid = local.key;
    row.delivery = local.delivery;
    row.isExpected = true;
    if (const auto mark = m_marks.constFind(local.delivery.id); mark != m_marks.cend())
        row.mark = *mark;
    return row;
}

QList<qint64> DeliveryService::localRows(const DeliveryFilter& filter) const
{
    const store::DeliveryQuery query = queryOf(filter);
    QList<qint64> keys;
    for (const LocalParcel& local : m_expectation.locals()) {
        if (passes(local.delivery, query))
            keys << local.key;
    }
    return keys;
}

bool DeliveryService::matches(qint64 rowid, const DeliveryFilter& filter) const
{
    return m_reader.deliveries().matches(rowid, queryOf(filter));
}

qsizetype DeliveryService::positionIn(std::span<const qint64> sorted, qint64 rowid, const DeliverySort& sort) const
{
    return m_reader.deliveries().positionIn(sorted, rowid, sort);
}

std::optional<ParcelRow> DeliveryService::find(const DeliveryId& id) const
{
    const auto rowid = rowidOf(id);
    if (!rowid)
        return std::nullopt;
    const std::array one{*rowid};
    const QList<ParcelRow> found = rows(one);
    return found.isEmpty() ? std::nullopt : std::optional(found.constFirst());
}

std::optional<qint64> DeliveryService::rowidOf(const DeliveryId& id) const
{
    if (id.isLocal()) {
        if (const auto local = m_expectation.local(id))
            return local->key;
    }
    return m_reader.deliveries().rowidOf(m_reader.outbox().currentId(id));
}

ParcelRefusal DeliveryService::canMove(const Delivery& delivery) const
{
    std::optional<WaybillState> waybill;
    if (delivery.waybillId) {
        if (const auto stored = m_reader.waybills().find(*delivery.waybillId))
            waybill = stored->waybill.state;
    }
    std::optional<TripState> trip;
    if (delivery.tripId) {
        if (const auto stored = m_reader.trips().find(*delivery.tripId))
            trip = stored->trip.state;
    }
    return canMoveParcel(delivery, waybill, trip);
}

void DeliveryService::refresh()
{
    m_engine.refresh();
}

} // namespace waydesk::facade
