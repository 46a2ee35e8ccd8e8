// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/queuereader.h"

#include "services/domain/fold.h"
#include "services/store/queuerepository.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

QString matching(const QString& alias, const QString& text, QVariantList& values)
{
    QString sql;
    const QStringList words = fold(text).split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        sql += u" AND instr("_s + alias + u".search_text, ?) > 0"_s;
        values << word;
    }
    return sql;
}

QString condition(const CaseQuery& query, QVariantList& values)
{
    QString sql = u"WHERE 1"_s;
    if (query.state) {
        sql += u" AND c.state = ?"_s;
        values << word(*query.state);
    }
    if (query.owner) {
        sql += u" AND c.owner_id = ?"_s;
        values << query.owner->value;
    }
    if (query.unowned)
        sql += u" AND c.owner_id IS NULL"_s;
    return sql + matching(u"c"_s, query.text, values);
}

template<class Stored, class Read>
QList<Stored> listed(Rows rows, Read read)
{
    QList<Stored> all;
    while (rows.next())
        all << read(rows);
    return all;
}

} // namespace

QList<StoredReturn> QueueReader::returns(const std::optional<ReturnRequestStatus>& status, const QString& text,
                                         int most) const
{
    QVariantList values;
    QString where = u"WHERE 1"_s;
    if (status) {
        where = u"WHERE r.status = ?"_s;
        values << word(*status);
    }
    where += matching(u"r"_s, text, values);
    values << most;
    return listed<StoredReturn>(
        m_db.run(selectReturn() + where + u" ORDER BY r.requested_at DESC, r.id LIMIT ?"_s, values), readReturn);
}

QList<QueueCount> QueueReader::returnCounts(const QString& text) const
{
    QVariantList values;
    const QString where = matching(u"r"_s, text, values);
    Rows rows = m_db.run(u"SELECT r.status, count(*) FROM return_request r WHERE 1"_s + where + u" GROUP BY r.status"_s,
                         values);
    QList<QueueCount> counts;
    while (rows.next())
        counts.append({rows.text(0), rows.integer(1)});
    return counts;
}

QList<StoredReturn> QueueReader::returnsOf(const TripId& trip) const
{
    return listed<StoredReturn>(
        m_db.run(selectReturn() + u"WHERE r.trip_id = ? OR r.delivery_id IN (SELECT m.delivery_id FROM trip_member m "
                                  "WHERE m.trip_id = ?) ORDER BY r.requested_at DESC, r.id"_s,
                 {bind(trip.value), bind(trip.value)}),
        readReturn);
}

QList<StoredReturn> QueueReader::returnsOf(const DeliveryId& delivery) const
{
    return listed<StoredReturn>(
        m_db.run(selectReturn() + u"WHERE r.delivery_id = ? ORDER BY r.requested_at, r.id"_s, {bind(delivery.value)}),
        readReturn);
}

std::optional<StoredReturn> QueueReader::find(const ReturnRequestId& id) const
{
    return QueueRepository(m_db).find(id);
}

QList<StoredCase> QueueReader::cases(const CaseQuery& query, int most) const
{
    QVariantList values;
    const QString where = condition(query, values);
    values << most;
    return listed<StoredCase>(m_db.run(selectCase() + where +
                                           u" ORDER BY c.state = 'resolved', c.due_at IS NULL, c.due_at, c.raised_at, "
                                           "c.id LIMIT ?"_s,
                                       values),
                              readCase);
}

qint64 QueueReader::caseCount(const CaseQuery& query) const
{
    QVariantList values;
    const QString where = condition(query, values);
    return m_db.number(u"SELECT count(*) FROM delivery_case c "_s + where, values).value_or(0);
}

std::optional<StoredCase> QueueReader::find(const ExceptionId& id) const
{
    return QueueRepository(m_db).find(id);
}

QList<Colleague> QueueReader::colleagues() const
{
    return readColleagues(m_db);
}

} // namespace waydesk::store
