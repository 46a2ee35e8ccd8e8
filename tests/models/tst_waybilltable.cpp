// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's waybill table stays still: selection, scroll and edit survive whatever the store does, and no refresh,
// sort or filter ever resets the model.
#include "models/formats.h"
#include "models/selection.h"
#include "models/selectionbinding.h"
#include "models/waybilltablemodel.h"
#include "tests/models/madeuprows.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace waydesk;
using namespace waydesk::models;
using namespace waydesk::tests;
using namespace Qt::Literals::StringLiterals;
using facade::WaybillColumn;

namespace {

struct Desk
{
    StillClock clock;
    Formats formats{clock, QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc()};
    MadeUpRows rows;
    std::unique_ptr<WaybillTableModel> table;
    std::unique_ptr<QSignalSpy> resets;
    std::unique_ptr<QAbstractItemModelTester> tester;

    explicit Desk(int count = 0)
    {
        for (int i = 1; i <= count; ++i)
            rows.put(madeUp(i));
    }
    void open()
    {
        table = std::make_unique<WaybillTableModel>(rows, formats);
        resets = std::make_unique<QSignalSpy>(table.get(), &QAbstractItemModel::modelReset);
        tester = std::make_unique<QAbstractItemModelTester>(table.get(),
                                                            QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    bool settle()
    {
        table->readOn();
        return QTest::qWaitFor([this] { return table->isComplete(); });
    }
    QStringList shown() const
    {
        QStringList ids;
        for (int row = 0; row < table->rowCount(); ++row)
            ids += table->index(row, 0).data(WaybillTableModel::IdRole).toString();
        return ids;
    }
    QStringList wanted() const
    {
        QStringList ids;
        for (const auto& row : rows.localRows(table->filter()))
            ids += row.server.id.value;
        for (const qint64 id : rows.ordered(table->filter(), table->sorting()))
            ids += rows.server.value(id).server.id.value;
        return ids;
    }
};

} // namespace

class TestWaybillTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsItsLengthAndItsFirstWindowAtOnce()
    {
        Desk desk(1000);
        desk.rows.perLook = 10;
        desk.open();
        QCOMPARE(desk.table->rowCount(), 1000);
        QVERIFY(!desk.table->isComplete());
        QCOMPARE(desk.table->index(0, 0).data().toString(), u"WB01000"_s);
        QCOMPARE(desk.table->index(777, 0).data().toString(), u"WB00223"_s);
        QVERIFY(desk.settle());
        QCOMPARE(desk.shown(), desk.wanted());
        QCOMPARE(desk.resets->size(), 0);
    }

    void readsRowsByWindowAndKeepsOnlyAFew()
    {
        Desk desk(5000);
        desk.open();
        QVERIFY(desk.settle());
        desk.rows.fetched = 0;
        for (int column = 0; column < WaybillTableModel::kColumnCount; ++column)
            desk.table->index(2000, column).data();
        QCOMPARE(desk.rows.fetched, 16);
        desk.table->index(2010, 0).data();
        QCOMPARE(desk.rows.fetched, 16);
        desk.table->index(2016, 0).data();
        QCOMPARE(desk.rows.fetched, 32);
    }

    void growsAsTheWalkGoesWhereNoCountIsAtHand()
    {
        Desk desk(3000);
        desk.rows.countsAtOnce = false;
        desk.open();
        QVERIFY(desk.settle());
        QCOMPARE(desk.table->rowCount(), 3000);
        QCOMPARE(desk.shown(), desk.wanted());
        QCOMPARE(desk.resets->size(), 0);
    }

    void followsAnyChangeWithoutEverResetting_data()
    {
        QTest::addColumn<int>("perLook");
        QTest::addColumn<bool>("named"); // changed(ids), or "read again"
        QTest::newRow("named") << 0 << true;
        QTest::newRow("read again") << 0 << false;
        QTest::newRow("slow walk") << 3 << false;
    }
    void followsAnyChangeWithoutEverResetting()
    {
        QFETCH(int, perLook);
        QFETCH(bool, named);
        QRandomGenerator random(4711);
        Desk desk(60);
        desk.rows.perLook = perLook;
        desk.open();
        QVERIFY(desk.settle());
        QList<QPair<QPersistentModelIndex, QString>> held;
        for (int row = 0; row < desk.table->rowCount(); row += 3) {
            const QModelIndex index = desk.table->index(row, 2);
            held += {index, index.data(WaybillTableModel::IdRole).toString()};
        }
        qint64 next = 1000;
        for (int round = 0; round < 150; ++round) {
            QList<WaybillId> ids;
            for (int edit = random.bounded(1, round % 10 == 0 ? 60 : 4); edit > 0; --edit) {
                const auto keys = desk.rows.server.keys();
                const qint64 some = keys.isEmpty() ? 0 : keys.at(random.bounded(static_cast<int>(keys.size())));
                switch (random.bounded(4)) {
                case 0:
                    desk.rows.put(madeUp(++next, kWaybillStatuses[static_cast<size_t>(random.bounded(7))]));
                    ids += desk.rows.server.value(next).server.id;
                    break;
                case 1:
                    if (some != 0)
                        ids += desk.rows.server.take(some).server.id;
                    break;
                case 2:
                    if (some != 0) {
                        auto& row = desk.rows.server[some];
                        row.server.createdAt = at(random.bounded(24), random.bounded(60));
                        row.expected = row.server;
                        ids += row.server.id;
                    }
                    break;
                default:
                    if (some != 0) {
                        auto& row = desk.rows.server[some];
                        row.server.state = kWaybillStatuses[static_cast<size_t>(random.bounded(7))];
                        row.expected = row.server;
                        ids += row.server.id;
                    }
                }
            }
            if (round % 7 == 3) {
                desk.rows.locals.prepend(madeUpLocal(u"l%1"_s.arg(round)));
                ids += desk.rows.locals.first().server.id;
            }
            if (named)
                Q_EMIT desk.rows.changed(ids);
            else
                Q_EMIT desk.rows.reloaded();
            if (round % 20 == 5)
                desk.table->sort(static_cast<int>(round % 40 < 20 ? WaybillColumn::Cod : WaybillColumn::Created),
                                 round % 3 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            if (round % 30 == 9) {
                facade::WaybillFilter filter;
                if (round % 60 == 9)
                    filter.status = WaybillStatus::Sealed;
                desk.table->setFilter(filter);
            }
            QVERIFY(QTest::qWaitFor([&] { return desk.table->isComplete() && desk.shown() == desk.wanted(); }));
            QVERIFY(desk.resets->isEmpty());
            for (const auto& [index, id] : std::as_const(held)) {
                if (index.isValid())
                    QCOMPARE(index.data(WaybillTableModel::IdRole).toString(), id);
            }
        }
    }

    void keepsWhatPointsAtARowThatMoves()
    {
        Desk desk(500);
        desk.open();
        QVERIFY(desk.settle());
        const QPersistentModelIndex held = desk.table->index(desk.table->rowOf({u"w77"_s}), 3);
        auto& row = desk.rows.server[77];
        row.server.createdAt = at(23);
        row.expected = row.server;
        Q_EMIT desk.rows.changed({{u"w77"_s}});
        QCOMPARE(held.row(), 0);
        QCOMPARE(held.column(), 3);
        desk.table->sort(static_cast<int>(WaybillColumn::Created), Qt::AscendingOrder);
        QCOMPARE(held.row(), 499);
        QCOMPARE(held.data(WaybillTableModel::IdRole).toString(), u"w77"_s);
    }

    void repaintsAChangedRowAloneWhereItStands()
    {
        Desk desk(500);
        desk.open();
        QVERIFY(desk.settle());
        desk.table->index(3, 0).data();
        QSignalSpy painted(desk.table.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy moved(desk.table.get(), &QAbstractItemModel::layoutChanged);
        auto& row = desk.rows.server[497];
        row.expected.state = WaybillStatus::Sealed;
        row.isExpected = true;
        row.mark = store::CommandState::Queued;
        Q_EMIT desk.rows.changed({{u"w497"_s}});
        QCOMPARE(painted.size(), 1);
        QCOMPARE(painted.first().first().toModelIndex().row(), 3);
        QCOMPARE(moved.size(), 0);
        const QModelIndex status = desk.table->index(3, int(WaybillColumn::Status));
        QCOMPARE(status.data().toString(), u"Drafted → Sealed"_s);
        QCOMPARE(status.data(WaybillTableModel::ExpectedStatusRole).toInt(), int(WaybillStatus::Sealed));
        QCOMPARE(status.data(WaybillTableModel::StatusRole).toInt(), int(WaybillStatus::Drafted));
        QVERIFY(status.data(WaybillTableModel::ColumnExpectedRole).toBool());
        QVERIFY(!desk.table->index(3, int(WaybillColumn::Cod)).data(WaybillTableModel::ColumnExpectedRole).toBool());
    }

    void keepsALocalWaybillFirstAndFollowsItToItsServerName_data()
    {
        QTest::addColumn<bool>("renamedFirst");
        QTest::newRow("renamed, then changed") << true;
        QTest::newRow("changed alone") << false;
    }
    void keepsALocalWaybillFirstAndFollowsItToItsServerName()
    {
        QFETCH(bool, renamedFirst);
        Desk desk(100);
        desk.rows.locals += madeUpLocal(u"a"_s);
        desk.open();
        QVERIFY(desk.settle());
        QCOMPARE(desk.table->rowCount(), 101);
        QVERIFY(desk.table->index(0, 0).data(WaybillTableModel::IsLocalRole).toBool());
        QCOMPARE(desk.table->index(0, 0).data().toString(), u"New waybill to Erbil East"_s);
        desk.table->sort(int(WaybillColumn::Created), Qt::AscendingOrder);
        QCOMPARE(desk.table->idAt(0).value, u"local:a"_s);
        const QPersistentModelIndex held = desk.table->index(0, 1);
        const QPersistentModelIndex other = desk.table->index(50, 1);
        const QString otherId = other.data(WaybillTableModel::IdRole).toString();

        desk.rows.locals.clear();
        desk.rows.put(madeUp(555));
        desk.rows.names.insert({u"local:a"_s}, {u"w555"_s});
        if (renamedFirst)
            Q_EMIT desk.rows.renamed({u"local:a"_s}, {u"w555"_s});
        Q_EMIT desk.rows.changed({{u"local:a"_s}, {u"w555"_s}});
        QVERIFY(QTest::qWaitFor([&] { return desk.shown() == desk.wanted(); }));
        QVERIFY(held.isValid());
        QCOMPARE(held.data(WaybillTableModel::IdRole).toString(), u"w555"_s);
        QCOMPARE(held.row(), 100);
        QCOMPARE(other.data(WaybillTableModel::IdRole).toString(), otherId);
        QCOMPARE(desk.resets->size(), 0);
    }

    void keepsTheSelectionThroughRefreshSortAndName()
    {
        Desk desk(300);
        desk.rows.locals += madeUpLocal(u"a"_s);
        desk.open();
        QVERIFY(desk.settle());
        Selection selection;
        QItemSelectionModel view(desk.table.get());
        const SelectionBinding binding(*desk.table, view, selection);
        connect(&desk.rows, &RowSource::renamed, &selection, &Selection::rename);
        selection.set({{u"w10"_s}, {u"w20"_s}, {u"local:a"_s}}, {u"w20"_s});
        QCOMPARE(view.selectedRows().size(), 3);
        QCOMPARE(desk.table->idAt(view.currentIndex().row()).value, u"w20"_s);

        desk.table->sort(int(WaybillColumn::Cod), Qt::AscendingOrder);
        for (qint64 id = 1000; id < 1100; ++id)
            desk.rows.put(madeUp(id));
        desk.rows.locals.clear();
        desk.rows.put(madeUp(555));
        desk.rows.names.insert({u"local:a"_s}, {u"w555"_s});
        Q_EMIT desk.rows.renamed({u"local:a"_s}, {u"w555"_s});
        Q_EMIT desk.rows.reloaded();
        QVERIFY(QTest::qWaitFor([&] { return desk.shown() == desk.wanted(); }));
        QStringList chosen;
        for (const QModelIndex& index : view.selectedRows())
            chosen += index.data(WaybillTableModel::IdRole).toString();
        chosen.sort();
        QCOMPARE(chosen, (QStringList{u"w10"_s, u"w20"_s, u"w555"_s}));
        QCOMPARE(desk.table->idAt(view.currentIndex().row()).value, u"w20"_s);
        QVERIFY(selection.contains({u"w555"_s}));

        view.select(desk.table->index(0, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QCOMPARE(selection.selected(), QList<WaybillId>{desk.table->idAt(0)});
    }

    void dropsFromTheSelectionWhatLeavesTheTable()
    {
        Desk desk(50);
        desk.open();
        QVERIFY(desk.settle());
        Selection selection;
        QItemSelectionModel view(desk.table.get());
        const SelectionBinding binding(*desk.table, view, selection);
        selection.set({{u"w10"_s}, {u"w20"_s}}, {u"w10"_s});
        desk.rows.server.remove(10);
        Q_EMIT desk.rows.changed({{u"w10"_s}});
        QVERIFY(QTest::qWaitFor([&] { return desk.table->rowCount() == 49; }));
        QCOMPARE(selection.selected(), QList<WaybillId>{{u"w20"_s}});
        QVERIFY(selection.current() != WaybillId{u"w10"_s});
    }

    void showsAmountsDigitsAndHeadingsOfTheLanguage()
    {
        Desk desk(3);
        desk.open();
        const QModelIndex cod = desk.table->index(0, int(WaybillColumn::Cod));
        QCOMPARE(cod.data().toString(), u"3,000"_s);
        QCOMPARE(desk.table->headerData(int(WaybillColumn::Cod), Qt::Horizontal, Qt::DisplayRole).toString(),
                 u"COD, IQD"_s);
        QCOMPARE(desk.table->index(0, int(WaybillColumn::Route)).data().toString(), u"Main WH → Erbil East"_s);
        QCOMPARE(desk.table->index(0, int(WaybillColumn::Created)).data().toString(), u"Today 09:00"_s);
        QCOMPARE(desk.table->index(0, int(WaybillColumn::Driver)).data().toString(), u"—"_s);
        QSignalSpy painted(desk.table.get(), &QAbstractItemModel::dataChanged);
        desk.formats.setLocale(QLocale(QLocale::Arabic, QLocale::Iraq));
        QCOMPARE(painted.size(), 1);
        QCOMPARE(cod.data().toString(), u"٣٬٠٠٠"_s);
        QCOMPARE(desk.table->index(0, 0).data().toString(), u"WB00003"_s); // codes stay as they are written
        QCOMPARE(desk.table->tabSeparated({0}, {WaybillColumn::Number, WaybillColumn::Items}),
                 u"Waybill\tItems\nWB00003\t٣\n"_s);
    }
};

QTEST_MAIN(TestWaybillTable)
#include "tst_waybilltable.moc"
