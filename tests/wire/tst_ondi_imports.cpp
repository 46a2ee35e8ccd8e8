// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk says a file's rows as its server reads them, and tells of each refusal which column it is about.
#include "services/wire/ondi/ondiimports.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::wire::ondidesk;

class OndiImportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysRows()
    {
        csv::ParcelDraft full;
        full.reference = u"A-1"_s;
        full.barcode = u"B"_s;
        full.customerName = u"Sara"_s;
        full.customerPhone = u"0750"_s;
        full.address = u"Street 5"_s;
        full.city = u"Erbil"_s;
        full.position = {36.25, 44.5};
        full.cod = 12000;
        full.paymentMethod = u"cod"_s;
        full.size = Quantity{2500};
        full.notes = u"call"_s;
        csv::ParcelDraft bare;
        bare.address = u"Street 6"_s;
        bare.paymentMethod = u"cash"_s;
        const Request request = importRows(u"i"_s, {u"w"_s}, {{2, full}, {3, bare}});
        QCOMPARE(request.target, QByteArray("/delivery/deliveries/import"));
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        QCOMPARE(body[u"import_id"].toString(), u"i"_s);
        const QByteArray first =
            R"({"line":2,"pickup_warehouse_id":"w","delivery_location":{"full_address":"Street 5","city":"Erbil",
            "latitude":36.25,"longitude":44.5},"cod_amount":12000,"payment_method":"cod","unit_size":"2.5",
            "external_reference_id":"A-1","barcode":"B","customer_name":"Sara","customer_phone":"0750","notes":"call"})";
        const QByteArray second =
            R"({"line":3,"pickup_warehouse_id":"w","delivery_location":{"full_address":"Street 6"},"cod_amount":0,
            "payment_method":"cash","unit_size":"1"})";
        QCOMPARE(body[u"rows"][0].toObject(), QJsonDocument::fromJson(first).object());
        QCOMPARE(body[u"rows"][1].toObject(), QJsonDocument::fromJson(second).object());
    }

    void readsTheAnswer()
    {
        const auto answer = decodeImport(R"({"success":true,"message":"","data":{
            "created":[{"line":2,"id":"d","delivery_code":"1002"}],
            "refused":[{"line":3,"code":"","message":"bad","details":[{"field":"delivery_location.full_address",
            "message":"missing"},{"field":"cod_amount","message":"negative"}]},
            {"line":4,"code":"delivery_barcode_already_used","message":"taken","details":[]}]}})");
        QVERIFY(answer.ok());
        QCOMPARE(answer->created, (QList<wire::ImportAnswer::Created>{{2, {u"d"_s}, u"1002"_s}}));
        QCOMPARE(answer->refused.size(), 2);
        QCOMPARE(answer->refused[0].faults,
                 (QList<csv::CellFault>{{csv::ImportField::Address, u"refused"_s, u"missing"_s},
                                        {csv::ImportField::Cod, u"refused"_s, u"negative"_s}}));
        QCOMPARE(answer->refused[1].faults,
                 (QList<csv::CellFault>{{csv::ImportField::Barcode, u"delivery_barcode_already_used"_s, u"taken"_s}}));
    }

    void believesNoHalfAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no line") << QByteArray(R"({"success":true,"data":{"created":[{"id":"d"}],"refused":[]}})");
        QTest::newRow("no id") << QByteArray(R"({"success":true,"data":{"created":[{"line":2}],"refused":[]}})");
        QTest::newRow("a refusal of no line") << QByteArray(R"({"success":true,"data":{"refused":[{"code":"x"}]}})");
        QTest::newRow("no data") << QByteArray(R"({"success":true})");
        QTest::newRow("no JSON") << QByteArray("<html>");
    }
    void believesNoHalfAnswer()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!decodeImport(body));
    }
};

QTEST_GUILESS_MAIN(OndiImportsTest)
#include "tst_ondi_imports.moc"
