// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/where.h"

#include "backend/http/message.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

void Where::add(std::string_view condition, std::initializer_list<Value> bindings)
{
    if (!sql.empty())
        sql += " AND ";
    sql += condition;
    values.insert(values.end(), bindings);
}

std::vector<Value> Where::valuesAnd(std::initializer_list<Value> more) const
{
    std::vector<Value> all = values;
    all.insert(all.end(), more);
    return all;
}

Value containing(const QString& text)
{
    QString pattern = text.toLower();
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return QString(u'%' + pattern + u'%');
}

QTimeZone zoneOfTenant(Call& call)
{
    const auto rows = call.db.run("SELECT time_zone FROM tenant WHERE id = ?", {bound(call.caller.tenant)});
    const QTimeZone zone(rows->next() ? rows->text(0).toUtf8() : QByteArray("UTC"));
    return zone.isValid() ? zone : QTimeZone::utc();
}

Instant startOfDay(const QDate& day, const QTimeZone& zone)
{
    return Instant{std::chrono::milliseconds{day.startOfDay(zone).toMSecsSinceEpoch()}};
}

} // namespace waydesk::backend
