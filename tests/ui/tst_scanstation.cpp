// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's scan station hears scanners whatever has the focus, takes typed codes, and never eats typing.
#include "tests/ui/scanbench.h"
#include "ui/scan/codefield.h"
#include "ui/scan/serialscanner.h"
#include "ui/scan/verdictpanel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/table.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace waydesk;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;
using test::ScanBench;

namespace {
// The station in a window with another field, as the window has its search and its tables.
struct Hall
{
    ScanBench bench;
    QWidget window;
    QLineEdit* other;
    ScanStationPage* station;

    Hall()
    {
        bench.theme.apply(*qApp);
        auto* column = new QVBoxLayout(&window);
        other = new QLineEdit(&window);
        other->setAccessibleName(u"other"_s);
        station = new ScanStationPage(bench.theme, {bench.services(), bench.lookups, bench.formats}, bench.memory,
                                      bench.keeper);
        column->addWidget(other);
        column->addWidget(station);
        window.resize(1250, 860);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        station->setTarget(bench.draft());
        station->shown();
    }
    CodeField* field() { return window.findChild<CodeField*>(); }
    VerdictPanel* panel() { return window.findChild<VerdictPanel*>(); }
    // Keys with the times that a window system would give them.
    void press(QWidget* to, int key, const QString& text, ulong at, Qt::KeyboardModifiers with = {})
    {
        QKeyEvent over(QEvent::ShortcutOverride, key, with, text);
        over.setTimestamp(at);
        over.ignore();
        QCoreApplication::sendEvent(to, &over);
        QKeyEvent down(QEvent::KeyPress, key, with, text);
        down.setTimestamp(at);
        QCoreApplication::sendEvent(to, &down);
    }
    void scan(QWidget* to, const QString& code, ulong each = 4)
    {
        now += 1000;
        for (const QChar c : code)
            press(to, c.toUpper().unicode(), QString(c), now += each);
        press(to, Qt::Key_Return, u"\r"_s, now += each);
    }
    ulong now = 10'000;
};
} // namespace

class ScanStationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suggestsThreeThatWouldBeTaken();
    void sealsByTypingWhatTheScreenSuggests();
    void hearsAScanWhateverHasTheFocus();
    void leavesTypingInAnotherFieldAlone();
    void takesTypingFromAButtonIntoTheCodeField();
    void hearsNothingWhileItIsNotInFront();
    void removesTheLastByBackspaceInTheEmptyField();
    void saysWhyItCannotAttach();
    void announcesTheVerdictToScreenReaders();
    void takesCodesFromASerialScanner();
    void givesEveryInputAName();
    void saysItsModeOnceAndTakesNoFocusForNothing();
    void listIsASoundModel();
};

void ScanStationTest::suggestsThreeThatWouldBeTaken()
{
    Hall hall;
    const QStringList codes = hall.station->suggestions();
    QCOMPARE(codes.size(), 3);
    for (const QString& code : codes) {
        QVERIFY(hall.panel()->content().line.contains(code));
        QVERIFY(hall.bench.scans.look(hall.bench.draft(), code).verdict.allowed());
    }
    hall.station->session().take(codes.first());
    QVERIFY(!hall.station->suggestions().contains(codes.first()));
    QCOMPARE(hall.station->suggestions().size(), 3);
}

void ScanStationTest::sealsByTypingWhatTheScreenSuggests()
{
    Hall hall;
    for (const QString& code : hall.station->suggestions()) {
        for (const QChar c : code)
            hall.press(hall.field(), c.unicode(), QString(c), hall.now += 150);
        QTRY_COMPARE(hall.field()->text(), code); // the last key comes after one pause
        hall.press(hall.field(), Qt::Key_Return, u"\r"_s, hall.now += 400);
    }
    QCOMPARE(hall.station->session().readyCount(), 3);
    QAction* seal = hall.station->pageActions().at(1);
    QCOMPARE(seal->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
    QSignalSpy said(hall.station, &Page::said);
    seal->trigger();
    QTRY_COMPARE(said.size(), 1);
    QCOMPARE(hall.bench.submitted().size(), 2);
    QVERIFY(std::holds_alternative<SealWaybill>(hall.bench.submitted().last()));
}

void ScanStationTest::hearsAScanWhateverHasTheFocus()
{
    Hall hall;
    QWidget* table = hall.window.findChild<Table*>();
    Button* button = hall.window.findChildren<Button*>().constFirst();
    int expected = 0;
    for (QWidget* focus : {static_cast<QWidget*>(hall.other), table, static_cast<QWidget*>(hall.field()),
                           static_cast<QWidget*>(button)}) {
        focus->setFocus();
        QCOMPARE(hall.window.focusWidget(), focus);
        hall.scan(focus, u"DEL100%1"_s.arg(++expected));
        QCOMPARE(hall.station->session().entries().size(), expected);
        QCOMPARE(hall.station->session().readyCount(), expected);
    }
    QCOMPARE(hall.other->text(), QString());
    QCOMPARE(hall.field()->text(), QString());
}

void ScanStationTest::leavesTypingInAnotherFieldAlone()
{
    Hall hall;
    hall.other->setFocus();
    for (const QChar c : u"karwan /7"_s)
        hall.press(hall.other, c.unicode(), QString(c), hall.now += 120);
    QTRY_COMPARE(hall.other->text(), u"karwan /7"_s);
    hall.press(hall.other, Qt::Key_Backspace, u"\b"_s, hall.now += 120);
    QCOMPARE(hall.other->text(), u"karwan /"_s);
    QVERIFY(hall.station->session().entries().isEmpty());
}

void ScanStationTest::takesTypingFromAButtonIntoTheCodeField()
{
    Hall hall;
    Button* button = hall.window.findChildren<Button*>().constFirst();
    button->setFocus();
    hall.press(button, Qt::Key_D, u"D"_s, hall.now += 500);
    QTRY_COMPARE(hall.field()->text(), u"D"_s);
    QCOMPARE(hall.window.focusWidget(), hall.field());
}

void ScanStationTest::hearsNothingWhileItIsNotInFront()
{
    Hall hall;
    hall.station->hide();
    hall.other->setFocus();
    hall.scan(hall.other, u"DEL1001"_s);
    QCOMPARE(hall.other->text(), u"DEL1001"_s);
    QVERIFY(hall.station->session().entries().isEmpty());
}

void ScanStationTest::removesTheLastByBackspaceInTheEmptyField()
{
    Hall hall;
    hall.scan(hall.field(), u"DEL1001"_s);
    hall.scan(hall.field(), u"DEL1002"_s);
    hall.field()->setFocus();
    hall.press(hall.field(), Qt::Key_Backspace, u"\b"_s, hall.now += 500);
    QCOMPARE(hall.station->session().entries().size(), 1);
    hall.field()->setText(u"x"_s);
    hall.press(hall.field(), Qt::Key_Backspace, u"\b"_s, hall.now += 500);
    QCOMPARE(hall.field()->text(), QString());
    QCOMPARE(hall.station->session().entries().size(), 1);
}

void ScanStationTest::saysItsModeOnceAndTakesNoFocusForNothing()
{
    Hall hall;
    QStringList modes;
    for (const Button* button : hall.station->findChildren<Button*>()) {
        if (button->accessibleName().contains(u"Mode"_s))
            modes << button->accessibleName();
    }
    QCOMPARE(modes, QStringList{u"Mode: Build waybill"_s});
    hall.station->session().take(u"DEL1001"_s);
    for (int round = 0; round < 2; ++round) { // with a suggestion, then without one
        for (const QLabel* label : hall.station->findChildren<QLabel*>())
            QVERIFY2(label->focusPolicy() == Qt::NoFocus, qPrintable(label->text()));
        for (const QString& code : hall.station->suggestions())
            hall.station->session().take(code);
    }
    hall.panel()->show({Tone::Grey, {}, u"Scan"_s, {}, u"Ready"_s, {}, false});
    const QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(hall.panel());
    QCOMPARE(seen->text(QAccessible::Name), u"Scan. Ready"_s);
    QCOMPARE(seen->role(), QAccessible::AlertMessage);
}

void ScanStationTest::saysWhyItCannotAttach()
{
    Hall hall;
    QAction* attach = hall.station->primaryAction();
    QVERIFY(!attach->isEnabled());
    QCOMPARE(whyNot(*attach), u"Scan at least one parcel that is ready"_s);
    hall.scan(hall.field(), u"DEL1001"_s);
    QVERIFY(attach->isEnabled());
    QCOMPARE(attach->text(), u"Attach 1 to WB00001"_s);
}

void ScanStationTest::announcesTheVerdictToScreenReaders()
{
    Hall hall;
    hall.scan(hall.field(), u"DEL1007"_s);
    QVERIFY(hall.panel()->accessibleName().contains(u"DEL1007"_s));
    QVERIFY(hall.panel()->accessibleName().contains(u"Already in WB00002"_s));
    QCOMPARE(hall.panel()->content().tone, Tone::Bad);
    hall.scan(hall.field(), u"DEL1001"_s);
    QCOMPARE(hall.panel()->content().tone, Tone::Ok);
    hall.scan(hall.field(), u"DEL1001"_s);
    QCOMPARE(hall.panel()->content().tone, Tone::Warn);
    QCOMPARE(hall.panel()->content().headline, u"Scanned twice"_s);
}

void ScanStationTest::takesCodesFromASerialScanner()
{
    Hall hall;
    hall.station->serialScanner().take("DEL10");
    QVERIFY(hall.station->session().entries().isEmpty());
    hall.station->serialScanner().take("01\r\nDEL1002\r\n");
    QCOMPARE(hall.station->session().readyCount(), 2);
    hall.station->serialScanner().take("DEL1003"); // no ending: the pause ends it
    QTRY_COMPARE(hall.station->session().readyCount(), 3);
}

void ScanStationTest::givesEveryInputAName()
{
    Hall hall;
    const QList<QWidget*> all = hall.station->findChildren<QWidget*>();
    for (const QWidget* widget : all) {
        if (widget->focusPolicy() & Qt::TabFocus && !widget->isHidden())
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
}

void ScanStationTest::listIsASoundModel()
{
    Hall hall;
    auto* table = hall.window.findChild<Table*>();
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(table->model(), &QAbstractItemModel::modelReset);
    for (int n = 1; n <= 4; ++n)
        hall.scan(hall.field(), u"DEL100%1"_s.arg(n));
    QCOMPARE(table->model()->index(0, 1).data().toString(), u"DEL1004"_s);
    hall.station->session().removeLast();
    hall.station->session().attach(ScanSession::After::Nothing);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QCOMPARE(reset.size(), 0);
}

QTEST_MAIN(ScanStationTest)
#include "tst_scanstation.moc"
