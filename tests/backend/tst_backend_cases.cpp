// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's exceptions: opened by what happens on the road or raised by hand, owned, planned, resolved once and for
// all. Their list and their news are looked at in tst_backend_caselists.
#include "backend/storage/schema.h"
#include "tests/backend/support/caseasks.h"

#include <QJsonDocument>
#include <QtTest>

using namespace waydesk;
using namespace waydesk::backend;
using namespace Qt::Literals::StringLiterals;

class TestCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensOneWhenADriverFails();
    void showsWhatCameBackFromAWaybill();
    void takesOverWhatCameBackBefore();
    void raisesOneByHand();
    void keepsWhatIsNotNamedAndClearsWhatIsNull();
    void resolvesOnceAndForAll();
    void namesTheFieldThatIsWrong();
    void findsNothingOfAnotherTenant();
    void asksWhoIsThere();
    void repeatsAnAnswerUnderItsKey();
    void outlivesItsDraft();
};

void TestCases::opensOneWhenADriverFails()
{
    TestDepot d;
    const QString parcel = d.delivery(), trip = d.trip({parcel});
    d.act(parcel, u"picked_up"_s);
    QCOMPARE(exceptionsOf(d, parcel).size(), 0);
    QCOMPARE(d.act(parcel, u"failed"_s, {{u"notes"_s, u"Nobody at home"_s}}).status, 200);
    const QJsonObject one = only(exceptionsOf(d, parcel));
    QCOMPARE(one.keys(), QStringList({u"delivery_code"_s,    u"delivery_id"_s, u"delivery_status"_s,
                                      u"due_at"_s,           u"id"_s,          u"kind"_s,
                                      u"next_action"_s,      u"notes"_s,       u"owner_id"_s,
                                      u"owner_name"_s,       u"raised_at"_s,   u"raised_by_name"_s,
                                      u"reason"_s,           u"resolution"_s,  u"resolved_at"_s,
                                      u"resolved_by_name"_s, u"state"_s,       u"trip_id"_s,
                                      u"trip_number"_s,      u"updated_at"_s,  u"waybill_id"_s,
                                      u"waybill_number"_s}));
    QCOMPARE(one[u"kind"].toString(), u"failed"_s);
    QCOMPARE(one[u"reason"].toString(), u"Nobody at home"_s);
    QCOMPARE(one[u"state"].toString(), u"open"_s);
    QCOMPARE(one[u"delivery_id"].toString(), parcel);
    QCOMPARE(one[u"delivery_code"].toString(),
             d.get(u"/delivery/deliveries/"_s + parcel).data()[u"delivery_code"].toString());
    QCOMPARE(one[u"delivery_status"].toString(), u"failed"_s);
    QCOMPARE(one[u"trip_id"].toString(), trip);
    QCOMPARE(one[u"trip_number"].toString(), u"TRIP-00001"_s);
    QCOMPARE(one[u"raised_by_name"].toString(), u"North driver"_s);
    for (const char16_t* name : {u"owner_id", u"owner_name", u"next_action", u"due_at", u"resolved_at",
                                 u"resolved_by_name", u"resolution", u"waybill_id", u"waybill_number"})
        QVERIFY2(one.value(QStringView(name)).isNull(), qUtf8Printable(QStringView(name).toString()));
    QCOMPARE(only(d.get(kExceptions).json()[u"data"]), one);
}

void TestCases::showsWhatCameBackFromAWaybill()
{
    TestDepot d;
    const QStringList parcels{d.delivery(), d.delivery()};
    const QString waybill = d.waybillIn(u"picked_up"_s, parcels);
    const Reply back = d.post(
        u"/delivery/waybills/"_s + waybill + u"/return-children"_s,
        {{u"delivery_ids"_s, QJsonArray{parcels[0]}}, {u"reason"_s, u"refused"_s}, {u"notes"_s, u"Did not want it"_s}});
    QCOMPARE(back.status, 200);
    const QJsonObject one = only(exceptionsOf(d, parcels[0]));
    QCOMPARE(one[u"kind"].toString(), u"return"_s);
    QCOMPARE(one[u"state"].toString(), u"resolved"_s);
    QCOMPARE(one[u"reason"].toString(), u"refused"_s);
    QCOMPARE(one[u"notes"].toString(), u"Did not want it"_s);
    QCOMPARE(one[u"resolution"].toString(), u"returned"_s);
    QCOMPARE(one[u"resolved_by_name"].toString(), u"North dispatcher"_s);
    QCOMPARE(one[u"waybill_id"].toString(), waybill);
    QCOMPARE(one[u"waybill_number"].toString(), u"WB00001"_s);
    // The document's own list of them goes by the same id.
    const Reply documented = d.get(u"/delivery/waybills/"_s + waybill + u"/returns"_s);
    QVERIFY(documented.body.contains(one[u"id"].toString().toLatin1()));
    QCOMPARE(exceptionsOf(d, parcels[1]).size(), 0);
}

void TestCases::takesOverWhatCameBackBefore()
{
    TestDepot d;
    const QString parcel = d.delivery(), waybill = d.waybillIn(u"picked_up"_s, {parcel, d.delivery()});
    d.post(u"/delivery/waybills/"_s + waybill + u"/return-children"_s,
           {{u"delivery_ids"_s, QJsonArray{parcel}}, {u"reason"_s, u"damaged"_s}, {u"notes"_s, u"Wet"_s}});
    const QJsonArray before = exceptionsOf(d, parcel);
    QCOMPARE(before.size(), 1);
    // The file as it was before exceptions had a table: the step that makes it is run again,
    // and those after it.
    d.server.write([](Connection& db) {
        db.execute("DROP TABLE delivery_case");
        db.execute("DROP INDEX return_request_order");
        db.execute("DROP INDEX return_request_status");
        db.execute("DROP TABLE webhook_count");
        db.execute("DROP TABLE media_use");
        db.execute("PRAGMA user_version = 8");
    });
    d.server.restart();
    TestClient client(d.server.port());
    const Reply detail = client.get(("/delivery/deliveries/"_L1 + parcel).toLatin1(), d.server.signIn(kDispatcher));
    QCOMPARE(detail.data()[u"exceptions"].toArray(), before);
}

void TestCases::raisesOneByHand()
{
    TestDepot d;
    const QString parcel = d.delivery(), waybill = d.waybillIn(u"sealed"_s, {parcel});
    const Reply reply = d.post(kExceptions, {{u"delivery_id"_s, parcel},
                                             {u"kind"_s, u"missing"_s},
                                             {u"reason"_s, u"Not on the shelf"_s},
                                             {u"notes"_s, u"Looked twice"_s}});
    QCOMPARE(reply.status, 201);
    QCOMPARE(reply.data()[u"kind"].toString(), u"missing"_s);
    QCOMPARE(reply.data()[u"notes"].toString(), u"Looked twice"_s);
    QCOMPARE(reply.data()[u"waybill_id"].toString(), waybill);
    QCOMPARE(reply.data()[u"raised_by_name"].toString(), u"North dispatcher"_s);
    QCOMPARE(only(exceptionsOf(d, parcel)), reply.data());
    raise(d, parcel); // as many as there are troubles, oldest first
    QCOMPARE(exceptionsOf(d, parcel).size(), 2);
    QCOMPARE(exceptionsOf(d, parcel)[0], QJsonValue(reply.data()));
}

void TestCases::keepsWhatIsNotNamedAndClearsWhatIsNull()
{
    TestDepot d;
    const QString id = raise(d, d.delivery());
    const Reply planned = patch(d, id,
                                {{u"owner_id"_s, u"user-manager"_s},
                                 {u"next_action"_s, u"Call them"_s},
                                 {u"due_at"_s, u"2026-04-08T09:30:00+03:00"_s}});
    QCOMPARE(planned.status, 200);
    QCOMPARE(planned.data()[u"owner_id"].toString(), u"user-manager"_s);
    QCOMPARE(planned.data()[u"owner_name"].toString(), u"North manager"_s);
    QCOMPARE(planned.data()[u"next_action"].toString(), u"Call them"_s);
    QCOMPARE(parseInstant(planned.data()[u"due_at"].toString()), parseInstant(u"2026-04-08T06:30:00Z"));
    d.server.clock.advance(std::chrono::minutes{1});
    const Reply kept = patch(d, id, {{u"next_action"_s, u"Write to them"_s}});
    QCOMPARE(kept.data()[u"owner_id"].toString(), u"user-manager"_s);
    QCOMPARE(kept.data()[u"due_at"], planned.data()[u"due_at"]);
    QCOMPARE(kept.data()[u"next_action"].toString(), u"Write to them"_s);
    QVERIFY(kept.data()[u"updated_at"] != planned.data()[u"updated_at"]);
    const Reply cleared =
        patch(d, id, {{u"owner_id"_s, QJsonValue()}, {u"next_action"_s, QJsonValue()}, {u"due_at"_s, QJsonValue()}});
    QCOMPARE(cleared.status, 200);
    for (const char16_t* name : {u"owner_id", u"owner_name", u"next_action", u"due_at"})
        QVERIFY2(cleared.data().value(QStringView(name)).isNull(), qUtf8Printable(QStringView(name).toString()));
    QCOMPARE(cleared.data()[u"state"].toString(), u"open"_s);
}

void TestCases::resolvesOnceAndForAll()
{
    TestDepot d;
    const QString id = raise(d, d.delivery());
    const Reply done = patch(d, id, {{u"resolution"_s, u"Repacked"_s}}, kManager);
    QCOMPARE(done.status, 200);
    QCOMPARE(done.data()[u"state"].toString(), u"resolved"_s);
    QCOMPARE(done.data()[u"resolution"].toString(), u"Repacked"_s);
    QCOMPARE(done.data()[u"resolved_by_name"].toString(), u"North manager"_s);
    QVERIFY(parseInstant(done.data()[u"resolved_at"].toString()).has_value());
    for (const QJsonObject& body :
         {QJsonObject{{u"resolution"_s, u"Again"_s}}, QJsonObject{{u"owner_id"_s, QJsonValue()}},
          QJsonObject{{u"next_action"_s, u"x"_s}}, QJsonObject()})
        QCOMPARE(refusal(patch(d, id, body)), u"409 exception_already_resolved"_s);
    QCOMPARE(only(d.get(kExceptions).json()[u"data"]), done.data());
}

void TestCases::namesTheFieldThatIsWrong()
{
    TestDepot d;
    const QString parcel = d.delivery(), id = raise(d, parcel);
    QCOMPARE(faultyFields(d.post(kExceptions)), u"400 delivery_id kind reason"_s);
    const QJsonObject good{{u"delivery_id"_s, parcel}, {u"kind"_s, u"other"_s}, {u"reason"_s, u"r"_s}};
    const auto with = [&good](const QString& key, const QJsonValue& value) {
        QJsonObject body = good;
        body[key] = value;
        return body;
    };
    QCOMPARE(faultyFields(d.post(kExceptions, with(u"kind"_s, u"lost"_s))), u"400 kind"_s);
    QCOMPARE(faultyFields(d.post(kExceptions, with(u"reason"_s, u""_s))), u"400 reason"_s);
    QCOMPARE(faultyFields(d.post(kExceptions, with(u"reason"_s, QString(501, u'x')))), u"400 reason"_s);
    QCOMPARE(faultyFields(d.post(kExceptions, with(u"notes"_s, 7))), u"400 notes"_s);
    QCOMPARE(faultyFields(patch(d, id, {{u"next_action"_s, QString(501, u'x')}})), u"400 next_action"_s);
    QCOMPARE(faultyFields(patch(d, id, {{u"due_at"_s, u"tomorrow"_s}})), u"400 due_at"_s);
    QCOMPARE(faultyFields(patch(d, id, {{u"resolution"_s, u""_s}})), u"400 resolution"_s);
    QCOMPARE(faultyFields(patch(d, id, {{u"resolution"_s, QString(501, u'x')}})), u"400 resolution"_s);
    for (const QString& nobody : {u"no-such-user"_s, u"user-driver"_s, u"user-merchant"_s, u"user-south"_s})
        QCOMPARE(faultyFields(patch(d, id, {{u"owner_id"_s, nobody}})), u"400 owner_id"_s);
    QCOMPARE(faultyFields(d.get(kExceptions + u"?state=closed"_s)), u"400 state"_s);
    QCOMPARE(faultyFields(d.get(kExceptions + u"?owner=you"_s)), u"400 owner"_s);
    QCOMPARE(faultyFields(d.get(kExceptions + u"?limit=0"_s)), u"400 limit"_s);
    for (const QString& cursor : {u"x"_s, u"MTox"_s, QString::fromLatin1(QByteArray("1:2:flying:x").toBase64())})
        QCOMPARE(faultyFields(d.get(kExceptions + u"?after="_s + cursor)), u"400 after"_s);
    QCOMPARE(only(d.get(kExceptions).json()[u"data"])[u"state"].toString(), u"open"_s);
}

void TestCases::findsNothingOfAnotherTenant()
{
    TestDepot d;
    const QString id = raise(d, d.delivery());
    QCOMPARE(refusal(patch(d, id, {{u"resolution"_s, u"Mine"_s}}, kSouth)), u"404 exception_not_found"_s);
    QCOMPARE(refusal(patch(d, u"nothing"_s, {})), u"404 exception_not_found"_s);
    const QJsonObject body{{u"kind"_s, u"other"_s}, {u"reason"_s, u"r"_s}, {u"delivery_id"_s, kForeignDelivery}};
    QCOMPARE(refusal(d.post(kExceptions, body)), u"404 delivery_not_found"_s);
    const Reply list = d.get(kExceptions, kSouth);
    QCOMPARE(ids(list), QStringList());
    QCOMPARE(counts(list), u"open/Open=0 resolved/Resolved=0"_s);
    QCOMPARE(list.json()[u"total"].toInt(), 0);
}

void TestCases::asksWhoIsThere()
{
    TestDepot d;
    const QString id = raise(d, d.delivery());
    for (const QString& email : {kDriverMail, u"merchant@north.test"_s}) {
        QCOMPARE(d.get(kExceptions, email).status, 403);
        QCOMPARE(d.get(u"/delivery/colleagues"_s, email).status, 403);
        QCOMPARE(d.post(kExceptions, {}, email).status, 403);
        QCOMPARE(patch(d, id, {}, email).status, 403);
    }
    QCOMPARE(TestClient(d.server.port()).get("/delivery/exceptions").status, 401);
}

void TestCases::repeatsAnAnswerUnderItsKey()
{
    TestDepot d;
    const QString parcel = d.delivery();
    TestClient client(d.server.port());
    const auto send = [&](const QByteArray& method, const QString& path, const QJsonObject& body,
                          const QByteArray& key) {
        return client.request(method, path.toLatin1(),
                              {.token = d.server.signIn(kDispatcher),
                               .key = key,
                               .body = QJsonDocument(body).toJson(QJsonDocument::Compact)});
    };
    const QJsonObject body{{u"delivery_id"_s, parcel}, {u"kind"_s, u"other"_s}, {u"reason"_s, u"r"_s}};
    const Reply first = send("POST", kExceptions, body, "raise-1"), again = send("POST", kExceptions, body, "raise-1");
    QCOMPARE(again.status, 201);
    QCOMPARE(again.body, first.body);
    QCOMPARE(d.text("SELECT count(*) FROM delivery_case"), u"1"_s);
    const QString path = kExceptions + u'/' + first.data()[u"id"].toString();
    const Reply done = send("PATCH", path, {{u"resolution"_s, u"done"_s}}, "resolve-1");
    QCOMPARE(done.status, 200);
    QCOMPARE(send("PATCH", path, {{u"resolution"_s, u"done"_s}}, "resolve-1").body, done.body); // and no 409
    QCOMPARE(send("PATCH", path, {{u"resolution"_s, u"other"_s}}, "resolve-1").status, 422);
}

void TestCases::outlivesItsDraft()
{
    TestDepot d;
    const QString parcel = d.delivery(), waybill = d.waybill({parcel});
    raise(d, parcel);
    QCOMPARE(d.ask("DELETE", u"/delivery/waybills/"_s + waybill + u"/deliveries/"_s + parcel).status, 200);
    const Reply gone =
        d.post(u"/delivery/waybills/bulk-delete-empty-drafts"_s, {{u"waybill_ids"_s, QJsonArray{waybill}}});
    QCOMPARE(gone.status, 200);
    QCOMPARE(d.text("SELECT count(*) FROM waybill"), u"0"_s);
    QVERIFY(only(exceptionsOf(d, parcel))[u"waybill_id"].isNull());
}

QTEST_GUILESS_MAIN(TestCases)
#include "tst_backend_cases.moc"
