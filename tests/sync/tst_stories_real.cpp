// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk against the real server: a driver delivers a parcel with pictures while a dispatcher looks at it; the desk
// tells what happened, brings the pictures, and shows both when the server is gone.
#include "services/facade/mediaservice.h"
#include "services/facade/parcelstoryservice.h"
#include "services/store/reader.h"
#include "services/sync/liveengine.h"
#include "tests/sync/support/realserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace waydesk;
using waydesk::test::RealServer;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPatienceMs = 30'000; // ends a hang, measures nothing

// A picture of one pixel, as a PNG.
const QByteArray kPixel = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

struct Phone
{
    explicit Phone(const QUrl& url)
        : server(url)
    {
    }
    QJsonObject send(const QString& path, const char* type, const QByteArray& body)
    {
        QUrl url = server;
        url.setPath(path);
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QString::fromLatin1(type));
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
        QNetworkReply* reply = network.post(request, body);
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!reply->isFinished() && !finished.wait(kPatienceMs))
            return {};
        reply->deleteLater();
        return QJsonDocument::fromJson(reply->readAll())[u"data"].toObject();
    }
    QJsonObject send(const QString& path, const QJsonObject& body)
    {
        return send(path, "application/json", QJsonDocument(body).toJson());
    }
    QUrl server;
    QString token;
    QNetworkAccessManager network;
};

struct Desk
{
    Desk(const QUrl& server, const QString& folder)
        : engine([&folder] {
            sync::EngineOptions options;
            options.folder = folder;
            return options;
        }())
    {
        QObject::connect(&engine, &sync::Engine::statusChanged, &engine,
                         [this](const sync::EngineStatus& now) { status = now; });
        if (!engine.open())
            qFatal("the store did not open");
        reader = std::move(store::Reader::open(folder)).value();
        stories = std::make_unique<facade::ParcelStoryService>(*reader, engine);
        media = std::make_unique<facade::MediaService>(*reader, engine);
        engine.connectTo(server);
    }
    bool isReady()
    {
        engine.signIn(u"dispatcher@demo.waydesk"_s, u"demo"_s);
        return QTest::qWaitFor([this] { return status.lastSynced && !status.firstSyncRunning; }, kPatienceMs);
    }

    sync::LiveEngine engine;
    sync::EngineStatus status;
    std::unique_ptr<store::Reader> reader;
    std::unique_ptr<facade::ParcelStoryService> stories;
    std::unique_ptr<facade::MediaService> media;
};

} // namespace

class TestStoriesReal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start()); }

    void tellsAndShowsWhatADriverDid()
    {
        using State = facade::Picture::State;
        const QString onTheRoad =
            u" FROM delivery d JOIN trip t ON t.id = d.trip_id JOIN driver r ON r.id = t.driver_id "
            "JOIN app_user u ON u.id = r.user_id WHERE t.status = 'in_progress' AND d.status IN "
            "('picked_up', 'in_transit') ORDER BY d.id LIMIT 1"_s;
        const DeliveryId parcel{m_server.cell(u"SELECT d.id"_s + onTheRoad).toString()};
        QVERIFY(!parcel.isEmpty());
        QTemporaryDir folder;
        Desk desk(m_server.url(), folder.path());
        QVERIFY(desk.isReady());
        desk.stories->look(parcel);
        QTRY_COMPARE_WITH_TIMEOUT(desk.stories->past().state, facade::StoryState::Read, kPatienceMs);
        const qsizetype before = desk.stories->past().story->actions.size();
        QVERIFY(before > 0); // it was picked up
        QVERIFY(desk.stories->past().story->trip);

        Phone phone(m_server.url());
        const QString email = m_server.cell(u"SELECT u.email"_s + onTheRoad).toString();
        phone.token =
            phone.send(u"/auth/login"_s, {{u"email"_s, email}, {u"password"_s, u"demo"_s}})[u"access_token"].toString();
        const QString url = phone.send(u"/delivery/media"_s, "image/png", kPixel)[u"url"].toString();
        QVERIFY(!url.isEmpty());
        const QJsonObject proof{{u"signature_url"_s, url}, {u"photo_urls"_s, QJsonArray{}}, {u"notes"_s, u"gate"_s}};
        phone.send(u"/delivery/deliveries/"_s + parcel.value + u"/driver-action"_s,
                   {{u"action"_s, u"delivered"_s}, {u"notes"_s, u"all well"_s}, {u"proof_of_delivery"_s, proof}});

        // Nobody asks again: the change feed names the parcel.
        QTRY_COMPARE_WITH_TIMEOUT(desk.stories->past().story->actions.size(), before + 1, kPatienceMs);
        const ParcelAction done = desk.stories->past().story->actions.last();
        QCOMPARE(done.action, u"delivered"_s);
        QCOMPARE(done.notes, u"all well"_s);
        QCOMPARE(done.proof->signatureUrl, url);
        QCOMPARE(desk.status.contractDrift, 0);
        QCOMPARE(desk.media->picture(url).state, State::Absent);
        desk.media->want(url);
        QTRY_COMPARE_WITH_TIMEOUT(desk.media->picture(url).state, State::Here, kPatienceMs);
        QCOMPARE(desk.media->picture(url).bytes, kPixel);
        const QString nowhere = u"/delivery/media/no-such-picture"_s;
        desk.media->want(nowhere);
        QTRY_COMPARE_WITH_TIMEOUT(desk.media->picture(nowhere).state, State::Failed, kPatienceMs);
        QCOMPARE(desk.media->picture(nowhere).error->kind, Error::Kind::NotFound);
        const QString noPicture = u"/delivery/deliveries/"_s + parcel.value;
        desk.media->want(noPicture);
        QTRY_COMPARE_WITH_TIMEOUT(desk.media->picture(noPicture).state, State::Failed, kPatienceMs);
        QCOMPARE(desk.media->picture(noPicture).error->code, u"not_a_picture"_s);

        m_server.stop();
        QTRY_COMPARE_WITH_TIMEOUT(desk.stories->past().state, facade::StoryState::Waiting, kPatienceMs);
        QCOMPARE(desk.stories->past().story->actions.size(), before + 1);
        facade::MediaService another(*desk.reader, desk.engine); // as after a restart
        another.want(url);
        QTRY_COMPARE_WITH_TIMEOUT(another.picture(url).bytes, kPixel, kPatienceMs);
    }

private:
    RealServer m_server;
};

QTEST_GUILESS_MAIN(TestStoriesReal)
#include "tst_stories_real.moc"
