// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk keeps what happened to a parcel with the time when it was read, keeps pictures within a bound, and takes a
// file that was changed for none.
#include "services/store/reader.h"
#include "services/store/store.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace waydesk;
using namespace waydesk::test;

namespace {

struct Kept
{
    Kept()
    {
        auto opened = store::Store::open(folder.path());
        if (!opened)
            qFatal("the store did not open");
        store = std::move(opened).value();
        reader = std::move(store::Reader::open(folder.path())).value();
    }
    ~Kept() { reader.reset(); }
    std::optional<QByteArray> bytesOf(const QString& url) const
    {
        const auto kept = reader->pictures().find(url);
        return kept ? store::readPicture(*kept) : std::nullopt;
    }
    QStringList files() const { return QDir(store::picturesFolder(folder.path())).entryList(QDir::Files); }

    QTemporaryDir folder;
    FakeClock clock;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<store::Reader> reader;
};

QJsonObject story(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestStories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatHappenedWithItsAge()
    {
        Kept k;
        const QJsonObject raw =
            story(R"({"id":"d1","driver_actions":[{"action":"delivered","previous_status":"in_transit",
            "new_status":"delivered","at":"2026-04-07T12:00:00Z","actor_name":"Karwan","notes":"gate","latitude":36.2,
            "longitude":44.0,"proof_of_delivery":{"signature_url":"/m/1","photo_urls":["/m/2"],"notes":"n"}}],
            "return_requests":[{"id":"r","delivery_id":"d1","status":"rejected","return_reason":"late",
            "requested_at":"2026-04-07T13:00:00Z","decided_at":"2026-04-07T14:00:00Z"}],
            "exceptions":[{"id":"e","delivery_id":"d1","kind":"damaged","state":"resolved","resolution":"paid",
            "raised_at":"2026-04-07T13:00:00Z","resolved_at":"2026-04-07T15:00:00Z"}],
            "trip":{"id":"t","trip_number":"TR1","status":"completed"},"not_known_yet":{"a":1}})");
        QVERIFY(k.store->stories().put({u"d1"_s}, raw, k.clock.now()).ok());
        const auto kept = k.reader->stories().find({u"d1"_s});
        QVERIFY(kept);
        QCOMPARE(kept->readAt, k.clock.now());
        QCOMPARE(kept->story.actions.size(), 1);
        QVERIFY(kept->story.actions[0].next->is(DeliveryStatus::Delivered));
        QCOMPARE(kept->story.actions[0].position, QGeoCoordinate(36.2, 44.0));
        QCOMPARE(kept->story.actions[0].proof->photoUrls, QStringList{u"/m/2"_s});
        QVERIFY(kept->story.returns[0].state.is(ReturnRequestStatus::Rejected) && kept->story.returns[0].decidedAt);
        QCOMPARE(kept->story.cases[0].resolution, u"paid"_s);
        QCOMPARE(kept->story.trip->number, u"TR1"_s);
        QVERIFY(!kept->story.waybill);

        k.clock.advance(1h); // read again: it takes the place of the old one
        QVERIFY(k.store->stories().put({u"d1"_s}, story(R"({"id":"d1"})"), k.clock.now()).ok());
        QCOMPARE(k.reader->stories().find({u"d1"_s})->readAt, k.clock.now());
        QVERIFY(k.reader->stories().find({u"d1"_s})->story.actions.isEmpty());
        QVERIFY(k.store->stories().remove({u"d1"_s}).ok());
        QVERIFY(!k.reader->stories().find({u"d1"_s}));
    }

    void forgetsTheOldestStories()
    {
        Kept k;
        store::StoryRepository few(k.store->cache(), 3);
        for (int n = 1; n <= 5; ++n) {
            k.clock.advance(1min);
            QVERIFY(few.put({u"d%1"_s.arg(n)}, story(R"({"id":"d"})"), k.clock.now()).ok());
        }
        QVERIFY(!k.reader->stories().find({u"d2"_s}));
        QVERIFY(k.reader->stories().find({u"d3"_s}) && k.reader->stories().find({u"d5"_s}));
    }

    void keepsPicturesWithinABound()
    {
        Kept k;
        store::PictureStore small(k.store->cache(), k.folder.path(), 100);
        const QByteArray a(40, 'a'), b(40, 'b'), c(40, 'c');
        QVERIFY(small.put(u"/a"_s, a, k.clock.now()).ok());
        k.clock.advance(1min);
        QVERIFY(small.put(u"/b"_s, b, k.clock.now()).ok());
        QVERIFY(small.put(u"/b-too"_s, b, k.clock.now()).ok()); // the same bytes are there once
        QCOMPARE(k.files().size(), 2);
        QCOMPARE(k.bytesOf(u"/a"_s), a);
        k.clock.advance(1min);
        QVERIFY(small.put(u"/c"_s, c, k.clock.now()).ok());
        QVERIFY(!k.reader->pictures().find(u"/a"_s)); // the oldest made room
        QCOMPARE(k.bytesOf(u"/b-too"_s), b);
        QCOMPARE(k.reader->pictures().find(u"/c"_s)->keptAt, k.clock.now());
        QCOMPARE(k.files().size(), 2);
        QVERIFY(!small.put(u"/huge"_s, QByteArray(101, 'x'), k.clock.now()).ok());
        QVERIFY(k.reader->pictures().find(u"/c"_s));
    }

    void takesAChangedFileForNone()
    {
        Kept k;
        QVERIFY(k.store->pictures().put(u"/a"_s, "what it was", k.clock.now()).ok());
        QFile file(store::picturesFolder(k.folder.path()) + u'/' + k.files().constFirst());
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("what it is");
        file.close();
        QCOMPARE(k.bytesOf(u"/a"_s), std::nullopt);
        QVERIFY(k.store->pictures().put(u"/a"_s, "what it was", k.clock.now()).ok()); // fetched again
        QCOMPARE(k.bytesOf(u"/a"_s), QByteArray("what it was"));
    }

    void leavesNothingOfAnotherDepot()
    {
        Kept k;
        QVERIFY(k.store->stories().put({u"d1"_s}, story(R"({"id":"d1"})"), k.clock.now()).ok());
        QVERIFY(k.store->pictures().put(u"/a"_s, "picture", k.clock.now()).ok());
        QVERIFY(k.store->clearCache().ok());
        QVERIFY(!k.reader->stories().find({u"d1"_s}));
        QVERIFY(!k.reader->pictures().find(u"/a"_s));
        QVERIFY(k.files().isEmpty());
    }

    void findsTheScansOfAParcel()
    {
        Kept k;
        const auto scan = [&](const QString& code, const QString& verdict) {
            k.clock.advance(1min);
            store::ScanEntry entry;
            entry.at = k.clock.now();
            entry.code = code;
            entry.verdict = verdict;
            QVERIFY(k.store->scans().append(entry).ok());
        };
        scan(u"DEL1001"_s, u"ready"_s);
        scan(u"DEL1002"_s, u"ready"_s);
        scan(u"6130001"_s, u"delivery_already_in_waybill"_s);
        const auto found = k.reader->scans().ofCodes({u"6130001"_s, u"DEL1001"_s}, 10);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].code, u"DEL1001"_s); // oldest first
        QCOMPARE(found[1].verdict, u"delivery_already_in_waybill"_s);
        QCOMPARE(k.reader->scans().ofCodes({u"6130001"_s, u"DEL1001"_s}, 1).constFirst().code, u"6130001"_s);
        QVERIFY(k.reader->scans().ofCodes({}, 10).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestStories)
#include "tst_stories.moc"
