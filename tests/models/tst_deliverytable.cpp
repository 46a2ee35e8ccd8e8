// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk sorts its table of parcels by every column that a dispatcher clicks, as what is shown says, and by names that
// change elsewhere as they are now.
#include "models/deliverytablemodel.h"
#include "models/formats.h"
#include "services/domain/fold.h"
#include "tests/support/fakeengine.h"
#include "tests/support/sample.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::test;
using Rows = models::DeliveryTableModel;

namespace {

constexpr int kParcels = 700;
const QStringList kPeople{u"karwan Aziz"_s, u"Karwan aziz"_s, u"Élodie"_s, u"Elodie b"_s, u"شیرین"_s};

Waybill waybill(int n, const QString& number)
{
    Waybill out = sampleWaybill(n, WaybillStatus::Sealed);
    out.number = number;
    return out;
}

Trip trip(int n, const QString& number)
{
    Trip out;
    out.id = TripId{u"trip-%1"_s.arg(n)};
    out.number = number;
    return out;
}

struct Bench
{
    void fill()
    {
        const auto put = engine.store().transaction([&]() -> Result<Nothing> {
            for (int n = 1; n <= kParcels; ++n) {
                Delivery d = sampleDelivery(n);
                d.customer.reset();
                if (n % 7 != 0)
                    d.customer = CustomerRef{{u"cu-%1"_s.arg(n % 5)}, kPeople[n % 5], {}, {}};
                if (n % 11 == 0)
                    d.dropoffZone.reset();
                if (n % 13 == 0)
                    d.dropoff.reset();
                if (n % 3 != 0)
                    d.waybillId = WaybillId{u"wb-%1"_s.arg(n % 20)};
                if (n % 4 != 0)
                    d.tripId = TripId{u"trip-%1"_s.arg(n % 30)};
                if (auto done = engine.store().deliveries().upsert(d, u"{}"_s, {}); !done)
                    return done.error();
            }
            return Nothing{};
        });
        if (!put.ok())
            qFatal("the test's store");
        for (int n = 0; n < 16; ++n) // of 20; the others are not known yet
            engine.tell(waybill(n, u"WB-%1"_s.arg(n * 7 % 16, 4, 10, QChar(u'0'))));
        for (int n = 0; n < 25; ++n)
            engine.tell(trip(n, u"trip-%1"_s.arg(n * 7 % 25, 4, 10, QChar(u'0'))));
    }
    // As the cell says it, folded; what it does not say is empty.
    QString key(int row, int column) const
    {
        const auto parcel = *table.rowAt(row);
        const Delivery& d = parcel.delivery;
        switch (column) {
        case Rows::Customer:
            return fold(d.customer ? d.customer->fullName : QString());
        case Rows::Waybill:
            return foldNumber(parcel.waybillNumber);
        case Rows::Trip:
            return foldNumber(parcel.tripNumber);
        default:
            break;
        }
        QString shown = table.index(row, column).data().toString();
        if (!d.dropoffZone && !d.dropoff)
            shown.clear();
        return fold(shown).replace(u" · "_s, u"\t"_s);
    }
    QList<std::pair<QString, qint64>> keys(int column) const
    {
        QList<std::pair<QString, qint64>> all;
        for (int row = 0; row < table.rowCount(); ++row)
            all << std::pair(key(row, column), table.rowAt(row)->rowid);
        return all;
    }

    FakeEngine engine;
    facade::DeliveryService service{(fill(), engine.reader()), engine};
    models::Formats formats{engine.clock(), QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
    Rows table{service, formats};
};

} // namespace

class TestDeliveryTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsAsIsShown_data()
    {
        QTest::addColumn<int>("column");
        QTest::newRow("customer") << int(Rows::Customer);
        QTest::newRow("destination") << int(Rows::Destination);
        QTest::newRow("waybill") << int(Rows::Waybill);
        QTest::newRow("trip") << int(Rows::Trip);
    }
    void sortsAsIsShown()
    {
        QFETCH(const int, column);
        Bench b;
        const QAbstractItemModelTester tester(&b.table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY(b.table.isComplete());
        QSignalSpy resets(&b.table, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex held = b.table.index(b.table.rowOf(sampleDelivery(333).id), 0);
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            b.table.sort(column, order);
            QTRY_VERIFY(b.table.isComplete());
            QCOMPARE(b.table.sortColumn(), column);
            QCOMPARE(b.table.rowCount(), kParcels);
            const auto shown = b.keys(column); // ties by what came first, or last
            auto expected = shown;
            std::sort(expected.begin(), expected.end());
            if (order == Qt::DescendingOrder)
                std::reverse(expected.begin(), expected.end());
            QCOMPARE(shown, expected);
            QVERIFY(expected.constFirst().first.isEmpty() != expected.constLast().first.isEmpty());
            QCOMPARE(b.table.idAt(held.row()), sampleDelivery(333).id);
        }
        QCOMPARE(resets.size(), 0);
    }

    void answersInTheMiddleFirst() // as after a jump, where no row before it was looked at
    {
        Bench b;
        QTRY_VERIFY(b.table.isComplete());
        b.table.sort(Rows::Waybill, Qt::DescendingOrder);
        QTRY_VERIFY(b.table.isComplete());
        const QString middle = b.key(kParcels / 2, Rows::Waybill);
        const auto all = b.keys(Rows::Waybill);
        QCOMPARE(all[kParcels / 2].first, middle);
        QVERIFY(all.constFirst().first > middle && middle > all.constLast().first);
    }

    void followsNamesThatChangeElsewhere()
    {
        Bench b;
        const QAbstractItemModelTester tester(&b.table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY(b.table.isComplete());
        b.table.sort(Rows::Waybill, Qt::DescendingOrder);
        QTRY_VERIFY(b.table.rowAt(0)->waybillNumber == u"WB-0015");
        b.engine.tell(waybill(3, u"WB-9999"_s));
        QTRY_COMPARE(b.table.rowAt(0)->waybillNumber, u"WB-9999"_s);
        b.engine.tell(waybill(18, u"WB-99999"_s)); // its parcels were here before it
        QTRY_COMPARE(b.table.rowAt(0)->waybillNumber, u"WB-99999"_s);
        b.engine.forget(WaybillId{u"wb-18"_s});
        QTRY_COMPARE(b.table.rowAt(0)->waybillNumber, u"WB-9999"_s);
        b.table.sort(Rows::Trip, Qt::DescendingOrder);
        QTRY_COMPARE(b.table.rowAt(0)->tripNumber, u"trip-0024"_s);
        b.engine.tell(trip(5, u"trip-7777"_s));
        QTRY_COMPARE(b.table.rowAt(0)->tripNumber, u"trip-7777"_s);
        b.table.sort(Rows::Customer, Qt::DescendingOrder);
        QTRY_COMPARE(b.table.rowAt(0)->delivery.customer->fullName, u"شیرین"_s);
        b.engine.tell(CustomerRef{{u"cu-2"_s}, u"یونس"_s, {}, {}});
        QTRY_COMPARE(b.table.rowAt(0)->delivery.customer->fullName, u"یونس"_s);
        QTRY_VERIFY(b.table.isComplete());
        auto expected = b.keys(Rows::Customer);
        const auto shown = expected;
        std::sort(expected.rbegin(), expected.rend());
        QCOMPARE(shown, expected);
    }
};

QTEST_GUILESS_MAIN(TestDeliveryTable)
#include "tst_deliverytable.moc"
