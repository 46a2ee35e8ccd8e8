// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk reads, checks and decodes pictures of proofs beside the window's thread, and tells when they are there.
#include "services/facade/mediaservice.h"
#include "services/facade/picturedecode.h"
#include "tests/support/fakeengine.h"

#include <QBuffer>
#include <QDir>
#include <QSignalSpy>
#include <QtTest>

using namespace waydesk;
using namespace waydesk::facade;
using namespace waydesk::test;
using namespace Qt::Literals::StringLiterals;
using State = facade::Picture::State;

namespace {

const QString kSig = u"/delivery/media/sig"_s, kGate = u"https://pictures.example/gate.jpg"_s;

QByteArray png(const QSize& size, const char* format = "PNG")
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QBuffer::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

} // namespace

class TestMediaService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOnlyWhatCanBeShown()
    {
        QCOMPARE(decodePicture(png({5000, 100})).width(), kLargestSide);
        QCOMPARE(decodePicture(png({300, 200}, "JPG")).size(), QSize(300, 200));
        QVERIFY(decodePicture("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>").isNull());
        QVERIFY(decodePicture({}).isNull());
        QVERIFY(decodePicture(png({30, 20}).first(40)).isNull());
        // A header that says 65,535 by 65,535, before what would be a picture.
        const QByteArray bomb =
            QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000ffff0000ffff080200000039674e07") +
            png({16, 16}).sliced(33);
        QVERIFY(decodePicture(bomb).isNull());
        QCOMPARE(pictureSuffix(png({3, 3}, "JPG")), u"jpg"_s);
    }

    void readsWhatIsKeptBesideTheWindowsThread()
    {
        FakeEngine engine;
        engine.setStatus(engine.status());
        const QByteArray bytes = png({1000, 500});
        QVERIFY(engine.store().pictures().put(kSig, bytes, engine.clock().now()).ok());
        facade::MediaService media(engine.reader(), engine);
        QSignalSpy changed(&media, &facade::MediaService::changed);
        QCOMPARE(media.picture(kSig).state, State::Absent);
        media.want(kSig);
        QCOMPARE(media.picture(kSig).state, State::Reading); // not in this moment
        QCOMPARE(changed.size(), 1);
        QTRY_COMPARE(media.picture(kSig).state, State::Here);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(media.picture(kSig).bytes, bytes);
        QCOMPARE(media.picture(kSig).keptAt, engine.clock().now());
        QCOMPARE(media.picture(kSig).thumbnail.width(), facade::MediaService::kThumbnailSide);
        QVERIFY(media.whole(kSig).isNull()); // nobody looked
        QVERIFY(engine.picturesAsked.isEmpty());
    }

    void decodesWholeWhatIsLookedAt()
    {
        FakeEngine engine;
        engine.setStatus(engine.status());
        facade::MediaService media(engine.reader(), engine);
        for (int i = 0; i < 6; ++i)
            engine.tellPicture(u"/delivery/media/%1"_s.arg(i), png({1200 + i, 900}));
        const QString last = u"/delivery/media/5"_s;
        for (int i = 0; i < 6; ++i) // steps through them before the first is there
            media.look(u"/delivery/media/%1"_s.arg(i));
        QTRY_COMPARE(media.whole(last).width(), 1205);
        int decoded = 0;
        for (int i = 0; i < 6; ++i)
            decoded += media.whole(u"/delivery/media/%1"_s.arg(i)).isNull() ? 0 : 1;
        QCOMPARE(decoded, 1);                     // those in between are not waited for
        engine.tellPicture(last, png({700, 90})); // another one now
        QVERIFY(media.whole(last).isNull());
        QTRY_COMPARE(media.whole(last).width(), 700);
    }

    void takesATornFileForNone()
    {
        FakeEngine engine;
        engine.setStatus(engine.status());
        facade::MediaService media(engine.reader(), engine);
        for (const QString& url : {kSig, kGate})
            QVERIFY(engine.store().pictures().put(url, png({30, 20}), engine.clock().now()).ok());
        QFile file(engine.reader().pictures().find(kSig)->file);
        QVERIFY(file.open(QFile::WriteOnly | QFile::Truncate));
        file.write("half");
        file.close();
        media.want(kGate);
        QCOMPARE(media.picture(kGate).state, State::Reading); // a file is no question to another host
        QTRY_COMPARE(media.picture(kGate).state, State::Elsewhere);
        media.want(kSig);
        QTRY_COMPARE(engine.picturesAsked.size(), 1); // its own server's is asked for again
        QCOMPARE(engine.picturesAsked[0].first, kSig);
        QCOMPARE(media.picture(kSig).state, State::Reading);
        engine.tellPicture(kSig, png({60, 40}));
        QTRY_COMPARE(media.picture(kSig).state, State::Here);
        QCOMPARE(media.picture(kSig).thumbnail.size(), QSize(60, 40));
    }

    void forgetsAnotherDepotsPicturesOnTheirWay()
    {
        FakeEngine engine;
        engine.setStatus(engine.status());
        facade::MediaService media(engine.reader(), engine);
        engine.tellPicture(kSig, png({1600, 1200}));
        QCOMPARE(media.picture(kSig).state, State::Reading);
        sync::EngineStatus other = engine.status();
        other.server = QUrl(u"https://other.test"_s);
        engine.setStatus(other);
        QSignalSpy changed(&media, &facade::MediaService::changed);
        engine.tellPicture(kGate, png({30, 20}));
        QTRY_COMPARE(media.picture(kGate).state, State::Here); // and the other was before it in the queue
        QVERIFY(media.picture(kSig).bytes.isEmpty());
        for (const auto& told : std::as_const(changed))
            QCOMPARE(told[0].toString(), kGate);
    }
};

QTEST_GUILESS_MAIN(TestMediaService)
#include "tst_mediaservice.moc"
