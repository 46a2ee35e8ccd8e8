// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's desk survives answers that are not quite what the contract says, and says so: absent, null and empty stay
// three things, numbers and texts are read either way, unknown words stay as they came and are counted.
#include "services/wire/ondi/ondidecode.h"
#include "services/wire/ondi/ondivalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace waydesk;
using namespace waydesk::wire;
using namespace waydesk::wire::ondidesk;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject waybill()
{
    return {{u"id"_s, u"w1"_s},
            {u"waybill_number"_s, u"WB00001"_s},
            {u"status"_s, u"sealed"_s},
            {u"carrier_type"_s, u"internal"_s},
            {u"driver_id"_s, u"d1"_s},
            {u"driver"_s, QJsonObject{{u"id"_s, u"d1"_s}, {u"status"_s, u"active"_s}}},
            {u"notes"_s, u"n"_s},
            {u"external_carrier_ref"_s, QJsonValue::Null},
            {u"created_at"_s, u"2026-04-07T12:00:00Z"_s}};
}

QByteArray answer(const QJsonObject& data)
{
    return QJsonDocument(QJsonObject{{u"success"_s, true}, {u"message"_s, u"m"_s}, {u"data"_s, data}}).toJson();
}

Delivery delivery(const QString& key, const QJsonValue& value, Drift& drift)
{
    return deliveryFrom({{u"id"_s, u"p1"_s}, {u"status"_s, u"pending"_s}, {key, value}}, drift);
}

} // namespace

class TestOndiMutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAbsentFromNullFromEmpty()
    {
        Drift drift;
        QJsonObject object = waybill();
        QVERIFY(!waybillFrom(object, drift).value.externalCarrierRef);
        object[u"external_carrier_ref"] = u""_s;
        QCOMPARE(waybillFrom(object, drift).value.externalCarrierRef, QString(u""_s));
        object.remove(u"external_carrier_ref");
        const SeenWaybill seen = waybillFrom(object, drift);
        QVERIFY(!seen.value.externalCarrierRef && !seen.raw.contains(u"external_carrier_ref"_s));
        QCOMPARE(drift.count, 0);
    }

    void laysAPartialAnswerOverWhatWasKnown()
    {
        const QJsonObject known = waybill();
        const QJsonObject after = overlaid(known, {{u"id"_s, u"w1"_s}, {u"status"_s, u"picked_up"_s}});
        QCOMPARE(after[u"status"], u"picked_up"_s);
        QCOMPARE(after[u"notes"], u"n"_s);                                             // absent keeps
        QCOMPARE(after[u"driver"][u"status"], u"active"_s);                            // and so does what still agrees
        QVERIFY(overlaid(known, {{u"notes"_s, QJsonValue::Null}})[u"notes"].isNull()); // null clears
        QVERIFY(!overlaid(known, {{u"driver_id"_s, u"d2"_s}}).contains(u"driver"_s));  // a stale name would lie
        QVERIFY(!overlaid(known, {{u"driver_id"_s, QJsonValue::Null}}).contains(u"driver"_s));
        const QJsonObject place{{u"latitude"_s, 36.2}, {u"longitude"_s, 44.0}, {u"full_address"_s, u"Street 7"_s}};
        const auto laid = [&](const QJsonObject& told) -> QJsonValue { // no reference into what goes away
            return overlaid({{u"delivery_location"_s, place}}, {{u"delivery_location"_s, told}})[u"delivery_location"];
        };
        QCOMPARE(laid({{u"latitude"_s, 36.2}, {u"longitude"_s, 44.0}}), QJsonValue(place)); // the address stays
        const QJsonObject elsewhere{{u"latitude"_s, 36.3}, {u"longitude"_s, 44.0}};
        QCOMPARE(laid(elsewhere), QJsonValue(elsewhere)); // that address would lie
        QCOMPARE(laid({{u"full_address"_s, u"Street 8"_s}}),
                 QJsonValue(QJsonObject{{u"full_address"_s, u"Street 8"_s}}));
    }

    void readsNumbersAndTextsEitherWay_data()
    {
        QTest::addColumn<QJsonValue>("size");
        QTest::addColumn<qint64>("thousandths");
        QTest::addColumn<int>("drift");
        QTest::newRow("number") << QJsonValue(2) << qint64{2000} << 0;
        QTest::newRow("fraction") << QJsonValue(2.5) << qint64{2500} << 0;
        QTest::newRow("text") << QJsonValue(u"2.5"_s) << qint64{2500} << 0;
        QTest::newRow("absent") << QJsonValue(QJsonValue::Null) << qint64{1000} << 0;
        QTest::newRow("word") << QJsonValue(u"big"_s) << qint64{1000} << 1;
        QTest::newRow("list") << QJsonValue(QJsonArray{2}) << qint64{1000} << 1;
        QTest::newRow("too large") << QJsonValue(1e300) << qint64{1000} << 1;
    }
    void readsNumbersAndTextsEitherWay()
    {
        QFETCH(QJsonValue, size);
        Drift drift;
        const Delivery d = delivery(u"unit_size"_s, size, drift);
        QTEST(d.unitSize.thousandths, "thousandths");
        QTEST(drift.count, "drift");
    }

    void keepsCodesVerbatim()
    {
        Drift drift;
        QCOMPARE(delivery(u"delivery_code"_s, 1533, drift).code, u"1533"_s);
        QCOMPARE(delivery(u"delivery_code"_s, u"001533"_s, drift).code, u"001533"_s);
        QCOMPARE(delivery(u"delivery_code"_s, u"DEL-001"_s, drift).code, u"DEL-001"_s);
        QCOMPARE(delivery(u"cod_amount"_s, u"15000"_s, drift).cod.minor, 15000);
        QCOMPARE(delivery(u"cod_amount"_s, 9007199254740993LL, drift).cod.minor, 9007199254740993LL);
        QCOMPARE(drift.count, 0);
        QCOMPARE(delivery(u"cod_amount"_s, 150.5, drift).cod.minor, 0); // half a dinar is no amount
        QCOMPARE(drift.count, 1);
    }

    void keepsAnUnknownWordAndCountsIt()
    {
        QJsonObject object = waybill();
        object[u"status"] = u"teleported"_s;
        const auto seen = decodeWaybill(answer(object));
        QVERIFY(seen);
        QVERIFY(!seen->waybill.value.state.known);
        QCOMPARE(seen->waybill.value.state.text, u"teleported"_s);
        QCOMPARE(seen->drift.count, 1);
        QVERIFY(!seen->drift.notes.first().contains(u"teleported"_s));
    }

    void keepsAFieldThatNobodyKnows()
    {
        QJsonObject object = waybill();
        object[u"colour"] = QJsonObject{{u"r"_s, 1}};
        const auto seen = decodeWaybill(answer(object));
        QVERIFY(seen);
        QCOMPARE(seen->waybill.raw[u"colour"], object[u"colour"]);
        QCOMPARE(seen->drift.count, 0);
    }

    void readsTimesInEveryForm()
    {
        Drift drift;
        const Instant want = *parseInstant(u"2026-05-22T12:33:54.61787Z");
        for (const QString& text : {u"2026-05-22T12:33:54.61787+00:00"_s, u"2026-05-22T15:33:54.617870+03:00"_s})
            QCOMPARE(delivery(u"created_at"_s, text, drift).createdAt, want);
        QCOMPARE(drift.count, 0);
        delivery(u"created_at"_s, u"yesterday"_s, drift);
        QCOMPARE(drift.count, 1);
    }

    void refusesWhatIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<html>sign in to the wifi</html>");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("not success") << QByteArray(R"({"success":false,"data":{"id":"w1"}})");
        QTest::newRow("no data") << QByteArray(R"({"success":true})");
        QTest::newRow("no id") << QByteArray(R"({"success":true,"data":{"status":"sealed"}})");
        QTest::newRow("cut") << QByteArray(R"({"success":true,"data":{"id":"w1")");
        QTest::newRow("bad utf-8") << QByteArray("{\"success\":true,\"data\":{\"id\":\"\xff\"}}");
    }
    void refusesWhatIsNoAnswer()
    {
        QFETCH(QByteArray, body);
        const auto seen = decodeWaybill(body);
        QVERIFY(!seen);
        QCOMPARE(seen.error().kind, Error::Kind::Malformed);
    }

    void doesNotTakeAPortalsWordForTheServers()
    {
        QCOMPARE(decodeError(404, "<html>nothing here</html>").kind, Error::Kind::Malformed);
        QCOMPARE(decodeError(409, "").kind, Error::Kind::Malformed);
        QCOMPARE(decodeError(404, R"({"success":false,"message":"Waybill not found"})").kind, Error::Kind::NotFound);
        QCOMPARE(decodeError(503, "<html>").kind, Error::Kind::Server);
        QCOMPARE(decodeError(302, "").kind, Error::Kind::Malformed);
    }

    void leavesOutARowWithoutAnIdAndGoesOn()
    {
        const auto page =
            decodeWaybillPage(R"({"success":true,"data":[{"status":"sealed"},{"id":"w2","status":"sealed"}],
                                                "total":2,"page":1,"limit":20})");
        QVERIFY(page);
        QCOMPARE(page->rows.size(), 1);
        QCOMPARE(page->rows.first().value.id.value, u"w2"_s);
        QCOMPARE(page->drift.count, 1);
    }
};

QTEST_APPLESS_MAIN(TestOndiMutations)
#include "tst_ondi_mutations.moc"
