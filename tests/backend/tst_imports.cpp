// SPDX-License-Identifier: GPL-3.0-or-later
// The server takes a file's rows once each, says of a bad row what is wrong with it and holds up no other; and it takes
// none from whom or for where it may not.
#include "tests/backend/support/testdepot.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::backend;

namespace {

const QString kPath = u"/delivery/deliveries/import"_s;

QJsonObject row(int line, const QString& barcode, const QJsonObject& more = {})
{
    QJsonObject out{{u"line"_s, line},
                    {u"barcode"_s, barcode},
                    {u"pickup_warehouse_id"_s, kMainWarehouse},
                    {u"customer_name"_s, u"Sara"_s},
                    {u"customer_phone"_s, u"0750"_s},
                    {u"delivery_location"_s, QJsonObject{{u"full_address"_s, u"Street 5"_s}}}};
    for (auto it = more.begin(); it != more.end(); ++it)
        out[it.key()] = it.value();
    return out;
}

QJsonObject batch(const QString& import, const QJsonArray& rows)
{
    return {{u"import_id"_s, import}, {u"rows"_s, rows}};
}

} // namespace

class TestImports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesEachRowOnce()
    {
        TestDepot d;
        const QJsonObject body = batch(u"i1"_s, {row(2, u"A"_s), row(3, u"B"_s)});
        const Reply first = d.post(kPath, body);
        QCOMPARE(first.status, 200);
        QCOMPARE(first.data()[u"created"].toArray().size(), 2);
        QCOMPARE(first.data()[u"refused"].toArray().size(), 0);
        const Reply again = d.post(kPath, body); // its answer was lost
        QCOMPARE(again.data()[u"created"].toArray(), first.data()[u"created"].toArray());
        QCOMPARE(d.text("SELECT count(*) FROM delivery WHERE barcode IN ('A','B')"), u"2"_s);
        QCOMPARE(d.text("SELECT count(*) FROM customer WHERE full_name = 'Sara'"), u"1"_s); // one, for both rows
        QCOMPARE(d.text("SELECT count(*) FROM change WHERE entity = 'delivery'"), u"2"_s);
        // The same line of another file is another row, and its barcode is taken.
        const Reply other = d.post(kPath, batch(u"i2"_s, {row(2, u"A"_s), row(3, u"C"_s)}));
        QCOMPARE(other.data()[u"created"].toArray().size(), 1);
        QCOMPARE(other.data()[u"refused"][0][u"line"].toInt(), 2);
        QCOMPARE(other.data()[u"refused"][0][u"code"].toString(), u"delivery_barcode_already_used"_s);
    }

    void holdsUpNoOtherRow()
    {
        TestDepot d;
        const QJsonObject half{{u"full_address"_s, u"x"_s}, {u"latitude"_s, 36.1}};
        const Reply reply =
            d.post(kPath, batch(u"i"_s, {row(2, u"A"_s, {{u"delivery_location"_s, QJsonObject()}}),
                                         row(3, u"B"_s, {{u"cod_amount"_s, -1}}),
                                         row(4, u"C"_s, {{u"delivery_location"_s, half}}),
                                         row(5, u"D"_s, {{u"pickup_warehouse_id"_s, u"warehouse-south"_s}}),
                                         row(6, u"E"_s, {{u"external_reference_id"_s, u"R"_s}}),
                                         row(7, u"F"_s, {{u"external_reference_id"_s, u"R"_s}}), row(8, u"G"_s)}));
        QCOMPARE(reply.status, 200);
        const QJsonArray refused = reply.data()[u"refused"].toArray();
        QStringList said;
        for (const QJsonValue& each : refused)
            said << u"%1 %2"_s.arg(each[u"line"].toInt())
                        .arg(each[u"code"].toString().isEmpty() || each[u"details"].toArray().size() > 0
                                 ? each[u"details"][0][u"field"].toString()
                                 : each[u"code"].toString());
        QCOMPARE(said, (QStringList{u"2 delivery_location.full_address"_s, u"3 cod_amount"_s,
                                    u"4 delivery_location.longitude"_s, u"5 pickup_warehouse_id"_s,
                                    u"7 delivery_reference_already_used"_s}));
        QCOMPARE(reply.data()[u"created"].toArray().size(), 2);
        QCOMPARE(d.text("SELECT count(*) FROM import_row"), u"2"_s);
    }

    void refusesWhatIsNoBatch()
    {
        TestDepot d;
        QJsonArray many;
        for (int n = 1; n <= 501; ++n)
            many.append(row(n, QString::number(n)));
        const auto field = [&](const QJsonObject& body) {
            const Reply reply = d.post(kPath, body);
            return reply.status == 400 ? reply.json()[u"details"][0][u"field"].toString() : QString();
        };
        QCOMPARE(field(batch({}, {row(1, u"A"_s)})), u"import_id"_s);
        QCOMPARE(field(batch(u"i"_s, {})), u"rows"_s);
        QCOMPARE(field(batch(u"i"_s, many)), u"rows"_s);
        QCOMPARE(field(batch(u"i"_s, {row(0, u"A"_s)})), u"rows.0.line"_s);
        QCOMPARE(field(batch(u"i"_s, {row(1, u"A"_s), row(1, u"B"_s)})), u"rows.1.line"_s);
        QCOMPARE(field(batch(u"i"_s, {QJsonValue(7)})), u"rows.0.line"_s);
        QCOMPARE(d.text("SELECT count(*) FROM import_row"), u"0"_s);
    }

    void takesNothingFromADriver()
    {
        TestDepot d;
        QCOMPARE(d.post(kPath, batch(u"i"_s, {row(1, u"A"_s)}), kDriverMail).status, 403);
        QCOMPARE(d.text("SELECT count(*) FROM delivery WHERE barcode = 'A'"), u"0"_s);
    }
};

QTEST_GUILESS_MAIN(TestImports)
#include "tst_imports.moc"
