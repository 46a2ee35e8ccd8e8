// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's tables of returns and of exceptions change by difference, put first what waits longest or is due first, and
// say what is overdue in words.
#include "models/casesmodel.h"
#include "models/conflicttext.h"
#include "models/formats.h"
#include "models/queuewords.h"
#include "models/returnsmodel.h"
#include "tests/support/fakeengine.h"
#include "tests/support/sample.h"
#include "tests/support/samplequeues.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace waydesk;
using namespace waydesk::test;
using namespace Qt::Literals::StringLiterals;
using models::CasesModel;
using models::ReturnsModel;

namespace {

struct Bench
{
    FakeEngine engine;
    facade::ReturnQueueService returns{engine.reader(), engine};
    facade::CaseService cases{engine.reader(), engine};
    facade::CommandService commands{engine.reader(), engine};
    models::Formats formats{engine.clock(), QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
};

QString cell(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestQueueModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesReturnsByDifference()
    {
        Bench b;
        for (int n = 1; n <= 4; ++n)
            b.engine.tell(sampleReturn(n));
        ReturnsModel model(b.returns, b.formats);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.idAt(0), ReturnRequestId{u"rr-1"_s}); // who waits longest
        const QPersistentModelIndex third(model.index(2, 0));
        b.engine.tell(sampleReturn(5));
        b.engine.tell(sampleReturn(1, ReturnRequestStatus::Rejected)); // leaves this tab
        QTRY_COMPARE(model.idAt(0), ReturnRequestId{u"rr-2"_s});
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(third.row(), 1);
        b.commands.submit(DecideReturn{{u"rr-2"_s}, sampleReturn(2).request.delivery, ReturnDecision::Approve});
        QTRY_COMPARE(model.index(0, 0).data(ReturnsModel::MarkRole).toInt(), int(store::CommandState::Queued));
        QCOMPARE(cell(model, 0, ReturnsModel::Status), u"Approved"_s);
        model.setStatus(ReturnRequestStatus::Rejected);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(cell(model, 0, ReturnsModel::AnsweredBy), u"Sara Karim"_s);
        model.setText(u"nowhere"_s);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(reset.size(), 0);
    }

    void showsTheReturnsOfOneTrip()
    {
        Bench b;
        ReturnQueueRow row = sampleReturn(1, ReturnRequestStatus::Approved);
        row.trip = TripId{u"t1"_s};
        b.engine.tell(row);
        b.engine.tell(sampleReturn(2));
        ReturnsModel model(b.returns, b.formats);
        model.setTrip({u"t1"_s});
        QCOMPARE(model.rowCount(), 1); // whatever its status
        QCOMPARE(model.idAt(0), ReturnRequestId{u"rr-1"_s});
        model.setTrip({});
        QCOMPARE(model.rowCount(), 0);
    }

    void putsFirstWhatIsDueFirst()
    {
        Bench b;
        DeliveryCase late = sampleCase(3, CaseKind::Missing), soon = sampleCase(2);
        late.dueAt = b.engine.clock().now() - std::chrono::hours(3);
        soon.dueAt = b.engine.clock().now() + std::chrono::hours(1);
        for (const DeliveryCase& row : {sampleCase(1), soon, late})
            b.engine.tell(row);
        CasesModel model(b.cases, b.formats);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.idAt(0), ExceptionId{u"ex-3"_s});
        QCOMPARE(cell(model, 0, CasesModel::What), u"Missing"_s);
        QCOMPARE(cell(model, 0, CasesModel::Due), u"3 h overdue"_s);
        QVERIFY(model.index(0, 0).data(CasesModel::OverdueRole).toBool());
        QVERIFY(!model.index(1, 0).data(CasesModel::OverdueRole).toBool());
        QCOMPARE(cell(model, 2, CasesModel::Due), models::Formats::nothing());
        QCOMPARE(cell(model, 2, CasesModel::Owner), u"Nobody"_s);
        QCOMPARE(model.counts().byTab[size_t(facade::CaseTab::Unowned)], 3);
        late.state = CaseState::Resolved;
        b.engine.tell(late);
        QTRY_COMPARE(model.rowCount(), 2);
        model.setTab(facade::CaseTab::Resolved);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!model.index(0, 0).data(CasesModel::OverdueRole).toBool()); // what is done is not late
        QCOMPARE(reset.size(), 0);
    }

    void saysWhyNot()
    {
        facade::ReturnItem item;
        QVERIFY(models::whyNotDecide(item).isEmpty());
        item.row.request.state = ReturnRequestStatus::Approved;
        QVERIFY(models::whyNotDecide(item).contains(u"on its way"));
        item.server.request.state = ReturnRequestStatus::Rejected;
        QVERIFY(models::whyNotDecide(item).contains(u"answered already"));
        facade::CaseItem exception;
        QVERIFY(models::whyNotUpdate(exception).isEmpty());
        exception.isLocal = true;
        QVERIFY(!models::whyNotUpdate(exception).isEmpty());
    }

    void tellsAConflictInBothWords()
    {
        Bench b;
        b.engine.tell(sampleDelivery(1));
        facade::Conflict conflict;
        conflict.entry.command = UpdateCase{{u"ex-1"_s}, sampleDelivery(1).id, {}, {}, {}, u"called"_s};
        conflict.entry.state = store::CommandState::Refused;
        conflict.theirCase = sampleCase(1);
        conflict.theirCase->state = CaseState::Resolved;
        conflict.theirCase->resolution = u"sent again"_s;
        const models::ConflictView view = models::conflictView(conflict, {}, b.formats);
        const auto says = [](const auto& lines, const QString& words) {
            return std::ranges::any_of(lines, [&](const auto& line) { return line.text.contains(words); });
        };
        QVERIFY(says(view.mine, u"called"_s)); // what was typed is not lost
        QVERIFY(says(view.theirs, u"sent again"_s));
        using Kind = models::ConflictChoice::Kind;
        QCOMPARE(view.choices.first().kind, Kind::Discard); // trying again would be refused again
    }
};

QTEST_MAIN(TestQueueModels)
#include "tst_queuemodels.moc"
