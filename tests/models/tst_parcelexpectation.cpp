// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk shows a parcel as it is expected to be, one that only this desk knows among the others, and follows it to the
// server's name.
#include "models/deliverytablemodel.h"
#include "models/formats.h"
#include "services/facade/commandservice.h"
#include "services/facade/deliveryservice.h"
#include "tests/support/fakeengine.h"
#include "tests/support/sample.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::test;

namespace {

const DeliveryId kLocal{u"local:1"_s}, kFirst{u"dl-1"_s};

struct Bench
{
    Bench() { engine.seedDepot(0, 8); }
    qint64 submit(const Command& command)
    {
        QSignalSpy accepted(&commands, &facade::CommandService::accepted);
        commands.submit(command);
        return accepted.size() == 1 ? accepted[0][1].toLongLong() : -1;
    }
    FakeEngine engine;
    facade::DeliveryService parcels{engine.reader(), engine};
    facade::CommandService commands{engine.reader(), engine};
    models::Formats formats{engine.clock(), QLocale::c(), QTimeZone::utc()};
};

UpdateDelivery notes(const QString& text)
{
    UpdateDelivery update{kFirst, {}};
    update.edit.notes = text;
    return update;
}

} // namespace

class TestParcelExpectation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expectsWhatIsQueued()
    {
        Bench b;
        QVERIFY(!b.parcels.find(kFirst)->isExpected);
        const qint64 first = b.submit(notes(u"ring twice"_s));
        QCOMPARE(b.parcels.find(kFirst)->delivery.notes, u"ring twice"_s);
        QVERIFY(b.parcels.find(kFirst)->isExpected && b.parcels.find(kFirst)->mark);
        b.submit(notes(u"no, once"_s));
        QCOMPARE(b.parcels.find(kFirst)->delivery.notes, u"no, once"_s);
        Error why;
        why.kind = Error::Kind::Rejected;
        b.engine.refuse(first, why); // neither it nor what stands behind it is expected now
        QVERIFY(!b.parcels.find(kFirst)->isExpected);
    }

    void showsANewParcelFirstUntilTheServerHasIt()
    {
        Bench b;
        models::DeliveryTableModel table(b.parcels, b.formats);
        QAbstractItemModelTester tester(&table);
        QTRY_VERIFY(table.isComplete());
        QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
        const qint64 seq = b.submit(CreateDelivery{kLocal, sampleEdit()});
        QTRY_COMPARE(table.rowCount(), 9);
        QCOMPARE(table.idAt(0), kLocal);
        QVERIFY(table.rowAt(0)->isExpected && table.rowAt(0)->rowid < 0);
        QCOMPARE(table.rowOf(kLocal), 0);
        QTRY_VERIFY(table.counts() && table.counts()->all == 9);
        facade::DeliveryFilter filter;
        filter.query.text = u"dilan aziz"_s; // a parcel of the store belongs to another Dilan
        table.setFilter(filter);
        QTRY_COMPARE(table.rowCount(), 1);
        filter.query.text = u"nobody"_s;
        table.setFilter(filter);
        QTRY_COMPARE(table.rowCount(), 0);
        table.setFilter({});
        QTRY_COMPARE(table.rowCount(), 9);
        const QPersistentModelIndex other = table.index(3, 0);
        const DeliveryId third = table.idAt(3);

        QSignalSpy renamed(&b.parcels, &facade::DeliveryService::renamed);
        b.engine.confirm(seq);
        QCOMPARE(renamed.size(), 1);
        const auto server = renamed[0][1].value<DeliveryId>();
        QTRY_VERIFY(table.rowOf(server) >= 0 && table.rowAt(table.rowOf(server)));
        QTRY_COMPARE(table.rowCount(), 9);
        QVERIFY(!table.rowAt(table.rowOf(server))->isExpected);
        QCOMPARE(b.parcels.find(kLocal)->delivery.id, server); // whoever still says the old name
        QCOMPARE(table.idAt(other.row()), third);
        QVERIFY(reset.isEmpty());
    }

    void keepsARefusedOneInSight()
    {
        Bench b;
        const qint64 seq = b.submit(CreateDelivery{kLocal, sampleEdit()});
        Error why;
        why.kind = Error::Kind::Rejected;
        b.engine.refuse(seq, why);
        QCOMPARE(b.parcels.localRows({}).size(), 1);
        QCOMPARE(*b.parcels.find(kLocal)->mark, store::CommandState::Refused);
        b.commands.discard(seq);
        QVERIFY(b.parcels.localRows({}).isEmpty());
        QVERIFY(!b.parcels.find(kLocal));
    }
};

QTEST_MAIN(TestParcelExpectation)
#include "tst_parcelexpectation.moc"
