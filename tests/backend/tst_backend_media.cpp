// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's server keeps the pictures of proofs: the same bytes once, for the tenant that sent them alone, and nothing
// that is no picture.
#include "backend/depot/media.h"
#include "tests/backend/support/testdepot.h"

#include <QtTest>

using namespace waydesk;
using namespace waydesk::backend;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kPng = QByteArray("\x89PNG\r\n\x1a\n", 8) + QByteArray("a picture", 9) + QByteArray("\0\xff", 2);
const QByteArray kJpeg = QByteArray("\xff\xd8\xff\xe0", 4) + "another";

class Pictures
{
public:
    Reply send(const QByteArray& bytes, const QByteArray& type, const QString& email = kDispatcher,
               const QByteArray& key = {})
    {
        TestClient client(depot.server.port());
        return client.request("POST", "/delivery/media",
                              {.token = email.isEmpty() ? QByteArray() : depot.server.signIn(email),
                               .key = key,
                               .body = bytes,
                               .contentType = type});
    }
    Reply get(const QString& path, const QString& email = kDispatcher) { return depot.get(path, email); }
    QString count() { return depot.text("SELECT count(*) FROM media"); }

    TestDepot depot;
};

QString faultyField(const Reply& reply)
{
    return reply.json()[u"details"_s][0][u"field"].toString();
}

} // namespace

class TestMedia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatItWasGiven();
    void keepsTheSameBytesOnce();
    void refusesWhatIsNoPicture_data();
    void refusesWhatIsNoPicture();
    void takesSoMuchAndNoMore();
    void keepsSoManyOfATenantAndNoMore();
    void asksWhoIsThere();
    void showsNothingOfAnotherTenant();
    void repeatsAnAnswerUnderItsKey();
};

void TestMedia::givesBackWhatItWasGiven()
{
    Pictures p;
    for (const auto& [bytes, type] : {std::pair{kPng, QByteArray("image/png")}, {kJpeg, "image/jpeg"}}) {
        const Reply kept = p.send(bytes, type);
        QCOMPARE(kept.status, 201);
        const QJsonObject data = kept.data();
        QCOMPARE(data.keys(), QStringList({u"content_type"_s, u"id"_s, u"size"_s, u"url"_s}));
        QCOMPARE(data[u"url"].toString(), u"/delivery/media/"_s + data[u"id"].toString());
        QCOMPARE(data[u"content_type"].toString().toLatin1(), type);
        QCOMPARE(data[u"size"].toInt(), bytes.size());
        const Reply got = p.get(data[u"url"].toString());
        QCOMPARE(got.status, 200);
        QCOMPARE(got.body, bytes);
        QCOMPARE(got.headers["content-type"], type);
        const QByteArray cache = got.headers["cache-control"];
        QVERIFY2(cache.contains("private") && cache.contains("immutable") && cache.contains("max-age"), cache);
    }
    QCOMPARE(p.depot.get(u"/delivery/deliveries"_s).headers["cache-control"], QByteArray("no-store"));
    QCOMPARE(p.depot.get(u"/delivery/deliveries"_s).headers["content-type"], QByteArray("application/json"));
}

void TestMedia::keepsTheSameBytesOnce()
{
    Pictures p;
    const Reply first = p.send(kPng, "image/png");
    const Reply again = p.send(kPng, "image/png; name=x", kDriverMail);
    QCOMPARE(again.status, 201);
    QCOMPARE(again.data(), first.data());
    QCOMPARE(p.count(), u"1"_s);
    QVERIFY(p.send(kPng + "x", "image/png").data()[u"id"] != first.data()[u"id"]);
    QCOMPARE(p.count(), u"2"_s);
}

void TestMedia::refusesWhatIsNoPicture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("field");
    QTest::newRow("no type") << kPng << QByteArray() << u"content_type"_s;
    QTest::newRow("another type") << kPng << QByteArray("image/gif") << u"content_type"_s;
    QTest::newRow("json") << QByteArray("{}") << QByteArray("application/json") << u"content_type"_s;
    QTest::newRow("one byte") << QByteArray("\x89") << QByteArray("image/png") << u"body"_s;
    QTest::newRow("text") << QByteArray("not a picture") << QByteArray("image/png") << u"body"_s;
    QTest::newRow("jpeg as png") << kJpeg << QByteArray("image/png") << u"body"_s;
    QTest::newRow("png as jpeg") << kPng << QByteArray("image/jpeg") << u"body"_s;
    QTest::newRow("half a start") << kPng.first(5) << QByteArray("image/png") << u"body"_s;
}

void TestMedia::refusesWhatIsNoPicture()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, type);
    QFETCH(QString, field);
    Pictures p;
    const Reply reply = p.send(bytes, type);
    QCOMPARE(reply.status, 400);
    QCOMPARE(faultyField(reply), field);
    QCOMPARE(p.count(), u"0"_s);
}

void TestMedia::takesSoMuchAndNoMore()
{
    Pictures p;
    const QByteArray most = kPng + QByteArray(900 * 1024 - kPng.size(), 'x');
    const Reply kept = p.send(most, "image/png");
    QCOMPARE(kept.status, 201);
    QVERIFY(p.get(kept.data()[u"url"].toString()).body == most);
    const Reply tooMuch = p.send(most + 'x', "image/png");
    QCOMPARE(tooMuch.status, 413);
    QCOMPARE(tooMuch.code(), u"media_too_large"_s);
    QCOMPARE(p.count(), u"1"_s);
}

void TestMedia::keepsSoManyOfATenantAndNoMore()
{
    Pictures p;
    const QJsonObject first = p.send(kPng, "image/png").data();
    QCOMPARE(p.depot.text("SELECT bytes FROM media_use"), QString::number(kPng.size()));
    const qint64 room = kJpeg.size(); // for one more of these
    p.depot.server.write([&](Connection& db) { db.execute("UPDATE media_use SET bytes = ?", {kMediaLimit - room}); });
    const Reply full = p.send(kJpeg + 'x', "image/jpeg", kDriverMail);
    QCOMPARE(full.status, 507);
    QCOMPARE(full.code(), u"media_limit_reached"_s);
    QCOMPARE(full.json()[u"success"], QJsonValue(false));
    QVERIFY2(full.message().contains(u"20480 MiB"_s), full.body.constData());
    QCOMPARE(p.send(kJpeg, "image/jpeg").status, 201); // fills it to the byte
    QCOMPARE(p.send(kPng + 'x', "image/png").status, 507);
    QCOMPARE(p.count(), u"2"_s);
    // What is there is answered and read still, and the other tenant has a limit of its own.
    QCOMPARE(p.send(kPng, "image/png").data(), first);
    QCOMPARE(p.get(first[u"url"].toString()).body, kPng);
    QCOMPARE(p.send(kPng + 'x', "image/png", u"dispatcher@south.test"_s).status, 201);
}

void TestMedia::asksWhoIsThere()
{
    Pictures p;
    const QString url = p.send(kPng, "image/png").data()[u"url"].toString();
    QCOMPARE(p.send(kPng, "image/png", {}).status, 401);
    QCOMPARE(p.send(kPng, "image/png", u"merchant@north.test"_s).status, 403);
    QCOMPARE(p.send(kPng, "image/png", kDriverMail).status, 201);
    QCOMPARE(TestClient(p.depot.server.port()).get(url.toLatin1()).status, 401);
    QCOMPARE(p.get(url, u"merchant@north.test"_s).status, 403);
    QCOMPARE(p.get(url, kDriverMail).status, 200);
    QCOMPARE(p.get(url, u"manager@north.test"_s).status, 200);
}

void TestMedia::showsNothingOfAnotherTenant()
{
    Pictures p;
    const QJsonObject north = p.send(kPng, "image/png").data();
    const Reply foreign = p.get(north[u"url"].toString(), u"dispatcher@south.test"_s);
    QCOMPARE(foreign.status, 404);
    QCOMPARE(foreign.code(), u"media_not_found"_s);
    QCOMPARE(p.get(u"/delivery/media/nothing"_s).status, 404);
    // The same picture of the other tenant's is theirs.
    QCOMPARE(p.send(kPng, "image/png", u"dispatcher@south.test"_s).data(), north);
    QCOMPARE(p.count(), u"2"_s);
    QCOMPARE(p.get(north[u"url"].toString(), u"dispatcher@south.test"_s).body, kPng);
}

void TestMedia::repeatsAnAnswerUnderItsKey()
{
    Pictures p;
    const Reply first = p.send(kPng, "image/png", kDispatcher, "picture-1");
    const Reply again = p.send(kPng, "image/png", kDispatcher, "picture-1");
    QCOMPARE(again.status, 201);
    QCOMPARE(again.body, first.body);
    QCOMPARE(again.headers["idempotency-replayed"], QByteArray("true"));
    QCOMPARE(p.send(kJpeg, "image/jpeg", kDispatcher, "picture-1").status, 422);
    QCOMPARE(p.count(), u"1"_s);
}

QTEST_GUILESS_MAIN(TestMedia)
#include "tst_backend_media.moc"
