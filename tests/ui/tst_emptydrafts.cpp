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

namespace {

struct Shown // the page over a depot with one draft that has no parcel
{
    explicit Shown(Theme& theme)
        : empty(sampleWaybill(700))
        , page(theme, bench.desk())
    {
        empty.itemCount = 0;
        bench.engine.tell(empty);
        page.show();
        settle();
    }
    DeskBench bench;
    Waybill empty;
    WaybillsPage page;
};

} // namespace

class TestEmptyDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }

    void allMeansAllWhenTheServerDoesIt()
    {
        Shown s(m_theme);
        Q_EMIT s.bench.actions.asked(Act::DeleteEmptyDrafts, {});
        QCOMPARE(s.bench.ask.asked.size(), 1);
        QVERIFY(s.bench.ask.asked.constFirst().grave);
        QVERIFY2(s.bench.ask.asked.constFirst().text.contains(s.empty.number),
                 qPrintable(s.bench.ask.asked.constFirst().text));
        QCOMPARE(s.bench.commands.open().size(), 0); // "no" is no
        s.bench.ask.yes = true;
        Q_EMIT s.bench.actions.asked(Act::DeleteEmptyDrafts, {});
        settle();
        QCOMPARE(s.bench.commands.open().size(), 1);
        QCOMPARE(s.bench.commands.open().constFirst().command, Command(BulkDeleteDrafts{{}, true}));
        QVERIFY(!s.page.openPanel());
    }

    void theChosenOnesAreNamedOneByOneAndLeadToAll()
    {
        Shown s(m_theme);
        s.bench.ask.yes = true;
        Q_EMIT s.bench.actions.asked(Act::DeleteEmptyDrafts, {s.empty.id});
        auto* panel = qobject_cast<BulkPanel*>(s.page.openPanel());
        QVERIFY(panel);
        QCOMPARE(s.bench.ask.asked.size(), 0); // its list is the question
        panel->primary()->click();
        settle();
        QCOMPARE(s.bench.commands.open().size(), 1);
        QCOMPARE(s.bench.commands.open().constFirst().command, Command(BulkDeleteDrafts{{s.empty.id}, false}));
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestEmptyDrafts)
#include "tst_emptydrafts.moc"
