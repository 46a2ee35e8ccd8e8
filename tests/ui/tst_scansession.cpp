// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk takes scans into a waybill, asks the server, and loses none of them.
#include "tests/ui/scanbench.h"
#include "ui/scan/scanwords.h"

#include <QSignalSpy>
#include <QTest>

using namespace waydesk;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;
using test::ScanBench;
using Server = ScanEntry::Server;

class ScanSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesEachScanAtOnce_data();
    void judgesEachScanAtOnce();
    void countsAParcelScannedTwiceOnce();
    void isConfirmedByTheServer();
    void announcesAVerdictThatTurns();
    void announcesAParcelThatOnlyTheServerKnows();
    void takesNoAnswerThatSaysNothingOfTheParcelForLeave_data();
    void takesNoAnswerThatSaysNothingOfTheParcelForLeave();
    void labelsAndRechecksWhatCouldNotBeAsked();
    void attachesTheReadyOnesInOrderOfScanning();
    void attachesThenSeals();
    void keepsEverythingWhenTheDiskRefuses();
    void keepsScansOverARestartUntilAttached();
    void followsAWaybillThatGetsItsNumber();
    void replacesARefusedCommand();
    void saysWhatStandsAgainstAttaching();
    void findsWithoutChangingAnything();
    void survivesAnyText();
    void journalsEveryScan();
};

void ScanSessionTest::judgesEachScanAtOnce_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("chip");
    const auto row = [](const char* name, const QString& raw, ScanOutcome outcome, const QString& chip) {
        QTest::newRow(name) << raw << static_cast<int>(outcome) << chip;
    };
    row("barcode", u"DEL1001"_s, ScanOutcome::Ready, u"Ready"_s);
    row("code without DEL", u"1002"_s, ScanOutcome::Ready, u"Ready"_s);
    row("reference", u"ORD-1003"_s, ScanOutcome::Ready, u"Ready"_s);
    row("with symbology", u"]C0DEL1001"_s, ScanOutcome::Ready, u"Ready"_s);
    row("company field of a GS1 label", u"]C199DEL1001"_s, ScanOutcome::Ready, u"Ready"_s);
    row("in another", u"DEL1007"_s, ScanOutcome::Refused, u"Already in WB00002"_s);
    row("in this one", u"DEL1008"_s, ScanOutcome::AlreadyHere, u"Already in this waybill"_s);
    row("delivered", u"DEL1009"_s, ScanOutcome::Refused, u"Wrong status"_s);
    row("unknown", u"6281100432190"_s, ScanOutcome::NotKnown, u"Not known here"_s);
    row("leading zeros are not cut", u"0001001"_s, ScanOutcome::NotKnown, u"Not known here"_s);
    row("too long", QString(10'000, u'7'), ScanOutcome::TooLong, u"Too long for a code"_s);
}

void ScanSessionTest::judgesEachScanAtOnce()
{
    QFETCH(QString, raw);
    QFETCH(int, outcome);
    QFETCH(QString, chip);
    ScanBench bench;
    ScanSession session(bench.services(), bench.memory);
    session.setTarget(bench.draft());
    QSignalSpy added(&session, &ScanSession::entryAdded);
    session.take(raw);
    QCOMPARE(added.size(), 1);
    const ScanEntry& entry = session.entries().first();
    QCOMPARE(static_cast<int>(entry.outcome), outcome);
    QCOMPARE(ScanWords::chip(entry), chip);
}

void ScanSessionTest::countsAParcelScannedTwiceOnce()
{
    ScanBench bench;
    ScanSession session(bench.services(), bench.memory);
    session.setTarget(bench.draft());
    session.take(u"DEL1001"_s);
    session.take(u"1001"_s); // the same parcel by another name
    QCOMPARE(session.entries().at(1).outcome, ScanOutcome::Twice);
    QCOMPARE(session.readyCount(), 1);
    const ScanCounts counts = session.counts();
    QCOMPARE(counts.inWaybill, 2);
    QCOMPARE(counts.ready, 1);
    QCOMPARE(counts.refused, 0);
    QCOMPARE(counts.load, Quantity::whole(3));
    session.removeLast();
    QCOMPARE(session.entries().size(), 1);
    session.removeLast();
    session.removeLast(); // nothing left: nothing happens
    QCOMPARE(session.readyCount(), 0);
}

void ScanSessionTest::isConfirmedByTheServer()
{
    ScanBench bench;
    ScanSession session(bench.services(), bench.memory);
    session.setTarget(bench.draft());
    bench.serverAllows(1);
    QSignalSpy turned(&session, &ScanSession::verdictTurned);
    session.take(u"DEL1001"_s);
    QCOMPARE(session.entries().first().server, Server::Asked);
    QTRY_COMPARE(session.entries().first().server, Server::Agreed);
    QCOMPARE(ScanWords(bench.formats).footing(session.entries().first()), u"confirmed by the server 80 ms later"_s);
    QCOMPARE(turned.size(), 0);
}

void ScanSessionTest::announcesAVerdictThatTurns()
{
    ScanBench bench;
    ScanSession session(bench.services(), bench.memory);
    session.setTarget(bench.draft());
    bench.serverRefuses(u"delivery_already_in_waybill"_s, u"Delivery is already linked to another waybill"_s);
    QSignalSpy turned(&session, &ScanSession::verdictTurned);
    session.take(u"DEL1001"_s);
    QVERIFY(session.entries().first().isReady());
    QTRY_COMPARE(turned.size(), 1);
    QCOMPARE(turned.first().at(1).toBool(), false);
    QCOMPARE(session.entries().first().outcome, ScanOutcome::Refused);
    QCOMPARE(session.entries().first().server, Server::Changed);
    QCOMPARE(session.readyCount(), 0);
    // A word that we do not know is shown in the server's own words.
    bench.serverRefuses(u"moon_is_full"_s, u"The moon is full"_s);
    session.take(u"DEL1002"_s);
    QTRY_COMPARE(turned.size(), 2);
    QCOMPARE(ScanWords::chip(session.entries().at(1)), u"“The moon is full”"_s);
}

void ScanSessionTest::announcesAParcelThatOnlyTheServerKnows()
{
    ScanBench bench;
    ScanSession session(bench.services(), bench.memory);
    session.setTarget(bench.draft());
    bench.serverAllows(55);
    QSignalSpy turned(&session, &ScanSession::verdictTurned);
    session.take(u"DEL1055"_s);
    QCOMPARE(session.entries().first().outcome, ScanOutcome::NotKnown);
    QTRY_COMPARE(turned.size(), 1);
    QVERIFY(session.entries().first().isReady());
    QCOMPARE(session.entries().first().verdict.delivery->delivery.id, DeliveryId{u"dl-55"_s});
}

void ScanSessionTest::takesNoAnswerThatSaysNothingOfTheParcelForLeave_data()
{
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<bool>("stillReady"); // our own verdict stands, labelled as ours
    QTest::newRow("refused with a new code") << Error::Kind::Rejected << false;
    QTest::newRow("not found, without a code") << Error::Kind::NotFound << false;
    QTest::newRow("not allowed here") << Error::Kind::Forbidden << false;
    QTest::newRow("the session ended") << Error::Kind::Unauthorised << true;
    QTest::newRow("the server failed") << Error::Kind::Server << true;
    QTest::newRow("asked too often") << Error::Kind::RateLimited << true;
    QTest::newRow("not an answer at all") << Error::Kind::Malformed << true;
}

void ScanSessionTest::takesNoAnswerThatSaysNothingOfTheParcelForLeave()
{
    QFETCH(Error::Kind, kind);
    QFETCH(bool, stillReady);
    ScanBench bench;
    ScanSession session(bench.services(), bench.memory);
    session.setTarget(bench.draft());
    sync::ScanAnswer answer;
    answer.error = Error{.kind = kind, .code = u"brand_new"_s, .vendorText = u"No way"_s};
    bench.engine.answerScans(answer);
    session.take(u"DEL1001"_s);
    session.take(u"6281100432190"_s); // this desk does not know it
    QTRY_VERIFY(session.entries().at(1).server != Server::Asked);
    const ScanEntry& known = session.entries().at(0);
    QVERIFY(known.server != Server::Agreed); // never as if the server had allowed it
    QCOMPARE(known.isReady(), stillReady);
    QCOMPARE(known.server, stillReady ? Server::Silent : Server::Changed);
    if (!stillReady)
        QCOMPARE(ScanWords::chip(known), u"“No way”"_s);
    QVERIFY(!session.entries().at(1).isReady());
}

void ScanSessionTest::labelsAndRechecksWhatCouldNotBeAsked()
{
    ScanBench bench;
    bench.online(false);
    ScanSession session(bench.services(), bench.memory);
    session.setTarget(bench.draft());
    session.take(u"DEL1001"_s); // the fake server does not answer
    QTRY_COMPARE(session.entries().first().server, Server::Silent);
    bench.engine.clock().advance(std::chrono::minutes(14));
    QCOMPARE(ScanWords(bench.formats).footing(session.entries().first()), u"from data 14 min old"_s);
    QVERIFY(session.entries().first().isReady());
    bench.serverRefuses(u"delivery_already_in_waybill"_s, u"Delivery is already linked to another waybill"_s);
    QSignalSpy turned(&session, &ScanSession::verdictTurned);
    bench.online(true);
    QTRY_COMPARE(turned.size(), 1);
    QCOMPARE(session.entries().first().outcome, ScanOutcome::Refused);
}

void ScanSessionTest::attachesTheReadyOnesInOrderOfScanning()
{
    ScanBench bench;
    ScanSession session(bench.services(), bench.memory);
    session.setTarget(bench.draft());
    for (const QString& code : {u"DEL1003"_s, u"DEL1007"_s, u"DEL1001"_s, u"DEL1003"_s, u"DEL1002"_s})
        session.take(code);
    QSignalSpy attached(&session, &ScanSession::attached);
    session.attach(ScanSession::After::Nothing);
    QTRY_COMPARE(attached.size(), 1);
    QCOMPARE(attached.first().at(0).toInt(), 3);
    QCOMPARE(bench.submitted(),
             QList<Command>{(AttachDeliveries{bench.draft(), {{u"dl-3"_s}, {u"dl-1"_s}, {u"dl-2"_s}}})});
    QVERIFY(session.entries().isEmpty());
    session.attach(ScanSession::After::Nothing); // nothing is ready: nothing is sent
    QCOMPARE(bench.submitted().size(), 1);
}

void ScanSessionTest::attachesThenSeals()
{
    ScanBench bench;
    ScanSession session(bench.services(), bench.memory);
    session.setTarget(bench.draft());
    session.take(u"DEL1001"_s);
    QSignalSpy attached(&session, &ScanSession::attached);
    session.attach(ScanSession::After::Seal);
    QTRY_COMPARE(attached.size(), 1);
    QCOMPARE(attached.first().at(0).toInt(), 1);
    QCOMPARE(attached.first().at(1).toBool(), true);
    QCOMPARE(bench.submitted(),
             (QList<Command>{AttachDeliveries{bench.draft(), {{u"dl-1"_s}}}, SealWaybill{bench.draft()}}));
    QCOMPARE(session.mayAttach(ScanSession::After::Nothing).refusal, Refusal::MembershipLocked);
}

void ScanSessionTest::keepsEverythingWhenTheDiskRefuses()
{
    ScanBench bench;
    ScanSession session(bench.services(), bench.memory);
    session.setTarget(bench.draft());
    session.take(u"DEL1001"_s);
    Error full;
    full.kind = Error::Kind::Storage;
    bench.engine.failNextSubmit(full);
    QSignalSpy kept(&session, &ScanSession::notAttached);
    session.attach(ScanSession::After::Seal);
    QTRY_COMPARE(kept.size(), 1);
    QCOMPARE(session.readyCount(), 1);
    QVERIFY(bench.submitted().isEmpty());
    QSignalSpy attached(&session, &ScanSession::attached);
    session.attach(ScanSession::After::Nothing); // and may be tried again
    QTRY_COMPARE(attached.size(), 1);
}

void ScanSessionTest::keepsScansOverARestartUntilAttached()
{
    ScanBench bench;
    {
        ScanSession session(bench.services(), bench.memory);
        session.setTarget(bench.draft());
        session.take(u"]C199DEL1001"_s);
        session.take(u"DEL1007"_s);
        session.take(u"DEL1002"_s);
        session.setTarget(WaybillId{u"wb-2"_s}); // another one meanwhile
        session.take(u"DEL1003"_s);
    }
    ScanSession session(bench.services(), bench.memory);
    session.setTarget(bench.draft());
    QCOMPARE(session.readyCount(), 2);
    QVERIFY(session.entries().first().restored);
    QCOMPARE(session.entries().first().code.symbology, u"]C1"_s);
    session.attach(ScanSession::After::Nothing);
    QTRY_VERIFY(session.entries().isEmpty());
    ScanSession again(bench.services(), bench.memory);
    again.setTarget(bench.draft());
    QVERIFY(again.entries().isEmpty());
    again.setTarget(WaybillId{u"wb-2"_s});
    QCOMPARE(again.readyCount(), 1);
}

void ScanSessionTest::followsAWaybillThatGetsItsNumber()
{
    ScanBench bench;
    const WaybillId local{u"local:77"_s};
    bench.commands.submit(test::sampleCreate(local));
    ScanSession session(bench.services(), bench.memory);
    session.setTarget(local);
    QVERIFY(session.target().has_value());
    session.take(u"DEL1001"_s);
    bench.engine.confirmAll();
    QTRY_VERIFY(session.target() && !session.target()->expected.id.isLocal());
    const WaybillId named = session.target()->expected.id;
    QCOMPARE(session.readyCount(), 1);
    ScanSession later(bench.services(), bench.memory);
    later.setTarget(named);
    QCOMPARE(later.readyCount(), 1);
}

void ScanSessionTest::replacesARefusedCommand()
{
    ScanBench bench;
    bench.commands.submit(AttachDeliveries{bench.draft(), {{u"dl-1"_s}, {u"dl-2"_s}}});
    QTRY_COMPARE(bench.commands.open().size(), 1);
    const qint64 seq = bench.commands.open().first().seq;
    Error refused;
    refused.kind = Error::Kind::Rejected;
    bench.engine.refuse(seq, refused);
    ScanSession session(bench.services(), bench.memory);
    session.setTarget(bench.draft());
    session.takeInstead(seq, {u"DEL1001"_s});
    QSignalSpy attached(&session, &ScanSession::attached);
    session.attach(ScanSession::After::Nothing);
    QTRY_COMPARE(attached.size(), 1);
    QCOMPARE(bench.submitted(), QList<Command>{(AttachDeliveries{bench.draft(), {{u"dl-1"_s}}})});
}

void ScanSessionTest::saysWhatStandsAgainstAttaching()
{
    ScanBench bench;
    ScanSession session(bench.services(), bench.memory);
    QVERIFY(!session.mayAttach(ScanSession::After::Nothing).allowed());
    session.take(u"DEL1001"_s);
    QCOMPARE(session.entries().first().outcome, ScanOutcome::NoWaybill);
    session.setTarget(bench.draft());
    QCOMPARE(session.mayAttach(ScanSession::After::Nothing).refusal, Refusal::NoDeliveries);
    QVERIFY(session.mayAttach(ScanSession::After::Seal).allowed()); // two are in it already
    session.take(u"DEL1001"_s);
    QVERIFY(session.mayAttach(ScanSession::After::Nothing).allowed());
}

void ScanSessionTest::findsWithoutChangingAnything()
{
    ScanBench bench;
    ScanSession session(bench.services(), bench.memory);
    session.setTarget(bench.draft());
    session.take(u"DEL1001"_s);
    session.setMode(ScanSession::Mode::Find);
    QVERIFY(session.entries().isEmpty());
    session.take(u"DEL1007"_s);
    QCOMPARE(session.entries().first().outcome, ScanOutcome::Found);
    QCOMPARE(ScanWords::chip(session.entries().first()), u"In WB00002"_s);
    QVERIFY(!session.mayAttach(ScanSession::After::Nothing).allowed());
    session.setMode(ScanSession::Mode::BuildWaybill);
    QCOMPARE(session.readyCount(), 1); // what was being built is still there
}

void ScanSessionTest::survivesAnyText()
{
    ScanBench bench;
    ScanSession session(bench.services(), bench.memory);
    session.setTarget(bench.draft());
    const QStringList odd{u"\u0001\u0002\u0007"_s,
                          u"\u202E1001LED"_s,
                          u"😀👨\u200D👩"_s,
                          u"%_' OR 1=1 --"_s,
                          u"\"*NEAR(a b)"_s,
                          u"<script>"_s,
                          QString(300, u'٣'),
                          u"]"_s,
                          u"]C1"_s,
                          u"]C1\u001D\u001D"_s,
                          u"(01)"_s,
                          u"("_s};
    for (const QString& text : odd)
        session.take(text);
    session.take(u"  "_s); // nothing at all: not even a line
    for (const ScanEntry& entry : session.entries()) {
        QVERIFY(!entry.isReady());
        QVERIFY(!ScanWords::chip(entry).isEmpty());
        QVERIFY(!ScanWords(bench.formats).parcel(entry).isEmpty());
    }
    session.takeBytes(QByteArray("\xFF\xFE\x80", 3));
    QVERIFY(!session.entries().last().isReady());
}

void ScanSessionTest::journalsEveryScan()
{
    ScanBench bench;
    ScanSession session(bench.services(), bench.memory);
    session.setTarget(bench.draft());
    session.take(u"]C0DEL1001"_s);
    session.take(u"nobody"_s);
    const auto journal = bench.engine.store().scans().newest(10);
    QCOMPARE(journal.size(), 2);
    QCOMPARE(journal.last().raw, QByteArray("]C0DEL1001"));
    QCOMPARE(journal.first().verdict, u"unknown"_s);
}

QTEST_MAIN(ScanSessionTest)
#include "tst_scansession.moc"
