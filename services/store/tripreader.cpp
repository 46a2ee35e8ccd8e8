// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/tripreader.h"

#include "services/domain/fold.h"
#include "services/store/triprepository.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

QString matching(const QString& text, QVariantList& values)
{
    QString sql;
    const QStringList words = fold(text).split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        sql += u" AND instr(t.search_text, ?) > 0"_s;
        values << word;
    }
    return sql;
}

} // namespace

QList<StoredTrip> TripReader::newest(const std::optional<TripStatus>& status, const QString& text, int most) const
{
    QVariantList values;
    QString where = u"WHERE 1"_s;
    if (status) {
        where = u"WHERE t.status = ?"_s;
        values << word(*status);
    }
    where += matching(text, values);
    values << most;
    Rows rows = m_db.run(selectTrip() + where + u" ORDER BY t.created_at DESC, t.id LIMIT ?"_s, values);
    QList<StoredTrip> trips;
    while (rows.next())
        trips << readTrip(rows);
    return trips;
}

QList<TripCount> TripReader::counts(const QString& text) const
{
    QVariantList values;
    const QString where = matching(text, values);
    Rows rows = m_db.run(u"SELECT t.status, count(*) FROM trip t WHERE 1"_s + where + u" GROUP BY t.status"_s, values);
    QList<TripCount> counts;
    while (rows.next())
        counts.append({rows.text(0), rows.integer(1)});
    return counts;
}

std::optional<StoredTrip> TripReader::find(const TripId& id) const
{
    Rows rows = m_db.run(selectTrip() + u"WHERE t.id = ?"_s, {bind(id.value)});
    return rows.next() ? std::optional(readTrip(rows)) : std::nullopt;
}

std::optional<TripPlan> TripReader::plan(const TripId& id) const
{
    return readPlan(m_db, id);
}

QList<StoredDelivery> TripReader::deliveries(const TripId& id) const
{
    Rows rows = m_db.run(selectDelivery() + u"JOIN trip_member m ON m.delivery_id = d.id WHERE m.trip_id = ? "
                                            "ORDER BY m.place"_s,
                         {bind(id.value)});
    QList<StoredDelivery> all;
    while (rows.next())
        all << readDelivery(rows);
    return all;
}

QList<TripProgress> TripReader::underWay() const
{
    Rows rows = m_db.run("SELECT t.id, t.number, t.driver_id, count(d.id), "
                         "coalesce(sum(d.status IN ('delivered','failed','returned','cancelled')), 0) "
                         "FROM trip t LEFT JOIN delivery d ON d.trip_id = t.id "
                         "WHERE t.status = 'in_progress' AND t.driver_id IS NOT NULL "
                         "GROUP BY t.id ORDER BY t.created_at DESC, t.id");
    QList<TripProgress> all;
    QSet<DriverId> had;
    while (rows.next()) {
        TripProgress progress{{rows.text(0)},
                              rows.text(1),
                              {rows.text(2)},
                              static_cast<int>(rows.integer(3)),
                              static_cast<int>(rows.integer(4))};
        if (had.contains(progress.driver))
            continue;
        had.insert(progress.driver);
        all.append(progress);
    }
    return all;
}

std::optional<TripId> TripReader::tripOf(const DeliveryId& id) const
{
    Rows rows = m_db.run("SELECT m.trip_id FROM trip_member m JOIN trip t ON t.id = m.trip_id WHERE m.delivery_id = ? "
                         "ORDER BY t.created_at DESC LIMIT 1",
                         {bind(id.value)});
    return rows.next() ? std::optional(TripId{rows.text(0)}) : std::nullopt;
}

QList<TripId> TripReader::toWatch(Instant plannedSince, int most) const
{
    QList<TripId> trips;
    Rows rows = m_db.run("SELECT id FROM trip WHERE status = 'in_progress' OR (status = 'planned' AND created_at >= ?) "
                         "ORDER BY status, created_at DESC, id LIMIT ?",
                         {bind(plannedSince), most});
    while (rows.next())
        trips.append({rows.text(0)});
    return trips;
}

QList<WaitingReturn> TripReader::waitingReturns(int most) const
{
    QList<WaitingReturn> all;
    Rows rows = m_db.run("SELECT m.waiting_id, m.waiting_since, m.delivery_id, m.trip_id, t.driver_id "
                         "FROM trip_member m JOIN trip t ON t.id = m.trip_id WHERE m.waiting_id IS NOT NULL "
                         "ORDER BY m.waiting_since, m.waiting_id LIMIT ?",
                         {most});
    while (rows.next()) {
        WaitingReturn waiting{{{rows.text(0)}, rows.instant(1)}, {rows.text(2)}, {rows.text(3)}, std::nullopt};
        if (const auto driver = rows.maybeText(4))
            waiting.driver = DriverId{*driver};
        all.append(waiting);
    }
    return all;
}

} // namespace waydesk::store
