// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk reads our server's queues of returns and of exceptions, from their lists and from a parcel's detail, and asks
// for what is decided, raised and changed in its words.
#include "services/wire/ondi/ondiqueues.h"

#include <QJsonDocument>
#include <QTest>

using namespace waydesk;
using namespace waydesk::wire;
using namespace waydesk::wire::ondidesk;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kReturns = R"({"success":true,"data":[
 {"id":"rr1","delivery_id":"d1","status":"approved","return_reason":"refused","notes":null,
  "requested_at":"2026-04-11T10:30:00Z","requested_by_name":"Karwan","decided_at":"2026-04-11T11:00:00Z",
  "decided_by_name":"Sara","return_delivery_id":"d9","return_delivery_code":1909,
  "delivery_code":1001,"delivery_status":"returned","customer_name":"Ahmed Ali","trip_id":"t1","trip_number":"TRIP-1"},
 {"id":"","delivery_id":"d2","status":"pending","return_reason":"x","requested_at":"2026-04-11T10:30:00Z"},
 {"id":"rr3","delivery_id":"d3","status":"asleep","return_reason":"x","requested_at":"2026-04-11T10:30:00Z",
  "delivery_code":"1003","delivery_status":"pending","customer_name":null,"trip_id":null,"trip_number":null}],
 "total":3,"next_cursor":"c2","statuses":[{"status":"pending","label":"Pending","count":1}]})";

const QByteArray kCases = R"({"success":true,"data":[
 {"id":"ex1","delivery_id":"d1","delivery_code":1001,"delivery_status":"failed","kind":"failed","reason":"nobody home",
  "notes":"","waybill_id":null,"waybill_number":null,"trip_id":"t1","trip_number":"TRIP-1",
  "raised_at":"2026-04-11T10:30:00Z","raised_by_name":"Karwan","owner_id":"u1","owner_name":"Sara",
  "next_action":"call","due_at":"2026-04-11T18:00:00Z","state":"open","resolved_at":null,"resolved_by_name":null,
  "resolution":null,"updated_at":"2026-04-11T10:40:00Z"}],"total":1,"next_cursor":null,"states":[]})";

} // namespace

class TestOndiQueues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsThePageOfReturns()
    {
        const auto page = decodeReturnQueue(kReturns);
        QVERIFY(page.ok());
        QCOMPARE(page->rows.size(), 2); // one without an id is left out
        QCOMPARE(page->drift.count, 2); // and counted, as is a word nobody knows
        QCOMPARE(page->nextCursor, std::optional(u"c2"_s));
        const ReturnQueueRow& row = page->rows.first().value;
        QVERIFY(row.request.state.is(ReturnRequestStatus::Approved));
        QCOMPARE(row.deliveryCode, u"1001"_s);
        QCOMPARE(row.request.returnDeliveryCode, std::optional(u"1909"_s));
        QCOMPARE(row.request.decidedByName, std::optional(u"Sara"_s));
        QCOMPARE(row.request.notes, std::nullopt);
        QCOMPARE(row.trip, std::optional(TripId{u"t1"_s}));
        QVERIFY(!page->rows.last().value.request.state.known);
        QCOMPARE(page->rows.last().value.request.state.text, u"asleep"_s);
    }

    void readsThePageOfExceptions()
    {
        const auto page = decodeCaseQueue(kCases);
        QVERIFY(page.ok());
        QCOMPARE(page->nextCursor, std::nullopt);
        QCOMPARE(page->drift.count, 0);
        const DeliveryCase& row = page->rows.first().value;
        QVERIFY(row.kind.is(CaseKind::Failed) && row.state.is(CaseState::Open));
        QCOMPARE(row.owner, std::optional(UserId{u"u1"_s}));
        QCOMPARE(row.dueAt, parseInstant(u"2026-04-11T18:00:00Z"));
        QCOMPARE(row.resolution, std::nullopt);
        QVERIFY(!decodeCaseQueue(R"({"success":true,"data":{}})").ok());
    }

    void readsWhatAParcelTells()
    {
        const QJsonObject parcel = QJsonDocument::fromJson(R"({"id":"d1","delivery_code":1001,"status":"pending",
            "customer":{"id":"c1","full_name":"Ahmed Ali"},"return_requests":[{"id":"rr1","status":"pending",
            "return_reason":"refused","requested_at":"2026-04-11T10:30:00Z"}]})")
                                       .object();
        Drift drift;
        const QList<SeenReturn> returns = returnsOf(parcel, drift);
        QCOMPARE(returns.size(), 1);
        QCOMPARE(returns.first().value.request.delivery, DeliveryId{u"d1"_s});
        QCOMPARE(returns.first().value.deliveryCode, u"1001"_s);
        QCOMPARE(returns.first().value.customerName, std::optional(u"Ahmed Ali"_s));
        QVERIFY(!returns.first().raw.contains(u"trip_number"_s)); // not told, so what was known stays
        QVERIFY(casesOf(parcel, drift).isEmpty());
        QCOMPARE(drift.count, 0);
    }

    void readsColleagues()
    {
        const auto all = decodeColleagues(
            R"({"success":true,"data":[{"id":"u1","full_name":"Sara","role":"dispatcher"},{"full_name":"x","role":"admin"}]})");
        QVERIFY(all.ok());
        QCOMPARE(all->rows, (QList<Colleague>{{{u"u1"_s}, u"Sara"_s, UserRole::Dispatcher}}));
        QCOMPARE(all->drift.count, 1);
    }

    void asksInTheServersWords()
    {
        QCOMPARE(returnsAfter({}).target, QByteArray("/delivery/returns?limit=100"));
        QCOMPARE(casesAfter(u"a&b"_s).target, QByteArray("/delivery/exceptions?after=a%26b&limit=100"));
        const Request raise = *encodeCommand(RaiseCase{{u"d"_s}, CaseKind::Damaged, u"wet"_s, {}});
        QCOMPARE(raise.method, QByteArray("POST"));
        QCOMPARE(raise.target, QByteArray("/delivery/exceptions"));
        QCOMPARE(raise.body, QByteArray(R"({"delivery_id":"d","kind":"damaged","reason":"wet"})"));
        UpdateCase change{{u"e/1"_s}, {u"d"_s}, std::optional<UserId>(), {}, {}, {}};
        QCOMPARE(encodeCommand(change)->target, QByteArray("/delivery/exceptions/e%2F1"));
        QCOMPARE(encodeCommand(change)->method, QByteArray("PATCH"));
        QCOMPARE(encodeCommand(change)->body, QByteArray(R"({"owner_id":null})")); // cleared; what is absent stays
        change = {{u"e"_s}, {u"d"_s}, {}, std::optional<QString>(u"call"_s), std::optional<Instant>(), u"done"_s};
        QCOMPARE(encodeCommand(change)->body,
                 QByteArray(R"({"due_at":null,"next_action":"call","resolution":"done"})"));
        QVERIFY(!encodeCommand(RaiseCase{{u"local:1"_s}, CaseKind::Other, u"x"_s, {}})); // never a local id
    }
};

QTEST_APPLESS_MAIN(TestOndiQueues)
#include "tst_ondi_queues.moc"
