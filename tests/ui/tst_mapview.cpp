// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's map goes where mouse, wheel, fingers and keys send it, and nowhere else.
#include "tests/ui/mapbench.h"

#include <QAccessible>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QSignalSpy>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;

class TestMapView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheDrag()
    {
        MapBench bench;
        const QPointF from(300, 200);
        const QGeoCoordinate held = bench.view.camera().unproject(from);
        QSignalSpy moved(&bench.view, &MapView::cameraMoved);
        bench.mouse(QEvent::MouseButtonPress, from, Qt::LeftButton);
        QCOMPARE(moved.size(), 0);
        bench.mouse(QEvent::MouseMove, {350, 180}, Qt::LeftButton);
        bench.mouse(QEvent::MouseMove, {420, 260}, Qt::LeftButton);
        QCOMPARE(moved.size(), 2);
        QVERIFY(bench.isAt(held, {420, 260}));
        bench.mouse(QEvent::MouseButtonRelease, {420, 260}, Qt::NoButton);
        bench.mouse(QEvent::MouseMove, {10, 10}, Qt::NoButton);
        QVERIFY(bench.isAt(held, {420, 260}));
        QCOMPARE(bench.view.camera().zoom(), 6.0);
    }

    void aDragEndsWithTheView()
    {
        MapBench bench;
        const Camera before = bench.view.camera();
        bench.mouse(QEvent::MouseButtonPress, {300, 200}, Qt::LeftButton);
        bench.view.hide(); // the button goes up where the map does not hear of it
        bench.mouse(QEvent::MouseMove, {400, 400}, Qt::LeftButton);
        QCOMPARE(bench.view.camera(), before);
    }

    void theRightButtonDragsNothing()
    {
        MapBench bench;
        const Camera before = bench.view.camera();
        QTest::mousePress(&bench.view, Qt::RightButton, {}, {300, 200});
        bench.mouse(QEvent::MouseMove, {400, 300}, Qt::RightButton);
        QCOMPARE(bench.view.camera(), before);
    }

    void wheelZoomsAboutThePointer()
    {
        MapBench bench;
        const QPointF at(700, 120);
        const QGeoCoordinate under = bench.view.camera().unproject(at);
        bench.wheel(120, at);
        QCOMPARE(bench.view.camera().zoom(), 6.5);
        QVERIFY(bench.isAt(under, at));
        bench.wheel(30, at); // a fine wheel
        QCOMPARE(bench.view.camera().zoom(), 6.625);
        bench.wheel(-240, at);
        QCOMPARE(bench.view.camera().zoom(), 5.625);
        QVERIFY(bench.isAt(under, at));
        bench.wheel(120 * 100, at);
        QCOMPARE(bench.view.camera().zoom(), Camera::kMaxZoom);
    }

    void pinchOnATouchpadZoomsAboutThePointer()
    {
        MapBench bench;
        const QPointF at(200, 450);
        const QGeoCoordinate under = bench.view.camera().unproject(at);
        const auto pinch = [&](double value) {
            QNativeGestureEvent event(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, at, at,
                                      bench.view.mapToGlobal(at), value, QPointF());
            QApplication::sendEvent(&bench.view, &event);
        };
        pinch(1); // twice as large
        QCOMPARE(bench.view.camera().zoom(), 7.0);
        QVERIFY(bench.isAt(under, at));
        pinch(-1); // nothing could be that small
        QCOMPARE(bench.view.camera().zoom(), 7.0);
        pinch(-0.5);
        QCOMPARE(bench.view.camera().zoom(), 6.0);
    }

    void fingersDragAndPinch()
    {
        MapBench bench;
        const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
        const auto touch = [&] { return QTest::touchEvent(&bench.view, screen.get()); };
        const QGeoCoordinate held = bench.view.camera().unproject({350, 300});
        touch().press(0, {350, 300});
        touch().move(0, {330, 320});
        QVERIFY(bench.isAt(held, {330, 320}));
        touch().move(0, {330, 320}).press(1, {430, 320}); // a second finger alone moves nothing
        QVERIFY(bench.isAt(held, {330, 320}));
        QCOMPARE(bench.view.camera().zoom(), 6.0);
        const QGeoCoordinate other = bench.view.camera().unproject({430, 320});
        for (int spread = 60; spread <= 200; spread += 10) // from 100 pixels between them to 400, and to the right
            touch().move(0, {430 - spread, 300}).move(1, {430 + spread, 300});
        QVERIFY(std::abs(bench.view.camera().zoom() - 8) < 1e-9);
        QVERIFY(bench.isAt(held, {230, 300}));
        QVERIFY(bench.isAt(other, {630, 300}));
        touch().release(0, {230, 300}).move(1, {630, 300});
        touch().move(1, {600, 300}); // what is left drags on
        QVERIFY(bench.isAt(other, {600, 300}));
        touch().release(1, {600, 300});
        QVERIFY(bench.isAt(other, {600, 300}));
    }

    void keysMoveAndZoom_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QPointF>("whereTheCentreGoes"); // on the screen
        QTest::addColumn<double>("zoom");
        QTest::newRow("left") << int(Qt::Key_Left) << QPointF(546, 300) << 6.0;
        QTest::newRow("right") << int(Qt::Key_Right) << QPointF(354, 300) << 6.0;
        QTest::newRow("up") << int(Qt::Key_Up) << QPointF(450, 396) << 6.0;
        QTest::newRow("down") << int(Qt::Key_Down) << QPointF(450, 204) << 6.0;
        QTest::newRow("plus") << int(Qt::Key_Plus) << QPointF(450, 300) << 7.0;
        QTest::newRow("equals") << int(Qt::Key_Equal) << QPointF(450, 300) << 7.0;
        QTest::newRow("minus") << int(Qt::Key_Minus) << QPointF(450, 300) << 5.0;
        QTest::newRow("another") << int(Qt::Key_G) << QPointF(450, 300) << 6.0;
    }
    void keysMoveAndZoom()
    {
        QFETCH(int, key);
        QFETCH(QPointF, whereTheCentreGoes);
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) { // east is east
            MapBench bench;
            bench.view.setLayoutDirection(direction);
            QTest::keyClick(&bench.view, static_cast<Qt::Key>(key));
            QTEST(bench.view.camera().zoom(), "zoom");
            QVERIFY(bench.isAt(kErbil, whereTheCentreGoes));
        }
    }

    void leavesOtherKeysToThePage()
    {
        MapBench bench;
        QKeyEvent unknown(QEvent::KeyPress, Qt::Key_F, Qt::NoModifier, u"f"_s);
        QApplication::sendEvent(&bench.view, &unknown);
        QVERIFY(!unknown.isAccepted());
        QKeyEvent arrow(QEvent::KeyPress, Qt::Key_Left, Qt::NoModifier);
        QApplication::sendEvent(&bench.view, &arrow);
        QVERIFY(arrow.isAccepted());
    }

    void theWorldFillsTheHeight()
    {
        MapBench bench(Theme::Preference::Light, {700, 1024});
        bench.view.setCamera(Camera(kErbil, 0, {700, 1024}));
        QCOMPARE(bench.view.camera().zoom(), 2.0); // four tiles high
        bench.wheel(-1200, {10, 10});
        QCOMPARE(bench.view.camera().zoom(), 2.0);
        bench.view.resize(700, 300);
        QCOMPARE(bench.view.camera().viewport(), QSizeF(700, 300));
    }

    // Far from any shore; places on the lines are tst_basemap's.
    void drawsTheBordersThatTheLocaleAsksFor()
    {
        MapBench bench;
        bench.view.setCamera(Camera(QGeoCoordinate(34.6, 76.5), 6, bench.view.size()));
        const auto middle = [&bench] { return bench.picture().copy(50, 50, 800, 400); };
        const QImage onTheGround = middle();
        const auto differs = [&](const QImage& picture, double latitude, double longitude) {
            const QPoint at = bench.view.camera().project({latitude, longitude}).toPoint() - QPoint(50, 50);
            const QRect around = QRect(at, QSize(1, 1)).adjusted(-6, -6, 6, 6);
            return picture.copy(around) != onTheGround.copy(around);
        };
        for (const QLocale& locale : {QLocale(QLocale::Hindi), QLocale(QLocale::English, QLocale::India)}) {
            bench.view.setLocale(locale);
            const QImage indian = middle();
            QVERIFY(differs(indian, 34.67, 76.1));  // the line of control, gone
            QVERIFY(differs(indian, 35.75, 80.1));  // the edge of Aksai Chin, come
            QVERIFY(!differs(indian, 31.6, 74.57)); // Wagah
        }
        bench.view.setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCOMPARE(middle(), onTheGround);
    }

    void speaksToAScreenReader()
    {
        MapBench bench;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&bench.view);
        QVERIFY(spoken);
        QCOMPARE(spoken->text(QAccessible::Name), u"Map"_s);
        QCOMPARE(spoken->role(), QAccessible::Canvas);
        QVERIFY(!spoken->text(QAccessible::Description).isEmpty());
        QVERIFY(spoken->state().focusable);
    }
};

QTEST_MAIN(TestMapView)
#include "tst_mapview.moc"
