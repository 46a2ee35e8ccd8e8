// SPDX-License-Identifier: GPL-3.0-or-later
// A WHERE clause put together from conditions that carry their own values; nothing from outside ever becomes SQL.
#pragma once

#include "backend/depot/columns.h"

#include <QDate>
#include <QTimeZone>

namespace waydesk::backend {

struct Call;

struct Where
{
    std::string sql;
    std::vector<Value> values;

    void add(std::string_view condition, std::initializer_list<Value> bindings = {});
    std::vector<Value> valuesAnd(std::initializer_list<Value> more) const;
};

// "%text%", lower case, with the wildcards in it made plain; for `LIKE ? ESCAPE '\'`.
Value containing(const QString& text);

// The zone in which the tenant's dates are meant.
QTimeZone zoneOfTenant(Call& call);
Instant startOfDay(const QDate& day, const QTimeZone& zone);

} // namespace waydesk::backend
