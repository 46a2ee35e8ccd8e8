// SPDX-License-Identifier: GPL-3.0-or-later
// Ingest's part for the queues of returns and of exceptions.
#include "services/sync/ingest.h"
#include "services/wire/ondi/ondiqueues.h"
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

// A partial row laid over what was known: absent keeps, null clears.
QJsonObject over(const std::optional<QString>& known, const QJsonObject& row)
{
    QJsonObject whole = known ? QJsonDocument::fromJson(known->toUtf8()).object() : QJsonObject();
    for (auto it = row.begin(); it != row.end(); ++it)
        whole.insert(it.key(), it.value());
    return whole;
}

} // namespace

template<class Row, class Put>
std::optional<bool> Ingest::queueRows(const QList<Row>& rows, Put put)
{
    bool changed = false;
    for (qsizetype next = 0; next < rows.size();) {
        const bool done = write([&]() -> Result<Nothing> {
            QElapsedTimer timer;
            timer.start();
            do {
                const Result<bool> moved = put(rows[next]);
                if (!moved)
                    return moved.error();
                changed = changed || *moved;
                ++next;
            } while (next < rows.size() && timer.elapsed() < kSliceMs);
            return Nothing{};
        });
        if (!done)
            return std::nullopt;
    }
    return changed;
}

bool Ingest::returnRequests(const QList<wire::SeenReturn>& rows)
{
    const Instant at = m_clock.now();
    const auto changed = queueRows(rows, [&](const wire::SeenReturn& row) {
        wire::Drift drift; // counted where the answer was decoded
        const QJsonObject whole = over(m_store.queues().raw(row.value.request.id), row.raw);
        return m_store.queues().upsert(wire::ondidesk::returnFrom(whole, drift), text(whole), at);
    });
    if (changed && *changed)
        m_listener.returnsChanged();
    return changed.has_value();
}

bool Ingest::cases(const QList<wire::SeenCase>& rows)
{
    const Instant at = m_clock.now();
    const auto changed = queueRows(rows, [&](const wire::SeenCase& row) {
        wire::Drift drift;
        const QJsonObject whole = over(m_store.queues().raw(row.value.id), row.raw);
        return m_store.queues().upsert(wire::ondidesk::caseFrom(whole, drift), text(whole), at);
    });
    if (changed && *changed)
        m_listener.casesChanged();
    return changed.has_value();
}

bool Ingest::queueRowsOf(const QList<wire::SeenDelivery>& parcels)
{
    QList<wire::SeenReturn> returns;
    QList<wire::SeenCase> found;
    for (const wire::SeenDelivery& parcel : parcels) {
        wire::Drift drift;
        returns += wire::ondidesk::returnsOf(parcel.raw, drift);
        found += wire::ondidesk::casesOf(parcel.raw, drift);
    }
    return returnRequests(returns) && cases(found);
}

bool Ingest::colleagues(const QList<Colleague>& rows)
{
    bool changed = false;
    const bool done = write([&]() -> Result<Nothing> {
        const Result<bool> moved = m_store.queues().setColleagues(rows, m_clock.now());
        if (!moved)
            return moved.error();
        changed = *moved;
        return Nothing{};
    });
    if (done && changed)
        m_listener.casesChanged(); // owners have names now
    return done;
}

bool Ingest::dropOlderQueueRows(Instant before)
{
    qint64 returns = 0, found = 0;
    const bool done = write([&]() -> Result<Nothing> {
        const Result<qint64> goneReturns = m_store.queues().removeReturnsOlder(before);
        if (!goneReturns)
            return goneReturns.error();
        const Result<qint64> goneCases = m_store.queues().removeCasesOlder(before);
        if (!goneCases)
            return goneCases.error();
        returns = *goneReturns;
        found = *goneCases;
        return Nothing{};
    });
    if (done && returns > 0)
        m_listener.returnsChanged();
    if (done && found > 0)
        m_listener.casesChanged();
    return done;
}

bool Ingest::removeReturn(const ReturnRequestId& id)
{
    const bool done = write([&]() -> Result<Nothing> {
        const auto removed = m_store.queues().remove(id);
        return removed ? Result<Nothing>(Nothing{}) : Result<Nothing>(removed.error());
    });
    if (done)
        m_listener.returnsChanged();
    return done;
}

bool Ingest::removeCase(const ExceptionId& id)
{
    const bool done = write([&]() -> Result<Nothing> {
        const auto removed = m_store.queues().remove(id);
        return removed ? Result<Nothing>(Nothing{}) : Result<Nothing>(removed.error());
    });
    if (done)
        m_listener.casesChanged();
    return done;
}

Instant Ingest::returnHeardAt(const ReturnRequestId& id) const
{
    const auto stored = m_store.queues().find(id);
    return stored ? stored->fetchedAt : Instant{};
}

Instant Ingest::caseHeardAt(const ExceptionId& id) const
{
    const auto stored = m_store.queues().find(id);
    return stored ? stored->fetchedAt : Instant{};
}

std::optional<DeliveryId> Ingest::parcelOf(const ReturnRequestId& id) const
{
    const auto stored = m_store.queues().find(id);
    return stored ? std::optional(stored->row.request.delivery) : std::nullopt;
}

std::optional<DeliveryId> Ingest::parcelOf(const ExceptionId& id) const
{
    const auto stored = m_store.queues().find(id);
    return stored ? std::optional(stored->row.delivery) : std::nullopt;
}

} // namespace waydesk::sync
