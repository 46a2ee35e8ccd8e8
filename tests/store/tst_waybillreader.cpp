// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk shows exactly the waybills that a filter asks for, in exactly the order asked, however it reads them.
#include "services/domain/fold.h"
#include "services/store/reader.h"
#include "services/store/store.h"
#include "tests/support/sample.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using store::WaybillKey;

class TestWaybillReader : public QObject
{
    Q_OBJECT

    static constexpr int kRows = 6000; // more than may be sorted at once: both ways of reading are used
    QTemporaryDir m_folder;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<store::Reader> m_reader;
    std::vector<store::StoredWaybill> m_all;

    static QString keyText(const Waybill& w, WaybillKey key)
    {
        if (key == WaybillKey::Number)
            return foldNumber(w.number);
        if (key == WaybillKey::Route)
            return fold(store::endName(w.origin)) + u'\t' + fold(store::endName(w.destination));
        return w.driver ? fold(w.driver->user.fullName) : QString();
    }

    static qint64 keyNumber(const Waybill& w, WaybillKey key)
    {
        switch (key) {
        case WaybillKey::Status:
            return store::statusRank(w.state);
        case WaybillKey::Items:
            return w.itemCount.value_or(-1);
        case WaybillKey::Cod:
            return w.totalCod ? w.totalCod->minor : -1;
        case WaybillKey::Created:
            return w.createdAt.time_since_epoch().count();
        case WaybillKey::Updated:
            return w.updatedAt.time_since_epoch().count();
        case WaybillKey::Number:
        case WaybillKey::Route:
        case WaybillKey::Driver:
            return 0;
        }
        Q_UNREACHABLE();
    }

    static bool asked(const Waybill& w, const store::WaybillQuery& q)
    {
        const bool out = w.origin.warehouseId == q.warehouse, in = w.destination.warehouseId == q.warehouse;
        if ((q.status && !w.state.is(*q.status)) || (q.carrier && !w.carrier.is(*q.carrier)) ||
            (q.driver && w.driverId != q.driver))
            return false;
        if (q.warehouse && q.side == store::WarehouseSide::Origin && !out)
            return false;
        if (q.warehouse && q.side == store::WarehouseSide::Destination && !in)
            return false;
        if (q.warehouse && q.side == store::WarehouseSide::Either && !in && !out)
            return false;
        if ((q.from && w.createdAt < *q.from) || (q.until && w.createdAt >= *q.until))
            return false;
        const qint64 cod = w.totalCod ? w.totalCod->minor : -1;
        if ((q.codAtLeast && cod < *q.codAtLeast) || (q.codAtMost && (cod < 0 || cod > *q.codAtMost)))
            return false;
        if (!foldNumber(w.number).contains(foldNumber(q.number)))
            return false;
        const QString text = store::waybillSearchText(w.number, store::endName(w.origin), store::endName(w.destination),
                                                      w.notes, w.externalCarrierRef.value_or(QString()));
        const QStringList words = text.split(u' ');
        for (const QString& part : fold(q.text).split(u' ', Qt::SkipEmptyParts)) {
            const bool isWord = std::any_of(part.begin(), part.end(), [](QChar c) { return c.isLetterOrNumber(); });
            if (part.size() < 3 && !isWord)
                continue; // a short piece of nothing but punctuation cannot be looked for, and asks for nothing
            const bool isThere = part.size() >= 3 ? text.contains(part)
                                                  : std::any_of(words.begin(), words.end(), [&](const QString& word) {
                                                        return word.startsWith(part);
                                                    });
            if (!isThere)
                return false;
        }
        return true;
    }

    QList<qint64> reference(const store::WaybillQuery& query, const store::WaybillOrder& order) const
    {
        std::vector<const store::StoredWaybill*> rows;
        for (const store::StoredWaybill& row : m_all) {
            if (asked(row.waybill, query))
                rows.push_back(&row);
        }
        std::sort(rows.begin(), rows.end(), [&](const auto* a, const auto* b) {
            const auto key = [&](const auto* row) {
                return std::tuple(keyNumber(row->waybill, order.key), keyText(row->waybill, order.key).toUtf8(),
                                  row->rowid);
            };
            const bool textual =
                order.key == WaybillKey::Number || order.key == WaybillKey::Route || order.key == WaybillKey::Driver;
            const auto ka = textual ? key(a) : std::tuple(keyNumber(a->waybill, order.key), QByteArray(), a->rowid);
            const auto kb = textual ? key(b) : std::tuple(keyNumber(b->waybill, order.key), QByteArray(), b->rowid);
            return order.descending ? kb < ka : ka < kb;
        });
        QList<qint64> out;
        for (const auto* row : rows)
            out << row->rowid;
        return out;
    }

    store::WaybillQuery randomQuery(QRandomGenerator& random) const
    {
        store::WaybillQuery q;
        const auto chance = [&](int oneIn) { return random.bounded(oneIn) == 0; };
        if (chance(3))
            q.status = kWaybillStatuses[random.bounded(static_cast<quint32>(kWaybillStatuses.size()))];
        if (chance(4))
            q.carrier = kCarrierTypes[random.bounded(3u)];
        if (chance(4))
            q.driver = DriverId{u"driver-%1"_s.arg(random.bounded(1, 10))};
        if (chance(4)) {
            q.warehouse = WarehouseId{u"wh-%1"_s.arg(random.bounded(1, 4))};
            q.side = static_cast<store::WarehouseSide>(random.bounded(3));
        }
        if (chance(4))
            q.from = *parseInstant(u"2026-04-07T06:00:00Z") + std::chrono::minutes(random.bounded(kRows));
        if (chance(4))
            q.until = *parseInstant(u"2026-04-07T06:00:00Z") + std::chrono::minutes(random.bounded(kRows));
        if (chance(5))
            q.number = QStringList{u"WB-0"_s, u"12"_s, u"wb00"_s, u"999"_s, u"-"_s}[random.bounded(5)];
        if (chance(3))
            q.text = QStringList{u"ankawa"_s,       u"er"_s,  u"batch 1"_s, u"Main WB"_s,
                                 u"nothing here"_s, u"\"*"_s, u"zan 7"_s}[random.bounded(7)];
        if (chance(5))
            q.codAtLeast = random.bounded(45000);
        if (chance(6))
            q.codAtMost = random.bounded(45000);
        return q;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto opened = store::Store::open(m_folder.path());
        QVERIFY(opened.ok());
        m_store = std::move(opened).value();
        QRandomGenerator random(7);
        const auto done = m_store->transaction([&]() -> Result<Nothing> {
            for (int n = 1; n <= kRows; ++n) {
                Waybill w = test::sampleWaybill(n, kWaybillStatuses[random.bounded(4u)]);
                if (n % 500 == 0)
                    w.state = WaybillState::fromWord(u"teleported"_s);
                if (n % 97 == 0)
                    w.state = WaybillStatus::Cancelled; // a rare one
                w.carrier = kCarrierTypes[random.bounded(3u)];
                if (n % 3 == 0) {
                    w.driver = test::sampleDriver(random.bounded(1, 9));
                    w.driverId = w.driver->id;
                }
                if (n % 5 == 0) {
                    w.destination.type = EndpointType::Warehouse;
                    w.destination.warehouseId = WarehouseId{u"wh-%1"_s.arg(random.bounded(1, 3))};
                }
                if (n % 11 == 0) {
                    w.itemCount.reset();
                    w.totalCod.reset();
                }
                if (const auto put = m_store->waybills().upsert(w, u"{}"_s, {}); !put)
                    return put.error();
            }
            return Nothing{};
        });
        QVERIFY(done.ok());
        auto reader = store::Reader::open(m_folder.path());
        QVERIFY(reader.ok());
        m_reader = std::move(reader).value();
        for (int n = 1; n <= kRows; ++n)
            m_all.push_back(*m_reader->waybills().find(WaybillId{u"wb-%1"_s.arg(n)}));
    }

    void cleanupTestCase()
    {
        m_reader.reset();
        m_store.reset();
    }

    void readsBackWhatWasWritten()
    {
        Waybill w = test::sampleWaybill(1, WaybillStatus::InTransit);
        w.id = WaybillId{u"full"_s};
        w.number = u"WB-X"_s;
        w.driver = test::sampleDriver(2);
        w.driverId = w.driver->id;
        w.vehicle = w.driver->vehicle;
        w.vehicleId = w.vehicle->id;
        w.externalCarrierRef = u""_s;
        w.assignedBy = w.receivedBy = UserId{u"u"_s};
        w.assignmentTime = w.sealedAt = w.dispatchedAt = w.receivedAt = w.closedAt = w.cancelledAt = w.createdAt;
        w.proof = ProofOfDelivery{u"s"_s, {u"p"_s}, u"n"_s, w.createdAt};
        w.totalUnitSize = Quantity::parse(u"2.5");
        QVERIFY(*m_store->waybills().upsert(w, u"{\"unknown\":1}"_s, w.createdAt));
        QVERIFY(!*m_store->waybills().upsert(w, u"{\"unknown\":1}"_s, w.updatedAt)); // nothing new
        const auto read = m_reader->waybills().find(w.id);
        QVERIFY(read);
        QCOMPARE(read->waybill.origin == w.origin, true);
        QCOMPARE(read->waybill.driver == w.driver, true);
        QVERIFY(read->waybill == w);
        QCOMPARE(m_store->waybills().raw(w.id), std::optional(u"{\"unknown\":1}"_s));
        QCOMPARE(m_reader->waybills().findByNumber(u"wbx"_s)->waybill.id, w.id);
        QVERIFY(*m_store->waybills().remove(w.id));
        QVERIFY(m_reader->waybills().search(u"WB-X"_s, 5).isEmpty());
    }

    void agreesWithAPlainSearchThroughEverything()
    {
        QRandomGenerator random(20260407);
        for (int round = 0; round < 150; ++round) {
            const store::WaybillQuery query = randomQuery(random);
            const store::WaybillOrder order{static_cast<WaybillKey>(random.bounded(8)), random.bounded(2) == 0};
            const QByteArray which = QByteArray("round ") + QByteArray::number(round);
            const QList<qint64> wanted = reference(query, order);

            QList<qint64> walked;
            const int most = 1 + random.bounded(700);
            for (const auto walk = m_reader->waybills().walk(query, order); !walk->atEnd();)
                walked << walk->take(most);
            QVERIFY2(walked == wanted, which);

            const qint64 from = random.bounded(std::max<qint64>(1, wanted.size() + 5));
            QVERIFY2(m_reader->waybills().slice(query, order, from, 50) == wanted.mid(from, 50), which);
            QVERIFY2(m_reader->waybills().count(query) == wanted.size(), which);
            store::WaybillCounts counts;
            store::WaybillQuery others = query;
            others.status.reset();
            for (const store::StoredWaybill& row : m_all) {
                if (!asked(row.waybill, others))
                    continue;
                ++counts.all;
                if (row.waybill.state.known)
                    ++counts.byStatus[static_cast<size_t>(*row.waybill.state.known)];
            }
            QVERIFY2(m_reader->waybills().counts(query) == counts, which);
            for (int i = 0; i < 3 && !wanted.isEmpty(); ++i) {
                QList<qint64> without = wanted;
                const qsizetype at = random.bounded(static_cast<int>(wanted.size()));
                const qint64 rowid = without.takeAt(at);
                QVERIFY2(m_reader->waybills().positionIn(without, rowid, order) == at, which);
                QVERIFY2(m_reader->waybills().matches(rowid, query), which);
            }
        }
    }

    void keepsItsCountsThroughChanges()
    {
        QRandomGenerator random(3);
        for (int i = 0; i < 300; ++i) {
            auto& row = m_all[random.bounded(static_cast<quint32>(m_all.size()))];
            row.waybill.state = kWaybillStatuses[random.bounded(7u)];
            row.waybill.carrier = kCarrierTypes[random.bounded(3u)];
            QVERIFY(m_store->waybills().upsert(row.waybill, u"{}"_s, {}).ok());
        }
        store::WaybillCounts counts;
        for (const auto& row : m_all) {
            ++counts.all;
            if (row.waybill.state.known)
                ++counts.byStatus[static_cast<size_t>(*row.waybill.state.known)];
        }
        QVERIFY(m_reader->waybills().counts({}) == counts);
    }

    void findsWhileChangesGoOn() // a walk holds no read open: what is written between two steps is seen by others
    {
        const auto walk = m_reader->waybills().walk({}, {WaybillKey::Number, false});
        QVERIFY(!walk->take(10).isEmpty());
        Waybill late = test::sampleWaybill(kRows + 1);
        QVERIFY(m_store->waybills().upsert(late, u"{}"_s, {}).ok());
        QVERIFY(m_reader->waybills().find(late.id));
        QVERIFY(m_store->waybills().remove(late.id).ok());
    }

    void answersTheRowsThatAreThereOnceAndInOrder()
    {
        const qint64 one = m_all.at(7).rowid, two = m_all.at(3).rowid;
        QList<qint64> answered;
        for (const store::StoredWaybill& row :
             m_reader->waybills().rows(std::array{one, one, qint64{1} << 40, two, one}))
            answered << row.rowid;
        QCOMPARE(answered, (QList<qint64>{one, two}));
        QVERIFY(m_reader->waybills().rows({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWaybillReader)
#include "tst_waybillreader.moc"
