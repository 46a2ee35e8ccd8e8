// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk asks for new and changed parcels in words that its server reads as they were meant, and tells to clear from
// to keep.
#include "services/wire/ondi/ondirequests.h"
#include "services/wire/ondi/requests.h"
#include "tests/support/sampleedits.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::wire;

class TestOndiParcels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAsItWasMeant()
    {
        const ParcelEdit asked = sampleEdit();
        const auto create = ondidesk::encodeCommand(CreateDelivery{{u"local:1"_s}, asked});
        QVERIFY(create);
        QCOMPARE(create->method, QByteArray("POST"));
        QCOMPARE(create->target, QByteArray("/delivery/deliveries"));
        const auto made = ondi::decodeNewDelivery(create->body);
        QVERIFY2(made.ok(), create->body);
        QCOMPARE(made->pickupWarehouse->value, (*asked.pickupWarehouse)->id.value);
        QCOMPARE(made->dropoff.fullAddress, asked.dropoff->fullAddress);
        QCOMPARE(made->customerName, u"Dilan Aziz"_s);
        QCOMPARE(made->cod, 15000);
        QVERIFY(made->unitSize == *asked.unitSize && made->window == *asked.window);
        QCOMPARE(made->notes, *asked.notes);

        const auto change = ondidesk::encodeCommand(UpdateDelivery{{u"d/1"_s}, asked});
        QCOMPARE(change->method, QByteArray("PATCH"));
        QCOMPARE(change->target, QByteArray("/delivery/deliveries/d%2F1"));
        auto read = ondi::decodeChangedDelivery(change->body);
        QVERIFY2(read.ok(), change->body);
        ParcelEdit named = asked; // a warehouse is told by its id alone
        named.pickupWarehouse = std::optional(WarehouseRef{(*asked.pickupWarehouse)->id, {}, {}});
        QVERIFY(read->edit == named);
        QVERIFY(!read->fee && !read->feePayer);
    }

    void tellsToClearFromToKeep()
    {
        const auto nothing = ondidesk::encodeCommand(UpdateDelivery{{u"d"_s}, {}});
        QCOMPARE(nothing->body, QByteArray("{}"));
        QVERIFY(isNothing(ondi::decodeChangedDelivery("{}")->edit));
        const auto cleared = ondidesk::encodeCommand(UpdateDelivery{{u"d"_s}, clearedEdit()});
        const auto read = ondi::decodeChangedDelivery(cleared->body);
        QVERIFY2(read.ok() && read->edit == clearedEdit(), cleared->body);
        CustomerRef known{{u"c1"_s}, u"Ahmed"_s, u"0750"_s, {}};
        ParcelEdit edit;
        edit.customer = std::optional(known);
        QCOMPARE(ondidesk::encodeCommand(UpdateDelivery{{u"d"_s}, edit})->body, QByteArray(R"({"customer_id":"c1"})"));
    }

    void sendsNoNameThatOnlyThisDeskKnows()
    {
        QVERIFY(!ondidesk::encodeCommand(UpdateDelivery{{u"local:1"_s}, sampleEdit()}));
    }
};

QTEST_GUILESS_MAIN(TestOndiParcels)
#include "tst_ondi_parcels.moc"
