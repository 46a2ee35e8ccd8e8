// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/querysql.h"

#include "services/domain/fold.h"
#include "services/store/waybillcolumns.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

// Drivers are found by name, wherever the row itself does not tell it.
const QString kDriverNamed =
    u"driver_id IN (SELECT id FROM lookup WHERE kind = 'driver' AND instr(search_text, ?) > 0)"_s;

// Every word of the text in number, ends, notes or reference; or all of it in the driver's name. Asked of one row at a
// time: a walk must not gather all matches per step.
Condition textOrDriver(const QString& text)
{
    Condition words = textCondition(text);
    if (words.always())
        return words;
    return {u'(' + words.sql + u" OR "_s + kDriverNamed + u')', words.values + QVariantList{fold(text)}};
}

std::optional<Condition> fromIndex(const QString& text, int most, bool alsoDrivers)
{
    auto out = fromSearchIndex(u"waybill"_s, text, most);
    if (out && alsoDrivers) {
        out->sql = u'(' + out->sql + u" OR "_s + kDriverNamed + u')';
        out->values << fold(text);
    }
    return out;
}

Condition warehouseCondition(const WaybillQuery& query)
{
    const QVariant id = bind(query.warehouse->value);
    switch (query.side) {
    case WarehouseSide::Either:
        return {u"(origin_warehouse_id IS ? OR destination_warehouse_id IS ?)"_s, {id, id}};
    case WarehouseSide::Origin:
        return {u"origin_warehouse_id IS ?"_s, {id}};
    case WarehouseSide::Destination:
        return {u"destination_warehouse_id IS ?"_s, {id}};
    }
    Q_UNREACHABLE();
}

Condition numberCondition(const QString& number)
{
    const QString key = foldNumber(number);
    return key.isEmpty() ? Condition{u"1"_s, {}} : Condition{u"instr(number_key, ?) > 0"_s, {key}};
}

} // namespace

QString keyColumn(WaybillKey key)
{
    switch (key) {
    case WaybillKey::Number:
        return u"number_key"_s;
    case WaybillKey::Status:
        return u"status_rank"_s;
    case WaybillKey::Route:
        return u"route_key"_s;
    case WaybillKey::Driver:
        return u"driver_key"_s;
    case WaybillKey::Items:
        return u"item_count"_s;
    case WaybillKey::Cod:
        return u"cod_minor"_s;
    case WaybillKey::Created:
        return u"created_at"_s;
    case WaybillKey::Updated:
        return u"updated_at"_s;
    }
    Q_UNREACHABLE();
}

Condition conditionOf(const WaybillQuery& query)
{
    QList<Condition> parts;
    if (query.status)
        parts << Condition{u"status_rank = ?"_s, {static_cast<int>(*query.status)}};
    if (query.carrier)
        parts << Condition{u"carrier = ?"_s, {word(*query.carrier)}};
    if (query.driver)
        parts << Condition{u"driver_id = ?"_s, {bind(query.driver->value)}};
    if (query.warehouse)
        parts << warehouseCondition(query);
    if (query.from)
        parts << Condition{u"created_at >= ?"_s, {bind(*query.from)}};
    if (query.until)
        parts << Condition{u"created_at < ?"_s, {bind(*query.until)}};
    if (query.codAtLeast)
        parts << Condition{u"cod_minor >= ?"_s, {*query.codAtLeast}};
    if (query.codAtMost)
        parts << Condition{u"cod_minor BETWEEN 0 AND ?"_s, {*query.codAtMost}};
    parts << numberCondition(query.number) << textOrDriver(query.text);
    return joined(parts);
}

QList<Condition> indexedParts(const WaybillQuery& query, int most)
{
    QList<Condition> parts;
    if (query.driver)
        parts << Condition{u"driver_id = ?"_s, {bind(query.driver->value)}};
    if (query.status)
        parts << Condition{u"status_rank = ?"_s, {static_cast<int>(*query.status)}};
    if (query.carrier)
        parts << Condition{u"carrier = ?"_s, {word(*query.carrier)}};
    if (query.warehouse)
        parts << warehouseCondition(query);
    if (query.from || query.until) {
        WaybillQuery days;
        days.from = query.from;
        days.until = query.until;
        parts << conditionOf(days);
    }
    if (query.codAtLeast || query.codAtMost) {
        WaybillQuery cod;
        cod.codAtLeast = query.codAtLeast;
        cod.codAtMost = query.codAtMost;
        parts << conditionOf(cod);
    }
    if (const QString key = foldNumber(query.number);
        key.toUcs4().size() >= 3) { // the index holds it without hyphen too
        if (const auto part = fromIndex(key, most, false))
            parts << *part;
    }
    if (const auto part = fromIndex(query.text, most, true))
        parts << *part;
    return parts;
}

bool tallied(const WaybillQuery& query)
{
    WaybillQuery rest = query;
    rest.status.reset();
    rest.carrier.reset();
    rest.warehouse.reset();
    rest.side = WarehouseSide::Either;
    return rest == WaybillQuery{};
}

} // namespace waydesk::store
