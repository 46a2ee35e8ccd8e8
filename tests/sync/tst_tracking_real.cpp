// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's desk follows a real vehicle: its trace, once as a phone tracker's OsmAnd stream and once out of an NMEA
// log, goes through the public call of the real server, and its driver is seen at each place at its time. What cannot
// be is refused and moves nobody. The trace's times are moved so that it ends now.
#include "services/facade/driverservice.h"
#include "services/store/reader.h"
#include "services/sync/liveengine.h"
#include "tests/sync/support/realserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNmeaPositionInfoSource>
#include <QTest>
#include <QUrlQuery>
#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace waydesk;
using namespace waydesk::test;

namespace {

constexpr int kPatienceMs = 30'000; // ends a hang, measures nothing

struct TracePoint
{
    QGeoCoordinate place;
    double speed = 0, course = 0; // km/h, degrees
    Instant at{};
};

QList<TracePoint> traceEndingAt(Instant end)
{
    QFile file(QStringLiteral(WAYDESK_SOURCE_DIR "/tests/backend/data/trace_vehicle_nagpur.json"));
    if (!file.open(QFile::ReadOnly))
        return {};
    QList<TracePoint> points;
    for (const QJsonValue& row : QJsonDocument::fromJson(file.readAll())[u"points"].toArray()) {
        const auto at = parseInstant(row[4].toString());
        points.append(
            {{row[0].toDouble(), row[1].toDouble()}, row[2].toDouble(), row[3].toDouble(), at.value_or(Instant{})});
    }
    const auto shift = end - points.last().at;
    for (TracePoint& point : points)
        point.at += shift;
    return points;
}

// "ddmm.mmmmmm": degrees and minutes as NMEA has them.
QString angle(double degrees, int width)
{
    const double whole = std::floor(std::abs(degrees));
    return u"%1%2"_s.arg(static_cast<int>(whole), width, 10, QChar(u'0'))
        .arg((std::abs(degrees) - whole) * 60, 9, 'f', 6, QChar(u'0'));
}

QByteArray rmc(const TracePoint& point)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::milliseconds>(point.at.time_since_epoch()).count(), Qt::UTC);
    const QByteArray body = u"GPRMC,%1,A,%2,%3,%4,%5,%6,%7,%8,,,A"_s
                                .arg(at.toString(u"HHmmss.zzz"_s), angle(point.place.latitude(), 2),
                                     point.place.latitude() < 0 ? u"S"_s : u"N"_s, angle(point.place.longitude(), 3),
                                     point.place.longitude() < 0 ? u"W"_s : u"E"_s)
                                .arg(point.speed / 1.852, 0, 'f', 4)
                                .arg(point.course, 0, 'f', 1)
                                .arg(at.toString(u"ddMMyy"_s))
                                .toLatin1();
    char sum = 0;
    for (const char byte : body)
        sum = static_cast<char>(sum ^ byte);
    return '$' + body + '*' + QByteArray(1, sum).toHex().toUpper() + "\r\n";
}

// A receiver's line: says what it is fed.
class Receiver : public QIODevice
{
public:
    Receiver() { open(QIODevice::ReadOnly); }
    void say(const QByteArray& bytes)
    {
        m_waiting += bytes;
        Q_EMIT readyRead();
    }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_waiting.size() + QIODevice::bytesAvailable(); }
    bool canReadLine() const override { return m_waiting.contains('\n') || QIODevice::canReadLine(); }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qsizetype n = std::min<qsizetype>(most, m_waiting.size());
        std::copy_n(m_waiting.constData(), n, data);
        m_waiting.remove(0, n);
        return n;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_waiting;
};

QList<TracePoint> readBack(const QByteArray& log)
{
    Receiver device;
    QNmeaPositionInfoSource source(QNmeaPositionInfoSource::RealTimeMode);
    source.setDevice(&device);
    QList<TracePoint> points;
    QObject::connect(&source, &QGeoPositionInfoSource::positionUpdated, &source, [&](const QGeoPositionInfo& info) {
        TracePoint point;
        point.place = QGeoCoordinate(info.coordinate().latitude(), info.coordinate().longitude());
        point.speed = info.attribute(QGeoPositionInfo::GroundSpeed) * 3.6;
        point.course = info.attribute(QGeoPositionInfo::Direction);
        point.at = Instant{std::chrono::milliseconds{info.timestamp().toMSecsSinceEpoch()}};
        points.append(point);
    });
    source.startUpdates();
    device.say(log);
    // A device without an end of its own: the last epoch is closed by the next one.
    (void)QTest::qWaitFor([&] { return points.size() >= log.count('\n') - 1; }, kPatienceMs);
    return points;
}

} // namespace

class TestTrackingReal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_server.start());
        sync::EngineOptions options;
        options.folder = m_folder.path();
        m_engine = std::make_unique<sync::LiveEngine>(options);
        QVERIFY(m_engine->open().ok());
        auto reader = store::Reader::open(m_folder.path());
        QVERIFY(reader.ok());
        m_reader = std::move(reader).value();
        m_drivers = std::make_unique<facade::DriverService>(*m_reader, *m_engine);
        m_drivers->watch(true);
        m_engine->connectTo(m_server.url());
        m_engine->signIn(u"dispatcher@demo.waydesk"_s, u"demo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_drivers->rows().size() >= 40 && known() >= 40, kPatienceMs);
    }

    void followsARealVehicle_data()
    {
        QTest::addColumn<bool>("nmea");
        QTest::newRow("as a tracker's stream") << false;
        QTest::newRow("out of an NMEA log") << true;
    }
    void followsARealVehicle()
    {
        QFETCH(bool, nmea);
        const Instant end = std::chrono::floor<std::chrono::seconds>(SystemClock().now());
        QList<TracePoint> points = traceEndingAt(end);
        QCOMPARE(points.size(), 57);
        if (nmea) {
            QByteArray log;
            for (const TracePoint& point : points)
                log += rmc(point);
            const QList<TracePoint> read = readBack(log + "$GPRMC,,V,,,,,,,,,,N*53\r\n");
            QCOMPARE(read.size(), points.size());
            for (qsizetype i = 0; i < read.size(); ++i) {
                QVERIFY(read[i].place.distanceTo(points[i].place) < 0.2);
                QVERIFY(read[i].at == std::chrono::floor<std::chrono::milliseconds>(points[i].at));
                QVERIFY(std::abs(read[i].speed - points[i].speed) < 0.01);
            }
            points = read;
        }
        // A driver whose last position is too old to measure the trace's first by.
        const QString device = freeDevice(points.first().at);
        QVERIFY(!device.isEmpty());
        const DriverId driver = driverOf(device);
        for (qsizetype i = 0; i < points.size(); ++i) {
            QCOMPARE(track(device, points[i]), u"accepted"_s);
            if (i % 8 == 0) // the desk looks twice a second: not for each of them
                QTRY_VERIFY2_WITH_TIMEOUT(isAt(driver, points[i]), qPrintable(formatInstant(points[i].at)),
                                          kPatienceMs);
        }

        // The day's track, as the playback asks for it.
        QList<Position> rows;
        const auto heard = connect(m_drivers.get(), &facade::DriverService::trackTold, this,
                                   [&](quint64, const QList<Position>& told, bool) { rows = told; });
        m_drivers->askTrack(driver, points.first().at, points.last().at + 1s);
        QTRY_COMPARE_WITH_TIMEOUT(rows.size(), points.size(), kPatienceMs);
        disconnect(heard);
        for (qsizetype i = 0; i < rows.size(); ++i)
            QVERIFY(rows[i].at == points[i].at && rows[i].coordinate.distanceTo(points[i].place) < 0.01);

        // What cannot be moves nobody, and is counted.
        TracePoint bad = points.last();
        const qint64 before = refused(driver);
        QCOMPARE(track(device, bad), u"duplicate"_s);
        QCOMPARE(track(device, points[20]), u"out_of_order"_s);
        bad.at += 1s;
        bad.place = QGeoCoordinate(28.61, 77.20); // Delhi, a second later
        QCOMPARE(track(device, bad), u"jump"_s);
        bad.place = QGeoCoordinate(0, 0);
        QCOMPARE(track(device, bad), u"no_fix"_s);
        QCOMPARE(refused(driver), before + 4);
        QVERIFY(isAt(driver, points.last()));
    }

    void cleanupTestCase()
    {
        m_drivers.reset();
        m_reader.reset();
        m_engine.reset();
    }

private:
    qint64 known() const
    {
        const auto& rows = m_drivers->rows();
        return std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.position.has_value(); });
    }
    bool isAt(const DriverId& driver, const TracePoint& point) const
    {
        const auto row = m_drivers->find(driver);
        return row && row->position && row->position->at == point.at &&
               row->position->coordinate.distanceTo(point.place) < 0.01 &&
               std::abs(row->position->speed.value_or(-1) - point.speed) < 0.01 &&
               std::abs(row->position->heading.value_or(-1) - point.course) < 0.06;
    }
    QString freeDevice(Instant first)
    {
        return m_server
            .cell(u"SELECT d.device_id FROM device d JOIN driver_last_position p ON p.driver_id = d.driver_id "
                  "WHERE p.at < ? ORDER BY p.at LIMIT 1"_s,
                  {qint64{(first - 2h).time_since_epoch().count()}})
            .toString();
    }
    DriverId driverOf(const QString& device)
    {
        return {m_server.cell(u"SELECT driver_id FROM device WHERE device_id = ?"_s, {device}).toString()};
    }
    qint64 refused(const DriverId& driver)
    {
        return m_server
            .cell(u"SELECT coalesce(sum(count), 0) FROM refused_position WHERE driver_id = ?"_s, {driver.value})
            .toLongLong();
    }
    // "accepted", or why not.
    QString track(const QString& device, const TracePoint& point)
    {
        QUrl url = m_server.url();
        url.setPath(u"/track"_s);
        QUrlQuery query;
        const auto add = [&](const QString& name, const QString& value) { query.addQueryItem(name, value); };
        add(u"id"_s, device);
        add(u"lat"_s, QString::number(point.place.latitude(), 'f', 8));
        add(u"lon"_s, QString::number(point.place.longitude(), 'f', 8));
        add(u"timestamp"_s, formatInstant(point.at));
        add(u"speed"_s, QString::number(point.speed / 1.852, 'f', 6)); // knots
        add(u"bearing"_s, QString::number(point.course, 'f', 3));
        url.setQuery(query);
        QNetworkReply* reply = m_network.get(QNetworkRequest(url));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, kPatienceMs))
            return u"no answer"_s;
        const QJsonDocument json = QJsonDocument::fromJson(reply->readAll());
        reply->deleteLater();
        return json[u"accepted"].toBool() ? u"accepted"_s : json[u"reason"].toString();
    }

    RealServer m_server;
    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;
    std::unique_ptr<sync::LiveEngine> m_engine;
    std::unique_ptr<store::Reader> m_reader;
    std::unique_ptr<facade::DriverService> m_drivers;
};

QTEST_GUILESS_MAIN(TestTrackingReal)
#include "tst_tracking_real.moc"
