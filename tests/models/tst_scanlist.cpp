// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's scan list: our verdict at once, the server's when it comes, and a change of mind is never silent.
#include "models/formats.h"
#include "models/scanlistmodel.h"
#include "tests/models/madeuprows.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace waydesk;
using namespace waydesk::models;
using namespace waydesk::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Standing = ScanListModel::Standing;

namespace {

Delivery parcel(const QString& code)
{
    Delivery delivery;
    delivery.id = {u"id-"_s + code};
    delivery.code = code;
    delivery.state = DeliveryStatus::Pending;
    delivery.cod = {42000, u"IQD"_s};
    delivery.customer = CustomerRef{{}, u"Lana Farid"_s, {}, {}};
    delivery.dropoffZone = ZoneRef{{}, u"Zanko"_s, {}};
    return delivery;
}

facade::ScanVerdict known(const QString& code, Refusal refusal = Refusal::None, const QString& other = {})
{
    facade::ScanVerdict verdict;
    verdict.code = code;
    verdict.verdict = {refusal};
    verdict.delivery = facade::DeliveryRow{parcel(code), false, false, at(14)};
    verdict.otherWaybillNumber = other;
    verdict.dataAsOf = at(13, 48, 31);
    verdict.took = 3140us;
    return verdict;
}

facade::ScanVerdict unknown(const QString& code)
{
    facade::ScanVerdict verdict;
    verdict.code = code;
    verdict.known = false;
    verdict.verdict = {Refusal::DeliveryNotFound};
    return verdict;
}

facade::ScanConfirmation answer(quint64 ticket, Refusal refusal = Refusal::None)
{
    facade::ScanConfirmation confirmation;
    confirmation.ticket = ticket;
    confirmation.answered = true;
    confirmation.verdict = {refusal};
    confirmation.took = 80ms;
    return confirmation;
}

} // namespace

class TestScanList : public QObject
{
    Q_OBJECT

    StillClock m_clock;
    Formats m_formats{m_clock, QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc()};

    static QString text(const ScanListModel& model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
    static Standing standing(const ScanListModel& model, int row)
    {
        return Standing(model.index(row, 0).data(ScanListModel::StandingRole).toInt());
    }

private Q_SLOTS:
    void showsTheNewestFirstWithItsVerdict()
    {
        ScanListModel model(m_formats);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.add(known(u"DEL1540"_s), 1);
        model.add(unknown(u"6281100432190"_s), 2);
        model.add(known(u"DEL0977"_s, Refusal::DeliveryAlreadyInWaybill, u"WB00398"_s), 3);
        model.add(known(u"DEL1540"_s), 4);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(text(model, 0, ScanListModel::Number), u"4"_s);
        QCOMPARE(text(model, 0, ScanListModel::VerdictText), u"Scanned twice"_s);
        QCOMPARE(text(model, 1, ScanListModel::VerdictText), u"Already in WB00398"_s);
        QCOMPARE(text(model, 2, ScanListModel::VerdictText), u"Not known here"_s);
        QCOMPARE(text(model, 2, ScanListModel::Code), u"6281100432190"_s);
        QCOMPARE(text(model, 2, ScanListModel::Customer), u"—"_s);
        QCOMPARE(text(model, 3, ScanListModel::VerdictText), u"Ready"_s);
        QCOMPARE(text(model, 3, ScanListModel::Cod), u"42,000"_s);
        QCOMPARE(text(model, 3, ScanListModel::AnsweredIn), u"3.1 ms"_s);
        QCOMPARE(standing(model, 2), Standing::NotKnown);
        QCOMPARE(model.index(1, 0).data(ScanListModel::SentenceRole).toString(),
                 u"This parcel is already in WB00398."_s);
        QCOMPARE(model.counts(), (ScanListModel::Counts{1, 2, 1}));
        QCOMPARE(model.ready(), QList<DeliveryId>{{u"id-DEL1540"_s}});
    }

    void saysHowFarAVerdictIsConfirmed()
    {
        ScanListModel model(m_formats);
        model.add(known(u"DEL1"_s), 7);
        const auto confirmation = [&] {
            return model.index(0, 0).data(ScanListModel::ConfirmationTextRole).toString();
        };
        QCOMPARE(confirmation(), u"asking the server…"_s);
        facade::ScanConfirmation silence;
        silence.ticket = 7;
        model.confirm(silence);
        QCOMPARE(confirmation(), u"from data 14 min old"_s);
        QSignalSpy changed(&model, &ScanListModel::verdictChanged);
        model.confirm(answer(7)); // asked again, and answered
        QCOMPARE(confirmation(), u"confirmed by the server 80 ms later"_s);
        QVERIFY(changed.isEmpty());
        model.confirm(answer(99)); // nobody's
        QCOMPARE(model.rowCount(), 1);
    }

    void letsTheServerChangeAVerdictAndSaysSo()
    {
        ScanListModel model(m_formats);
        QSignalSpy changed(&model, &ScanListModel::verdictChanged);
        model.add(known(u"DEL1"_s), 1);
        model.add(unknown(u"DEL2"_s), 2);
        model.confirm(answer(1, Refusal::DeliveryHasActiveAssignment));
        QCOMPARE(standing(model, 1), Standing::Changed);
        QCOMPARE(text(model, 1, ScanListModel::VerdictText), u"Assigned to a driver, says the server"_s);
        auto found = answer(2);
        found.delivery = parcel(u"DEL2"_s);
        model.confirm(found);
        QCOMPARE(standing(model, 0), Standing::Changed);
        QCOMPARE(text(model, 0, ScanListModel::Customer), u"Lana Farid"_s);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(model.ready(), QList<DeliveryId>{{u"id-DEL2"_s}});
    }

    void neverReadsARefusalThatItDoesNotKnowAsLeave_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("stillReady"); // the answer says nothing of the parcel: our own verdict stands
        QTest::newRow("refused with a new code") << Error::Kind::Rejected << false;
        QTest::newRow("not found, without a code") << Error::Kind::NotFound << false;
        QTest::newRow("the session ended") << Error::Kind::Unauthorised << true;
        QTest::newRow("the server failed") << Error::Kind::Server << true;
    }
    void neverReadsARefusalThatItDoesNotKnowAsLeave()
    {
        QFETCH(Error::Kind, kind);
        QFETCH(bool, stillReady);
        ScanListModel model(m_formats);
        model.add(known(u"DEL1"_s), 1);
        auto confirmation = answer(1);
        confirmation.error = Error{.kind = kind, .code = u"brand_new"_s, .vendorText = u"No way"_s};
        model.confirm(confirmation);
        QCOMPARE(!model.ready().isEmpty(), stillReady);
        QVERIFY(stillReady != model.index(0, 0).data(ScanListModel::ConfirmedRole).toBool());
        if (!stillReady)
            QVERIFY(model.index(0, 0).data(ScanListModel::SentenceRole).toString().contains(u"“No way”"_s));
        model.add(unknown(u"DEL2"_s), 2);
        confirmation.ticket = 2;
        model.confirm(confirmation);
        QVERIFY(!model.ready().contains(DeliveryId{u"id-DEL2"_s}));
    }

    void countsAParcelOnceAndForgetsOnUndo()
    {
        ScanListModel model(m_formats);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        auto byBarcode = known(u"DEL1"_s);
        byBarcode.code = u"6281100432190"_s; // the same parcel by another code
        model.add(known(u"DEL1"_s), 0);
        model.add(byBarcode, 0);
        model.add(known(u"DEL2"_s), 0);
        QCOMPARE(model.ready(), (QList<DeliveryId>{{u"id-DEL1"_s}, {u"id-DEL2"_s}}));
        QCOMPARE(model.counts(), (ScanListModel::Counts{2, 0, 1}));
        QCOMPARE(model.removeLast()->number, 3);
        QCOMPARE(model.ready(), QList<DeliveryId>{{u"id-DEL1"_s}});
        model.markAttached({{u"id-DEL1"_s}});
        QVERIFY(model.ready().isEmpty());
        QCOMPARE(text(model, 1, ScanListModel::VerdictText), u"Attached"_s);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.removeLast());
        QCOMPARE(model.add(known(u"DEL3"_s), 0).number, 1);
        QVERIFY(resets.isEmpty());
    }
};

QTEST_MAIN(TestScanList)
#include "tst_scanlist.moc"
