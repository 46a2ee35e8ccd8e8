// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk reads phone trackers' reports as Traccar does, and names what is wrong with the others.
#include "services/wire/osmand/trackerreport.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::wire::osmand;

namespace {

const Instant kNow = *parseInstant(u"2026-03-04T10:30:00Z");

QJsonObject samples()
{
    QFile file(QStringLiteral(WAYDESK_SOURCE_DIR "/tests/wire/data/traccar_osmand_samples.json"));
    return file.open(QFile::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

Fields fieldsOf(const QString& query)
{
    QString spaced = query;
    return QUrlQuery(spaced.replace(u'+', u' ')).queryItems(QUrl::FullyDecoded);
}

Result<TrackerReport> read(const QString& query)
{
    return decodeReport(fieldsOf(query), kNow);
}

Result<TrackerReport> readJson(const QJsonObject& object)
{
    return decodeReport(QJsonDocument(object).toJson(), kNow);
}

QString faultsOf(const Result<TrackerReport>& report)
{
    QStringList names;
    if (!report) {
        for (const FieldError& fault : report.error().fields)
            names.append(fault.field);
    }
    return names.join(u' ');
}

void compare(const Result<TrackerReport>& report, const QJsonObject& wanted)
{
    QVERIFY2(report.ok(), qPrintable(faultsOf(report)));
    QCOMPARE(report->device, wanted[u"device"].toString());
    QCOMPARE(report->position.coordinate, QGeoCoordinate(wanted[u"lat"].toDouble(), wanted[u"lon"].toDouble()));
    const QString time = wanted[u"time"].toString();
    QCOMPARE(report->position.at, time == u"now" ? kNow : *parseInstant(time));
}

} // namespace

class TestOsmand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTrackersSend_data()
    {
        QTest::addColumn<QJsonObject>("sample");
        int row = 0;
        for (const QString& part : {u"query_cases"_s, u"json_post_cases"_s}) {
            for (const QJsonValue& sample : samples()[part].toArray())
                QTest::addRow("%d", row++) << sample.toObject();
        }
        QCOMPARE(row, 15);
    }
    void readsWhatTrackersSend()
    {
        QFETCH(QJsonObject, sample);
        if (sample.contains(u"body"_s))
            return compare(readJson(sample[u"body"].toObject()), sample);
        const auto report = read(sample[u"target"].toString().mid(2));
        if (sample[u"expect"].toString() == u"http-400")
            QCOMPARE(faultsOf(report), u"id"_s);
        else if (sample[u"expect"].toString() == u"accepted-no-position") // what no map can show is a fault here
            QCOMPARE(faultsOf(report), u"lat lon"_s);
        else
            compare(report, sample);
    }

    void readsUnits()
    {
        const auto report = read(u"id=1&lat=60&lon=30&speed=40&bearing=7.5&accuracy=12"_s);
        QVERIFY(report.ok());
        QCOMPARE(report->position.speed, std::optional(74.08)); // knots
        QCOMPARE(report->position.heading, std::optional(7.5));
        QCOMPARE(report->position.accuracy, std::optional(12.0));
        const auto unknown = read(u"id=1&lat=60&lon=30&speed=-1&bearing=-1&accuracy=-1"_s);
        QVERIFY(unknown.ok() && !unknown->position.speed && !unknown->position.heading && !unknown->position.accuracy);

        QJsonObject coords{{u"latitude"_s, 60}, {u"longitude"_s, 30}, {u"speed"_s, 10}, {u"heading"_s, -1}};
        const auto json = readJson({{u"device_id"_s, u"1"_s}, {u"location"_s, QJsonObject{{u"coords"_s, coords}}}});
        QVERIFY(json.ok());
        QCOMPARE(json->position.speed, std::optional(36.0)); // metres per second
        QVERIFY(!json->position.heading && !json->position.accuracy);
        QCOMPARE(json->position.at, kNow);
    }

    void tellsSecondsFromMilliseconds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("instant"); // empty: refused
        QTest::newRow("seconds") << u"1765879803"_s << u"2025-12-16T10:10:03Z"_s;
        QTest::newRow("the last second") << u"2147483646"_s << u"2038-01-19T03:14:06Z"_s;
        QTest::newRow("the first millisecond") << u"2147483647"_s << u"1970-01-25T20:31:23.647Z"_s;
        QTest::newRow("milliseconds") << u"1765879803191"_s << u"2025-12-16T10:10:03.191Z"_s;
        QTest::newRow("the last") << u"253402300799999"_s << u"9999-12-31T23:59:59.999Z"_s;
        QTest::newRow("beyond") << u"253402300800000"_s << QString();
        QTest::newRow("far beyond") << u"9223372036854775807"_s << QString();
        QTest::newRow("negative") << u"-5"_s << QString();
        QTest::newRow("an offset") << u"2025-12-16T13:10:03+03:00"_s << u"2025-12-16T10:10:03Z"_s;
        QTest::newRow("no zone") << u"2025-12-16 10:10:03"_s << u"2025-12-16T10:10:03Z"_s;
        QTest::newRow("words") << u"yesterday"_s << QString();
        QTest::newRow("no such day") << u"2025-02-30T10:10:03Z"_s << QString();
    }
    void tellsSecondsFromMilliseconds()
    {
        QFETCH(QString, text);
        QFETCH(QString, instant);
        const auto report =
            decodeReport({{u"id"_s, u"1"_s}, {u"lat"_s, u"1"_s}, {u"lon"_s, u"2"_s}, {u"timestamp"_s, text}}, kNow);
        QCOMPARE(faultsOf(report), instant.isEmpty() ? u"timestamp"_s : QString());
        if (report)
            QCOMPARE(formatInstant(report->position.at), instant);
    }

    void namesEachFault_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("faults");
        const auto row = [](const char* query, const QString& faults) {
            QTest::newRow(query) << QString::fromLatin1(query) << faults;
        };
        row("", u"id lat lon"_s);
        row("id=&lat=1&lon=2", u"id"_s);
        row("id=1&lat=x&lon=", u"lat lon"_s);
        row("id=1&location=60", u"location"_s);
        row("id=1&location=,", u"location location"_s);
        row("id=1&lat=1&lon=2&speed=fast&bearing=361&accuracy=-2", u"speed bearing accuracy"_s);
        row("id=1&lat=1&lon=2&heading=nan", u"heading"_s);
        row("id=1&lat=1&lon=2&speed=inf", u"speed"_s);
        row("id=1&lat=1&lon=2&lat=x", u"lat"_s); // the last one counts
        row("id=1&lat=91&lon=2", QString());     // read; the rule of positions refuses it
    }
    void namesEachFault()
    {
        QFETCH(QString, query);
        QFETCH(QString, faults);
        QCOMPARE(faultsOf(read(query)), faults);
    }

    void boundsWhatItReads()
    {
        QCOMPARE(faultsOf(read(u"lat=1&lon=2&deviceid="_s + QString(101, u'x'))), u"deviceid"_s);
        QCOMPARE(faultsOf(read(u"id=1&lon=2&lat="_s + QString(201, u'1'))), u"lat"_s);
        QVERIFY(!read(u"id=1&lat=nan&lon=2"_s)->position.coordinate.isValid());
    }

    void namesEachFaultInJson()
    {
        const auto faults = [](const QByteArray& json) { return faultsOf(decodeReport(json, kNow)); };
        QCOMPARE(faults("{"), u"body"_s);
        QCOMPARE(faults("{}"), u"device_id location"_s);
        QCOMPARE(faults(R"({"device_id":7,"location":{}})"), u"device_id location.coords"_s);
        QCOMPARE(faults(R"({"device_id":"7","location":{"timestamp":"x","coords":{"latitude":"1","speed":-2}}})"),
                 u"location.timestamp location.coords.latitude location.coords.longitude location.coords.speed"_s);
    }
};

QTEST_GUILESS_MAIN(TestOsmand)
#include "tst_osmand.moc"
