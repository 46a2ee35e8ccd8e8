// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/triprepository.h"

#include "services/store/deliverykeys.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

Result<bool> TripRepository::upsert(const Trip& trip, const QString& raw, Instant fetchedAt)
{
    return transact(m_db, [&]() -> Result<bool> {
        const auto stored = find(trip.id);
        if (auto done = m_db.exec(upsertTripSql(), bindTrip(trip, raw, fetchedAt)); !done)
            return done.error();
        if (!stored || stored->trip.number != trip.number) {
            if (auto done = rekeyTrip(m_db, trip.id, trip.number); !done)
                return done.error();
        }
        return !stored || stored->trip != trip;
    });
}

Result<bool> TripRepository::setPlan(const TripId& id, const TripPlan& plan, Instant fetchedAt)
{
    return transact(m_db, [&]() -> Result<bool> {
        if (this->plan(id) == plan)
            return false;
        const auto place = [](const std::optional<int>& stop) { return stop ? QVariant(*stop) : QVariant(); };
        if (auto done = m_db.exec(
                "INSERT INTO trip_plan VALUES (?,?,?,?,?) ON CONFLICT DO UPDATE SET "
                "stops = excluded.stops, current = excluded.current, next = excluded.next, "
                "fetched_at = excluded.fetched_at",
                {bind(id.value), stopsText(plan.stops), place(plan.current), place(plan.next), bind(fetchedAt)});
            !done)
            return done.error();
        if (auto done = m_db.exec("DELETE FROM trip_member WHERE trip_id = ?", {bind(id.value)}); !done)
            return done.error();
        for (qsizetype i = 0; i < plan.members.size(); ++i) {
            const PlanMember& member = plan.members[i];
            const auto& waiting = member.pending;
            if (auto done = m_db.exec("INSERT INTO trip_member (trip_id, place, delivery_id, sequence, "
                                      "return_requests, waiting_id, waiting_since) VALUES (?,?,?,?,?,?,?)",
                                      {bind(id.value), i, bind(member.delivery.value), member.sequence,
                                       member.returnRequests, waiting ? bind(waiting->id.value) : QVariant(),
                                       waiting ? QVariant(bind(waiting->at)) : QVariant()});
                !done)
                return done.error();
        }
        return true;
    });
}

Result<bool> TripRepository::remove(const TripId& id)
{
    return transact(m_db, [&]() -> Result<bool> {
        for (const char* sql :
             {"DELETE FROM trip_member WHERE trip_id = ?", "DELETE FROM trip_plan WHERE trip_id = ?"}) {
            if (auto done = m_db.exec(sql, {bind(id.value)}); !done)
                return done.error();
        }
        if (auto done = rekeyTrip(m_db, id, {}); !done)
            return done.error();
        const auto gone = m_db.exec("DELETE FROM trip WHERE id = ?", {bind(id.value)});
        return gone ? Result<bool>(*gone > 0) : Result<bool>(gone.error());
    });
}

std::optional<StoredTrip> TripRepository::find(const TripId& id) const
{
    Rows rows = m_db.run(selectTrip() + u"WHERE t.id = ?"_s, {bind(id.value)});
    return rows.next() ? std::optional(readTrip(rows)) : std::nullopt;
}

std::optional<TripPlan> TripRepository::plan(const TripId& id) const
{
    return readPlan(m_db, id);
}

std::optional<QString> TripRepository::raw(const TripId& id) const
{
    Rows rows = m_db.run("SELECT raw FROM trip WHERE id = ?", {bind(id.value)});
    return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
}

qint64 TripRepository::count() const
{
    return m_db.number(u"SELECT count(*) FROM trip"_s).value_or(0);
}

std::optional<TripPlan> readPlan(Database& db, const TripId& id)
{
    TripPlan plan;
    {
        Rows rows = db.run("SELECT stops, current, next FROM trip_plan WHERE trip_id = ?", {bind(id.value)});
        if (!rows.next())
            return std::nullopt;
        const auto place = [&](int column) {
            const auto stop = rows.maybeInteger(column);
            return stop ? std::optional(static_cast<int>(*stop)) : std::nullopt;
        };
        plan.stops = stopsFrom(rows.text(0));
        plan.current = place(1);
        plan.next = place(2);
    }
    Rows rows = db.run("SELECT delivery_id, sequence, return_requests, waiting_id, waiting_since FROM trip_member "
                       "WHERE trip_id = ? ORDER BY place",
                       {bind(id.value)});
    while (rows.next()) {
        PlanMember member{{rows.text(0)}, static_cast<int>(rows.integer(1)), static_cast<int>(rows.integer(2))};
        if (!rows.isNull(3))
            member.pending = PendingReturn{{rows.text(3)}, rows.instant(4)};
        plan.members.append(member);
    }
    return plan;
}

} // namespace waydesk::store
