// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's settings hold at once, are kept, and a damaged value never breaks a start.
#include "tests/ui/scanbench.h"
#include "ui/settings/roadsettings.h"
#include "ui/settings/scannerlessons.h"
#include "ui/settings/settingspage.h"
#include "ui/widgets/select.h"
#include "ui/widgets/spinbox.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

using namespace waydesk;
using namespace waydesk::ui;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using test::ScanBench;

namespace {
struct Drawer
{
    ScanBench bench;
    SettingsPage page{bench.theme, bench.keeper, bench.connection, {{u"en"_s, u"English"_s}, {u"ar"_s, u"العربية"_s}}};
    Drawer()
    {
        page.resize(1250, 850);
        page.show();
        page.shown();
    }
};

void sweep(ScannerLessons& lessons, const QString& code, std::chrono::milliseconds each)
{
    std::chrono::milliseconds at{1000};
    for (const QChar c : code)
        lessons.hear({at += each, scan::WedgeKey::Kind::Text, QString(c)});
    lessons.hear({at += each, scan::WedgeKey::Kind::Return, {}});
    lessons.endSample();
}
} // namespace

class SettingsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresStandWhereReadingBegins();
    void keepsWhatIsSet();
    void takesTheNearestOfADamagedValue();
    void learnsTheScanner();
    void doesNotLearnFromTyping();
    void givesEveryInputAName();
    void takesARouterOnlyWhenItIsOne();
    void keepsWhichAlarmsAreWantedAndHowLoud();
    void drawsTheStepsOfAFigure();
};

void SettingsPageTest::figuresStandWhereReadingBegins()
{
    Drawer drawer;
    const QList<QSpinBox*> boxes = drawer.page.findChildren<QSpinBox*>();
    QVERIFY(!boxes.isEmpty());
    for (const Qt::LayoutDirection direction : {Qt::RightToLeft, Qt::LeftToRight}) {
        qApp->setLayoutDirection(direction);
        for (const QSpinBox* box : boxes) { // digits have no direction of their own: the side is said outright
            const Qt::Alignment edge = direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
            QCOMPARE(box->alignment() & Qt::AlignHorizontal_Mask, edge | Qt::AlignAbsolute);
        }
    }
}

void SettingsPageTest::keepsWhatIsSet()
{
    Drawer drawer;
    QSignalSpy changed(&drawer.bench.keeper, &PreferenceKeeper::changed);
    drawer.page.language()->setCurrentIndex(drawer.page.language()->findData(u"ar"_s));
    QCOMPARE(changed.size(), 1);
    const PreferenceKeeper again(drawer.bench.memory);
    QCOMPARE(again.preferences().language, u"ar"_s);
    QCOMPARE(again.preferences(), drawer.bench.keeper.preferences());
    Preferences p = again.preferences();
    p.theme = Theme::Preference::Dark;
    p.density = Density::Compact;
    p.wedge = {.longestPause = 55ms,
               .shortestCode = 6,
               .prefix = u"~"_s,
               .suffix = u"#"_s,
               .returnEnds = false,
               .tabEnds = true,
               .pauseEnds = true};
    p.volume = 30;
    p.muted = true;
    p.serialPort = u"ttyUSB0"_s;
    p.serialBaud = 115200;
    drawer.bench.keeper.set(p);
    QCOMPARE(PreferenceKeeper(drawer.bench.memory).preferences(), p);
    drawer.page.shown(); // showing it changes nothing
    QCOMPARE(drawer.bench.keeper.preferences(), p);
}

void SettingsPageTest::takesTheNearestOfADamagedValue()
{
    ShortMemory memory;
    memory.setValue(u"scanner/longestPauseMs"_s, 999999);
    memory.setValue(u"scanner/shortestCode"_s, -4);
    memory.setValue(u"scanner/prefix"_s, QString(5000, u'x'));
    memory.setValue(u"sound/volume"_s, u"loud"_s);
    memory.setValue(u"theme"_s, 17);
    const Preferences p = PreferenceKeeper(memory).preferences();
    QCOMPARE(p.wedge.longestPause, 200ms);
    QCOMPARE(p.wedge.shortestCode, 1);
    QCOMPARE(p.wedge.prefix.size(), 8);
    QCOMPARE(p.volume, 0);
    QCOMPARE(p.theme, Theme::Preference::System);
}

void SettingsPageTest::learnsTheScanner()
{
    Drawer drawer;
    sweep(drawer.page.lessons(), u"~DEL1533"_s, 6ms);
    sweep(drawer.page.lessons(), u"~DEL1534"_s, 7ms);
    QCOMPARE(drawer.bench.keeper.preferences().wedge, scan::WedgeSettings{});
    sweep(drawer.page.lessons(), u"~628110"_s, 6ms);
    const scan::WedgeSettings& learnt = drawer.bench.keeper.preferences().wedge;
    QCOMPARE(learnt.prefix, u"~"_s);
    QCOMPARE(learnt.longestPause, 20ms);
    QVERIFY(learnt.returnEnds);
    QVERIFY(!learnt.tabEnds);
    QVERIFY(drawer.page.lessons().sentence().contains(u"7 ms"_s));
}

void SettingsPageTest::doesNotLearnFromTyping()
{
    Drawer drawer;
    for (int i = 0; i < 3; ++i)
        sweep(drawer.page.lessons(), u"DEL1533"_s, 150ms);
    QCOMPARE(drawer.bench.keeper.preferences().wedge, scan::WedgeSettings{});
    QVERIFY(drawer.page.lessons().sentence().contains(u"slowly"_s));
}

void SettingsPageTest::givesEveryInputAName()
{
    Drawer drawer;
    const QList<QWidget*> all = drawer.page.findChildren<QWidget*>();
    int inputs = 0;
    for (const QWidget* widget : all) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->objectName() == u"qt_spinbox_lineedit")
            continue;
        ++inputs;
        const auto* box = qobject_cast<const QAbstractButton*>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (box && !box->text().isEmpty()),
                 widget->metaObject()->className());
    }
    QVERIFY(inputs >= 18);
}

void SettingsPageTest::takesARouterOnlyWhenItIsOne()
{
    Drawer drawer;
    QLineEdit* router = drawer.page.road()->router();
    const auto type = [&](const QString& text) {
        router->setText(text);
        Q_EMIT router->editingFinished();
        return drawer.bench.keeper.preferences().road.router.toString();
    };
    QCOMPARE(type(u"http://127.0.0.1:5000"_s), u"http://127.0.0.1:5000"_s);
    for (const QString& wrong : {u"file:///etc/passwd"_s, u"osrm.example"_s, u"http://"_s}) {
        QCOMPARE(type(wrong), u"http://127.0.0.1:5000"_s); // the one before stays in force
        QCOMPARE(router->text(), wrong);                   // and what was typed stays, to be mended
    }
    QCOMPARE(type(QString()), QString());
    drawer.page.road()->limit(AlarmKind::Silent)->setValue(17);
    drawer.page.road()->limit(AlarmKind::Astray)->setValue(1);
    QCOMPARE(drawer.bench.keeper.preferences().road.silentMinutes, 17);
    QCOMPARE(drawer.bench.keeper.preferences().road.astrayMetres, RoadPreferences::kLeastMetres);
}

void SettingsPageTest::keepsWhichAlarmsAreWantedAndHowLoud()
{
    Drawer drawer;
    RoadSettings& road = *drawer.page.road();
    QCOMPARE(drawer.bench.keeper.preferences().road.rules(), AlarmRules{}); // the usual rules are the domain's
    for (const AlarmKind kind : kAlarmKinds)
        QVERIFY(road.wanted(kind)->isChecked());
    road.wanted(AlarmKind::WillBeLate)->setChecked(false);
    QVERIFY(road.limit(AlarmKind::LateNow)->isEnabled());
    road.wanted(AlarmKind::LateNow)->setChecked(false);
    QVERIFY(!road.limit(AlarmKind::LateNow)->isEnabled());
    road.wanted(AlarmKind::LateNow)->setChecked(true);
    road.limit(AlarmKind::LateNow)->setValue(7);
    road.limit(AlarmKind::ReturnWaiting)->setValue(45);
    road.volume()->setValue(35);
    road.muted()->setChecked(true);
    QVERIFY(!road.volume()->isEnabled());
    const RoadPreferences kept = PreferenceKeeper(drawer.bench.memory).preferences().road;
    QCOMPARE(kept, drawer.bench.keeper.preferences().road);
    QCOMPARE(kept.rules().lateAfter, 7min);
    QCOMPARE(kept.rules().returnAfter, 45min);
    QVERIFY(!kept.rules().wants(AlarmKind::WillBeLate) && kept.rules().wants(AlarmKind::LateNow));
    QCOMPARE(kept.alarmVolume, 35);
    QVERIFY(kept.alarmsMuted);
    QVERIFY(!drawer.bench.keeper.preferences().muted); // the scan station is still heard
}

void SettingsPageTest::drawsTheStepsOfAFigure()
{
    static Theme theme; // the application's style goes on asking it
    theme.apply(*qApp);
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        qApp->setLayoutDirection(direction);
        SpinBox box(theme);
        box.setRange(1, 9);
        box.setValue(5);
        box.resize(110, 34);
        box.show();
        const auto inks = [&](const QRect& area) { // pixels that are not the ground
            const QImage image = box.grab(area).toImage();
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    count += image.pixelColor(x, y) != theme.colours().surface ? 1 : 0;
            }
            return count;
        };
        const bool isMirrored = direction == Qt::RightToLeft;
        const QRect up(isMirrored ? 4 : 86, 4, 20, 13), down(isMirrored ? 4 : 86, 17, 20, 13);
        QVERIFY(inks(up) > 10 && inks(up) < 90); // an arrow, and no box
        QVERIFY(inks(down) > 10 && inks(down) < 90);
        QTest::mouseClick(&box, Qt::LeftButton, {}, up.center());
        QCOMPARE(box.value(), 6);
        QTest::mouseClick(&box, Qt::LeftButton, {}, down.center());
        QCOMPARE(box.value(), 5);
    }
    // For the eye, as deskbench.h's picture().
    const QString folder = qEnvironmentVariable("WAYDESK_PICTURES");
    for (const auto scheme : {Theme::Preference::Light, Theme::Preference::Dark}) {
        if (folder.isEmpty())
            break;
        theme.setPreference(scheme);
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            qApp->setLayoutDirection(direction);
            Drawer drawer;
            drawer.bench.theme.setPreference(scheme);
            drawer.page.resize(820, 1500);
            drawer.page.grab().save(folder + u"/settings-%1-%2.png"_s.arg(int(scheme)).arg(int(direction)));
        }
    }
    theme.setPreference(Theme::Preference::Light);
    qApp->setLayoutDirection(Qt::LeftToRight);
    qApp->setStyleSheet({});
}

QTEST_MAIN(SettingsPageTest)
#include "tst_settingspage.moc"
