// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk shows what happened to a parcel with its age, and its proof in a viewer that a keyboard and a wheel can work;
// what is not there, is elsewhere, or is no picture is said.
#include "tests/support/fakeengine.h"
#include "tests/support/sample.h"
#include "tests/ui/deskbench.h"
#include "ui/deliveries/deliverydetail.h"
#include "ui/deliveries/picturecanvas.h"
#include "ui/deliveries/prooflist.h"
#include "ui/widgets/button.h"
#include "ui/widgets/counttabs.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QJsonDocument>
#include <QListView>
#include <QPainter>
#include <QWheelEvent>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Role = models::TimelineModel::Role;

namespace {

QByteArray pictureBytes(const QSize& size, const char* format = "PNG")
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(200, 210, 220));
    QPainter painter(&image);
    painter.fillRect(QRect(0, 0, size.width() / 2, size.height() / 2), QColor(30, 60, 90));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QBuffer::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

QByteArray plain(const QColor& colour)
{
    QImage image(1600, 1200, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QBuffer::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QJsonObject proven()
{
    return QJsonDocument::fromJson(R"({"id":"dl-1","driver_actions":[
        {"action":"delivered","previous_status":"in_transit","new_status":"delivered","at":"2026-04-07T12:10:00Z",
         "actor_name":"Karwan Aziz","notes":"left at the gate","latitude":36.19,"longitude":44.01,
         "proof_of_delivery":{"signature_url":"/delivery/media/sig","notes":"signed by the neighbour",
         "photo_urls":["/delivery/media/door","https:\/\/pictures.example\/gate.jpg"],"timestamp":"2026-04-07T12:09:00Z"}},
        {"action":"picked_up","previous_status":"assigned","new_status":"picked_up","at":"2026-04-07T09:00:00Z",
         "actor_name":"Karwan Aziz","notes":""}],
        "return_requests":[{"id":"r1","delivery_id":"dl-1","status":"rejected","return_reason":"refused",
         "requested_at":"2026-04-07T13:00:00Z","requested_by_name":"Sara Karim","decided_at":"2026-04-07T14:00:00Z"}],
        "exceptions":[{"id":"e1","delivery_id":"dl-1","kind":"damaged","reason":"wet","state":"open",
         "raised_at":"2026-04-07T15:00:00Z","raised_by_name":"Sara Karim","next_action":"call the shop"}]})")
        .object();
}

struct Shown
{
    explicit Shown(Theme& theme)
        : parcel([this] {
            Delivery d = sampleDelivery(1, DeliveryStatus::Delivered);
            d.createdAt = *parseInstant(u"2026-04-06T08:00:00Z");
            engine.tell(d);
            return d;
        }())
        , detail(theme, deliveries, formats, {stories, media, saveFile()}, &window)
    {
        engine.setStatus(engine.status());
        window.resize(900, 700);
        detail.setGeometry(0, 0, 420, 700);
        window.show();
        window.activateWindow();
        detail.show(parcel.id);
        settle();
    }
    SaveFile saveFile()
    {
        return [this](QWidget*, const QString& name, const std::function<void(const QString&)>& chosen) {
            proposed = name;
            if (!saveTo.isEmpty())
                chosen(saveTo);
        };
    }
    QStringList sentences()
    {
        QStringList all;
        for (int row = 0; row < detail.past()->timeline()->rowCount(); ++row)
            all << detail.past()->timeline()->index(row, 0).data(Role::SentenceRole).toString();
        return all;
    }
    ProofViewer* openAt(int row)
    {
        detail.pane()->tabs()->setCurrentIndex(PastTabs::ProofTab);
        settle();
        Q_EMIT detail.past()->proof()->opened(row);
        settle();
        return detail.past()->viewer();
    }

    FakeEngine engine;
    models::Formats formats{engine.clock(), QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
    facade::DeliveryService deliveries{engine.reader(), engine};
    facade::ParcelStoryService stories{engine.reader(), engine};
    facade::MediaService media{engine.reader(), engine};
    QString proposed, saveTo;
    Delivery parcel;
    QWidget window;
    DeliveryDetail detail;
};

} // namespace

class TestProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }

    void tellsWhatHappenedInOrder()
    {
        Shown s(m_theme);
        QAbstractItemModelTester tester(s.detail.past()->timeline());
        QCOMPARE(s.engine.lookedAt.last(), s.parcel.id);
        QCOMPARE(s.sentences(), QStringList{u"Created"_s});
        QVERIFY(s.detail.past()->notice().contains(u"Reading"_s));
        store::ScanEntry scan;
        scan.at = *parseInstant(u"2026-04-07T08:00:00Z");
        scan.code = s.parcel.barcode;
        scan.verdict = u"delivery_already_in_waybill"_s;
        QVERIFY(s.engine.store().scans().append(scan).ok());
        s.engine.tellStory(s.parcel.id, proven());
        QVERIFY(s.detail.past()->notice().isEmpty());
        QCOMPARE(
            s.sentences(),
            (QStringList{u"Created"_s, u"Scanned at the scan station: This parcel is already in another waybill."_s,
                         u"Picked up"_s, u"Delivered · left at the gate · proof: “signed by the neighbour”"_s,
                         u"Its return was asked for: Refused by the customer"_s, u"Its return was rejected"_s,
                         u"Exception: damaged: “wet” · nobody sees to it yet · next: call the shop"_s}));
        QVERIFY(s.detail.past()->timeline()->index(3, 0).data(Role::ByRole).toString().startsWith(u"Karwan Aziz"_s));
        QCOMPARE(s.detail.past()->timeline()->index(3, 0).data(Role::BadgeRole).toString(), u"delivered"_s);
        QCOMPARE(s.detail.past()->proof()->pictures().size(), 3);
    }

    void saysHowOldItIs()
    {
        Shown s(m_theme);
        Q_EMIT s.engine.storyTold({s.parcel.id, sync::StoryNews::State::Waiting, {}});
        QVERIFY(s.detail.past()->notice().contains(u"never read"_s));
        s.engine.tellStory(s.parcel.id, proven());
        s.engine.clock().advance(14min);
        Q_EMIT s.engine.storyTold({s.parcel.id, sync::StoryNews::State::Waiting, {}});
        QVERIFY2(s.detail.past()->notice().contains(u"14 min"_s), qPrintable(s.detail.past()->notice()));
        QCOMPARE(s.sentences().size(), 6); // and it is all there
        Q_EMIT s.engine.storyTold({s.parcel.id, sync::StoryNews::State::Lacking, {}});
        QVERIFY(s.detail.past()->notice().contains(u"does not tell"_s));
        Q_EMIT s.engine.storyTold({{u"another"_s}, sync::StoryNews::State::Gone, {}});
        QVERIFY(s.detail.past()->notice().contains(u"does not tell"_s));
    }

    void saysThatThereIsNoProof()
    {
        Shown s(m_theme);
        QVERIFY(s.detail.past()->emptyTitle().isEmpty()); // not known yet
        s.engine.tellStory(s.parcel.id, {{u"id"_s, s.parcel.id.value}});
        QCOMPARE(s.detail.past()->emptyTitle(), u"No proof of delivery"_s);
    }

    void asksForThumbnailsOfItsServerAlone()
    {
        Shown s(m_theme);
        s.engine.tellStory(s.parcel.id, proven());
        QVERIFY(s.engine.picturesAsked.isEmpty()); // nobody looks at the proof yet
        s.detail.pane()->tabs()->setCurrentIndex(PastTabs::ProofTab);
        settle();
        QCOMPARE(s.engine.picturesAsked.size(), 2);
        QCOMPARE(s.engine.picturesAsked[0], std::pair(u"/delivery/media/sig"_s, sync::PictureAsk::Own));
        ProofList* list = s.detail.past()->proof();
        QVERIFY(list->thumbnail(u"/delivery/media/sig"_s).isNull());
        s.engine.tellPicture(u"/delivery/media/sig"_s, pictureBytes({800, 300}));
        QVERIFY(list->thumbnail(u"/delivery/media/sig"_s).isNull()); // it is being decoded, elsewhere
        QTRY_VERIFY(!list->thumbnail(u"/delivery/media/sig"_s).isNull());
        QVERIFY(list->stateText(u"https://pictures.example/gate.jpg"_s).contains(u"another server"_s));
        s.engine.tellPicture(u"/delivery/media/door"_s, "no picture at all");
        QTRY_COMPARE(list->stateText(u"/delivery/media/door"_s), u"Not a picture"_s);
        QVERIFY(list->thumbnail(u"/delivery/media/door"_s).isNull());
        picture(s.window, u"proof-list"_s);
    }

    void opensByKeyAndGivesTheFocusBack()
    {
        Shown s(m_theme);
        s.engine.tellStory(s.parcel.id, proven());
        s.detail.pane()->tabs()->setCurrentIndex(PastTabs::ProofTab);
        settle();
        ProofList* list = s.detail.past()->proof();
        list->setFocus();
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Return);
        ProofViewer* viewer = s.detail.past()->viewer();
        QVERIFY(viewer->isOpen());
        QCOMPARE(viewer->at(), 1);
        QCOMPARE(viewer->title(), u"\u2068DEL1001\u2069 · Photo 1 of 2 (2 of 3)"_s);
        QVERIFY(QApplication::focusWidget() && viewer->isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(namelessInputs(*viewer), QStringList{});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!viewer->isOpen());
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(list));
    }

    void looksCloser()
    {
        Shown s(m_theme);
        s.engine.tellStory(s.parcel.id, proven());
        s.engine.tellPicture(u"/delivery/media/sig"_s, pictureBytes({2400, 1200}));
        ProofViewer* viewer = s.openAt(0);
        PictureCanvas* canvas = viewer->canvas();
        QTRY_VERIFY(canvas->hasPicture() && viewer->said().isEmpty());
        const auto key = [&](int which, Qt::KeyboardModifiers with = Qt::NoModifier) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key(which), with);
        };
        QCOMPARE(canvas->zoom(), 1.0);
        key(Qt::Key_Plus);
        QVERIFY(canvas->zoom() > 1.4);
        key(Qt::Key_0);
        QCOMPARE(canvas->zoom(), 1.0);
        key(Qt::Key_Minus); // not smaller than the window shows it
        QCOMPARE(canvas->zoom(), 1.0);
        // What lies under the pointer stays there.
        const QPointF spot = QRectF(canvas->rect()).center() + QPointF(90, 40);
        const QPointF before = canvas->pictureAt(spot);
        QWheelEvent wheel(spot, canvas->mapToGlobal(spot), {}, {0, 480}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(canvas, &wheel);
        QVERIFY(canvas->zoom() > 2);
        const QPointF after = canvas->pictureAt(spot);
        QVERIFY2(qAbs(after.x() - before.x()) < 0.01 && qAbs(after.y() - before.y()) < 0.01,
                 qPrintable(u"%1 %2 %3 %4"_s.arg(before.x()).arg(before.y()).arg(after.x()).arg(after.y())));
        QTest::mousePress(canvas, Qt::LeftButton, {}, spot.toPoint());
        QTest::mouseMove(canvas, spot.toPoint() - QPoint(30, 0));
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, spot.toPoint() - QPoint(30, 0));
        QVERIFY(canvas->pictureAt(spot).x() > after.x() + 0.005);
        key(Qt::Key_R);
        QCOMPARE(canvas->quarters(), 1);
        key(Qt::Key_R, Qt::ShiftModifier);
        key(Qt::Key_R, Qt::ShiftModifier);
        QCOMPARE(canvas->quarters(), 3);
        picture(s.window, u"proof-viewer"_s);
    }

    void stepsInTheDirectionOfWriting()
    {
        Shown s(m_theme);
        s.engine.tellStory(s.parcel.id, proven());
        ProofViewer* viewer = s.openAt(0);
        const auto key = [](int which) { QTest::keyClick(QApplication::focusWidget(), Qt::Key(which)); };
        key(Qt::Key_Left);
        QCOMPARE(viewer->at(), 0);
        key(Qt::Key_Right);
        QCOMPARE(viewer->at(), 1);
        viewer->setLayoutDirection(Qt::RightToLeft);
        key(Qt::Key_Left);
        QCOMPARE(viewer->at(), 2);
        key(Qt::Key_Right);
        QCOMPARE(viewer->at(), 1);
    }

    void fetchesFromElsewhereWhenAsked()
    {
        Shown s(m_theme);
        s.engine.tellStory(s.parcel.id, proven());
        ProofViewer* viewer = s.openAt(2);
        s.engine.picturesAsked.clear();
        QVERIFY(viewer->said().contains(u"pictures.example"_s));
        QVERIFY(viewer->fetchButton()->isVisible());
        QVERIFY(viewer->canvas()->height() > s.window.height() / 2); // words alone take no less room than a picture
        viewer->fetchButton()->click();
        QCOMPARE(s.engine.picturesAsked.size(), 1);
        QCOMPARE(s.engine.picturesAsked[0].second, sync::PictureAsk::AnyHost);
        QVERIFY(viewer->said().contains(u"Reading"_s) && !viewer->fetchButton()->isVisible());
        sync::PictureNews failed;
        failed.url = u"https://pictures.example/gate.jpg"_s;
        failed.error = Error{Error::Kind::Timeout, 0, {}, {}, {}, {}};
        Q_EMIT s.engine.pictureTold(failed);
        QVERIFY(viewer->said().contains(u"could not be read"_s));
        viewer->fetchButton()->click(); // again
        QCOMPARE(s.engine.picturesAsked.size(), 2);
        s.engine.tellPicture(failed.url, "<html>");
        QTRY_VERIFY(viewer->said().contains(u"not a picture"_s));
        s.engine.tellPicture(failed.url, pictureBytes({400, 300}, "JPG"));
        QTRY_VERIFY(viewer->said().isEmpty() && viewer->canvas()->hasPicture());
    }

    void savesThePictureAsItCame()
    {
        Shown s(m_theme);
        QTemporaryDir folder;
        const QByteArray bytes = pictureBytes({300, 200});
        s.engine.tellStory(s.parcel.id, proven());
        s.engine.tellPicture(u"/delivery/media/door"_s, bytes);
        s.saveTo = folder.filePath(u"kept.png"_s);
        ProofViewer* viewer = s.openAt(1);
        QTRY_VERIFY(viewer->saveButton()->isEnabled());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(s.proposed, u"DEL1001-photo-1.png"_s);
        QFile file(s.saveTo);
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
        QVERIFY(viewer->isOpen());
    }

    void neverShowsAnotherPictureUnderAName()
    {
        Shown s(m_theme);
        s.engine.tellStory(s.parcel.id, proven());
        const QList<QPair<QString, QColor>> all{{u"/delivery/media/sig"_s, Qt::red},
                                                {u"/delivery/media/door"_s, Qt::green},
                                                {u"https://pictures.example/gate.jpg"_s, Qt::blue}};
        for (const auto& [url, colour] : all)
            s.engine.tellPicture(url, plain(colour));
        ProofViewer* viewer = s.openAt(0);
        int wrong = 0, shown = 0;
        const auto look = [&] {
            const QImage& image = viewer->canvas()->picture();
            if (image.isNull())
                return;
            ++shown;
            wrong += image.pixelColor(9, 9) == all[viewer->at()].second ? 0 : 1;
        };
        connect(&s.media, &facade::MediaService::changed, viewer, look); // after the viewer's own
        for (int round = 0; round < 12; ++round) {
            const int key = round % 4 < 2 ? Qt::Key_Right : Qt::Key_Left;
            QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
            look();
            if (round % 3 == 0)
                QTest::qWait(1); // lets some come in between
            look();
        }
        QTRY_VERIFY(viewer->canvas()->hasPicture());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QTRY_VERIFY(viewer->canvas()->hasPicture());
        look();
        QVERIFY(shown > 0);
        QCOMPARE(wrong, 0);
    }

    void keepsWhatIsShownWhileItIsReadAgain()
    {
        Shown s(m_theme);
        s.engine.tellStory(s.parcel.id, proven());
        s.engine.tellPicture(u"/delivery/media/sig"_s, plain(Qt::red));
        ProofViewer* viewer = s.openAt(0);
        QTRY_VERIFY(viewer->canvas()->hasPicture());
        viewer->canvas()->zoomBy(2);
        Q_EMIT s.media.changed(u"/delivery/media/sig"_s); // a list asked for it too
        QCOMPARE(viewer->canvas()->zoom(), 2.0);
        s.engine.tellPicture(u"/delivery/media/sig"_s, plain(Qt::blue)); // another one now
        QVERIFY(viewer->canvas()->hasPicture() && viewer->said().isEmpty());
        QTRY_COMPARE(viewer->canvas()->picture().pixelColor(9, 9), QColor(Qt::blue));
    }

    void mindsNoClosingMeanwhile()
    {
        auto s = std::make_unique<Shown>(m_theme);
        s->engine.tellStory(s->parcel.id, proven());
        s->engine.tellPicture(u"/delivery/media/sig"_s, plain(Qt::red));
        ProofViewer* viewer = s->openAt(0);
        viewer->dismiss();
        QTRY_VERIFY(!s->media.whole(u"/delivery/media/sig"_s).isNull()); // came for nobody
        QVERIFY(!viewer->isOpen());
        s->engine.tellPicture(u"/delivery/media/door"_s, plain(Qt::green));
        s.reset(); // and the desk goes while another is being decoded
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestProof)
#include "tst_proof.moc"
