// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk orders the parcels of an older file as those that are told anew.
#include "services/store/schema.h"
#include "services/store/store.h"
#include "tests/support/sample.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;

class TestDeliveryKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsKeysInAnOlderFile()
    {
        QTemporaryDir folder;
        const auto keys = [](store::Store& store) {
            QStringList all;
            store::Rows rows = store.cache().run("SELECT customer_key, destination_key, waybill_key, trip_key FROM "
                                                 "delivery ORDER BY rowid");
            while (rows.next())
                all << rows.text(0) + u'|' + rows.text(1) + u'|' + rows.text(2) + u'|' + rows.text(3);
            return all;
        };
        QStringList before;
        {
            auto store = store::Store::open(folder.path());
            QVERIFY(store.ok());
            Trip trip;
            trip.id = TripId{u"tr-1"_s};
            trip.number = u"TRIP-00007"_s;
            QVERIFY((*store)->trips().upsert(trip, u"{}"_s, {}).ok());
            QVERIFY((*store)->waybills().upsert(test::sampleWaybill(1), u"{}"_s, {}).ok());
            QVERIFY((*store)->lookups().put(CustomerRef{{u"cu-2"_s}, u"Żaneta"_s, {}, {}}, {}).ok());
            for (int n = 1; n <= 6; ++n) {
                Delivery d = test::sampleDelivery(n);
                d.customer = CustomerRef{{u"cu-%1"_s.arg(n)}, n % 2 ? u"José Núñez"_s : u"شیرین ڕەشید"_s, {}, {}};
                if (n == 3)
                    d.customer.reset();
                if (n == 4)
                    d.dropoff.reset();
                if (n == 5)
                    d.dropoffZone.reset();
                if (n < 3) {
                    d.waybillId = WaybillId{u"wb-%1"_s.arg(n)};
                    d.tripId = TripId{u"tr-%1"_s.arg(n)};
                }
                QVERIFY((*store)->deliveries().upsert(d, n == 6 ? u"no JSON"_s : u"{}"_s, {}).ok());
            }
            before = keys(**store);
            QVERIFY(before[0].endsWith(u"|wb00001|trip00007") && before[1].startsWith(u"zaneta|"));
            store::Database& db = (*store)->cache();
            store::Rows rows = db.run("SELECT name FROM sqlite_master WHERE type = 'index' AND (name LIKE "
                                      "'delivery_by_%' OR name LIKE 'delivery_with_%' OR name = 'delivery_customer')");
            QStringList undo;
            while (rows.next())
                undo << u"DROP INDEX "_s + rows.text(0);
            QCOMPARE(undo.size(), 10);
            for (const QString& column : {u"customer"_s, u"destination"_s, u"waybill"_s, u"trip"_s})
                undo << u"ALTER TABLE delivery DROP COLUMN %1_key"_s.arg(column);
            undo << u"ALTER TABLE trip DROP COLUMN number_key"_s
                 << u"PRAGMA user_version=%1"_s.arg(store::currentVersion(store::File::Cache) - 1);
            for (const QString& sql : std::as_const(undo))
                QVERIFY(db.exec(sql).ok());
        }
        auto again = store::Store::open(folder.path());
        QVERIFY(again.ok());
        QCOMPARE(keys(**again), before);
    }
};

QTEST_GUILESS_MAIN(TestDeliveryKeys)
#include "tst_deliverykeys.moc"
