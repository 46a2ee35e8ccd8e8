// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's figures, words and sentences: right in the locale, honest about what is not known.
#include "models/commandtext.h"
#include "models/conflicttext.h"
#include "models/errortext.h"
#include "models/formats.h"
#include "models/refusaltext.h"
#include "models/words.h"
#include "tests/models/madeuprows.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace waydesk;
using namespace waydesk::models;
using namespace waydesk::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const StillClock kClock;
const QLocale kEnglish(QLocale::English, QLocale::UnitedStates);
const QLocale kArabic(QLocale::Arabic, QLocale::Iraq);

CommandNames names()
{
    return {[](const WaybillId& id) {
                return id.value.startsWith(u'w') ? QString(u"WB00"_s + id.value.sliced(1)) : QString();
            },
            [](const DriverId& id) { return id.value == u"d1" ? u"Karwan Aziz"_s : QString(); },
            [](const DeliveryId& id) { return QString(u"DEL"_s + id.value); }};
}

Delivery parcel(const QString& id, const std::optional<WaybillId>& in = {})
{
    Delivery delivery;
    delivery.id = {id};
    delivery.code = id; // a bare number, as most calls give it
    delivery.state = DeliveryStatus::Pending;
    delivery.waybillId = in;
    return delivery;
}

} // namespace

class TestTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAParcelAsItsLabelDoes()
    {
        Delivery delivery;
        delivery.code = u"1533"_s;
        delivery.barcode = u"6281100432190"_s;
        QCOMPARE(parcelTitle(delivery), u"DEL1533"_s);
        delivery.code = u"DEL-001"_s; // letters of its own stay as they came
        QCOMPARE(parcelTitle(delivery), u"DEL-001"_s);
        delivery.code.clear();
        QCOMPARE(parcelTitle(delivery), u"6281100432190"_s);
    }

    void writesFiguresInTheDigitsOfTheLocale()
    {
        const Formats english(kClock, kEnglish, QTimeZone::utc()), arabic(kClock, kArabic, QTimeZone::utc());
        QCOMPARE(english.number(1204), u"1,204"_s);
        QCOMPARE(english.money({312000, u"IQD"_s}), u"312,000 IQD"_s);
        QCOMPARE(english.amount({-5, u"USD"_s}), u"-0.05"_s);
        QCOMPARE(english.amount({123456, u"USD"_s}), u"1,234.56"_s);
        QCOMPARE(english.amount({std::numeric_limits<qint64>::min(), u"IQD"_s}), u"-9,223,372,036,854,775,808"_s);
        QCOMPARE(english.quantity({2500}), u"2.5"_s);
        QCOMPARE(english.quantity({2000}), u"2"_s);
        QCOMPARE(arabic.amount({312000, u"IQD"_s}), u"٣١٢٬٠٠٠"_s);
        QCOMPARE(arabic.time(at(9, 5)), u"٠٩:٠٥"_s);
    }
    void writesDaysAndAgesByTheClockAndZone()
    {
        StillClock clock;
        clock.time = at(22, 30);
        const Formats utc(clock, kEnglish, QTimeZone::utc());
        QCOMPARE(utc.moment(at(9)), u"Today 09:00"_s);
        QCOMPARE(utc.moment(at(9) - 24h), u"Yesterday 09:00"_s);
        QCOMPARE(utc.moment(at(9) - 96h), u"3 Apr 09:00"_s);
        QCOMPARE(utc.moment(at(9) - 24h * 365), u"7 Apr 2025 09:00"_s);
        const Formats baghdad(clock, kEnglish, QTimeZone("Asia/Baghdad")); // it is the 8th there already
        QCOMPARE(baghdad.moment(at(9)), u"Yesterday 12:00"_s);
        QCOMPARE(utc.age(at(22, 29, 56)), u"4 s"_s);
        QCOMPARE(utc.age(at(22, 16)), u"14 min"_s);
        QCOMPARE(utc.age(at(19, 29)), u"3 h"_s);
        QVERIFY(utc.age(at(22) - 72h).startsWith(u"3 "_s));
        QCOMPARE(utc.age(at(23)), u"0 s"_s); // a clock that was set back
        QCOMPARE(utc.milliseconds(42us), u"< 0.1 ms"_s);
        QCOMPARE(utc.milliseconds(3140us), u"3.1 ms"_s);
        QCOMPARE(utc.milliseconds(80ms), u"80 ms"_s);
        QCOMPARE(utc.milliseconds(1260ms), u"1.2 s"_s);
    }
    void saysWhenTheLanguageWasSwitched()
    {
        Formats formats(kClock, kEnglish, QTimeZone::utc());
        QSignalSpy changed(&formats, &Formats::changed);
        formats.setLocale(kArabic);
        formats.setLocale(kArabic); // the translators may be others
        QCOMPARE(changed.size(), 2);
    }

    void hasASentenceForEveryRefusal()
    {
        QSet<QString> seen;
        for (int i = 1; i <= int(Refusal::UnknownState); ++i) {
            const QString text = refusalText(Refusal(i));
            QVERIFY2(text.endsWith(u'.'), qPrintable(QString::number(i)));
            QVERIFY2(!seen.contains(text), qPrintable(text));
            seen += text;
            QVERIFY(!shortRefusalText(Refusal(i)).isEmpty());
            QVERIFY(shortRefusalText(Refusal(i)).size() <= 25);
        }
        QCOMPARE(refusalText(Refusal::NoDeliveries), u"Seal needs at least one delivery."_s);
        QCOMPARE(shortRefusalText(Refusal::DeliveryAlreadyInWaybill, u"WB00398"_s), u"Already in WB00398"_s);
        QCOMPARE(shortRefusalText(Refusal::DeliveryNotFound), u"Not known here"_s);
        QVERIFY(refusalText(Refusal::None).isEmpty());
    }
    void quotesTheServerAndNamesTheFields()
    {
        Error error{.kind = Error::Kind::Rejected, .status = 409, .vendorText = u"Delivery is already linked"_s};
        QCOMPARE(errorText(error), u"The server refused: “Delivery is already linked”"_s);
        error.fields = {{u"limit"_s, u"must be 1 to 100"_s}, {u""_s, u"bad"_s}};
        QCOMPARE(errorText(error),
                 u"The server refused: “Delivery is already linked” (limit: “must be 1 to 100”; “bad”)"_s);
        QSet<QString> seen;
        for (int i = 0; i <= int(Error::Kind::Storage); ++i)
            seen += errorText({.kind = Error::Kind(i)});
        QCOMPARE(seen.size(), int(Error::Kind::Storage) + 1);
        QVERIFY(!errorText({.kind = Error::Kind::Server, .detail = u"secret"_s}).contains(u"secret"_s));
    }
    void keepsAWordThatItDoesNotKnow()
    {
        QCOMPARE(words(WaybillState::fromWord(u"teleported"_s)), u"teleported"_s);
        QCOMPARE(words(WaybillState(WaybillStatus::InTransit)), u"In transit"_s);
        Waybill waybill;
        QCOMPARE(waybillTitle(waybill), u"New waybill"_s);
        QCOMPARE(driverName(waybill), u"—"_s);
        waybill.driverId = {u"d9"_s};
        QCOMPARE(driverName(waybill), u"…"_s);
    }

    void namesCommands_data()
    {
        QTest::addColumn<Command>("command");
        QTest::addColumn<QString>("title");
        const WaybillId w{u"w412"_s};
        CreateWaybill create;
        create.destination.zone = ZoneRef{{}, u"Kasnazan"_s, {}};
        QTest::newRow("create") << Command(create) << u"Create waybill to Kasnazan"_s;
        QTest::newRow("seal") << Command(SealWaybill{w}) << u"Seal WB00412"_s;
        QTest::newRow("local") << Command(SealWaybill{{u"local:1"_s}}) << u"Seal a new waybill"_s;
        QTest::newRow("assign") << Command(AssignDriver{w, {u"d1"_s}}) << u"Assign Karwan Aziz to WB00412"_s;
        QTest::newRow("unknown driver") << Command(AssignDriver{w, {u"d2"_s}}) << u"Assign … to WB00412"_s;
        QTest::newRow("attach one") << Command(AttachDeliveries{w, {{u"1533"_s}}}) << u"Attach DEL1533 to WB00412"_s;
        QTest::newRow("attach three") << Command(AttachDeliveries{w, {{u"1"_s}, {u"2"_s}, {u"3"_s}}})
                                      << u"Attach 3 parcel(s) to WB00412"_s;
        QTest::newRow("detach") << Command(DetachDelivery{w, {u"7"_s}}) << u"Remove DEL7 from WB00412"_s;
        QTest::newRow("delete one") << Command(BulkDeleteDrafts{{w}, false}) << u"Delete WB00412"_s;
        QTest::newRow("delete all") << Command(BulkDeleteDrafts{{}, true}) << u"Delete all empty drafts"_s;
    }
    void namesCommands()
    {
        QFETCH(Command, command);
        QTEST(commandTitle(command, names()), "title");
    }

    void showsWhatStandsInTheWayAndOffersTheRest()
    {
        const Formats formats(kClock, kEnglish, QTimeZone::utc());
        facade::Conflict conflict;
        conflict.entry.command = AttachDeliveries{{u"w398"_s}, {{u"977"_s}, {u"981"_s}, {u"990"_s}}};
        conflict.entry.state = store::CommandState::Refused;
        conflict.entry.authorName = u"Sara K."_s;
        conflict.entry.createdAt = at(13, 57, 44);
        conflict.entry.lastError = Error{.kind = Error::Kind::Rejected,
                                         .status = 409,
                                         .code = u"delivery_already_in_waybill"_s,
                                         .vendorText = u"Delivery is already linked to another waybill"_s};
        conflict.deliveries = {parcel(u"977"_s, WaybillId{u"w401"_s}), parcel(u"981"_s), parcel(u"990"_s)};
        store::OutboxEntry behind;
        behind.command = SealWaybill{{u"w398"_s}};
        conflict.waitingBehind = {behind};
        const ConflictView view = conflictView(conflict, names(), formats);
        QCOMPARE(view.subtitle, u"asked at 13:57:44 by Sara K."_s);
        QCOMPARE(view.mine.size(), 3);
        QCOMPARE(view.mine.first().text, u"DEL977 → WB00398"_s);
        QCOMPARE(view.theirs.first(), (ConflictLine{u"DEL977 is in WB00401"_s, true}));
        QCOMPARE(view.theirs.at(1), (ConflictLine{u"DEL981 is free"_s, false}));
        QCOMPARE(view.quote, u"“Delivery is already linked to another waybill”"_s);
        QCOMPARE(view.code, u"delivery_already_in_waybill"_s);
        QVERIFY(view.waiting.contains(u"Seal WB00398"_s));
        QCOMPARE(view.choices.first().kind, ConflictChoice::Kind::SubmitEdited);
        QCOMPARE(*view.choices.first().edited, Command(AttachDeliveries{{u"w398"_s}, {{u"981"_s}, {u"990"_s}}}));
        QCOMPARE(view.choices.at(1).kind, ConflictChoice::Kind::ChangeByHand);
        QCOMPARE(view.choices.at(2).kind, ConflictChoice::Kind::Discard);
    }
    void showsTheServersWaybillBesideARefusedStep()
    {
        const Formats formats(kClock, kEnglish, QTimeZone::utc());
        facade::Conflict conflict;
        conflict.entry.command = SealWaybill{{u"w412"_s}};
        conflict.entry.state = store::CommandState::Refused;
        conflict.entry.seenVersion = at(9);
        conflict.theirs = madeUp(412, WaybillStatus::Cancelled).server;
        conflict.theirs->updatedAt = at(13);
        const ConflictView view = conflictView(conflict, names(), formats);
        QCOMPARE(view.theirs.first(), (ConflictLine{u"WB00412 is Cancelled"_s, true}));
        QVERIFY(view.theirs.last().text.contains(u"Today 13:00"_s));
        QCOMPARE(view.choices.first().kind, ConflictChoice::Kind::ChangeByHand);
        conflict.theirs->state = WaybillStatus::Drafted; // the way is free again
        conflict.theirs->itemCount = 3;
        QCOMPARE(conflictView(conflict, names(), formats).choices.first().kind, ConflictChoice::Kind::Retry);
    }
};

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
