// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/ondipositions.h"

#include "services/wire/ondi/ondienvelope.h"
#include "services/wire/ondi/ondifields.h"
#include "services/wire/ondi/ondipaths.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondidesk {

namespace {

QList<Position> positionsFrom(const Fields& data)
{
    QList<Position> all;
    const QJsonArray rows = data.list(u"positions"_s).value_or(QJsonArray{});
    all.reserve(rows.size());
    for (const QJsonValue& item : rows) {
        const QJsonObject object = item.toObject();
        const Fields fields(object, data.drift());
        const auto at = fields.instant(u"at"_s);
        Position position;
        position.driver = {fields.textOr(u"driver_id"_s)};
        position.coordinate =
            QGeoCoordinate(fields.real(u"latitude"_s).value_or(qQNaN()), fields.real(u"longitude"_s).value_or(qQNaN()));
        if (position.driver.isEmpty() || !at || !position.coordinate.isValid()) {
            data.drift().note(u"a position without a driver, a time or a place"_s);
            continue;
        }
        position.at = *at;
        position.heading = fields.real(u"heading"_s);
        position.speed = fields.real(u"speed_kmh"_s);
        position.accuracy = fields.real(u"accuracy_m"_s);
        all.append(position);
    }
    return all;
}

} // namespace

Result<PositionNews> decodePositionNews(QByteArrayView body)
{
    const Result<QJsonObject> data = dataObject(body);
    if (!data)
        return data.error();
    PositionNews news;
    const Fields fields(*data, news.drift);
    const auto cursor = fields.integer(u"cursor"_s);
    if (!cursor)
        return malformed(u"cursor is missing"_s);
    news.cursor = *cursor;
    news.more = fields.boolean(u"more"_s).value_or(false);
    news.rows = positionsFrom(fields);
    return news;
}

Result<Track> decodeTrack(QByteArrayView body)
{
    const Result<QJsonObject> data = dataObject(body);
    if (!data)
        return data.error();
    Track track;
    const Fields fields(*data, track.drift);
    track.nextCursor = fields.text(u"next_cursor"_s);
    track.rows = positionsFrom(fields);
    return track;
}

Request positionNews(qint64 since)
{
    return get(withQuery(path::kPositions, {{"since", QString::number(since)}}));
}

Request track(const DriverId& driver, Instant from, Instant to, const QString& after)
{
    Query query{{"from", formatInstant(from)}, {"to", formatInstant(to)}};
    if (!driver.isEmpty())
        query.append({"driver_id", driver.value});
    if (!after.isEmpty())
        query.append({"after", after});
    return get(withQuery(path::kTrack, query));
}

} // namespace waydesk::wire::ondidesk
