// SPDX-License-Identifier: GPL-3.0-or-later
// The server keeps when a parcel's consignee is there, tells it in its own calls only, and says which field is wrong.
#include "tests/backend/support/testdepot.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::backend;

namespace {

const QString kOpens = u"window_opens_at"_s, kCloses = u"window_closes_at"_s;

QJsonObject parcel(const QJsonObject& more)
{
    QJsonObject out{{u"pickup_warehouse_id"_s, kMainWarehouse}, {u"delivery_location"_s, TestDepot::place()}};
    for (auto it = more.begin(); it != more.end(); ++it)
        out[it.key()] = it.value();
    return out;
}

QJsonObject window(const QString& opens, const QString& closes)
{
    return {{kOpens, opens}, {kCloses, closes}};
}

QString told(const QJsonObject& row)
{
    return row[kOpens].toString() + u' ' + row[kCloses].toString();
}

} // namespace

class TestVisitWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheWindowInItsOwnCalls()
    {
        TestDepot d;
        const Reply made = d.post(u"/delivery/deliveries"_s,
                                  parcel(window(u"2026-04-07T12:00:00+03:00"_s, u"2026-04-07T14:30:00+03:00"_s)));
        QCOMPARE(made.status, 201);
        const QString wanted = u"2026-04-07T09:00:00Z 2026-04-07T11:30:00Z"_s;
        QCOMPARE(told(made.data()), wanted);
        const QString id = made.data()[u"id"].toString();
        QCOMPARE(told(d.get(u"/delivery/deliveries/"_s + id).data()), wanted);
        QCOMPARE(told(d.get(u"/delivery/deliveries"_s).json()[u"data"][0].toObject()), wanted);
        const QJsonObject without = d.get(u"/delivery/deliveries/"_s + d.delivery()).data();
        QVERIFY(without.contains(kOpens) && without[kOpens].isNull() && without[kCloses].isNull());

        const QString waybill = d.waybill({id});
        QVERIFY(!d.get(u"/delivery/waybills/"_s + waybill).body.contains("window_"));
        const QString trip = d.trip({d.delivery(window(u"2026-04-07T09:00:00Z"_s, u"2026-04-07T10:00:00Z"_s))});
        QVERIFY(!d.get(u"/delivery/trips/"_s + trip).body.contains("window_"));
    }

    void refusesHalfAWindow_data()
    {
        QTest::addColumn<QJsonObject>("more");
        QTest::addColumn<QString>("field");
        const QString noon = u"2026-04-07T12:00:00Z"_s;
        QTest::newRow("no end") << QJsonObject{{kOpens, noon}} << kCloses;
        QTest::newRow("no beginning") << QJsonObject{{kOpens, QJsonValue()}, {kCloses, noon}} << kOpens;
        QTest::newRow("backwards") << window(noon, u"2026-04-07T11:00:00Z"_s) << kCloses;
        QTest::newRow("a moment") << window(noon, noon) << kCloses;
        QTest::newRow("no time") << window(u"noon"_s, noon) << kOpens;
        QTest::newRow("a number") << QJsonObject{{kOpens, noon}, {kCloses, 5}} << kCloses;
    }

    void refusesHalfAWindow()
    {
        QFETCH(QJsonObject, more);
        QFETCH(QString, field);
        TestDepot d;
        const Reply reply = d.post(u"/delivery/deliveries"_s, parcel(more));
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.json()[u"details"].toArray().size(), 1);
        QCOMPARE(reply.json()[u"details"][0][u"field"].toString(), field);
    }

    void takesWindowsFromAFile()
    {
        TestDepot d;
        QJsonObject good = parcel(window(u"2026-04-07T09:00:00Z"_s, u"2026-04-07T10:00:00Z"_s));
        good[u"line"] = 2;
        QJsonObject bad = parcel({{kCloses, u"2026-04-07T10:00:00Z"_s}});
        bad[u"line"] = 3;
        const Reply reply =
            d.post(u"/delivery/deliveries/import"_s, {{u"import_id"_s, u"i"_s}, {u"rows"_s, QJsonArray{good, bad}}});
        const QString id = reply.data()[u"created"][0][u"id"].toString();
        QCOMPARE(told(d.get(u"/delivery/deliveries/"_s + id).data()), u"2026-04-07T09:00:00Z 2026-04-07T10:00:00Z"_s);
        QCOMPARE(reply.data()[u"refused"][0][u"details"][0][u"field"].toString(), kOpens);
    }
};

QTEST_GUILESS_MAIN(TestVisitWindows)
#include "tst_visitwindows.moc"
