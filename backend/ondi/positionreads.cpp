// SPDX-License-Identifier: GPL-3.0-or-later
// Our own calls for the map, in OnDi's envelope: where every driver is, and where they were.
#include "backend/depot/positionlists.h"
#include "backend/ondi/envelope.h"
#include "backend/ondi/queryreader.h"
#include "backend/ondi/routes.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr qsizetype kRowBytes = 220;

void positionFields(wire::JsonWriter& out, const Position& position)
{
    out.field("driver_id", position.driver)
        .field("at", position.at)
        .field("latitude", position.coordinate.latitude())
        .field("longitude", position.coordinate.longitude())
        .field("heading", position.heading)
        .field("speed_kmh", position.speed);
}

Response newsRoute(Call& call)
{
    QueryReader reader(call.request);
    const qint64 since = reader.number(u"since"_s, 0, 0, std::numeric_limits<qint64>::max());
    if (!reader.ok())
        return refusalAnswer(reader.error());
    const PositionNews news = positionNews(call.db, call.caller.tenant, since);
    auto out = openAnswer(u"Positions retrieved successfully"_s, 256 + kRowBytes * news.rows.size());
    out.beginObject().field("cursor", news.cursor).field("more", news.more).key("positions").beginArray();
    for (const KnownPosition& known : news.rows) {
        out.beginObject();
        positionFields(out, known.position);
        out.field("accuracy_m", known.position.accuracy).field("order_id", known.order).endObject();
    }
    out.endArray().endObject();
    return closeAnswer(out);
}

// "1775563200000000.driver": a time in microseconds and a driver's id.
QString markText(const Position& last)
{
    return QString::number(last.at.time_since_epoch().count()) + u'.' + last.driver.value;
}

std::optional<HistoryMark> readMark(QueryReader& reader)
{
    const QString came = reader.text(u"after"_s, 400);
    if (came.isEmpty())
        return std::nullopt;
    const qsizetype dot = came.indexOf(u'.');
    bool isNumber = false;
    const qint64 at = came.left(dot).toLongLong(&isNumber);
    if (dot > 0 && isNumber)
        return HistoryMark{Instant{std::chrono::microseconds{at}}, {came.mid(dot + 1)}};
    reader.refuse(u"after"_s, u"Not a cursor of this list"_s);
    return std::nullopt;
}

Response historyRoute(Call& call)
{
    QueryReader reader(call.request);
    HistoryQuery query;
    const auto from = reader.instant(u"from"_s), to = reader.instant(u"to"_s);
    if (from && to && *to < *from)
        reader.refuse(u"to"_s, u"Input should not be before from"_s);
    if (from && to && *to - *from > kLongestHistory)
        reader.refuse(u"to"_s, u"Input should be at most %1 hours after from"_s.arg(kLongestHistory.count()));
    if (const QString driver = reader.text(u"driver_id"_s); !driver.isEmpty())
        query.driver = DriverId{driver};
    query.after = readMark(reader);
    query.limit = static_cast<int>(reader.number(u"limit"_s, kMostPositions, 1, kMostPositions));
    if (!reader.ok())
        return refusalAnswer(reader.error());
    query.from = *from;
    query.to = *to;
    const PositionHistory history = positionHistory(call.db, call.caller.tenant, query);
    auto out = openAnswer(u"Positions retrieved successfully"_s, 256 + kRowBytes * history.rows.size());
    out.beginObject()
        .field("next_cursor", history.more ? std::optional(markText(history.rows.last())) : std::nullopt)
        .key("positions")
        .beginArray();
    for (const Position& position : history.rows) {
        out.beginObject();
        positionFields(out, position);
        out.endObject();
    }
    out.endArray().endObject();
    return closeAnswer(out);
}

} // namespace

std::vector<Route> ondiPositionRoutes()
{
    return {{Method::Get, u"/delivery/positions"_s, Access::View, false, newsRoute},
            {Method::Get, u"/delivery/positions/history"_s, Access::View, false, historyRoute}};
}

} // namespace waydesk::backend
