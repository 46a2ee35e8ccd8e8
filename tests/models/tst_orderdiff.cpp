// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk finds how one order of rows becomes another, and never claims more than is true.
#include "models/orderdiff.h"

#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

using namespace waydesk::models;
using Order = std::vector<qint64>;

namespace {

Order without(const Order& order, const std::vector<RowRange>& ranges)
{
    Order rest;
    for (size_t i = 0; i < order.size(); ++i) {
        const auto at = static_cast<qsizetype>(i);
        if (std::none_of(ranges.begin(), ranges.end(),
                         [at](const RowRange& r) { return at >= r.first && at < r.first + r.count; }))
            rest.push_back(order[i]);
    }
    return rest;
}

qsizetype total(const std::vector<RowRange>& ranges)
{
    qsizetype sum = 0;
    for (const RowRange& range : ranges)
        sum += range.count;
    return sum;
}

Order sorted(Order order)
{
    std::sort(order.begin(), order.end());
    return order;
}

// What any caller builds on: the survivors of both sides are the same rows, in the same order unless told otherwise.
void verifyTrue(const Order& before, const Order& after, const OrderDiff& diff)
{
    const Order left = without(before, diff.removed), right = without(after, diff.inserted);
    QCOMPARE(sorted(left), sorted(right));
    QCOMPARE(left != right, diff.reordered);
    QVERIFY(std::find(left.begin(), left.end(), 0) == left.end());
}

} // namespace

class TestOrderDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsSmallChangesExactly_data()
    {
        QTest::addColumn<QList<qint64>>("before");
        QTest::addColumn<QList<qint64>>("after");
        QTest::addColumn<int>("removed");
        QTest::addColumn<int>("inserted");
        QTest::addColumn<bool>("reordered");
        using L = QList<qint64>;
        QTest::newRow("same") << L{1, 2, 3} << L{1, 2, 3} << 0 << 0 << false;
        QTest::newRow("both empty") << L{} << L{} << 0 << 0 << false;
        QTest::newRow("all new") << L{} << L{1, 2} << 0 << 2 << false;
        QTest::newRow("all gone") << L{1, 2} << L{} << 2 << 0 << false;
        QTest::newRow("one on top") << L{2, 3} << L{1, 2, 3} << 0 << 1 << false;
        QTest::newRow("one from the middle") << L{1, 2, 3} << L{1, 3} << 1 << 0 << false;
        QTest::newRow("one moved up") << L{1, 2, 3, 4} << L{4, 1, 2, 3} << 0 << 0 << true;
        QTest::newRow("reversed") << L{1, 2, 3, 4} << L{4, 3, 2, 1} << 0 << 0 << true;
        QTest::newRow("not read yet") << L{1, 0, 0} << L{1, 2, 3} << 2 << 2 << false;
        QTest::newRow("stands twice") << L{5, 1, 2, 5} << L{5, 1, 2} << 1 << 0 << false;
        QTest::newRow("stands twice, kept in the middle") << L{5, 1, 5, 2} << L{1, 5, 2} << 1 << 0 << false;
    }
    void tellsSmallChangesExactly()
    {
        QFETCH(QList<qint64>, before);
        QFETCH(QList<qint64>, after);
        QFETCH(int, removed);
        QFETCH(int, inserted);
        QFETCH(bool, reordered);
        const Order a(before.begin(), before.end()), b(after.begin(), after.end());
        const OrderDiff diff = diffOrders(a, b);
        QCOMPARE(total(diff.removed), removed);
        QCOMPARE(total(diff.inserted), inserted);
        QCOMPARE(diff.reordered, reordered);
        verifyTrue(a, b, diff);
    }

    void isTrueForAnyChange()
    {
        QRandomGenerator random(20260407);
        for (int round = 0; round < 4000; ++round) {
            Order a;
            const int size = random.bounded(0, 40);
            for (qint64 key = 1; key <= size; ++key)
                a.push_back(random.bounded(10) == 0 ? 0 : key);
            std::shuffle(a.begin(), a.end(), random);
            Order b = a;
            std::erase(b, 0);
            for (int edit = random.bounded(0, 12); edit > 0; --edit) {
                const int kind = random.bounded(3);
                if (kind == 0 && !b.empty())
                    b.erase(b.begin() + random.bounded(static_cast<int>(b.size())));
                else if (kind == 1)
                    b.insert(b.begin() + random.bounded(static_cast<int>(b.size()) + 1), 1000 + round * 100 + edit);
                else if (!b.empty())
                    std::swap(b[static_cast<size_t>(random.bounded(static_cast<int>(b.size())))], b.front());
            }
            if (random.bounded(5) == 0 && !a.empty())
                a.push_back(a.front()); // a key that stands twice
            verifyTrue(a, b, diffOrders(a, b));
            if (QTest::currentTestFailed())
                return;
        }
    }

    void isTrueForLongListsBeyondAnyLookAhead()
    {
        QRandomGenerator random(7);
        Order a(20000), b;
        for (size_t i = 0; i < a.size(); ++i)
            a[i] = static_cast<qint64>(i) + 1;
        b = a;
        std::shuffle(b.begin(), b.end(), random);
        b.resize(15000);
        for (qint64 key = 50000; key < 55000; ++key)
            b.push_back(key);
        const OrderDiff diff = diffOrders(a, b);
        verifyTrue(a, b, diff);
        QCOMPARE(total(diff.removed), 5000);
        QCOMPARE(total(diff.inserted), 5000);
    }
};

QTEST_GUILESS_MAIN(TestOrderDiff)
#include "tst_orderdiff.moc"
