// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's models keep step with the real services over a real store.
#include "models/deliveriesmodel.h"
#include "models/formats.h"
#include "models/outboxmodel.h"
#include "models/selection.h"
#include "models/servicefollow.h"
#include "models/servicesources.h"
#include "models/statustabsmodel.h"
#include "models/waybilltablemodel.h"
#include "tests/support/fakeengine.h"
#include "tests/support/sample.h"

#include <QSignalSpy>
#include <QTest>

using namespace waydesk;
using namespace waydesk::models;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWaybills = 40;

struct Desk
{
    Desk()
    {
        engine.seedDepot(kWaybills, 30);
        waybills.setZone(QTimeZone::utc());
        commands.setClock(engine.clock());
        table.readOn();
    }
    test::FakeEngine engine;
    facade::WaybillService waybills{engine.reader(), engine};
    facade::CommandService commands{engine.reader(), engine};
    facade::LookupService lookups{engine.reader(), engine};
    facade::ConnectionService connection{engine};
    Formats formats{engine.clock()};
    ServiceRowSource rows{waybills};
    WaybillTableModel table{rows, formats};
    Selection selection;
};

qint64 countOf(const StatusTabsModel& tabs, int status)
{
    for (int row = 0; row < tabs.rowCount(); ++row) {
        if (tabs.index(row, 0).data(StatusTabsModel::StatusRole).toInt() == status)
            return tabs.index(row, 0).data(StatusTabsModel::CountRole).toLongLong();
    }
    return -1;
}

constexpr int kAll = -1, kSealed = static_cast<int>(WaybillStatus::Sealed);

} // namespace

class TestServiceFollow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatTheTableShows()
    {
        Desk desk;
        StatusTabsModel tabs(desk.formats);
        follow(tabs, desk.waybills, desk.table);
        QTRY_COMPARE(desk.table.rowCount(), kWaybills);
        QTRY_COMPARE(countOf(tabs, kAll), kWaybills);
        const qint64 sealed = countOf(tabs, kSealed);
        facade::WaybillFilter filter;
        filter.status = WaybillStatus::Sealed;
        desk.table.setFilter(filter);
        QTRY_COMPARE(desk.table.rowCount(), sealed);
        desk.engine.tell(test::sampleWaybill(1, WaybillStatus::Sealed)); // was the first of the drafts, or is new
        QTRY_COMPARE(countOf(tabs, kSealed), desk.table.rowCount());
        QVERIFY(countOf(tabs, kSealed) >= sealed);
    }

    void showsTheParcelsOfTheCurrentWaybill()
    {
        Desk desk;
        DeliveriesModel parcels(desk.formats);
        follow(parcels, desk.waybills, desk.selection);
        QCOMPARE(parcels.rowCount(), 0);
        const Waybill waybill = test::sampleWaybill(900);
        desk.engine.tell(waybill);
        desk.selection.setCurrent(waybill.id);
        QVERIFY(desk.engine.wantedDetails().contains(waybill.id)); // asks the server as well
        Delivery parcel = test::sampleDelivery(900);
        parcel.waybillId = waybill.id;
        desk.engine.tell(parcel);
        QTRY_COMPARE(parcels.rowCount(), 1);
        desk.selection.clear();
        QCOMPARE(parcels.rowCount(), 0);
    }

    void listsWhatWaits()
    {
        Desk desk;
        OutboxModel outbox(desk.formats);
        follow(outbox, desk.commands, desk.connection, serviceNames(desk.waybills, desk.lookups));
        const int before = outbox.rowCount();
        const Waybill waybill = test::sampleWaybill(900);
        desk.engine.tell(waybill);
        desk.commands.submit(CancelWaybill{waybill.id});
        QTRY_VERIFY(outbox.rowCount() > before);
    }

    void followsALocalWaybillToItsServerId()
    {
        Desk desk;
        follow(desk.selection, desk.waybills);
        const WaybillId local{u"local:1"_s};
        QSignalSpy accepted(&desk.commands, &facade::CommandService::accepted);
        desk.commands.submit(test::sampleCreate(local));
        QTRY_COMPARE(accepted.size(), 1);
        QTRY_COMPARE(desk.table.rowCount(), kWaybills + 1);
        desk.selection.setCurrent(local);
        desk.engine.confirmAll();
        QTRY_VERIFY(!desk.selection.current().isLocal());
        QVERIFY(desk.waybills.find(desk.selection.current()));
        QTRY_COMPARE(desk.table.rowCount(), kWaybills + 1); // the same one, once
    }
};

QTEST_GUILESS_MAIN(TestServiceFollow)
#include "tst_servicefollow.moc"
