// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/ingest.h"

#include "services/wire/ondi/onditrips.h"
#include "services/wire/ondi/ondivalues.h"

#include <QElapsedTimer>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

namespace {

constexpr qint64 kSliceMs = 5; // a transaction longer than that would make a person's scan wait

QString text(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject object(const std::optional<QString>& json)
{
    return json ? QJsonDocument::fromJson(json->toUtf8()).object() : QJsonObject{};
}

} // namespace

Ingest::Ingest(store::Store& store, const Clock& clock, EngineListener& listener)
    : m_store(store)
    , m_clock(clock)
    , m_listener(listener)
{
}

Result<bool> Ingest::put(const wire::SeenWaybill& row, Instant at)
{
    const QJsonObject whole = wire::ondidesk::overlaid(object(m_store.waybills().raw(row.value.id)), row.raw);
    wire::Drift drift; // counted where the answer was decoded
    const wire::SeenWaybill merged = wire::ondidesk::waybillFrom(whole, drift);
    return m_store.waybills().upsert(merged.value, text(whole), at);
}

Result<bool> Ingest::put(const wire::SeenDelivery& row, const std::optional<WaybillId>& in, Instant at)
{
    const auto known = m_store.deliveries().find(row.value.id);
    QJsonObject whole = wire::ondidesk::overlaid(object(m_store.deliveries().raw(row.value.id)), row.raw);
    wire::Drift drift;
    Delivery merged = wire::ondidesk::deliveryFrom(whole, drift);
    if (!row.raw.contains(u"waybill_id"_s)) // where it is may be known from elsewhere
        merged.waybillId = in ? in : known ? known->delivery.waybillId : std::nullopt;
    if (known && !row.raw.contains(u"updated_at"_s))
        merged.updatedAt = known->delivery.updatedAt;
    return m_store.deliveries().upsert(merged, text(whole), at);
}

template<class Row, class Put, class Told>
bool Ingest::inSlices(const QList<Row>& rows, Put put, Told told)
{
    qsizetype next = 0;
    while (next < rows.size()) {
        QList<decltype(rows[0].value.id)> changed;
        const bool done = write([&]() -> Result<Nothing> {
            QElapsedTimer timer;
            timer.start();
            do {
                const Result<bool> moved = put(rows[next]);
                if (!moved)
                    return moved.error();
                if (*moved)
                    changed.append(rows[next].value.id);
                ++next;
            } while (next < rows.size() && timer.elapsed() < kSliceMs);
            return Nothing{};
        });
        if (!done)
            return false;
        if (!changed.isEmpty())
            told(changed);
    }
    return true;
}

bool Ingest::waybills(const QList<wire::SeenWaybill>& rows)
{
    const Instant at = m_clock.now();
    return inSlices(
        rows, [&](const wire::SeenWaybill& row) { return put(row, at); },
        [this](const QList<WaybillId>& ids) { m_listener.waybillsChanged(ids); });
}

bool Ingest::deliveries(const QList<wire::SeenDelivery>& rows, const std::optional<WaybillId>& in)
{
    const Instant at = m_clock.now();
    const bool done = inSlices(
        rows, [&](const wire::SeenDelivery& row) { return put(row, in, at); },
        [this](const QList<DeliveryId>& ids) { m_listener.deliveriesChanged(ids); });
    return done && queueRowsOf(rows);
}

std::shared_ptr<store::PageWriter> Ingest::openPage()
{
    using Pace = store::PageWriter::Pace;
    m_bound.assertHere();
    const bool first = m_store.isFirstLoad();
    if (!m_page || m_page->pace() != (first ? Pace::Bulk : Pace::Brief)) {
        settle();
        m_page = std::make_shared<store::PageWriter>(m_store, first ? Pace::Bulk : Pace::Brief);
    }
    m_page->setFetchedAt(m_clock.now());
    return m_page;
}

bool Ingest::wrote(std::shared_ptr<store::PageWriter> page)
{
    m_page = std::move(page);
    m_pageOpen = true;
    return !m_page->isDue() || settle();
}

bool Ingest::settle()
{
    if (!std::exchange(m_pageOpen, false) || !m_page)
        return true;
    const Result<store::Written> written = m_page->finish();
    if (!written) {
        m_page.reset();
        m_listener.failed(written.error());
        return false;
    }
    tellRekeyed();
    if (written->changed > 0) {
        const bool isNamed = written->changed <= written->waybills.size() + written->deliveries.size();
        if (!isNamed || !written->waybills.isEmpty())
            m_listener.waybillsChanged(isNamed ? written->waybills : QList<WaybillId>{});
        if (!isNamed || !written->deliveries.isEmpty())
            m_listener.deliveriesChanged(isNamed ? written->deliveries : QList<DeliveryId>{});
    }
    return true;
}

void Ingest::tellRekeyed()
{
    if (m_store.cache().inTransaction()) // of the pages, which may still fail
        return;
    const QStringList names = m_store.cache().takeRekeyed();
    if (names.isEmpty())
        return;
    QList<DeliveryId> ids;
    if (names.size() <= store::Written::kNamedAtMost)
        std::ranges::transform(names, std::back_inserter(ids), [](const QString& id) { return DeliveryId{id}; });
    m_listener.deliveriesChanged(ids);
}

bool Ingest::beginFirstLoad()
{
    const Result<Nothing> begun = m_store.beginFirstLoad();
    if (!begun)
        m_listener.failed(begun.error());
    return begun.ok();
}

bool Ingest::answer(const wire::WaybillAnswer& answer)
{
    const Instant at = m_clock.now();
    const WaybillId id = answer.waybill.value.id;
    bool changed = false;
    const bool done = write([&]() -> Result<Nothing> {
        const Result<bool> moved = put(answer.waybill, at);
        if (!moved)
            return moved.error();
        changed = *moved || answer.timeline;
        if (answer.timeline)
            return m_store.waybills().setTimeline(id, *answer.timeline);
        return Nothing{};
    });
    if (!done)
        return false;
    m_listener.drifted(answer.drift);
    if (changed)
        m_listener.waybillsChanged({id});
    return !answer.deliveries || members(id, *answer.deliveries);
}

bool Ingest::members(const WaybillId& id, const QList<wire::SeenDelivery>& rows)
{
    if (!deliveries(rows, id))
        return false;
    QList<DeliveryId> ids;
    for (const wire::SeenDelivery& row : rows)
        ids.append(row.value.id);
    const QList<DeliveryId> before = m_store.deliveries().membersOf(id);
    if (!write([&] { return m_store.deliveries().setMembers(id, ids); }))
        return false;
    QList<DeliveryId> gone;
    for (const DeliveryId& was : before) {
        if (!ids.contains(was))
            gone.append(was);
    }
    if (!gone.isEmpty())
        m_listener.deliveriesChanged(gone);
    return true;
}

bool Ingest::removeWaybills(const QList<WaybillId>& ids)
{
    const bool done = write([&]() -> Result<Nothing> {
        for (const WaybillId& id : ids) {
            if (auto removed = m_store.waybills().remove(id); !removed)
                return removed.error();
        }
        return Nothing{};
    });
    if (done && !ids.isEmpty())
        m_listener.waybillsChanged(ids);
    return done;
}

bool Ingest::removeDelivery(const DeliveryId& id)
{
    const bool done = write([&]() -> Result<Nothing> {
        if (auto removed = m_store.deliveries().remove(id); !removed)
            return removed.error();
        if (auto removed = m_store.stories().remove(id); !removed)
            return removed;
        return Nothing{};
    });
    if (done)
        m_listener.deliveriesChanged({id});
    return done;
}

bool Ingest::story(const wire::SeenStory& story)
{
    return write([&] { return m_store.stories().put(story.value.delivery, story.raw, m_clock.now()); });
}

bool Ingest::picture(const QString& url, const QByteArray& bytes)
{
    return write([&] { return m_store.pictures().put(url, bytes, m_clock.now()); });
}

Result<Nothing> Ingest::countAgain(const WaybillId& id, qint64 by, Instant at)
{
    QJsonObject row = object(m_store.waybills().raw(id));
    if (row.isEmpty() || !row.contains(u"item_count"_s))
        return Nothing{};
    row.insert(u"item_count"_s, std::max<qint64>(0, row.value(u"item_count"_s).toInteger() + by));
    row.remove(u"total_unit_size"_s); // not known before the server has counted
    row.remove(u"total_cod_amount"_s);
    wire::Drift drift;
    const auto moved = m_store.waybills().upsert(wire::ondidesk::waybillFrom(row, drift).value, text(row), at);
    return moved ? Result<Nothing>(Nothing{}) : Result<Nothing>(moved.error());
}

bool Ingest::joined(const WaybillId& id, const QList<DeliveryId>& deliveries)
{
    const bool done = write([&]() -> Result<Nothing> {
        const QList<DeliveryId> there = m_store.deliveries().membersOf(id);
        const auto fresh = std::count_if(deliveries.begin(), deliveries.end(),
                                         [&](const DeliveryId& d) { return !there.contains(d); });
        if (auto moved = m_store.deliveries().setWaybill(deliveries, id); !moved)
            return moved;
        return countAgain(id, fresh, m_clock.now());
    });
    if (done) {
        m_listener.deliveriesChanged(deliveries);
        m_listener.waybillsChanged({id});
    }
    return done;
}

bool Ingest::left(const WaybillId& id, const DeliveryId& delivery)
{
    const bool done = write([&]() -> Result<Nothing> {
        const bool wasThere = m_store.deliveries().membersOf(id).contains(delivery);
        if (!wasThere)
            return Nothing{};
        if (auto moved = m_store.deliveries().setWaybill({delivery}, std::nullopt); !moved)
            return moved;
        return countAgain(id, -1, m_clock.now());
    });
    if (done) {
        m_listener.deliveriesChanged({delivery});
        m_listener.waybillsChanged({id});
    }
    return done;
}

bool Ingest::returned(const wire::ReturnAnswer& answer)
{
    m_listener.drifted(answer.drift);
    if (!waybills({answer.waybill}))
        return false;
    QList<wire::SeenDelivery> rows;
    for (const wire::ReturnedChild& child : answer.returned) {
        wire::SeenDelivery row;
        row.value.id = child.delivery;
        row.raw = {{u"id"_s, child.delivery.value},
                   {u"status"_s, child.state.text},
                   {u"is_returned"_s, true},
                   {u"return_trigger_point"_s, child.triggerPoint}};
        rows.append(row);
    }
    return deliveries(rows);
}

Result<bool> Ingest::put(const wire::SeenTrip& row, Instant at)
{
    const QJsonObject whole = wire::ondidesk::overlaid(object(m_store.trips().raw(row.value.id)), row.raw);
    wire::Drift drift; // counted where the answer was decoded
    return m_store.trips().upsert(wire::ondidesk::tripFrom(whole, drift), text(whole), at);
}

bool Ingest::trips(const QList<wire::SeenTrip>& rows)
{
    const Instant at = m_clock.now();
    return inSlices(
        rows, [&](const wire::SeenTrip& row) { return put(row, at); },
        [this](const QList<TripId>& ids) { m_listener.tripsChanged(ids); });
}

bool Ingest::trip(const wire::TripAnswer& answer)
{
    if (answer.deliveries && !(deliveries(*answer.deliveries) && returnRequests(answer.returns)))
        return false;
    const TripId id = answer.trip.value.id;
    bool changed = false;
    const bool done = write([&]() -> Result<Nothing> {
        const Result<bool> moved = put(answer.trip, m_clock.now());
        if (!moved)
            return moved.error();
        changed = *moved;
        if (!answer.plan)
            return Nothing{};
        const Result<bool> planned = m_store.trips().setPlan(id, *answer.plan, m_clock.now());
        if (!planned)
            return planned.error();
        changed = changed || *planned;
        return Nothing{};
    });
    if (!done)
        return false;
    m_listener.drifted(answer.drift);
    if (changed)
        m_listener.tripsChanged({id});
    return true;
}

bool Ingest::positions(const QList<Position>& rows)
{
    constexpr qsizetype kSlice = 250; // some 5 ms: a person's command is not kept waiting
    for (qsizetype from = 0; from < rows.size(); from += kSlice) {
        const QList<Position> slice = rows.mid(from, kSlice);
        if (!write([&]() -> Result<Nothing> { return m_store.positions().put(slice); }))
            return false;
    }
    m_listener.positionsChanged(rows);
    return true;
}

bool Ingest::removeTrip(const TripId& id)
{
    const bool done = write([&]() -> Result<Nothing> {
        const auto removed = m_store.trips().remove(id);
        return removed ? Result<Nothing>(Nothing{}) : Result<Nothing>(removed.error());
    });
    if (done)
        m_listener.tripsChanged({id});
    return done;
}

bool Ingest::dropOlderLookups(const QString& kind, Instant before)
{
    return write([&] { return m_store.lookups().removeOlder(kind, before); });
}

bool Ingest::remember(const QString& key, const QString& value)
{
    m_bound.assertHere();
    return writeInside([&] { return m_store.syncState().set(key, value); });
}

std::optional<QString> Ingest::remembered(const QString& key) const
{
    return m_store.syncState().value(key);
}

bool Ingest::forget(const QString& key)
{
    return write([&] { return m_store.syncState().remove(key); });
}

} // namespace waydesk::sync
