// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/ondipaths.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondidesk {

namespace {

Query paged(int page, int limit)
{
    return {{"page", QString::number(page)}, {"limit", QString::number(limit)}};
}

} // namespace

Request waybillPage(const WaybillQuery& query)
{
    Query all = paged(query.page, query.limit);
    if (query.status)
        all.append({"status", word(*query.status)});
    if (query.from)
        all.append({"from_date", query.from->toString(Qt::ISODate)});
    if (query.to)
        all.append({"to_date", query.to->toString(Qt::ISODate)});
    if (!query.number.isEmpty())
        all.append({"waybill_number", query.number});
    return get(withQuery(path::kWaybills, all));
}

Request waybillDetail(const WaybillId& id)
{
    return get(filled(path::kWaybill, id.value));
}

Request waybillDeliveries(const WaybillId& id, int page, int limit)
{
    return get(withQuery(filled(path::kWaybillDeliveries, id.value), paged(page, limit)));
}

Request eligibleDeliveries(const WaybillId& id, int page, const QString& search, int limit)
{
    Query all = paged(page, limit);
    if (!search.isEmpty())
        all.append({"search", search});
    return get(withQuery(filled(path::kEligible, id.value), all));
}

Request scan(const WaybillId& id, const QString& code)
{
    return get(filled(path::kScan, id.value, code));
}

Request returnsOf(const WaybillId& id, int page, int limit)
{
    return get(withQuery(filled(path::kReturns, id.value), paged(page, limit)));
}

Request tripPage(const TripQuery& query)
{
    Query asked = paged(query.page, query.limit);
    if (query.status)
        asked.append({"status", word(*query.status)});
    if (!query.number.isEmpty())
        asked.append({"trip_number", query.number});
    return get(withQuery(path::kTrips, asked));
}

Request tripDetail(const TripId& id)
{
    return get(filled(path::kTrip, id.value));
}

Request tripReturns(const TripId& id)
{
    return get(filled(path::kTripReturns, id.value));
}

Request deliveriesAfter(const QString& cursor, int limit)
{
    return get(withQuery(path::kDeliveries, {{"after", cursor}, {"limit", QString::number(limit)}}));
}

Request delivery(const DeliveryId& id)
{
    return get(filled(path::kDelivery, id.value));
}

Request changesSince(const QString& cursor, int waitSeconds)
{
    if (cursor.isEmpty())
        return get(path::kChanges);
    return get(withQuery(path::kChanges, {{"since", cursor}, {"wait", QString::number(waitSeconds)}}));
}

Request lookup(const QString& noun, int page, int limit)
{
    return get(withQuery(filled(path::kLookup, noun), paged(page, limit)));
}

Request signIn(const QString& email, const QString& password)
{
    return post(path::kLogin, {{u"email"_s, email}, {u"password"_s, password}});
}

Request refresh(const QString& refreshToken)
{
    return post(path::kRefresh, {{u"refresh_token"_s, refreshToken}});
}

Request signOut(const QString& refreshToken)
{
    return post(path::kLogout, {{u"refresh_token"_s, refreshToken}});
}

Request me()
{
    return get(path::kMe);
}

} // namespace waydesk::wire::ondidesk
