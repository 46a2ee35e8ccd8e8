// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk takes pages in fast, and knows afterwards what it would know had it read them slowly.
#include "services/store/pagewriter.h"
#include "services/store/reader.h"
#include "services/wire/ondi/ondidecode.h"
#include "services/wire/ondi/pagereader.h"
#include "tests/support/sample.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
namespace ondi = waydesk::wire::ondidesk;

namespace {

QByteArray json(QByteArray text) // with ' for "
{
    return text.replace('\'', '"');
}

QByteArray deliveryRow(int n, const char* more = "")
{
    return json("{'id':'dl-" + QByteArray::number(n) + "','delivery_code':" + QByteArray::number(1000 + n) +
                ",'barcode':'DEL" + QByteArray::number(1000 + n) +
                "','external_reference_id':'','status':'pending','pickup_location':{'full_address':'Origin'},"
                "'delivery_location':{'id':null,'full_address':'Street \\u0661','latitude':36.1,'longitude':'44.0'},"
                "'unit_size':'2.5','payment_method':'cod','cod_amount':12000,'notes':'a\\n\\'b',"
                "'created_at':'2026-04-07T11:40:00.5+03:00','pickup_zone':null,'dropoff_zone':{'id':'z1','name':'"
                "Ankawa',"
                "'code':'Z'},'pickup_warehouse_id':'wh-1','customer':{'id':'c1','full_name':'Ahmed "
                "Ali','avatar_url':null},"
                "'is_returned':false,'returned_at':null,'waybill_id':null,'someday':{'x':[1,{}]}" +
                QByteArray(more) + "}")
        .replace("\\\"", "\\\\\\\"");
}

QByteArray waybillRow(int n, const char* status = "sealed")
{
    return json(
        "{'id':'wb-" + QByteArray::number(n) + "','tenant_id':'t','waybill_number':'WB-" + QByteArray::number(n) +
        "','origin_type':'warehouse','origin_warehouse_id':'wh-1','origin_location':{'full_address':'Main, Erbil'},"
        "'destination_type':'location','destination_warehouse_id':null,'destination_location':{'latitude':36.1901,"
        "'longitude':44.0091,'full_address':'Erbil'},'carrier_type':'internal','driver_id':'driver-1','vehicle_id':"
        "null,"
        "'external_carrier_ref':null,'assigned_by':'u','assignment_time':'2026-04-07T12:20:00Z','status':'" +
        QByteArray(status) +
        "','sealed_at':'2026-04-07T12:15:00Z','dispatched_at':null,'proof_of_delivery':null,'notes':'Batch',"
        "'created_by':'u','created_at':'2026-04-07T12:00:00Z','updated_at':'2026-04-07T12:20:00Z','item_count':3,"
        "'total_cod_amount':312000,'origin_warehouse':{'id':'wh-1','name':'Main Warehouse','code':'M'},"
        "'destination_zone':{'id':'z','name':'Erbil East','code':'E'}}");
}

QByteArray page(const QList<QByteArray>& rows)
{
    return json("{'success':true,'message':'ok','total':7,'data':[") + rows.join(',') + json("],'page':1,'limit':100}");
}

} // namespace

class TestPages : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<store::Reader> m_reader;

    using Pace = store::PageWriter::Pace;
    Result<store::Written> take(const QByteArray& body, bool waybills, Instant at = {}, Pace pace = Pace::Brief)
    {
        store::PageWriter writer(*m_store, pace);
        writer.setFetchedAt(at);
        const auto end = waybills
                             ? ondi::readWaybillPage(body, [&](const WaybillCells& row) { return writer.put(row); })
                             : ondi::readDeliveryPage(body, [&](const DeliveryCells& row) { return writer.put(row); });
        if (!end)
            return end.error();
        return writer.finish();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = store::Store::open(m_folder->path());
        QVERIFY(opened.ok());
        m_store = std::move(opened).value();
        QVERIFY(m_store->lookups().put(test::sampleDriver(1), {}).ok());
        m_reader = std::move(store::Reader::open(m_folder->path())).value();
    }
    void cleanup()
    {
        m_reader.reset();
        m_store.reset();
    }

    void knowsDeliveriesAsTheSlowWayDoes()
    {
        const QByteArray body = page({deliveryRow(1), deliveryRow(2)});
        const auto slow = ondi::decodeDeliveryPage(body);
        QVERIFY2(slow.ok(), body);
        const auto written = take(body, false);
        QVERIFY(written.ok());
        QCOMPARE(written->rows, 2);
        QCOMPARE(written->changed, 2);
        for (const wire::SeenDelivery& seen : slow->rows) {
            const auto fast = m_reader->deliveries().find(seen.value.id);
            QVERIFY(fast);
            QVERIFY(fast->delivery == seen.value);
            const auto raw = m_store->deliveries().raw(seen.value.id);
            QCOMPARE(QJsonDocument::fromJson(raw->toUtf8()).object(), seen.raw); // what nobody knows yet is kept
        }
        QCOMPARE(m_reader->deliveries().findByScan(u"1001"_s)->delivery.id.value, u"dl-1"_s);
        QCOMPARE(m_reader->deliveries().search(u"AHMED street 1"_s, 9).size(), 2);
        QCOMPARE(m_reader->deliveries().count(), 2);
    }

    void ordersParcelsAlikeWhicheverDoorTheyCameThrough()
    {
        const auto key = [&](const QString& of) {
            store::Rows rows = m_store->cache().run(
                "SELECT customer_key, destination_key, waybill_key FROM delivery WHERE id = ?", {of});
            rows.next();
            return QStringList{rows.text(0), rows.text(1), rows.text(2)};
        };
        QByteArray inOne = deliveryRow(2);
        inOne.replace("\"waybill_id\":null", "\"waybill_id\":\"wb-1\"").replace("Ahmed Ali", "Zeki");
        QByteArray listed = deliveryRow(3);
        listed.replace("\"c1\"", "\"c2\"");
        QVERIFY(m_store->lookups().put(CustomerRef{{u"c2"_s}, u"Bêrîvan"_s, {}, {}}, {}).ok());
        const QByteArray body = page({deliveryRow(1), inOne, listed});
        QVERIFY(take(body, false).ok());
        QCOMPARE(key(u"dl-1"_s), (QStringList{u"ahmed ali"_s, u"ankawa\tstreet 1"_s, QString()}));
        QCOMPARE(key(u"dl-3"_s)[0], u"berivan"_s); // as the customers' list says it
        QCOMPARE(key(u"dl-2"_s)[2], QString());
        m_store->cache().takeRekeyed();
        const QByteArray waybill = page({waybillRow(1)});
        QVERIFY(take(waybill, true).ok()); // after its parcel
        QCOMPARE(m_store->cache().takeRekeyed(), QStringList{u"dl-2"_s});
        const QStringList fast = key(u"dl-2"_s);
        QVERIFY(fast[2].startsWith(u"wb"));
        QVERIFY(take(waybill, true).ok());
        QVERIFY(m_store->cache().takeRekeyed().isEmpty());
        const auto slow = ondi::decodeDeliveryPage(body);
        QVERIFY(slow.ok());
        const QList<QStringList> all{key(u"dl-1"_s), fast, key(u"dl-3"_s)};
        for (int row = 0; row < 3; ++row) {
            Delivery later = slow->rows[row].value;
            QVERIFY(m_store->deliveries().remove(later.id).ok());
            QVERIFY(m_store->deliveries().upsert(later, u"{}"_s, {}).ok());
            QCOMPARE(key(later.id.value), all[row]);
        }
    }

    void keepsVisitWindows()
    {
        const char* const window =
            ",'window_opens_at':'2026-04-07T09:00:00Z','window_closes_at':'2026-04-07T11:30:00Z'";
        const QByteArray body = page({deliveryRow(1, window), deliveryRow(2)});
        const VisitWindow told{*parseInstant(u"2026-04-07T09:00:00Z"), *parseInstant(u"2026-04-07T11:30:00Z")};
        QVERIFY(take(body, false).ok());
        QVERIFY(m_reader->deliveries().find({u"dl-1"_s})->delivery.window == told);
        QVERIFY(!m_reader->deliveries().find({u"dl-2"_s})->delivery.window);
        const auto slow = ondi::decodeDeliveryPage(body);
        QVERIFY(slow.ok() && slow->rows[0].value.window == told);
        QVERIFY(m_store->deliveries().upsert(slow->rows[0].value, u"{}"_s, {}).ok());
        QVERIFY(m_reader->deliveries().find({u"dl-1"_s})->delivery.window == told);
        // A waybill's list, which tells nothing of windows, takes none away.
        QVERIFY(take(page({deliveryRow(1, ",'more':1").replace("\"waybill_id\":null,", "")}), false).ok());
        QVERIFY(m_reader->deliveries().find({u"dl-1"_s})->delivery.window == told);
        QVERIFY(take(page({deliveryRow(1)}), false).ok());
        QVERIFY(!m_reader->deliveries().find({u"dl-1"_s})->delivery.window);
    }

    void talliesDeliveriesByStatus()
    {
        for (const Pace pace : {Pace::Bulk, Pace::Brief}) {
            const auto counts = [this] { return m_reader->deliveries().counting({})->counts(); };
            constexpr auto pending = size_t(DeliveryStatus::Pending), failed = size_t(DeliveryStatus::Failed);
            QVERIFY(take(page({deliveryRow(1), deliveryRow(2), deliveryRow(1)}), false, {}, pace).ok());
            QVERIFY(take(page({deliveryRow(2).replace("'pending'", "'failed'").replace("\"pending\"", "\"failed\"")}),
                         false, {}, pace)
                        .ok());
            QCOMPARE(counts().all, 2);
            QCOMPARE(counts().byStatus[pending], 1);
            QCOMPARE(counts().byStatus[failed], 1);
            QVERIFY(m_store->clearCache().ok());
            QCOMPARE(counts().all, 0);
        }
    }

    void knowsWaybillsAsTheSlowWayDoes()
    {
        const QByteArray body = page({waybillRow(1), waybillRow(2, "teleported")});
        const auto slow = ondi::decodeWaybillPage(body);
        QVERIFY(slow.ok());
        QCOMPARE(take(body, true)->changed, 2);
        for (const wire::SeenWaybill& seen : slow->rows) {
            const auto fast = m_reader->waybills().find(seen.value.id);
            QVERIFY(fast);
            QVERIFY(fast->waybill == seen.value);
        }
        QCOMPARE(m_reader->waybills().counts({}).all, 2);
        QCOMPARE(m_reader->waybills().search(u"main east wb1"_s, 9).size(), 1);
        // Sort keys are the same whichever door a row came through.
        const auto keys = [&] {
            store::Rows rows = m_store->cache().run(
                "SELECT route_key, driver_key, number_key, search_text FROM waybill WHERE id = 'wb-1'");
            rows.next();
            return QStringList{rows.text(0), rows.text(1), rows.text(2), rows.text(3)};
        };
        const QStringList fast = keys();
        QVERIFY(!fast[1].isEmpty()); // the driver's name was looked up
        QVERIFY(m_store->waybills().upsert(slow->rows[0].value, u"{}"_s, {}).ok());
        QCOMPARE(keys(), fast);
    }

    void knowsTheSameAfterAFirstLoad() // which meets new rows, rows again, and rows that have changed meanwhile
    {
        const Instant later = *parseInstant(u"2026-04-08T00:00:00Z");
        QVERIFY(m_store->beginFirstLoad().ok());
        const QByteArray waybills = page({waybillRow(1), waybillRow(2), waybillRow(1)});
        const auto first = take(waybills, true, {}, Pace::Bulk);
        QVERIFY(first.ok());
        QCOMPARE(first->rows, 3);
        QCOMPARE(first->changed, 2);
        const auto moved = take(page({waybillRow(2, "closed"), waybillRow(1)}), true, later, Pace::Bulk);
        QCOMPARE(moved->changed, 1);
        QCOMPARE(moved->waybills, QList<WaybillId>{WaybillId{u"wb-2"_s}});
        QCOMPARE(m_reader->waybills().counts({}).all, 2);
        QCOMPARE(m_reader->waybills().counts({}).byStatus[size_t(WaybillStatus::Closed)], 1);
        QCOMPARE(m_reader->waybills().counts({}).byStatus[size_t(WaybillStatus::Sealed)], 1);
        QCOMPARE(m_reader->waybills().find(WaybillId{u"wb-1"_s})->fetchedAt, later);
        QVERIFY(m_reader->waybills().find(WaybillId{u"wb-2"_s})->waybill.state.is(WaybillStatus::Closed));

        QCOMPARE(take(page({deliveryRow(1), deliveryRow(2), deliveryRow(1)}), false, {}, Pace::Bulk)->changed, 2);
        QCOMPARE(take(page({deliveryRow(2, ",'x':1"), deliveryRow(3)}), false, later, Pace::Bulk)->changed, 2);
        QCOMPARE(m_reader->deliveries().count(), 3);
        const auto raw = m_store->deliveries().raw(DeliveryId{u"dl-2"_s});
        QVERIFY(QJsonDocument::fromJson(raw->toUtf8()).object().contains(u"x"_s));

        Result<bool> done = false;
        while (done && !*done)
            done = m_store->indexSome(std::chrono::milliseconds(1));
        QVERIFY(done.ok());
        QCOMPARE(m_reader->waybills().search(u"main east wb1"_s, 9).size(), 1);
        QCOMPARE(m_reader->deliveries().search(u"AHMED street 1"_s, 9).size(), 3);
    }

    void tellsWhatChangedAndWritesNothingElse()
    {
        const Instant later = *parseInstant(u"2026-04-08T00:00:00Z");
        QVERIFY(take(page({deliveryRow(1), deliveryRow(2)}), false).ok());
        const auto again = take(page({deliveryRow(1), deliveryRow(2, ",'x':1"), deliveryRow(3)}), false, later);
        QCOMPARE(again->rows, 3);
        QCOMPARE(again->changed, 2);
        QVERIFY(again->deliveries == (QList<DeliveryId>{{u"dl-2"_s}, {u"dl-3"_s}}));
        QCOMPARE(m_reader->deliveries().find({u"dl-1"_s})->fetchedAt, later); // heard of, though unchanged
        QVERIFY(take(page({waybillRow(1)}), true).ok());
        QVERIFY(take(page({waybillRow(1, "picked_up")}), true).ok());
        const auto counts = m_reader->waybills().counts({});
        QCOMPARE(counts.all, 1);
        QCOMPARE(counts.byStatus[static_cast<size_t>(WaybillStatus::PickedUp)], 1);
    }

    void leavesAloneWhatAPageDoesNotTell()
    {
        QVERIFY(take(page({deliveryRow(1)}), false).ok());
        QVERIFY(m_store->deliveries().setWaybill({{u"dl-1"_s}}, WaybillId{u"wb-9"_s}).ok());
        QByteArray silent = deliveryRow(1, ",'more':1");
        silent.replace("\"waybill_id\":null,", "");
        QVERIFY(take(page({silent}), false).ok());
        QCOMPARE(m_reader->deliveries().find({u"dl-1"_s})->delivery.waybillId->value, u"wb-9"_s);
        QVERIFY(take(page({deliveryRow(1)}), false).ok()); // this one says: in none
        QVERIFY(!m_reader->deliveries().find({u"dl-1"_s})->delivery.waybillId);
    }

    void refusesWhatIsNoPage_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no success") << json("{'data':[]}");
        QTest::newRow("failure") << json("{'success':false,'data':[]}");
        QTest::newRow("data is an object") << json("{'success':true,'data':{}}");
        QTest::newRow("cut") << page({deliveryRow(1)}).chopped(30);
        QTest::newRow("rows are texts") << json("{'success':true,'data':['a']}");
        QTest::newRow("not utf-8") << json("{'success':true,'data':[{'id':'\xff'}]}");
    }

    void refusesWhatIsNoPage()
    {
        QFETCH(QByteArray, body);
        const auto end = ondi::readDeliveryPage(body, [](const DeliveryCells&) { return true; });
        QVERIFY(!end.ok());
        QCOMPARE(end.error().kind, Error::Kind::Malformed);
    }

    void countsDriftAndGoesOn()
    {
        QByteArray odd = deliveryRow(1);
        odd.replace("\"unit_size\":\"2.5\"", "\"unit_size\":[]")
            .replace("\"status\":\"pending\"", "\"status\":\"flying\"");
        int rows = 0;
        const auto end = ondi::readDeliveryPage(page({odd, "{}", deliveryRow(2)}), [&](const DeliveryCells&) {
            ++rows;
            return true;
        });
        QVERIFY(end.ok());
        QCOMPARE(rows, 2);
        QCOMPARE(end->rows, 2);
        QVERIFY(end->drift >= 2);
    }

    void searchesAfterAFirstLoadToo()
    {
        QVERIFY(m_store->beginFirstLoad().ok());
        QList<QByteArray> rows;
        for (int n = 1; n <= 500; ++n)
            rows << deliveryRow(n);
        QCOMPARE(take(page(rows), false)->changed, 500);
        QVERIFY(m_reader->deliveries().findByScan(u"DEL1250"_s)); // scans work at once
        QVERIFY(m_reader->deliveries().search(u"DEL1250"_s, 9).isEmpty());
        QVERIFY(!*m_store->indexSome(std::chrono::milliseconds(0)));
        QVERIFY(take(page({deliveryRow(3, ",'y':1"), deliveryRow(400, ",'y':1")}), false)
                    .ok()); // on both sides of where it stands
        m_reader.reset();
        m_store.reset(); // killed half-way
        m_store = std::move(store::Store::open(m_folder->path())).value();
        m_reader = std::move(store::Reader::open(m_folder->path())).value();
        while (!*m_store->indexSome(std::chrono::milliseconds(1))) {
        }
        QCOMPARE(m_reader->deliveries().search(u"DEL1250"_s, 9).size(), 1);
        QCOMPARE(m_reader->deliveries().search(u"ahmed"_s, 1000).size(), 500);
        for (const char* table : {"delivery_tri", "delivery_word"}) {
            const QString check = u"INSERT INTO %1(%1, rank) VALUES('integrity-check', 1)"_s.arg(QLatin1String(table));
            QVERIFY2(m_store->cache().exec(check).ok(), table);
        }
        QVERIFY(store::Store::checkCache(m_store->folder()));
    }
};

QTEST_GUILESS_MAIN(TestPages)
#include "tst_pages.moc"
