// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk reads what happened to the parcel that is looked at, and reads it again when it changes; brings pictures of
// the depot's own server, others only when a person asks; and asks a server that cannot tell once.
#include "services/sync/pictures.h"
#include "services/sync/stories.h"
#include "tests/sync/support/enginebench.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::test;
using Kind = Error::Kind;
using State = sync::StoryNews::State;
using sync::PictureAsk;

namespace {

const DeliveryId kParcel{u"d1"_s}, kOther{u"d2"_s};

struct Bench : EngineBench
{
    Bench()
    {
        server.hasStories = true;
        server.onStory = [this](const DeliveryId& id) -> Result<wire::SeenStory> {
            if (fault)
                return *fault;
            wire::SeenStory seen;
            seen.value.delivery = id;
            seen.raw = {{u"id"_s, id.value}};
            return seen;
        };
        server.onPicture = [this](const QByteArray&) -> Result<QByteArray> {
            return fault ? Result<QByteArray>(*fault) : Result<QByteArray>(QByteArray("picture"));
        };
        backend = server.make();
        stories = std::make_unique<sync::Stories>(backend, *ingest, listener, [this](const sync::StoryNews& news) {
            told.append({news.delivery, news.state});
        });
        pictures =
            std::make_unique<sync::Pictures>(QUrl(u"https://depot.example"_s), backend, *ingest,
                                             [this](const sync::PictureNews& news) { pictureNews.append(news); });
    }
    QList<State> takeTold(const DeliveryId& id)
    {
        QList<State> states;
        for (const auto& [delivery, state] : std::exchange(told, {})) {
            if (delivery == id)
                states.append(state);
        }
        return states;
    }
    QStringList takeReads() { return std::exchange(server.reads, {}); }
    std::optional<store::StoredStory> kept(const DeliveryId& id) { return store::StoryReader(store->cache()).find(id); }

    std::optional<Error> fault;
    QList<std::pair<DeliveryId, State>> told;
    QList<sync::PictureNews> pictureNews;
    backends::Backend backend;
    std::unique_ptr<sync::Stories> stories;
    std::unique_ptr<sync::Pictures> pictures;
};

} // namespace

class StoriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheParcelThatIsLookedAt()
    {
        Bench b;
        b.stories->look(kParcel);
        QCOMPARE(b.takeTold(kParcel), QList<State>{State::Waiting}); // not signed in yet
        b.stories->resume();
        b.stories->look(kParcel); // asked twice
        b.server.settle();
        QCOMPARE(b.takeReads(), QStringList{u"story d1"_s});
        QVERIFY(b.kept(kParcel));
        b.takeTold(kParcel);
        b.stories->changed({kOther});
        b.server.settle();
        QVERIFY(b.takeReads().isEmpty());
        b.stories->changed({kOther, kParcel});
        b.server.settle();
        QCOMPARE(b.takeReads(), QStringList{u"story d1"_s});
        QCOMPARE(b.takeTold(kParcel), (QList<State>{State::Reading, State::Read}));
        b.stories->changed({kParcel});
        b.stories->changed({kParcel}); // while it is read: what was told may be older than this
        b.server.settle();
        QCOMPARE(b.takeReads(), (QStringList{u"story d1"_s, u"story d1"_s}));
        b.stories->look({});
        b.stories->changed({kParcel}); // nobody looks any more
        b.server.settle();
        QVERIFY(b.takeReads().isEmpty());
    }

    void waitsForTheLink()
    {
        Bench b;
        b.stories->resume();
        b.stories->look(kParcel);
        b.stories->pause();
        b.server.settle();
        QVERIFY(!b.kept(kParcel));
        QCOMPARE(b.takeTold(kParcel), (QList<State>{State::Reading, State::Waiting}));
        b.stories->resume();
        b.server.settle();
        QVERIFY(b.kept(kParcel));
        b.fault = failure(Kind::Server, 503);
        b.takeTold(kParcel);
        b.stories->changed({kParcel});
        b.server.settle();
        QCOMPARE(b.takeTold(kParcel), (QList<State>{State::Reading, State::Failed}));
        QVERIFY(b.kept(kParcel)); // what was read stays
    }

    void asksAServerThatCannotTellOnce()
    {
        Bench b;
        b.stories->resume();
        b.fault = failure(Kind::NotFound, 404);
        b.stories->look(kParcel);
        b.server.settle();
        QCOMPARE(b.takeTold(kParcel).last(), State::Lacking);
        QVERIFY(!b.backend.stories);
        b.stories->look(kOther);
        b.server.settle();
        QCOMPARE(b.takeReads(), QStringList{u"story d1"_s});
        QCOMPARE(b.takeTold(kOther), QList<State>{State::Lacking});
    }

    void noticesThatAParcelIsGone()
    {
        Bench b;
        b.stories->resume();
        b.stories->look(kParcel);
        b.server.settle();
        QVERIFY(b.kept(kParcel));
        b.fault = failure(Kind::NotFound, 404, u"delivery_not_found"_s);
        b.stories->changed({kParcel});
        b.server.settle();
        QCOMPARE(b.takeTold(kParcel).last(), State::Gone);
        QVERIFY(!b.kept(kParcel));
        QVERIFY(b.backend.stories); // the server can tell of others
    }

    void bringsThePicturesOfItsServer()
    {
        Bench b;
        b.pictures->resume();
        b.pictures->want(u"/delivery/media/m1"_s, PictureAsk::Own);
        b.pictures->want(u"/delivery/media/m1"_s, PictureAsk::Own);
        b.server.settle();
        QCOMPARE(b.takeReads(), QStringList{u"picture /delivery/media/m1"_s});
        QCOMPARE(b.pictureNews.size(), 1);
        QCOMPARE(b.pictureNews[0].bytes, QByteArray("picture"));
        const auto kept = store::PictureReader(b.store->cache(), b.folder.path()).find(u"/delivery/media/m1"_s);
        QCOMPARE(store::readPicture(*kept), QByteArray("picture")); // on disk by then
        b.fault = failure(Kind::NotFound, 404);
        b.pictures->want(u"/delivery/media/m2"_s, PictureAsk::Own);
        b.server.settle();
        QCOMPARE(b.pictureNews[1].error->kind, Kind::NotFound);
    }

    void asksStrangersOnlyForAPerson()
    {
        Bench b;
        b.pictures->resume();
        b.pictures->want(u"https://pictures.example/a.jpg"_s, PictureAsk::Own);
        b.pictures->want(u"http://pictures.example/a.jpg"_s, PictureAsk::AnyHost);
        b.pictures->want(u"/delivery/../auth/me"_s, PictureAsk::AnyHost);
        QCOMPARE(b.pictureNews.size(), 3);
        QCOMPARE(b.pictureNews[0].error->code, u"elsewhere"_s);
        QCOMPARE(b.pictureNews[1].error->code, u"unsafe_address"_s);
        QCOMPARE(b.pictureNews[2].error->code, u"unsafe_address"_s);
        QVERIFY(b.takeReads().isEmpty());
    }

    void tellsOfPicturesThatTheLinkLost()
    {
        Bench b;
        b.pictures->want(u"/a"_s, PictureAsk::Own);
        QCOMPARE(b.pictureNews.takeFirst().error->kind, Kind::Offline);
        b.pictures->resume();
        for (const QString& url : {u"/a"_s, u"/b"_s, u"/c"_s, u"/d"_s})
            b.pictures->want(url, PictureAsk::Own);
        b.pictures->pause();
        b.server.settle();
        QCOMPARE(b.pictureNews.size(), 4);
        QVERIFY(std::all_of(b.pictureNews.cbegin(), b.pictureNews.cend(),
                            [](const auto& news) { return news.error && news.error->kind == Kind::Offline; }));
    }

    void judgesWhatAStrangerGives()
    {
        net::HttpAnswer answer;
        answer.status = 200;
        answer.body = "bytes";
        answer.contentType = "image/jpeg";
        QCOMPARE(*backends::pictureOf(answer), QByteArray("bytes"));
        answer.contentType = "text/html; charset=utf-8";
        QCOMPARE(backends::pictureOf(answer).error().code, u"not_a_picture"_s);
        answer.contentType = "image/png";
        answer.status = 302; // not followed
        QCOMPARE(backends::pictureOf(answer).error().kind, Kind::Malformed);
        answer.status = 410;
        QCOMPARE(backends::pictureOf(answer).error().kind, Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(StoriesTest)
#include "tst_stories_sync.moc"
