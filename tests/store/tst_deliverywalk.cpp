// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk shows exactly the parcels that a filter asks for, in exactly the order asked, and counts what is there.
#include "services/domain/fold.h"
#include "services/store/reader.h"
#include "services/store/store.h"
#include "tests/support/sample.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using store::DeliveryKey;
using store::DeliveryQuery;
using store::Membership;

namespace {

const QStringList kCustomers{u"karwan aziz"_s, u"Karwan Aziz"_s, u"Élodie"_s, u"elodie b"_s,
                             u"شیرین ڕەشید"_s, u"شيرين رشيد"_s,  u""_s};

} // namespace

class TestDeliveryWalk : public QObject
{
    Q_OBJECT

    static constexpr int kRows = 6000; // more than may be sorted at once: both ways of reading are used
    QTemporaryDir m_folder;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<store::Reader> m_reader;
    std::vector<store::StoredDelivery> m_all;

    static constexpr int kKeys = 9;
    QHash<WaybillId, QString> m_waybillNumbers; // those that this desk has heard of
    QHash<TripId, QString> m_tripNumbers;

    static QString destinationOf(const Delivery& d)
    {
        const QString zone = d.dropoffZone ? d.dropoffZone->name : QString();
        const QString street = d.dropoff ? d.dropoff->fullAddress : QString();
        return zone.isEmpty() || street.isEmpty() ? fold(QString(zone + street))
                                                  : QString(fold(zone) + u'\t' + fold(street));
    }

    std::tuple<qint64, QByteArray, qint64> keyOf(const store::StoredDelivery& row, DeliveryKey key) const
    {
        const Delivery& d = row.delivery;
        switch (key) {
        case DeliveryKey::Code:
            return {0, (QString::number(d.code.size()) + u'.' + d.code).toUtf8(), row.rowid};
        case DeliveryKey::Status:
            return {0, d.state.text.toUtf8(), row.rowid};
        case DeliveryKey::Cod:
            return {d.cod.minor, {}, row.rowid};
        case DeliveryKey::Created:
            return {d.createdAt.time_since_epoch().count(), {}, row.rowid};
        case DeliveryKey::Updated:
            return {d.updatedAt.time_since_epoch().count(), {}, row.rowid};
        case DeliveryKey::Customer:
            return {0, fold(d.customer ? d.customer->fullName : QString()).toUtf8(), row.rowid};
        case DeliveryKey::Destination:
            return {0, destinationOf(d).toUtf8(), row.rowid};
        case DeliveryKey::Waybill:
            return {0, foldNumber(m_waybillNumbers.value(d.waybillId.value_or(WaybillId{}))).toUtf8(), row.rowid};
        case DeliveryKey::Trip:
            return {0, foldNumber(m_tripNumbers.value(d.tripId.value_or(TripId{}))).toUtf8(), row.rowid};
        }
        Q_UNREACHABLE();
    }

    static bool member(Membership wanted, bool isIn)
    {
        return wanted == Membership::Any || (wanted == Membership::Some) == isIn;
    }

    static bool asked(const Delivery& d, const DeliveryQuery& q)
    {
        const auto has = [&](const std::optional<WarehouseRef>& end) { return end && end->id == *q.warehouse; };
        if (q.status && !d.state.is(*q.status))
            return false;
        if (q.zone && (!d.dropoffZone || d.dropoffZone->id != *q.zone))
            return false;
        if (q.warehouse && !has(d.pickupWarehouse) && !has(d.dropoffWarehouse))
            return false;
        if ((q.waybillId && d.waybillId != q.waybillId) || (q.tripId && d.tripId != q.tripId))
            return false;
        if (!member(q.waybill, d.waybillId.has_value()) || !member(q.trip, d.tripId.has_value()))
            return false;
        if ((q.returned && d.isReturned != *q.returned) ||
            (!q.paymentMethod.isEmpty() && d.paymentMethod != q.paymentMethod))
            return false;
        if ((q.from && d.createdAt < *q.from) || (q.until && d.createdAt >= *q.until))
            return false;
        if ((q.codAtLeast && d.cod.minor < *q.codAtLeast) || (q.codAtMost && d.cod.minor > *q.codAtMost))
            return false;
        const QString text = store::deliverySearchText(d);
        const QStringList words = fold(q.text).split(u' ', Qt::SkipEmptyParts);
        return std::all_of(words.begin(), words.end(), [&](const QString& word) {
            return word.size() >= 3 ? text.contains(word) : QString(u' ' + text).contains(u' ' + word);
        });
    }

    QList<qint64> reference(const DeliveryQuery& query, const store::DeliveryOrder& order) const
    {
        std::vector<const store::StoredDelivery*> rows;
        for (const store::StoredDelivery& row : m_all) {
            if (asked(row.delivery, query))
                rows.push_back(&row);
        }
        std::sort(rows.begin(), rows.end(), [&](const auto* a, const auto* b) {
            return order.descending ? keyOf(*b, order.key) < keyOf(*a, order.key)
                                    : keyOf(*a, order.key) < keyOf(*b, order.key);
        });
        QList<qint64> out;
        for (const auto* row : rows)
            out << row->rowid;
        return out;
    }

    static DeliveryQuery chance(QRandomGenerator& random)
    {
        DeliveryQuery q;
        const auto one = [&](int of) { return random.bounded(of) == 0; };
        if (one(3))
            q.status = kDeliveryStatuses[random.bounded(quint32(kDeliveryStatuses.size()))];
        if (one(5))
            q.zone = ZoneId{u"z%1"_s.arg(random.bounded(4))};
        if (one(6))
            q.warehouse = WarehouseId{u"wh-%1"_s.arg(random.bounded(1, 3))};
        if (one(6))
            q.waybillId = WaybillId{u"wb-%1"_s.arg(random.bounded(40))};
        if (one(6))
            q.tripId = TripId{u"tr-%1"_s.arg(random.bounded(40))};
        q.waybill = static_cast<Membership>(one(3) ? random.bounded(3) : 0);
        q.trip = static_cast<Membership>(one(3) ? random.bounded(3) : 0);
        if (one(6))
            q.returned = one(2);
        if (one(5))
            q.from = Instant(std::chrono::hours(random.bounded(400'000, 400'600)));
        if (one(5))
            q.until = Instant(std::chrono::hours(random.bounded(400'200, 401'000)));
        if (one(6))
            q.paymentMethod = one(2) ? u"cod"_s : u"wallet"_s;
        if (one(6))
            q.codAtLeast = random.bounded(60'000);
        if (one(6))
            q.codAtMost = random.bounded(60'000);
        if (one(5))
            q.text = QStringList{u"DEL10"_s, u"ahmed"_s, u"an"_s, u"street 7"_s, u"no such"_s}.at(random.bounded(5));
        return q;
    }

    Result<bool> name(Waybill waybill, int number)
    {
        waybill.number = u"WB-%1"_s.arg(number, 5, 10, QChar(u'0'));
        m_waybillNumbers.insert(waybill.id, waybill.number);
        return m_store->waybills().upsert(waybill, u"{}"_s, {});
    }

    Result<bool> name(int trip, const QString& number)
    {
        Trip named;
        named.id = TripId{u"tr-%1"_s.arg(trip)};
        named.number = number;
        m_tripNumbers.insert(named.id, number);
        return m_store->trips().upsert(named, u"{}"_s, {});
    }

    qint64 number(const QString& sql, const QString& value)
    {
        return m_store->cache().number(sql, {value}).value_or(-1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto store = store::Store::open(m_folder.path());
        QVERIFY(store.ok());
        m_store = std::move(store).value();
        QRandomGenerator random(7);
        QVERIFY(m_store
                    ->transaction([&]() -> Result<Nothing> {
                        for (int n = 0; n < 30; ++n) { // of 40; the rest is not known
                            if (const auto done = name(test::sampleWaybill(n, WaybillStatus::Sealed), 97 * n % 30);
                                !done)
                                return done.error();
                            if (const auto done = name(n, u"trip-%1"_s.arg(89 * n % 30, 4)); !done)
                                return done.error();
                        }
                        for (int n = 0; n < kRows; ++n) {
                            Delivery d = test::sampleDelivery(
                                n, kDeliveryStatuses[random.bounded(quint32(kDeliveryStatuses.size()))]);
                            d.createdAt = Instant(std::chrono::hours(400'000 + random.bounded(900)));
                            d.updatedAt = Instant(std::chrono::hours(400'000 + random.bounded(300)));
                            d.cod.minor = random.bounded(12) * 5000;
                            d.paymentMethod = random.bounded(2) ? u"cod"_s : u"wallet"_s;
                            d.isReturned = random.bounded(10) == 0;
                            d.dropoffZone = ZoneRef{{u"z%1"_s.arg(random.bounded(4))}, u"Ankawa"_s, {}};
                            if (random.bounded(9) == 0)
                                d.dropoffZone.reset();
                            if (random.bounded(9) == 0)
                                d.dropoff.reset();
                            d.customer = CustomerRef{{u"cu-%1"_s.arg(n % 70)}, kCustomers[n % 7], {}, {}};
                            if (random.bounded(9) == 0)
                                d.customer.reset();
                            if (random.bounded(3) == 0)
                                d.waybillId = WaybillId{u"wb-%1"_s.arg(random.bounded(40))};
                            if (random.bounded(3) == 0)
                                d.tripId = TripId{u"tr-%1"_s.arg(random.bounded(40))};
                            if (const auto done = m_store->deliveries().upsert(d, u"{}"_s, {}); !done)
                                return done.error();
                        }
                        return Nothing{};
                    })
                    .ok());
        auto reader = store::Reader::open(m_folder.path());
        QVERIFY(reader.ok());
        m_reader = std::move(reader).value();
        std::vector<qint64> ids(kRows);
        std::iota(ids.begin(), ids.end(), 1);
        const QList<store::StoredDelivery> rows = m_reader->deliveries().rows(ids);
        QCOMPARE(rows.size(), kRows);
        m_all.assign(rows.begin(), rows.end());
    }

    void goesByNamesThatChangeElsewhere()
    {
        const auto first = [this](DeliveryKey key) {
            const auto walk = m_reader->deliveries().walk({}, {key, true});
            return m_reader->deliveries().rows(walk->take(1)).constFirst().delivery;
        };
        const auto rekeyed = [this] {
            QStringList ids = m_store->cache().takeRekeyed();
            return std::set<QString>(ids.begin(), ids.end());
        };
        rekeyed();
        // A number that was not known is told: its parcels leave those without.
        QVERIFY(name(test::sampleWaybill(35, WaybillStatus::Sealed), 99).ok());
        QCOMPARE(first(DeliveryKey::Waybill).waybillId, WaybillId{u"wb-35"_s});
        QVERIFY(rekeyed().contains(first(DeliveryKey::Waybill).id.value));
        QVERIFY(name(35, u"trip-9999"_s).ok());
        QCOMPARE(first(DeliveryKey::Trip).tripId, TripId{u"tr-35"_s});
        QVERIFY(rekeyed().contains(first(DeliveryKey::Trip).id.value));
        // One parcel joins; then the waybill is gone, and the trip.
        const DeliveryId alone = m_all[7].delivery.id;
        QVERIFY(m_store->deliveries().setWaybill({alone}, WaybillId{u"wb-35"_s}).ok());
        QVERIFY(number(u"SELECT count(*) FROM delivery WHERE id = ? AND waybill_key = 'wb00099'"_s, alone.value) == 1);
        QVERIFY(m_store->deliveries().setWaybill({alone}, m_all[7].delivery.waybillId).ok());
        QVERIFY(m_store->trips().remove(TripId{u"tr-35"_s}).ok());
        QVERIFY(first(DeliveryKey::Trip).tripId != TripId{u"tr-35"_s});
        QVERIFY(rekeyed().size() > 1);
        // The customers' list says another name, then does not know him any more.
        const CustomerId who{u"cu-3"_s};
        QVERIFY(m_store->lookups().put(CustomerRef{who, u"یونس"_s, {}, {}}, Instant(std::chrono::hours(1))).ok());
        QCOMPARE(first(DeliveryKey::Customer).customer->id, who);
        const auto moved = rekeyed();
        QVERIFY(moved.size() > 50);
        QVERIFY(m_store->lookups().put(CustomerRef{who, u"یونس"_s, {}, {}}, Instant(std::chrono::hours(2))).ok());
        QVERIFY(rekeyed().empty());
        const store::StoredDelivery again = *m_store->deliveries().find(first(DeliveryKey::Customer).id);
        QVERIFY(m_store->deliveries().upsert(again.delivery, u"{}"_s, {}).ok()); // told again under the old name
        QCOMPARE(first(DeliveryKey::Customer).customer->id, who);
        QVERIFY(m_store->lookups().removeOlder(u"customer"_s, Instant(std::chrono::hours(3))).ok());
        QVERIFY(first(DeliveryKey::Customer).customer->id != who);
        QVERIFY(rekeyed() == moved);
        m_waybillNumbers.insert({u"wb-35"_s}, u"WB-00099"_s);
        m_tripNumbers.remove({u"tr-35"_s});
        for (int key = 0; key < kKeys; ++key) { // and everything stands where it stood, but for that waybill's
            const store::DeliveryOrder order{static_cast<DeliveryKey>(key), true};
            QCOMPARE(m_reader->deliveries().walk({}, order)->take(kRows), reference({}, order));
        }
    }

    void walksInOrder()
    {
        QRandomGenerator random(11);
        int many = 0, few = 0;
        for (int round = 0; round < 300; ++round) {
            const DeliveryQuery query = round < 2 * kKeys ? DeliveryQuery{} : chance(random);
            const store::DeliveryOrder order{static_cast<DeliveryKey>(round % kKeys), random.bounded(2) == 0};
            const auto walk = m_reader->deliveries().walk(query, order);
            QList<qint64> read;
            while (!walk->atEnd())
                read << walk->take(random.bounded(1, 700));
            const QList<qint64> expected = reference(query, order);
            QVERIFY2(read == expected,
                     qPrintable(u"round %1: %2 rows instead of %3"_s.arg(round).arg(read.size()).arg(expected.size())));
            ++(expected.size() > 2000 ? many : few);
        }
        QVERIFY(many > 20 && few > 20);
    }

    void countsByStatus()
    {
        QRandomGenerator random(13);
        for (int round = 0; round < 100; ++round) {
            const DeliveryQuery query = round == 0 ? DeliveryQuery{} : chance(random);
            const auto counting = m_reader->deliveries().counting(query);
            if (round == 0)
                QVERIFY(counting->atEnd()); // the tally answers at once
            while (!counting->atEnd())
                counting->step(random.bounded(1, 900));
            DeliveryQuery others = query;
            others.status.reset();
            store::DeliveryCounts expected;
            for (const store::StoredDelivery& row : m_all) {
                if (!asked(row.delivery, others))
                    continue;
                ++expected.all;
                ++expected.byStatus[static_cast<size_t>(*row.delivery.state.known)];
            }
            QCOMPARE(counting->counts(), expected);
        }
    }

    void findsTheirPlace()
    {
        QRandomGenerator random(17);
        for (int round = 0; round < 40; ++round) {
            const store::DeliveryOrder order{static_cast<DeliveryKey>(round % kKeys), random.bounded(2) == 0};
            const QList<qint64> all = reference({}, order);
            const qsizetype at = random.bounded(kRows);
            std::vector<qint64> rest(all.begin(), all.end());
            rest.erase(rest.begin() + at);
            QCOMPARE(m_reader->deliveries().positionIn(rest, all[at], order), at);
        }
    }

    void talliesFollowChanges()
    {
        const auto counts = [this] { return m_reader->deliveries().counting({})->counts(); };
        const store::DeliveryCounts before = counts();
        Delivery d = test::sampleDelivery(90'001, DeliveryStatus::Pending);
        QVERIFY(m_store->deliveries().upsert(d, u"{}"_s, {}).ok());
        QCOMPARE(counts().all, before.all + 1);
        d.state = DeliveryStatus::Delivered;
        QVERIFY(m_store->deliveries().upsert(d, u"{}"_s, {}).ok());
        constexpr auto pending = size_t(DeliveryStatus::Pending), delivered = size_t(DeliveryStatus::Delivered);
        QCOMPARE(counts().byStatus[pending], before.byStatus[pending]);
        QCOMPARE(counts().byStatus[delivered], before.byStatus[delivered] + 1);
        QVERIFY(m_store->deliveries().remove(d.id).ok());
        QCOMPARE(counts(), before);
    }
};

QTEST_GUILESS_MAIN(TestDeliveryWalk)
#include "tst_deliverywalk.moc"
