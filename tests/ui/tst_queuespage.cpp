// SPDX-License-Identifier: GPL-3.0-or-later
// The queues of returns and of exceptions on the Deliveries page, and the returns of a trip, over a real store and by
// keys alone: what is asked for is written to the outbox, what is typed survives, what is not possible says why.
#include "models/queuewords.h"
#include "tests/support/fakeengine.h"
#include "tests/support/sample.h"
#include "tests/support/samplequeues.h"
#include "tests/ui/deskbench.h"
#include "ui/deliveries/casepanels.h"
#include "ui/deliveries/casespane.h"
#include "ui/deliveries/deliveriespage.h"
#include "ui/deliveries/deliveryplaces.h"
#include "ui/deliveries/parcelspane.h"
#include "ui/deliveries/returnspane.h"
#include "ui/trips/tripdetail.h"
#include "ui/trips/tripreturns.h"
#include "ui/trips/tripspage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/counttabs.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/select.h"
#include "ui/widgets/table.h"
#include "ui/widgets/textbox.h"

#include <QListWidget>
#include <QSignalSpy>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Shown
{
    explicit Shown(Theme& theme)
        : page(theme, {deliveries,
                       lookups,
                       commands,
                       formats,
                       [] { return models::DeliveryFilterNames(); },
                       {stories, media, {}}})
    {
        for (int n = 1; n <= 6; ++n)
            engine.tell(sampleDelivery(n));
        for (int n = 1; n <= 4; ++n) {
            engine.tell(sampleReturn(n));
            engine.tell(sampleCase(n));
        }
        engine.tell(QList<Colleague>{{{u"user-1"_s}, u"Sara Karim"_s, UserRole::Dispatcher},
                                     {{u"user-2"_s}, u"Zana Omar"_s, UserRole::Manager}});
        sync::EngineStatus status = engine.status();
        status.hasQueues = true;
        status.queuesAsOf = engine.clock().now();
        engine.setStatus(status);
        page.addQueues({returns, cases, deliveries, commands, formats});
        page.resize(1252, 850);
        page.show();
        page.activateWindow();
        settle();
    }
    ReturnsPane* goToReturns()
    {
        page.places()->go(DeliveryPlaces::Returns);
        return page.places()->returns();
    }
    CasesPane* goToCases()
    {
        page.places()->go(DeliveryPlaces::Exceptions);
        return page.places()->cases();
    }

    FakeEngine engine;
    facade::DeliveryService deliveries{engine.reader(), engine};
    facade::LookupService lookups{engine.reader(), engine};
    facade::CommandService commands{engine.reader(), engine};
    facade::ParcelStoryService stories{engine.reader(), engine};
    facade::MediaService media{engine.reader(), engine};
    facade::ReturnQueueService returns{engine.reader(), engine};
    facade::CaseService cases{engine.reader(), engine};
    models::Formats formats{engine.clock(), QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
    DeliveriesPage page;
};

template<class C>
std::optional<C> asked(const facade::CommandService& commands)
{
    const auto open = commands.open();
    if (open.isEmpty() || !std::holds_alternative<C>(open.last().command))
        return std::nullopt;
    return std::get<C>(open.last().command);
}

} // namespace

class TestQueuesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }

    void goesFromPlaceToPlaceByKey()
    {
        Shown s(m_theme);
        QCOMPARE(s.page.places()->queue(), nullptr);
        QTest::keyClick(s.page.parcels()->table(), Qt::Key_2, Qt::AltModifier);
        QCOMPARE(s.page.places()->queue(), s.page.places()->returns());
        QCOMPARE(s.page.pageActions().first(), s.page.places()->returns()->paneActions().first());
        QTest::keyClick(s.page.places()->returns()->table(), Qt::Key_3, Qt::AltModifier);
        QCOMPARE(s.page.places()->queue(), s.page.places()->cases());
        QTest::keyClick(s.page.places()->cases()->table(), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(s.page.places()->queue(), nullptr);
        QVERIFY(s.page.parcels()->table()->hasFocus());
        QTRY_COMPARE(s.page.places()->tabs()->accessibleTabName(1), u"Returns 4"_s);
        QCOMPARE(s.page.places()->tabs()->accessibleTabName(2), u"Exceptions 4"_s);
    }

    void approvesSeveralReturnsByKey()
    {
        Shown s(m_theme);
        ReturnsPane* pane = s.goToReturns();
        QVERIFY(!pane->paneActions().first()->isEnabled());
        QVERIFY(!whyNot(*pane->paneActions().first()).isEmpty()); // nothing is chosen
        pane->table()->setCurrentIndex(pane->rows()->index(0, 0));
        QCOMPARE(pane->detail()->number(), models::parcelName(sampleReturn(1).deliveryCode, {}));
        QTest::keyClick(pane->table(), Qt::Key_Down, Qt::ShiftModifier);
        QSignalSpy said(&s.page, &Page::said);
        QTest::keyClick(pane->table(), Qt::Key_A);
        const auto open = s.commands.open();
        QCOMPARE(open.size(), 2);
        QCOMPARE(std::get<DecideReturn>(open[0].command).decision, ReturnDecision::Approve);
        QCOMPARE(said.size(), 1);
        QTRY_COMPARE(pane->rows()->index(0, 0).data(models::ReturnsModel::MarkRole).toInt(),
                     int(store::CommandState::Queued));
        QTRY_VERIFY(!pane->paneActions().first()->isEnabled()); // their answers are on the way
        s.engine.confirmAll();
        QTRY_COMPARE(pane->rows()->rowCount(), 2);
        pane->tabs()->setCurrentIndex(1);
        QTRY_COMPARE(pane->rows()->rowCount(), 2);
        pane->table()->setCurrentIndex(pane->rows()->index(0, 0));
        QVERIFY(whyNot(*pane->paneActions().first()).contains(u"answered already"));
    }

    void rejectsOneAndTakesItBack()
    {
        Shown s(m_theme);
        ReturnsPane* pane = s.goToReturns();
        pane->table()->setCurrentIndex(pane->rows()->index(3, 0));
        QSignalSpy said(&s.page, &Page::said);
        QTest::keyClick(pane->table(), Qt::Key_R);
        QCOMPARE(asked<DecideReturn>(s.commands)->decision, ReturnDecision::Reject);
        said[0][0].value<ToastContent>().action(); // Undo
        QTRY_COMPARE(s.commands.counts().queued, 0);
        QTRY_VERIFY(pane->paneActions().first()->isEnabled());
    }

    void takesAndHandsOnAnException()
    {
        Shown s(m_theme);
        CasesPane* pane = s.goToCases();
        pane->table()->setCurrentIndex(pane->rows()->index(0, 0));
        QTest::keyClick(pane->table(), Qt::Key_M);
        QCOMPARE(*asked<UpdateCase>(s.commands)->owner, std::optional(UserId{u"user-1"_s}));
        QTRY_COMPARE(pane->rows()->index(0, models::CasesModel::Owner).data().toString(), u"Sara Karim"_s);
        QTRY_VERIFY(whyNot(*pane->paneActions().first()).contains(u"yours already"));
        QTest::keyClick(pane->table(), Qt::Key_H);
        auto* panel = qobject_cast<HandOverPanel*>(pane->openPanel());
        QVERIFY(panel);
        QVERIFY(!panel->primary()->isEnabled());
        panel->list()->setCurrentRow(1);
        QTest::keyClick(panel->list(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!pane->openPanel());
        QCOMPARE(*asked<UpdateCase>(s.commands)->owner, std::optional(UserId{u"user-2"_s}));
    }

    void plansWhatComesNext()
    {
        Shown s(m_theme);
        CasesPane* pane = s.goToCases();
        pane->table()->setCurrentIndex(pane->rows()->index(1, 0));
        QTest::keyClick(pane->table(), Qt::Key_N);
        auto* panel = qobject_cast<NextStepPanel*>(pane->openPanel());
        QVERIFY(panel);
        QVERIFY(!panel->primary()->isEnabled()); // nothing has been changed
        QTest::keyClicks(panel->text(), u"call the customer"_s);
        panel->due()->setCurrentIndex(1); // in two hours
        QTest::keyClick(panel->text(), Qt::Key_Return, Qt::ControlModifier);
        const auto command = asked<UpdateCase>(s.commands);
        QVERIFY(command);
        QCOMPARE(*command->nextAction, std::optional(u"call the customer"_s));
        QCOMPARE(*command->dueAt, std::optional(s.engine.clock().now() + std::chrono::hours(2)));
        QVERIFY(!command->owner && !command->resolution); // what was not touched stays
    }

    void keepsWhatWasTypedWhenTheDeskRefuses()
    {
        Shown s(m_theme);
        CasesPane* pane = s.goToCases();
        pane->table()->setCurrentIndex(pane->rows()->index(0, 0));
        QTest::keyClick(pane->table(), Qt::Key_R);
        auto* panel = qobject_cast<ResolvePanel*>(pane->openPanel());
        QVERIFY(panel);
        QVERIFY(!panel->primary()->isEnabled());
        panel->text()->setPlainText(QString(501, u'x'));
        QVERIFY(!panel->primary()->isEnabled()); // longer than the server takes
        panel->text()->setPlainText(u"sent again with Karwan"_s);
        Error full;
        full.kind = Error::Kind::Storage;
        s.engine.failNextSubmit(full);
        QTest::keyClick(panel->text(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(pane->openPanel(), panel);
        QCOMPARE(panel->text()->toPlainText(), u"sent again with Karwan"_s);
        QVERIFY(!panel->notice()->sentence().isEmpty());
        s.engine.tell(sampleCase(9)); // the table moves beneath it
        QTest::qWait(60);
        QCOMPARE(panel->text()->toPlainText(), u"sent again with Karwan"_s);
        QTest::keyClick(panel->text(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!pane->openPanel());
        QCOMPARE(asked<UpdateCase>(s.commands)->resolution, std::optional(u"sent again with Karwan"_s));
        s.engine.confirmAll();
        QTRY_COMPARE(pane->rows()->rowCount(), 4); // of five, one is done
        pane->tabs()->setCurrentIndex(3);
        QTRY_COMPARE(pane->rows()->rowCount(), 1);
        pane->table()->setCurrentIndex(pane->rows()->index(0, 0));
        QVERIFY(whyNot(*pane->primaryAction()).contains(u"resolved"));
    }

    void raisesAnExceptionOfTheChosenParcel()
    {
        Shown s(m_theme);
        QTRY_VERIFY(s.page.parcels()->rows()->isComplete());
        s.page.reveal(sampleDelivery(5).id);
        QTest::keyClick(s.page.parcels()->table(), Qt::Key_X);
        auto* panel = qobject_cast<RaiseCasePanel*>(s.page.openPanel());
        QVERIFY(panel);
        QTest::keyClicks(panel->reason(), u"the box is wet"_s);
        QTest::keyClick(panel->reason(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!s.page.openPanel());
        const auto command = asked<RaiseCase>(s.commands);
        QVERIFY(command);
        QCOMPARE(command->delivery, sampleDelivery(5).id);
        QCOMPARE(command->kind, CaseKind::Damaged);
        QCOMPARE(command->reason, u"the box is wet"_s);
        CasesPane* pane = s.goToCases(); // there at once, as not sent yet
        QTRY_COMPARE(pane->rows()->rowCount(), 5);
        const int row = pane->rows()->rowOf({u"local:%1"_s.arg(s.commands.open().last().seq)});
        QVERIFY(row >= 0);
        pane->table()->setCurrentIndex(pane->rows()->index(row, 0));
        QVERIFY(!pane->primaryAction()->isEnabled());
    }

    void opensTheParcelAndTheTrip()
    {
        Shown s(m_theme);
        ReturnQueueRow row = sampleReturn(2);
        row.trip = TripId{u"t1"_s};
        s.engine.tell(row);
        ReturnsPane* pane = s.goToReturns();
        QSignalSpy trip(&s.page, &DeliveriesPage::tripWanted);
        pane->table()->setCurrentIndex(pane->rows()->index(1, 0));
        QTRY_VERIFY(pane->paneActions().last()->isEnabled());
        QTest::keyClick(pane->table(), Qt::Key_T);
        QCOMPARE(trip.size(), 1);
        QTest::keyClick(pane->table(), Qt::Key_O);
        QCOMPARE(s.page.places()->queue(), nullptr);
        QTRY_COMPARE(s.page.parcels()->chosen(), sampleDelivery(2).id);
    }

    void saysThatAServerHasNone()
    {
        Shown s(m_theme);
        for (int n = 1; n <= 4; ++n)
            QVERIFY(s.engine.store().queues().remove(ReturnRequestId{u"rr-%1"_s.arg(n)}).ok());
        sync::EngineStatus status = s.engine.status();
        status.hasQueues = false;
        s.engine.setStatus(status);
        ReturnsPane* pane = s.goToReturns();
        QTRY_VERIFY(pane->footText().contains(u"no such queue"));
        QCOMPARE(pane->table()->emptyState()->title(), u"This server keeps no queue of returns"_s);
    }

    void answersTheReturnsOfATrip()
    {
        Shown s(m_theme);
        Trip trip;
        trip.id = {u"t1"_s};
        trip.number = u"TRIP-1"_s;
        trip.createdAt = s.engine.clock().now();
        s.engine.tell(trip);
        ReturnQueueRow row = sampleReturn(2);
        row.trip = trip.id;
        s.engine.tell(row);
        facade::TripService trips(s.engine.reader(), s.engine);
        TripsPage page(m_theme, {trips, s.lookups, s.commands, s.formats});
        page.addReturns(s.returns);
        page.resize(1252, 850);
        page.show();
        page.activateWindow();
        settle();
        page.table()->setCurrentIndex(page.table()->model()->index(0, 0));
        TripReturns* returns = page.detail()->returns();
        QTRY_COMPARE(returns->rows()->rowCount(), 1);
        page.detail()->pane()->tabs()->setCurrentIndex(2);
        QCOMPARE(page.detail()->pane()->tabs()->accessibleTabName(2), u"Returns 1"_s);
        returns->table()->setFocus();
        returns->table()->setCurrentIndex(returns->rows()->index(0, 0));
        QTest::keyClick(returns->table(), Qt::Key_A);
        QCOMPARE(asked<DecideReturn>(s.commands)->request, row.request.id);
        QTRY_VERIFY(!returns->tabActions().first()->isEnabled());
    }

    void namesEveryWidget()
    {
        Shown s(m_theme);
        for (const auto place : {DeliveryPlaces::Returns, DeliveryPlaces::Exceptions}) {
            s.page.places()->go(place);
            const QList<QWidget*> all = s.page.places()->queue()->findChildren<QWidget*>();
            for (QWidget* widget : all) {
                if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
                    !(qobject_cast<QAbstractButton*>(widget) || qobject_cast<QAbstractItemView*>(widget) ||
                      qobject_cast<QTabBar*>(widget) || qobject_cast<QLineEdit*>(widget)))
                    continue;
                QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
            }
        }
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestQueuesPage)
#include "tst_queuespage.moc"
