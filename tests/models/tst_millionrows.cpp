// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's waybill table over a million rows: any place at once, bounded memory, still never a reset.
#include "models/formats.h"
#include "models/waybilltablemodel.h"
#include "tests/models/madeuprows.h"

#include <QSignalSpy>
#include <QTest>
#include <malloc.h>

using namespace waydesk;
using namespace waydesk::models;
using namespace waydesk::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kMillion = 1'000'000;

// Row ids 1 to `count`; the order is by row id.
class CountedRows final : public RowSource
{
public:
    qint64 count = kMillion;

    struct Cursor final : facade::OrderCursor
    {
        qint64 next = 0, left = 0;
        int step = 1;
        QList<qint64> take(int most) override
        {
            QList<qint64> ids;
            for (; left > 0 && ids.size() < most; --left, next += step)
                ids += next;
            return ids;
        }
    };
    static bool up(const facade::WaybillSort& sort) { return sort.order == Qt::AscendingOrder; }
    std::optional<qint64> countNow(const facade::WaybillFilter&) const override { return count; }
    std::unique_ptr<facade::OrderCursor> order(const facade::WaybillFilter&,
                                               const facade::WaybillSort& sort) const override
    {
        auto cursor = std::make_unique<Cursor>();
        cursor->left = count;
        cursor->step = up(sort) ? 1 : -1;
        cursor->next = up(sort) ? 1 : count;
        return cursor;
    }
    QList<qint64> slice(const facade::WaybillFilter&, const facade::WaybillSort& sort, qint64 from,
                        int most) const override
    {
        QList<qint64> ids;
        for (qint64 at = from; at < std::min(from + most, count); ++at)
            ids += up(sort) ? at + 1 : count - at;
        return ids;
    }
    bool matches(qint64 rowid, const facade::WaybillFilter&) const override { return rowid <= count; }
    qsizetype positionIn(std::span<const qint64> sorted, qint64 rowid, const facade::WaybillSort& sort) const override
    {
        return std::partition_point(sorted.begin(), sorted.end(),
                                    [&](qint64 other) { return up(sort) ? other < rowid : other > rowid; }) -
               sorted.begin();
    }
    QList<facade::WaybillRow> rows(std::span<const qint64> rowids) const override
    {
        QList<facade::WaybillRow> out;
        for (const qint64 id : rowids)
            out += madeUp(id);
        return out;
    }
    QList<facade::WaybillRow> localRows(const facade::WaybillFilter&) const override { return {}; }
    std::optional<facade::WaybillRow> find(const WaybillId& id) const override { return madeUp(*rowidOf(id)); }
    std::optional<qint64> rowidOf(const WaybillId& id) const override { return id.value.sliced(1).toLongLong(); }
    void refresh() override {}
};

size_t inUse()
{
    const auto info = ::mallinfo2();
    return info.uordblks + info.hblkhd;
}

} // namespace

class TestMillionRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAnywhereAtOnceInLittleMemory()
    {
        const StillClock clock;
        const Formats formats(clock, QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc());
        CountedRows rows;
        const size_t before = inUse();
        WaybillTableModel table(rows, formats);
        QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
        QCOMPARE(table.rowCount(), int(kMillion));
        QVERIFY(!table.isComplete());
        QCOMPARE(table.idAt(700'000).value, u"w300000"_s); // long before the walk gets there
        table.readOn();
        QVERIFY(QTest::qWaitFor([&] { return table.isComplete(); }, 60'000));
        for (int row = 0; row < kMillion; row += 997)
            QCOMPARE(table.idAt(row).value, u"w%1"_s.arg(kMillion - row));

        const QPersistentModelIndex held = table.index(table.rowOf({u"w999999"_s}), 0);
        table.sort(int(facade::WaybillColumn::Number), Qt::AscendingOrder);
        QCOMPARE(table.idAt(0).value, u"w1"_s);
        QCOMPARE(table.idAt(999'998).value, u"w999999"_s);
        QVERIFY(!held.isValid() || held.row() == 999'998); // never on another row
        QVERIFY(QTest::qWaitFor([&] { return table.isComplete(); }, 60'000));
        QCOMPARE(table.rowOf({u"w999999"_s}), 999'998);

        const QPersistentModelIndex last = table.index(999'999, 0);
        rows.count = kMillion + 1;
        Q_EMIT rows.changed({{u"w1000001"_s}}); // one more: found a place by itself, without a walk
        QCOMPARE(table.rowCount(), int(kMillion) + 1);
        QCOMPARE(last.row(), 999'999);
        QVERIFY(table.isComplete());
        Q_EMIT rows.reloaded();
        QSignalSpy completed(&table, &WaybillTableModel::orderCompleted);
        QVERIFY(completed.wait(60'000));
        QCOMPARE(resets.size(), 0);
        const size_t used = inUse() - before;
        QVERIFY2(used <= 64u << 20, qPrintable(u"%1 MiB"_s.arg(used >> 20)));
        qInfo("in use: %zu KiB", used >> 10);
    }
};

QTEST_MAIN(TestMillionRows)
#include "tst_millionrows.moc"
