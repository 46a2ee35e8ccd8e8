// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk deletes every empty draft by the contract's own scope, after saying what that means.
#include "tests/ui/deskbench.h"
#include "ui/waybills/bulkpanel.h"
#include "ui/waybills/waybillspage.h"
#include "ui/widgets/button.h"

#include <QTest>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;
using Act = models::WaybillActions::Act;

class TestEmptyDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }

    void allMeansAllWhenTheServerDoesIt()
    {
        DeskBench bench;
        Waybill empty = sampleWaybill(700);
        empty.itemCount = 0;
        bench.engine.tell(empty);
        WaybillsPage page(m_theme, bench.desk());
        page.show();
        settle();
        Q_EMIT bench.actions.asked(Act::DeleteEmptyDrafts, {});
        QCOMPARE(bench.ask.asked.size(), 1);
        QVERIFY(bench.ask.asked.constFirst().grave);
        QVERIFY2(bench.ask.asked.constFirst().text.contains(empty.number),
                 qPrintable(bench.ask.asked.constFirst().text));
        QCOMPARE(bench.commands.open().size(), 0); // "no" is no
        bench.ask.yes = true;
        Q_EMIT bench.actions.asked(Act::DeleteEmptyDrafts, {});
        settle();
        QCOMPARE(bench.commands.open().size(), 1);
        QCOMPARE(bench.commands.open().constFirst().command, Command(BulkDeleteDrafts{{}, true}));
        QVERIFY(!page.openPanel());
    }

    void theChosenOnesAreNamedOneByOneAndLeadToAll()
    {
        DeskBench bench;
        Waybill empty = sampleWaybill(700);
        empty.itemCount = 0;
        bench.engine.tell(empty);
        WaybillsPage page(m_theme, bench.desk());
        page.show();
        settle();
        bench.ask.yes = true;
        Q_EMIT bench.actions.asked(Act::DeleteEmptyDrafts, {empty.id});
        auto* panel = qobject_cast<BulkPanel*>(page.openPanel());
        QVERIFY(panel);
        QCOMPARE(bench.ask.asked.size(), 0); // its list is the question
        panel->primary()->click();
        settle();
        QCOMPARE(bench.commands.open().size(), 1);
        QCOMPARE(bench.commands.open().constFirst().command, Command(BulkDeleteDrafts{{empty.id}, false}));
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestEmptyDrafts)
#include "tst_emptydrafts.moc"
