// SPDX-License-Identifier: GPL-3.0-or-later
// The Deliveries page and the import page over a real store: what is asked for by filter, tab and key is what is shown,
// a change repaints without moving what the person looks at, and a cell put right is handed on.
#include "models/badrowsmodel.h"
#include "services/domain/fold.h"
#include "tests/support/fakeengine.h"
#include "tests/support/sample.h"
#include "tests/ui/deskbench.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliverydetail.h"
#include "ui/deliveries/importpage.h"
#include "ui/deliveries/parcelspane.h"
#include "ui/deliveries/returnwishpanel.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"
#include "ui/widgets/tokenfield.h"
#include "ui/window/memory.h"

#include <QFile>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;
using Rows = models::DeliveryTableModel;

namespace {

struct Shown
{
    explicit Shown(Theme& theme)
        : page(theme, {deliveries, (fill(), lookups), commands, formats, names(), {stories, media, {}}})
    {
        page.resize(1252, 850);
        page.show();
        page.activateWindow();
        settle();
    }
    void fill()
    {
        for (int n = 1; n <= 60; ++n) {
            Delivery d = sampleDelivery(n, n % 3 == 0 ? DeliveryStatus::Delivered : DeliveryStatus::Pending);
            d.createdAt = engine.clock().now() + std::chrono::minutes(n);
            d.cod.minor = n * 1000;
            engine.tell(d);
        }
    }
    std::function<models::DeliveryFilterNames()> names()
    {
        return [this] {
            models::DeliveryFilterNames found;
            found.common.warehouses = [this] { return lookups.warehouses(); };
            found.common.today = formats.today();
            found.zones = [this] { return lookups.zones(); };
            found.waybill = [](const QString&) { return std::optional<WaybillId>(); };
            found.trip = [](const QString&) { return std::optional<TripId>(); };
            return found;
        };
    }
    QStringList codes() const
    {
        QStringList all;
        for (int row = 0; row < page.parcels()->rows()->rowCount(); ++row)
            all << page.parcels()->rows()->index(row, Rows::Code).data().toString();
        return all;
    }

    FakeEngine engine;
    facade::DeliveryService deliveries{engine.reader(), engine};
    facade::LookupService lookups{engine.reader(), engine};
    facade::CommandService commands{engine.reader(), engine};
    facade::ParcelStoryService stories{engine.reader(), engine};
    facade::MediaService media{engine.reader(), engine};
    models::Formats formats{engine.clock(), QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
    DeliveriesPage page;
};

csv::BadRow badRow(qint64 line, const QStringList& cells, const QList<csv::CellFault>& faults)
{
    return {line, cells, faults, false};
}

} // namespace

class TestDeliveriesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }

    void showsWhatIsAskedFor()
    {
        Shown s(m_theme);
        QTRY_VERIFY(s.page.parcels()->rows()->isComplete());
        QCOMPARE(s.codes().size(), 60);
        QCOMPARE(s.codes().constFirst(), u"DEL1060"_s); // the newest first
        QTRY_VERIFY(s.page.parcels()->rows()->counts().has_value());
        QCOMPARE(s.page.parcels()->rows()->counts()->byStatus[size_t(DeliveryStatus::Delivered)], 20);
        s.page.parcels()->tabs()->setCurrentIndex(int(DeliveryStatus::Delivered) + 1);
        QCOMPARE(s.codes().size(), 20);
        QCOMPARE(s.codes().constFirst(), u"DEL1060"_s);
        s.page.parcels()->setFilterLine(u"cod>50000"_s); // and the tab still holds
        QCOMPARE(s.codes(), (QStringList{u"DEL1060"_s, u"DEL1057"_s, u"DEL1054"_s, u"DEL1051"_s}));
        s.page.parcels()->setFilterLine(u"status:pending 1058"_s); // a status in the line wins
        QCOMPARE(s.codes(), QStringList{u"DEL1058"_s});
        s.page.parcels()->setFilterLine(u"zone:nowhere"_s);
        QVERIFY(!s.page.parcels()->filterField()->accessibleDescription().isEmpty()); // says what is wrong
        QVERIFY(s.page.escape());
        QVERIFY(s.page.parcels()->filterField()->filterText().isEmpty());
    }

    void keepsThePlaceWhileRowsChange()
    {
        Shown s(m_theme);
        QTRY_VERIFY(s.page.parcels()->rows()->isComplete());
        Table* table = s.page.parcels()->table();
        QSignalSpy reset(table->model(), &QAbstractItemModel::modelReset);
        table->setCurrentIndex(table->model()->index(5, 0));
        QCOMPARE(s.page.detail()->pane()->number(), u"DEL1055"_s);
        Delivery newer = sampleDelivery(61);
        newer.createdAt = s.engine.clock().now() + std::chrono::hours(3);
        s.engine.tell(newer);
        Delivery changed = sampleDelivery(55, DeliveryStatus::Failed);
        changed.createdAt = s.engine.clock().now() + std::chrono::minutes(55);
        s.engine.tell(changed);
        QTRY_COMPARE(s.codes().constFirst(), u"DEL1061"_s);
        QCOMPARE(table->currentIndex().row(), 6);
        QTRY_COMPARE(table->model()->index(6, Rows::Status).data().toString(), u"Failed"_s);
        QCOMPARE(s.page.detail()->pane()->number(), u"DEL1055"_s);
        QCOMPARE(reset.size(), 0);
        // one that leaves the filter leaves the table
        s.page.parcels()->tabs()->setCurrentIndex(int(DeliveryStatus::Pending) + 1);
        const qsizetype pending = s.codes().size();
        Delivery gone = sampleDelivery(58, DeliveryStatus::Delivered);
        gone.createdAt = s.engine.clock().now() + std::chrono::minutes(58);
        s.engine.tell(gone);
        QTRY_COMPARE(s.codes().size(), pending - 1);
        QVERIFY(!s.codes().contains(u"DEL1058"_s));
    }

    void sortsByEveryOrder()
    {
        Shown s(m_theme);
        QTRY_VERIFY(s.page.parcels()->rows()->isComplete());
        s.page.parcels()->table()->sortByColumn(Rows::Cod, Qt::AscendingOrder);
        QCOMPARE(s.codes().constFirst(), u"DEL1001"_s);
        s.page.parcels()->table()->sortByColumn(Rows::Code, Qt::DescendingOrder);
        QCOMPARE(s.codes().constFirst(), u"DEL1060"_s);
        s.page.parcels()->table()->sortByColumn(Rows::Window, Qt::AscendingOrder); // has no order: nothing moves
        QCOMPARE(s.codes().constFirst(), u"DEL1060"_s);
        TableHeader* header = s.page.parcels()->table()->header();
        QCOMPARE(header->sortIndicatorSection(), int(Rows::Code));
        for (const int column : {Rows::Customer, Rows::Destination, Rows::Waybill, Rows::Trip}) {
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                s.page.parcels()->table()->sortByColumn(column, order);
                QCOMPARE(s.page.parcels()->rows()->sortColumn(), column);
                QCOMPARE(header->sortIndicatorSection(), column);
                const QString name = s.page.parcels()->rows()->headerData(column, Qt::Horizontal, 0).toString();
                QCOMPARE(header->accessibleDescription(), order == Qt::AscendingOrder
                                                              ? u"Sorted by %1, ascending"_s.arg(name)
                                                              : u"Sorted by %1, descending"_s.arg(name));
            }
        }
    }

    void sortsByKeyAndRemembersIt()
    {
        Shown s(m_theme);
        QTRY_VERIFY(s.page.parcels()->rows()->isComplete());
        QMenu menu;
        s.page.parcels()->table()->header()->fillColumnMenu(menu);
        const QList<QAction*> sorts = menu.findChild<QMenu*>()->actions();
        const auto found = std::find_if(sorts.begin(), sorts.end(),
                                        [](const QAction* action) { return action->text() == u"Destination"_s; });
        QVERIFY(found != sorts.end());
        (*found)->trigger();
        QStringList shown, expected;
        for (int row = 0; row < 60; ++row)
            shown << fold(s.page.parcels()->rows()->index(row, Rows::Destination).data().toString());
        expected = shown;
        std::sort(expected.begin(), expected.end());
        QVERIFY(expected.constFirst() != expected.constLast());
        QCOMPARE(shown, expected);
        ShortMemory memory;
        s.page.remember(memory);
        Shown later(m_theme);
        QCOMPARE(later.page.parcels()->rows()->sortColumn(), int(Rows::Created));
        later.page.recall(memory);
        QCOMPARE(later.page.parcels()->rows()->sortColumn(), int(Rows::Destination));
        QCOMPARE(later.page.parcels()->table()->header()->sortIndicatorOrder(), Qt::AscendingOrder);
    }

    void asksForAReturn()
    {
        Shown s(m_theme);
        QTRY_VERIFY(s.page.parcels()->rows()->isComplete());
        s.page.reveal(sampleDelivery(7).id);
        QCOMPARE(s.page.detail()->pane()->number(), u"DEL1007"_s);
        QTest::keyClick(s.page.parcels()->table(), Qt::Key_R, Qt::ControlModifier);
        auto* panel = qobject_cast<ReturnWishPanel*>(s.page.openPanel());
        QVERIFY(panel);
        panel->findChild<QPlainTextEdit*>()->setPlainText(u"refused at the door"_s);
        Q_EMIT panel->accepted();
        QTRY_VERIFY(!s.page.openPanel());
        const auto open = s.commands.open();
        QCOMPARE(open.size(), 1);
        QCOMPARE(std::get<RequestReturn>(open[0].command).delivery, sampleDelivery(7).id);
        QCOMPARE(std::get<RequestReturn>(open[0].command).reason, u"refused at the door"_s);
        const int row = s.page.parcels()->rows()->rowOf(sampleDelivery(7).id);
        QTRY_COMPARE(s.page.parcels()->rows()->index(row, 0).data(Rows::MarkRole).toInt(),
                     int(store::CommandState::Queued));
    }

    void bringsInAFile()
    {
        FakeEngine engine;
        engine.tell(sampleWarehouse(1));
        facade::ImportService imports(engine.reader(), engine);
        facade::LookupService lookups(engine.reader(), engine);
        models::Formats formats(engine.clock(), QLocale(QLocale::English), QTimeZone::utc());
        QTemporaryDir folder;
        QFile file(folder.filePath(u"shop.csv"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("Order no;Street;COD\nA-1;Gulan 5;12,000\nA-2;;abc\n");
        file.close();
        ImportPage page(m_theme,
                        {imports, lookups, formats, [&](QWidget*, const auto& chosen) { chosen(file.fileName()); }});
        page.resize(1200, 800);
        page.show();
        page.activateWindow();
        settle();
        QTest::keyClick(&page, Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(page.preview()->model()->rowCount(), 2);
        QVERIFY(page.checkAction()->isEnabled() && !page.sendAction()->isEnabled());
        page.checkAction()->trigger();
        QCOMPARE(engine.importsAsked.size(), 1);
        csv::ImportJob job = engine.importsAsked.constFirst();
        QCOMPARE(job.setup.delimiter, u';');
        QCOMPARE(job.setup.pickup, sampleWarehouse(1).ref.id);
        QCOMPARE(job.setup.mapping,
                 (csv::Mapping{
                     {0, csv::ImportField::Reference}, {1, csv::ImportField::Address}, {2, csv::ImportField::Cod}}));
        job.state = csv::ImportState::Checked;
        job.rows = 2;
        job.bad = 1;
        QVERIFY(engine.store()
                    .imports()
                    .put(job, {badRow(3, {u"A-2"_s, u""_s, u"abc"_s},
                                      {{csv::ImportField::Address, u"missing"_s},
                                       {csv::ImportField::Cod, u"not_a_number"_s}})})
                    .ok());
        Q_EMIT engine.importMoved(job);
        QCOMPARE(page.badRows()->model()->rowCount(), 1);
        using Bad = models::BadRowsModel;
        QCOMPARE(page.badRows()->model()->index(0, Bad::Wrong).data().toString(),
                 u"Address is missing · COD is no number"_s);
        const QModelIndex address = page.badRows()->model()->index(0, Bad::FirstCell + 1);
        QVERIFY(address.data(Bad::FaultyRole).toBool());
        QVERIFY(page.badRows()->model()->setData(address, u"Gulan 6"_s));
        QCOMPARE(engine.importCalls, QStringList{u"fix %1 3 1 Gulan 6"_s.arg(job.id)});
        // The disk is full: that is said, and what was typed stays in sight.
        csv::ImportJob notKept = job;
        notKept.error = Error{Error::Kind::Storage, 0, u"disk_full"_s, {}, {}, {}};
        Q_EMIT engine.importMoved(notKept);
        QVERIFY(!page.findChild<Notice*>()->sentence().isEmpty());
        QCOMPARE(address.data().toString(), u"Gulan 6"_s);
        Q_EMIT engine.importMoved(job);
        QVERIFY(page.sendAction()->isEnabled());
        page.sendAction()->trigger();
        QCOMPARE(engine.importCalls.last(), u"send "_s + job.id);
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestDeliveriesPage)
#include "tst_deliveriespage.moc"
