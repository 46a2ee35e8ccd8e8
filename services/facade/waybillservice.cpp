// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/waybillservice.h"

#include "services/facade/coalescer.h"
#include "services/facade/expectation.h"
#include "services/facade/filterquery.h"
#include "services/sync/engine.h"

namespace waydesk::facade {

namespace {

void addLocal(StatusCounts& counts, const QList<WaybillRow>& locals)
{
    for (const WaybillRow& row : locals) {
        ++counts.all;
        if (row.expected.state.known)
            ++counts.byStatus[static_cast<size_t>(*row.expected.state.known)];
    }
}

class WalkCounter final : public CountCursor
{
public:
    WalkCounter(std::unique_ptr<store::CountWalk> walk, QList<WaybillRow> locals)
        : m_walk(std::move(walk))
        , m_locals(std::move(locals))
    {
    }
    void step(int most) override { m_walk->step(most); }
    bool atEnd() const override { return m_walk->atEnd(); }
    StatusCounts counts() const override
    {
        StatusCounts out{m_walk->counts().all, m_walk->counts().byStatus};
        addLocal(out, m_locals);
        return out;
    }

private:
    std::unique_ptr<store::CountWalk> m_walk;
    QList<WaybillRow> m_locals;
};

} // namespace

struct WaybillService::Private
{
    store::Reader& reader;
    sync::Engine& engine;
    Expectation expectation{reader};
    Coalescer* changes;
    QTimeZone zone = QTimeZone::systemTimeZone();
};

WaybillService::WaybillService(store::Reader& reader, sync::Engine& engine, QObject* parent)
    : QObject(parent)
    , d(new Private{reader, engine, Expectation(reader), new Coalescer(this)})
{
    d->expectation.refresh();
    connect(d->changes, &Coalescer::changed, this, &WaybillService::changed);
    connect(d->changes, &Coalescer::reloaded, this, &WaybillService::reloaded);
    connect(d->changes, &Coalescer::deliveriesChanged, this, &WaybillService::deliveriesChanged);
    connect(&engine, &sync::Engine::waybillsChanged, d->changes, &Coalescer::add);
    connect(&engine, &sync::Engine::deliveriesChanged, d->changes, &Coalescer::addDeliveries);
    connect(&engine, &sync::Engine::lookupsChanged, d->changes, [this] { d->changes->add({}); }); // names in rows
    connect(&engine, &sync::Engine::outboxChanged, this, [this] {
        if (const QList<WaybillId> moved = d->expectation.refresh(); !moved.isEmpty())
            d->changes->add(moved);
    });
    connect(&engine, &sync::Engine::waybillRenamed, this, [this](const WaybillId& local, const WaybillId& server) {
        const QList<WaybillId> moved = d->expectation.refresh();
        Q_EMIT renamed(local, server);
        d->changes->add(moved + QList<WaybillId>{local, server});
    });
}

WaybillService::~WaybillService() = default;

void WaybillService::setZone(const QTimeZone& zone)
{
    if (zone == d->zone)
        return;
    d->zone = zone;
    d->changes->add({}); // other days, other rows
}

StatusCounts WaybillService::counts(const WaybillFilter& filter) const
{
    const auto cursor = counting(filter);
    while (!cursor->atEnd())
        cursor->step(20000);
    return cursor->counts();
}

std::unique_ptr<CountCursor> WaybillService::counting(const WaybillFilter& filter) const
{
    WaybillFilter others = filter;
    others.status.reset();
    return std::make_unique<WalkCounter>(d->reader.waybills().counting(queryOf(filter, d->zone)), localRows(others));
}

qint64 WaybillService::count(const WaybillFilter& filter) const
{
    return d->reader.waybills().count(queryOf(filter, d->zone)) + localRows(filter).size();
}

std::unique_ptr<OrderCursor> WaybillService::order(const WaybillFilter& filter, const WaybillSort& sort) const
{
    return std::make_unique<WalkCursor<std::unique_ptr<store::WaybillWalk>>>(
        d->reader.waybills().walk(queryOf(filter, d->zone), orderOf(sort)));
}

QList<qint64> WaybillService::slice(const WaybillFilter& filter, const WaybillSort& sort, qint64 from, int most) const
{
    return d->reader.waybills().slice(queryOf(filter, d->zone), orderOf(sort), from, most);
}

QList<WaybillRow> WaybillService::rows(std::span<const qint64> rowids) const
{
    QList<WaybillRow> out;
    for (const store::StoredWaybill& stored : d->reader.waybills().rows(rowids))
        out << d->expectation.rowOf(stored);
    return out;
}

bool WaybillService::matches(qint64 rowid, const WaybillFilter& filter) const
{
    return d->reader.waybills().matches(rowid, queryOf(filter, d->zone));
}

qsizetype WaybillService::positionIn(std::span<const qint64> sorted, qint64 rowid, const WaybillSort& sort) const
{
    return d->reader.waybills().positionIn(sorted, rowid, orderOf(sort));
}

QList<WaybillRow> WaybillService::localRows(const WaybillFilter& filter) const
{
    QList<WaybillRow> out;
    for (const WaybillRow& row : d->expectation.localRows()) {
        if (passes(row, filter, d->zone))
            out << row;
    }
    return out;
}

std::optional<WaybillRow> WaybillService::find(const WaybillId& id) const
{
    return d->expectation.find(id);
}

std::optional<qint64> WaybillService::rowidOf(const WaybillId& id) const
{
    return d->reader.waybills().rowidOf(currentId(id));
}

WaybillId WaybillService::currentId(const WaybillId& id) const
{
    return d->reader.outbox().currentId(id);
}

std::optional<WaybillId> WaybillService::idOf(const QString& number) const
{
    const auto found = d->reader.waybills().findByNumber(number);
    return found ? std::optional(found->waybill.id) : std::nullopt;
}

QList<DeliveryRow> WaybillService::deliveries(const WaybillId& id) const
{
    return d->expectation.deliveries(id);
}

QList<TimelineEvent> WaybillService::timeline(const WaybillId& id) const
{
    return d->reader.waybills().timeline(currentId(id));
}

void WaybillService::wantDetail(const WaybillId& id)
{
    const WaybillId now = currentId(id);
    if (!now.isLocal() && !now.isEmpty())
        d->engine.wantDetail(now);
}

void WaybillService::refresh()
{
    d->engine.refresh();
}

} // namespace waydesk::facade
