// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk reads what happened to a parcel as its own server tells it, and what an older or a stranger one leaves out.
#include "services/wire/ondi/ondistories.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::wire::ondidesk;

namespace {

const QByteArray kWhole = R"({"success":true,"message":"ok","data":{
 "id":"d1","delivery_code":"1533","status":"failed",
 "driver_actions":[
  {"action":"picked_up","previous_status":"assigned","new_status":"picked_up","at":"2026-04-07T09:00:00Z",
   "actor_name":"Karwan Aziz","notes":"","latitude":36.19,"longitude":44.01,"proof_of_delivery":null},
  {"action":"failed","previous_status":"picked_up","new_status":"failed","at":"2026-04-07T12:10:00Z",
   "actor_name":"Karwan Aziz","notes":"nobody at home","latitude":null,"longitude":null,
   "proof_of_delivery":{"signature_url":"/delivery/media/m1","photo_urls":["/delivery/media/m2","https:\/\/a.example\/3"],
   "notes":"the gate was shut","timestamp":"2026-04-07T12:09:00Z"}}],
 "return_requests":[{"id":"r1","delivery_id":"d1","status":"approved","return_reason":"refused","notes":null,
  "requested_at":"2026-04-07T13:00:00Z","requested_by_name":"Sara Karim","decided_at":"2026-04-07T14:00:00Z",
  "decided_by_name":"Hiwa","return_delivery_id":"d9","return_delivery_code":"1599"}],
 "exceptions":[{"id":"e1","delivery_id":"d1","delivery_code":"1533","delivery_status":"failed","kind":"failed",
  "reason":"nobody at home","notes":"","waybill_id":null,"waybill_number":null,"trip_id":"t1","trip_number":"TR7",
  "raised_at":"2026-04-07T12:10:00Z","raised_by_name":"Karwan Aziz","owner_id":"u1","owner_name":"Sara Karim",
  "next_action":"call","due_at":"2026-04-08T09:00:00Z","state":"open","resolved_at":null,"resolved_by_name":null,
  "resolution":null,"updated_at":"2026-04-07T12:30:00Z"}],
 "waybill":{"id":"w1","waybill_number":"WB00412","status":"in_transit"},
 "trip":{"id":"t1","trip_number":"TR7","status":"in_progress"}}})";

} // namespace

class OndiParcelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatHappened()
    {
        const auto seen = decodeStory(kWhole);
        QVERIFY(seen.ok());
        QCOMPARE(seen->drift.count, 0);
        const ParcelStory& story = seen->value;
        QCOMPARE(story.delivery, DeliveryId{u"d1"_s});
        QCOMPARE(story.actions.size(), 2);
        const ParcelAction& first = story.actions[0];
        QCOMPARE(first.action, u"picked_up"_s);
        QCOMPARE(first.previous, DeliveryState{DeliveryStatus::Assigned});
        QCOMPARE(first.at, *parseInstant(u"2026-04-07T09:00:00Z"));
        QCOMPARE(first.position, QGeoCoordinate(36.19, 44.01));
        QVERIFY(!first.proof);
        const ParcelAction& last = story.actions[1];
        QCOMPARE(last.notes, u"nobody at home"_s);
        QVERIFY(!last.position);
        QVERIFY(last.proof);
        QCOMPARE(last.proof->signatureUrl, u"/delivery/media/m1"_s);
        QCOMPARE(last.proof->photoUrls, (QStringList{u"/delivery/media/m2"_s, u"https://a.example/3"_s}));
        QCOMPARE(story.returns.size(), 1);
        QVERIFY(story.returns[0].state.is(ReturnRequestStatus::Approved));
        QCOMPARE(story.returns[0].requestedByName, u"Sara Karim"_s);
        QCOMPARE(story.returns[0].decidedAt, parseInstant(u"2026-04-07T14:00:00Z"));
        QCOMPARE(story.returns[0].returnDeliveryCode, u"1599"_s);
        QCOMPARE(story.cases.size(), 1);
        QVERIFY(story.cases[0].kind.is(CaseKind::Failed) && story.cases[0].state.is(CaseState::Open));
        QCOMPARE(story.cases[0].ownerName, u"Sara Karim"_s);
        QCOMPARE(story.cases[0].nextAction, u"call"_s);
        QVERIFY(!story.cases[0].waybill && story.cases[0].trip == TripId{u"t1"_s});
        QCOMPARE(story.waybill->number, u"WB00412"_s);
        QVERIFY(story.waybill->state.is(WaybillStatus::InTransit));
        QVERIFY(story.trip->state.is(TripStatus::InProgress));
        QVERIFY(!seen->raw.contains(u"status"_s)); // the parcel's own fields are kept with the parcel
        QVERIFY(seen->raw.contains(u"exceptions"_s));
    }

    void livesWithLess()
    {
        const auto bare = decodeStory(R"({"success":true,"data":{"id":"d1","waybill":null,"trip":null}})");
        QVERIFY(bare.ok());
        QVERIFY(bare->value.actions.isEmpty() && !bare->value.waybill && !bare->value.trip);
        QCOMPARE(bare->drift.count, 0);
        const auto odd = decodeStory(R"({"success":true,"data":{"id":"d1","driver_actions":[
            {"action":"teleported","new_status":"elsewhere","at":"2026-04-07T09:00:00Z","latitude":136,"longitude":4},
            "no object"]}})");
        QVERIFY(odd.ok());
        QCOMPARE(odd->value.actions.size(), 1);
        QCOMPARE(odd->value.actions[0].action, u"teleported"_s);
        QCOMPARE(odd->value.actions[0].next->text, u"elsewhere"_s);
        QVERIFY(!odd->value.actions[0].next->known && !odd->value.actions[0].position);
        QCOMPARE(odd->drift.count, 3);
        QVERIFY(!decodeStory(R"({"success":true,"data":{"delivery_code":"1"}})").ok());
        QVERIFY(!decodeStory(R"({"success":true,"data":[]})").ok());
        QVERIFY(!decodeStory("<html>").ok());
    }
};

QTEST_GUILESS_MAIN(OndiParcelsTest)
#include "tst_ondi_stories.moc"
