// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/numbers.h"

#include "backend/depot/columns.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

qint64 draw(Call& call, const std::string& counter)
{
    const auto rows = call.db.run("INSERT INTO depot (tenant_id, " + counter +
                                      ") VALUES (?, 2)"
                                      " ON CONFLICT (tenant_id) DO UPDATE SET " +
                                      counter + " = depot." + counter + " + 1 RETURNING " + counter + " - 1",
                                  {bound(call.caller.tenant)});
    return rows->next() ? rows->integer(0) : 0;
}

bool isTaken(Call& call, const std::string& table, const QString& number)
{
    return call.db
        .run("SELECT 1 FROM " + table + " WHERE tenant_id = ? AND number_key = ?",
             {bound(call.caller.tenant), bound(numberKey(number))})
        ->next();
}

} // namespace

std::optional<QString> freeNumber(Call& call, const NumberSeries& series)
{
    constexpr int kMostSteps = 50;
    for (int step = 0; step < kMostSteps && !call.db.failed(); ++step) {
        const QString number = series.prefix + u"%1"_s.arg(draw(call, series.counter), 5, 10, QChar(u'0'));
        if (!isTaken(call, series.table, number))
            return number;
    }
    return std::nullopt;
}

QString numberKey(const QString& number)
{
    QString key = number.toUpper();
    key.remove(u'-');
    return key;
}

} // namespace waydesk::backend
