// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/simulation/simulateddriver.h"

#include "backend/demo/demodepot.h"

#include <QJsonArray>
#include <QUrl>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr std::chrono::seconds kAtADoor{150};
constexpr double kErrand = 6'000; // metres: the farthest

} // namespace

SimulatedDriver::SimulatedDriver(LoopbackClient& client, int number, const QGeoCoordinate& start, int speed,
                                 quint64 seed)
    : m_client(client)
    , m_number(number)
    , m_speed(std::clamp(speed, 1, kFastest))
    , m_chance(seed + static_cast<quint64>(number) * 7919)
    , m_place(start)
    , m_home(start)
    , m_stay(m_chance.from(5, 90))
{
}

bool SimulatedDriver::signIn()
{
    if (!m_token.isEmpty())
        return true;
    const LoopbackReply reply = m_client.post(
        u"/auth/login"_s, {}, {{u"email"_s, u"driver%1@demo.waydesk"_s.arg(m_number)}, {u"password"_s, u"demo"_s}});
    m_token = reply.data()[u"access_token"].toString().toLatin1();
    return !m_token.isEmpty();
}

void SimulatedDriver::step(Instant now)
{
    if (!signIn())
        return;
    if (m_since == Instant{})
        m_since = now;
    if (!m_road) {
        report(now, std::nullopt, 0);
        if (now - m_since >= m_stay / m_speed)
            setOut(now);
        return;
    }
    const auto driven = std::chrono::duration<double>(now - m_since) * m_speed;
    const DemoRoad::Point point = m_road->at(driven);
    m_place = point.position;
    if (driven < m_road->time()) {
        report(now, point.heading, m_road->kmPerHour() * m_speed);
        return;
    }
    report(now, std::nullopt, 0);
    m_road.reset();
    m_since = now;
    m_stay = kAtADoor;
    arrive();
}

void SimulatedDriver::setOut(Instant now)
{
    m_trip.clear();
    m_parcels.clear();
    if (!setOutForTrip(now)) {
        const QGeoCoordinate to =
            m_home.atDistanceAndAzimuth(kErrand * (0.2 + 0.8 * m_chance.unit()), 360 * m_chance.unit());
        m_road.emplace(m_place, to, m_chance);
    }
    m_since = now;
}

// The first stop that is not done of the trip that is under way. A planned one is the dispatcher's still.
bool SimulatedDriver::setOutForTrip(Instant)
{
    const LoopbackReply list = m_client.get(u"/delivery/driver-trips?page=1&per_page=5&status=in_progress"_s, m_token);
    if (list.status == 401)
        m_token.clear();
    const QJsonArray trips = list.data()[u"trips"].toArray();
    for (const QJsonValue& row : trips) {
        const QString trip = row[u"id"].toString();
        const QJsonObject detail = m_client.get(u"/delivery/trips/"_s + trip, m_token).data();
        const QJsonArray stops = detail[u"driver_execution"][u"stop_list"].toArray();
        for (const QJsonValue& stop : stops) {
            if (stop[u"is_complete"].toBool())
                continue;
            const QGeoCoordinate place(stop[u"location"][u"latitude"].toDouble(),
                                       stop[u"location"][u"longitude"].toDouble());
            if (!place.isValid())
                continue;
            const QJsonArray parcels = stop[u"deliveries"].toArray();
            for (const QJsonValue& parcel : parcels)
                m_parcels.append(parcel[u"delivery_id"].toString());
            m_trip = trip;
            m_stopKind = stop[u"stop_type"].toString();
            m_road.emplace(m_place, place, m_chance);
            return true;
        }
    }
    return false;
}

void SimulatedDriver::arrive()
{
    for (const QString& parcel : std::as_const(m_parcels)) {
        if (m_stopKind == u"pickup") {
            act(parcel, u"picked_up"_s);
        } else {
            act(parcel, u"in_transit"_s);
            act(parcel, m_chance.outOf(15) ? u"failed"_s : u"delivered"_s);
        }
    }
    if (m_trip.isEmpty())
        return;
    const QString state = m_client.get(u"/delivery/trips/"_s + m_trip, m_token).data()[u"status"].toString();
    m_tripsDone += state == u"completed" ? 1 : 0;
}

// A parcel that is a step further already is refused, which does no harm.
void SimulatedDriver::act(const QString& parcel, const QString& action)
{
    QJsonObject body{{u"action"_s, action}, {u"latitude"_s, m_place.latitude()}, {u"longitude"_s, m_place.longitude()}};
    if (action == u"delivered")
        body.insert(u"proof"_s, QJsonObject{{u"notes"_s, u"Handed over at the door"_s}});
    m_client.post(u"/delivery/deliveries/%1/driver-action"_s.arg(parcel), m_token, body);
}

void SimulatedDriver::report(Instant now, std::optional<double> heading, double kmPerHour)
{
    constexpr double kKnot = 1.852;
    QString target = u"/track?id=%1&lat=%2&lon=%3&timestamp=%4&speed=%5&accuracy=%6"_s.arg(
        demoDevice(m_number), QString::number(m_place.latitude(), 'f', 6), QString::number(m_place.longitude(), 'f', 6),
        QString::fromLatin1(QUrl::toPercentEncoding(formatInstant(now))), QString::number(kmPerHour / kKnot, 'f', 2),
        QString::number(m_chance.from(4, 12)));
    if (heading)
        target += u"&bearing="_s + QString::number(*heading, 'f', 0);
    m_client.get(target);
}

} // namespace waydesk::backend
