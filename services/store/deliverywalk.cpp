// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/deliverywalk.h"

#include "services/store/fewof.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

Condition memberCondition(const QString& column, Membership wanted)
{
    switch (wanted) {
    case Membership::Any:
        return {u"1"_s, {}};
    case Membership::None:
        return {column + u" IS NULL"_s, {}};
    case Membership::Some:
        return {column + u" IS NOT NULL"_s, {}};
    }
    Q_UNREACHABLE();
}

// What an index may find few rows by.
QList<Condition> indexedParts(const DeliveryQuery& query)
{
    QList<Condition> parts;
    const auto alone = [&parts](auto&& set) {
        DeliveryQuery part;
        set(part);
        parts << conditionOf(part);
    };
    if (query.waybillId)
        alone([&](DeliveryQuery& part) { part.waybillId = query.waybillId; });
    if (query.tripId)
        alone([&](DeliveryQuery& part) { part.tripId = query.tripId; });
    if (query.status)
        alone([&](DeliveryQuery& part) { part.status = query.status; });
    if (query.zone)
        alone([&](DeliveryQuery& part) { part.zone = query.zone; });
    if (query.warehouse)
        alone([&](DeliveryQuery& part) { part.warehouse = query.warehouse; });
    if (!query.paymentMethod.isEmpty())
        alone([&](DeliveryQuery& part) { part.paymentMethod = query.paymentMethod; });
    if (query.returned)
        alone([&](DeliveryQuery& part) { part.returned = query.returned; });
    if (query.trip == Membership::Some)
        alone([&](DeliveryQuery& part) { part.trip = query.trip; });
    if (query.waybill == Membership::Some)
        alone([&](DeliveryQuery& part) { part.waybill = query.waybill; });
    if (query.from || query.until) {
        alone([&](DeliveryQuery& part) {
            part.from = query.from;
            part.until = query.until;
        });
    }
    if (query.codAtLeast || query.codAtMost) {
        alone([&](DeliveryQuery& part) {
            part.codAtLeast = query.codAtLeast;
            part.codAtMost = query.codAtMost;
        });
    }
    if (const auto part = fromSearchIndex(u"delivery"_s, query.text, kFewRows + 1))
        parts << *part;
    return parts;
}

WalkPlan planOf(const DeliveryQuery& query, const DeliveryOrder& order)
{
    DeliveryQuery start, rest = query;
    if (order.key == DeliveryKey::Created) { // (status, created_at) is an index
        std::swap(start.status, rest.status);
        std::swap(start.from, rest.from);
        std::swap(start.until, rest.until);
    } else if (order.key == DeliveryKey::Status) {
        std::swap(start.status, rest.status);
    }
    return {u"delivery"_s,       keyOf(order.key),   order.descending, conditionOf(query),
            indexedParts(query), conditionOf(start), conditionOf(rest)};
}

void addCount(DeliveryCounts& counts, const QString& status, qint64 n)
{
    counts.all += n;
    if (const auto known = parseWord<DeliveryStatus>(status))
        counts.byStatus[static_cast<size_t>(*known)] += n;
}

} // namespace

QString keyOf(DeliveryKey key, const QString& alias)
{
    const QString dot = alias.isEmpty() ? QString() : alias + u'.';
    switch (key) {
    case DeliveryKey::Code: // "DEL999" before "DEL1000"
        return u"(length(%1code) || '.' || %1code)"_s.arg(dot);
    case DeliveryKey::Status:
        return dot + u"status"_s;
    case DeliveryKey::Cod:
        return dot + u"cod_minor"_s;
    case DeliveryKey::Created:
        return dot + u"created_at"_s;
    case DeliveryKey::Updated:
        return dot + u"updated_at"_s;
    case DeliveryKey::Customer:
        return dot + u"customer_key"_s;
    case DeliveryKey::Destination:
        return dot + u"destination_key"_s;
    case DeliveryKey::Waybill:
        return dot + u"waybill_key"_s;
    case DeliveryKey::Trip:
        return dot + u"trip_key"_s;
    }
    Q_UNREACHABLE();
}

Condition conditionOf(const DeliveryQuery& query)
{
    QList<Condition> parts;
    if (query.status)
        parts << Condition{u"status = ?"_s, {word(*query.status)}};
    if (query.zone)
        parts << Condition{u"dropoff_zone_id IS ?"_s, {bind(query.zone->value)}};
    if (query.warehouse) {
        const QVariant id = bind(query.warehouse->value);
        parts << Condition{u"(pickup_warehouse_id IS ? OR dropoff_warehouse_id IS ?)"_s, {id, id}};
    }
    if (query.waybillId)
        parts << Condition{u"waybill_id = ?"_s, {bind(query.waybillId->value)}};
    if (query.tripId)
        parts << Condition{u"trip_id = ?"_s, {bind(query.tripId->value)}};
    parts << memberCondition(u"waybill_id"_s, query.waybill) << memberCondition(u"trip_id"_s, query.trip);
    if (query.returned)
        parts << Condition{u"is_returned = ?"_s, {*query.returned ? 1 : 0}};
    if (query.from)
        parts << Condition{u"created_at >= ?"_s, {bind(*query.from)}};
    if (query.until)
        parts << Condition{u"created_at < ?"_s, {bind(*query.until)}};
    if (!query.paymentMethod.isEmpty())
        parts << Condition{u"payment_method = ?"_s, {query.paymentMethod}};
    if (query.codAtLeast)
        parts << Condition{u"cod_minor >= ?"_s, {*query.codAtLeast}};
    if (query.codAtMost)
        parts << Condition{u"cod_minor BETWEEN 0 AND ?"_s, {*query.codAtMost}};
    parts << textCondition(query.text);
    return joined(parts);
}

DeliveryWalk::DeliveryWalk(Database& db, const DeliveryQuery& query, const DeliveryOrder& order)
    : RowWalk(db, planOf(query, order))
{
}

DeliveryCountWalk::DeliveryCountWalk(Database& db, const DeliveryQuery& query)
    : m_db(db)
    , m_filter{u"1"_s, {}}
{
    DeliveryQuery others = query;
    others.status.reset();
    m_filter = conditionOf(others);
    const auto countAll = [this](const QString& sql, const QVariantList& values) {
        Rows rows = m_db.run(sql, values);
        while (rows.next())
            addCount(m_counts, rows.text(0), rows.integer(1));
        m_atEnd = true;
    };
    if (others == DeliveryQuery{})
        countAll(u"SELECT status, n FROM delivery_status_tally"_s, {});
    else if (const auto part = fewest(db, u"delivery"_s, indexedParts(others)))
        countAll(u"SELECT status, count(*) FROM %1 WHERE %2 GROUP BY +status"_s.arg(fewOf(u"delivery"_s, *part),
                                                                                    m_filter.sql),
                 part->values + m_filter.values);
}

void DeliveryCountWalk::step(int most)
{
    if (m_atEnd)
        return;
    int seen = 0;
    Rows rows =
        m_db.run(u"SELECT rowid, status, (%1) FROM delivery WHERE rowid > ? ORDER BY rowid LIMIT ?"_s.arg(m_filter.sql),
                 m_filter.values + QVariantList{m_lastRowid, most});
    while (rows.next()) {
        ++seen;
        m_lastRowid = rows.integer(0);
        if (rows.flag(2))
            addCount(m_counts, rows.text(1), 1);
    }
    m_atEnd = seen < most;
}

} // namespace waydesk::store
