// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/osrm/table.h"

#include "services/wire/json.h"

#include <QJsonArray>
#include <QJsonObject>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::osrm {

namespace {

constexpr int kDecimals = 6; // about a decimetre

Error malformed(const QString& detail)
{
    Error error;
    error.kind = Error::Kind::Malformed;
    error.detail = detail;
    return error;
}

Error refused(const QJsonObject& answer)
{
    Error error;
    error.kind = Error::Kind::Rejected;
    error.code = answer[u"code"_s].toString();
    error.vendorText = answer[u"message"_s].toString();
    return error;
}

Error noRoad(qsizetype from, qsizetype to)
{
    Error error;
    error.kind = Error::Kind::Rejected;
    error.code = u"no_road"_s;
    error.detail = u"no road from place %1 to place %2"_s.arg(from).arg(to);
    return error;
}

// `annotation` of every leg, row by row.
Result<std::vector<qint32>> readSquare(const QJsonObject& answer, const QString& annotation, qsizetype places)
{
    const QJsonArray rows = answer[annotation].toArray();
    if (rows.size() != places)
        return malformed(u"%1 has %2 rows for %3 places"_s.arg(annotation).arg(rows.size()).arg(places));
    std::vector<qint32> square;
    square.reserve(static_cast<size_t>(places * places));
    for (qsizetype from = 0; from < places; ++from) {
        const QJsonArray row = rows[from].toArray();
        if (row.size() != places)
            return malformed(u"row %1 of %2 has %3 cells"_s.arg(from).arg(annotation).arg(row.size()));
        for (qsizetype to = 0; to < places; ++to) {
            const QJsonValue cell = row[to];
            if (cell.isNull())
                return noRoad(from, to);
            const double value = cell.toDouble(-1);
            if (!(value >= 0 && value <= routing::kLongestLeg))
                return malformed(u"%1 from %2 to %3 is not believed"_s.arg(annotation).arg(from).arg(to));
            square.push_back(static_cast<qint32>(std::lround(value)));
        }
    }
    return square;
}

} // namespace

QByteArray tableTarget(std::span<const QGeoCoordinate> places)
{
    QByteArray target = "/table/v1/driving/";
    for (size_t i = 0; i < places.size(); ++i) {
        Q_ASSERT(places[i].isValid());
        if (i > 0)
            target += ';';
        target += QByteArray::number(places[i].longitude(), 'f', kDecimals) + ',' +
                  QByteArray::number(places[i].latitude(), 'f', kDecimals);
    }
    return target + "?annotations=duration,distance";
}

Result<routing::TravelMatrix> decodeTable(QByteArrayView body, qsizetype places)
{
    const auto parsed = parseJson(body);
    if (!parsed)
        return parsed.error();
    if (!parsed->isObject())
        return malformed(u"the table is no object"_s);
    const QJsonObject answer = parsed->toObject();
    if (answer[u"code"_s].toString() != u"Ok")
        return answer[u"code"_s].isString() ? refused(answer) : malformed(u"the table has no code"_s);
    const auto seconds = readSquare(answer, u"durations"_s, places);
    if (!seconds)
        return seconds.error();
    const auto metres = readSquare(answer, u"distances"_s, places);
    if (!metres)
        return metres.error();
    routing::TravelMatrix matrix;
    matrix.places = static_cast<int>(places);
    matrix.legs.reserve(seconds->size());
    for (size_t i = 0; i < seconds->size(); ++i)
        matrix.legs.push_back({(*metres)[i], (*seconds)[i]});
    return matrix;
}

Error decodeTableError(int status, QByteArrayView body)
{
    Error error;
    if (const auto parsed = parseJson(body); parsed && parsed->isObject())
        error = refused(parsed->toObject());
    error.status = status;
    if (status == 429)
        error.kind = Error::Kind::RateLimited;
    else if (status == 404)
        error.kind = Error::Kind::NotFound;
    else if (status == 401)
        error.kind = Error::Kind::Unauthorised;
    else if (status == 403)
        error.kind = Error::Kind::Forbidden;
    else
        error.kind = status >= 500 ? Error::Kind::Server : Error::Kind::Rejected;
    return error;
}

} // namespace waydesk::wire::osrm
