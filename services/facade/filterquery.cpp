// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/filterquery.h"

#include "services/domain/fold.h"

#include <QDateTime>

namespace waydesk::facade {

namespace {

Instant startOf(const QDate& day, const QTimeZone& zone)
{
    return Instant(std::chrono::milliseconds(day.startOfDay(zone).toMSecsSinceEpoch()));
}

store::WarehouseSide sideOf(Direction direction)
{
    switch (direction) {
    case Direction::Both:
        return store::WarehouseSide::Either;
    case Direction::Outbound:
        return store::WarehouseSide::Origin;
    case Direction::Inbound:
        return store::WarehouseSide::Destination;
    }
    Q_UNREACHABLE();
}

store::WaybillKey keyOf(WaybillColumn column)
{
    switch (column) {
    case WaybillColumn::Number:
        return store::WaybillKey::Number;
    case WaybillColumn::Status:
        return store::WaybillKey::Status;
    case WaybillColumn::Route:
        return store::WaybillKey::Route;
    case WaybillColumn::Driver:
        return store::WaybillKey::Driver;
    case WaybillColumn::Items:
        return store::WaybillKey::Items;
    case WaybillColumn::Cod:
        return store::WaybillKey::Cod;
    case WaybillColumn::Created:
        return store::WaybillKey::Created;
    case WaybillColumn::Updated:
        return store::WaybillKey::Updated;
    }
    Q_UNREACHABLE();
}

QString endText(const Endpoint& end)
{
    return (end.warehouse ? end.warehouse->name : QString()) + QChar(u' ') +
           (end.location ? end.location->fullAddress : QString());
}

} // namespace

store::WaybillQuery queryOf(const WaybillFilter& filter, const QTimeZone& zone)
{
    store::WaybillQuery query;
    query.status = filter.status;
    query.carrier = filter.carrier;
    query.driver = filter.driver;
    query.warehouse = filter.warehouse;
    query.side = sideOf(filter.direction);
    if (filter.from)
        query.from = startOf(*filter.from, zone);
    if (filter.to)
        query.until = startOf(filter.to->addDays(1), zone);
    query.number = filter.number;
    query.text = filter.text;
    query.codAtLeast = filter.codAtLeast;
    query.codAtMost = filter.codAtMost;
    return query;
}

store::WaybillOrder orderOf(const WaybillSort& sort)
{
    return {keyOf(sort.column), sort.order == Qt::DescendingOrder};
}

bool passes(const WaybillRow& local, const WaybillFilter& filter, const QTimeZone& zone)
{
    const Waybill& w = local.expected;
    if (!filter.number.isEmpty() || filter.codAtLeast || filter.codAtMost)
        return false; // it has no number and no counted money yet
    if ((filter.status && !w.state.is(*filter.status)) || (filter.carrier && !w.carrier.is(*filter.carrier)) ||
        (filter.driver && w.driverId != filter.driver))
        return false;
    if (filter.warehouse) {
        const bool out = w.origin.warehouseId == filter.warehouse, in = w.destination.warehouseId == filter.warehouse;
        if (!(filter.direction == Direction::Outbound ? out : filter.direction == Direction::Inbound ? in : out || in))
            return false;
    }
    const store::WaybillQuery query = queryOf(filter, zone);
    if ((query.from && w.createdAt < *query.from) || (query.until && w.createdAt >= *query.until))
        return false;
    const QString driver = w.driver ? w.driver->user.fullName : QString();
    const QString own = fold(QString(endText(w.origin) + QChar(u' ') + endText(w.destination) + QChar(u' ') + w.notes +
                                     QChar(u' ') + driver));
    const QStringList wanted = fold(filter.text).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString& part) { return own.contains(part); });
}

} // namespace waydesk::facade
