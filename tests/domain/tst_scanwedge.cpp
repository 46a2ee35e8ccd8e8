// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk hears scanners and never eats what a person types.
#include "services/domain/scan/keywedge.h"

#include <QRandomGenerator>
#include <QTest>

using namespace waydesk::scan;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {
using Kind = WedgeKey::Kind;

// Feeds keys as a window would, calling paused() when a deadline passes, and keeps what came through.
struct Window
{
    KeyWedge wedge;
    QString typed; // what reached the widgets, in order; ⏎ and ⇥ for endings
    QStringList scans;
    std::chrono::milliseconds now{1000};

    explicit Window(const WedgeSettings& settings = {})
        : wedge(settings)
    {
    }

    static QString seen(const WedgeKey& key)
    {
        switch (key.kind) {
        case Kind::Return:
            return u"⏎"_s;
        case Kind::Tab:
            return u"⇥"_s;
        case Kind::Text:
            return key.text;
        case Kind::Other:
            return u"◆"_s;
        }
        return {};
    }
    void take(const WedgeOutcome& outcome)
    {
        for (const WedgeKey& key : outcome.replay)
            typed += seen(key);
        scans += outcome.scans;
    }
    void press(const QString& text, std::chrono::milliseconds after, Kind kind = Kind::Text, bool repeated = false)
    {
        now += after;
        if (wedge.deadline() && *wedge.deadline() <= now)
            take(wedge.paused());
        const WedgeKey key{now, kind, text, repeated};
        const WedgeOutcome outcome = wedge.feed(key);
        take(outcome);
        if (!outcome.held)
            typed += seen(key);
    }
    void keys(const QString& text, std::chrono::milliseconds each)
    {
        for (const QChar c : text)
            press(QString(c), each);
    }
    void scan(const QString& code, std::chrono::milliseconds each = 4ms, Kind ending = Kind::Return)
    {
        press(QString(code.front()), 500ms);
        keys(code.mid(1), each);
        press({}, each, ending);
    }
    void rest()
    {
        now += 1s;
        if (wedge.deadline())
            take(wedge.paused());
    }
};
} // namespace

class ScanWedge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hearsAScan();
    void givesBackTyping();
    void givesBackAShortQuickWord();
    void givesBackOneKeyAfterOnePause();
    void splitsSeveralCodesOfOneTrigger();
    void swallowsTheLineFeedBehindTheReturn();
    void passesAHeldDownKey();
    void passesShortcutsAndGivesBackWhatWasHeld();
    void takesGroupSeparatorsOnlyInsideAScan();
    void holdsNothingBackWithoutThePrefix();
    void takesOffPrefixAndSuffix();
    void endsByThePauseWhenTheScannerSendsNoEnding();
    void hearsAScanRightAfterTyping();
    void hearsTenThousandCharacters();
    void losesNoKeyWhateverTheTiming();
    void learnsAScanner();
    void learnsPrefixAndMissingEnding();
    void doesNotLearnFromTyping();
};

void ScanWedge::hearsAScan()
{
    Window window;
    window.scan(u"DEL1533"_s);
    QCOMPARE(window.scans, QStringList{u"DEL1533"_s});
    QCOMPARE(window.typed, QString());
}

void ScanWedge::givesBackTyping()
{
    Window window;
    window.keys(u"DEL1533"_s, 120ms);
    window.press({}, 200ms, Kind::Return);
    QCOMPARE(window.typed, u"DEL1533⏎"_s);
    QVERIFY(window.scans.isEmpty());
}

void ScanWedge::givesBackAShortQuickWord()
{
    Window window;
    window.scan(u"abc"_s, 5ms);
    QCOMPARE(window.typed, u"abc⏎"_s);
    QVERIFY(window.scans.isEmpty());
}

void ScanWedge::givesBackOneKeyAfterOnePause()
{
    Window window;
    window.press(u"a"_s, 10ms);
    QCOMPARE(window.typed, QString());
    QVERIFY(window.wedge.deadline().has_value());
    QCOMPARE(*window.wedge.deadline() - window.now, 41ms);
    window.rest();
    QCOMPARE(window.typed, u"a"_s);
    QVERIFY(!window.wedge.deadline());
}

void ScanWedge::splitsSeveralCodesOfOneTrigger()
{
    Window window;
    window.keys(u"DEL1533"_s, 3ms);
    window.press({}, 3ms, Kind::Tab);
    window.keys(u"DEL1534"_s, 3ms);
    window.press({}, 3ms, Kind::Return);
    window.keys(u"0007"_s, 3ms);
    window.press({}, 3ms, Kind::Return);
    QCOMPARE(window.scans, (QStringList{u"DEL1533"_s, u"DEL1534"_s, u"0007"_s}));
    QCOMPARE(window.typed, QString());
}

void ScanWedge::swallowsTheLineFeedBehindTheReturn()
{
    Window window;
    window.scan(u"DEL1533"_s);
    window.press({}, 3ms, Kind::Return);
    QCOMPARE(window.typed, QString());
    window.press({}, 300ms, Kind::Return); // this one is a person's
    QCOMPARE(window.typed, u"⏎"_s);
}

void ScanWedge::passesAHeldDownKey()
{
    Window window;
    window.press(u"a"_s, 10ms);
    for (int i = 0; i < 20; ++i)
        window.press(u"a"_s, 30ms, Kind::Text, true);
    window.press({}, 30ms, Kind::Return);
    QCOMPARE(window.typed, QString(21, u'a') + u"⏎"_s);
    QVERIFY(window.scans.isEmpty());
}

void ScanWedge::passesShortcutsAndGivesBackWhatWasHeld()
{
    Window window;
    window.keys(u"DEL15"_s, 3ms);
    window.press(u"\u0001"_s, 3ms, Kind::Other);
    QCOMPARE(window.typed, u"DEL15◆"_s);
}

void ScanWedge::takesGroupSeparatorsOnlyInsideAScan()
{
    Window window;
    window.press(u"\u001D"_s, 100ms);
    QCOMPARE(window.typed, u"\u001D"_s);
    window.typed.clear();
    window.scan(u"10AB\u001D21C"_s);
    QCOMPARE(window.scans, QStringList{u"10AB\u001D21C"_s});
    QCOMPARE(window.typed, QString());
}

void ScanWedge::holdsNothingBackWithoutThePrefix()
{
    Window window({.prefix = u"~"_s});
    window.press(u"a"_s, 10ms);
    QCOMPARE(window.typed, u"a"_s);
    window.keys(u"bcdef"_s, 2ms);
    window.press({}, 2ms, Kind::Return);
    QCOMPARE(window.typed, u"abcdef⏎"_s);
}

void ScanWedge::takesOffPrefixAndSuffix()
{
    Window window({.prefix = u"~!"_s, .suffix = u"#"_s});
    window.scan(u"~!DEL1533#"_s);
    QCOMPARE(window.scans, QStringList{u"DEL1533"_s});
    window.scan(u"~xDEL1533#"_s);
    QCOMPARE(window.typed, u"~xDEL1533#⏎"_s);
    window.typed.clear();
    window.scan(u"~!DEL1533"_s); // without the suffix it is not whole
    QCOMPARE(window.typed, u"~!DEL1533⏎"_s);
    QCOMPARE(window.scans.size(), 1);
}

void ScanWedge::endsByThePauseWhenTheScannerSendsNoEnding()
{
    Window window({.returnEnds = false, .tabEnds = false, .pauseEnds = true});
    window.keys(u"DEL1533"_s, 3ms);
    window.rest();
    QCOMPARE(window.scans, QStringList{u"DEL1533"_s});
    window.press(u"a"_s, 10ms);
    window.rest();
    QCOMPARE(window.typed, u"a"_s);
}

void ScanWedge::hearsAScanRightAfterTyping()
{
    Window window;
    window.keys(u"hello"_s, 90ms);
    window.scan(u"DEL1533"_s);
    QCOMPARE(window.typed, u"hello"_s);
    QCOMPARE(window.scans, QStringList{u"DEL1533"_s});
}

void ScanWedge::hearsTenThousandCharacters()
{
    Window window;
    window.scan(QString(10'000, u'7'), 1ms);
    QCOMPARE(window.scans.size(), 1);
    QCOMPARE(window.scans.first().size(), 10'000);
}

void ScanWedge::losesNoKeyWhateverTheTiming()
{
    QRandomGenerator random(2024);
    for (int round = 0; round < 2000; ++round) {
        WedgeSettings settings;
        settings.pauseEnds = random.bounded(2) == 1;
        settings.shortestCode = 1 + static_cast<int>(random.bounded(5));
        Window window(settings);
        QString given, came;
        const int count = 1 + static_cast<int>(random.bounded(30));
        for (int i = 0; i < count; ++i) {
            const auto after =
                std::chrono::milliseconds(random.bounded(3) == 0 ? 41 + random.bounded(200) : random.bounded(40));
            const quint32 sort = random.bounded(12);
            if (sort == 0) {
                window.press({}, after, Kind::Other);
                given += u"◆"_s;
            } else {
                const QString text(QChar(u'a' + random.bounded(26)));
                window.press(text, after, Kind::Text, sort == 1);
                given += text;
            }
        }
        window.rest();
        came = window.typed;
        // Without endings, scans come only by pauses; together with the typed text they are everything that was given.
        qsizetype total = came.size();
        for (const QString& scan : std::as_const(window.scans))
            total += scan.size();
        QCOMPARE(total, given.size());
        if (!settings.pauseEnds)
            QCOMPARE(came, given);
    }
}

namespace {
QList<WedgeKey> sample(const QString& code, std::chrono::milliseconds each, std::optional<Kind> ending)
{
    QList<WedgeKey> keys;
    std::chrono::milliseconds at{100};
    for (const QChar c : code)
        keys.append({at += each, Kind::Text, QString(c)});
    if (ending)
        keys.append({at += each, *ending, {}});
    return keys;
}
} // namespace

void ScanWedge::learnsAScanner()
{
    const QList samples{sample(u"DEL1533"_s, 8ms, Kind::Tab), sample(u"DEL99"_s, 9ms, Kind::Tab),
                        sample(u"6281100432190"_s, 12ms, Kind::Tab)};
    const WedgeLesson lesson = learnScanner(samples);
    QVERIFY(lesson.finding == WedgeLesson::Finding::Learnt);
    QCOMPARE(lesson.slowestPause, 12ms);
    QCOMPARE(lesson.settings, (WedgeSettings{.longestPause = 29ms, .shortestCode = 4, .returnEnds = false}));
    Window window(lesson.settings);
    window.scan(u"DEL1533"_s, 12ms, Kind::Tab);
    QCOMPARE(window.scans, QStringList{u"DEL1533"_s});
}

void ScanWedge::learnsPrefixAndMissingEnding()
{
    const QList samples{sample(u"~DEL1533#"_s, 2ms, {}), sample(u"~DEL9921#"_s, 2ms, {}),
                        sample(u"~62811#"_s, 2ms, {})};
    const WedgeLesson lesson = learnScanner(samples);
    QVERIFY(lesson.finding == WedgeLesson::Finding::Learnt);
    QCOMPARE(lesson.settings.prefix, u"~"_s);
    QCOMPARE(lesson.settings.suffix, u"#"_s);
    QVERIFY(lesson.settings.pauseEnds);
    QCOMPARE(lesson.settings.longestPause, 20ms);
    const QList symbology{sample(u"]C1DEL1"_s, 2ms, Kind::Return), sample(u"]C1DEL2"_s, 2ms, Kind::Return),
                          sample(u"]C1DEL3"_s, 2ms, Kind::Return)};
    QCOMPARE(learnScanner(symbology).settings.prefix, QString());
}

void ScanWedge::doesNotLearnFromTyping()
{
    const QList<WedgeKey> slow = sample(u"DEL1533"_s, 140ms, Kind::Return);
    const QList<WedgeKey> quick = sample(u"DEL1533"_s, 4ms, Kind::Return);
    QVERIFY(learnScanner({quick, quick}).finding == WedgeLesson::Finding::TooFewSamples);
    QVERIFY(learnScanner({quick, slow, quick}).finding == WedgeLesson::Finding::LooksTyped);
    QVERIFY(learnScanner({quick, quick, sample(u"DEL1533"_s, 4ms, Kind::Tab)}).finding ==
            WedgeLesson::Finding::EndingsDiffer);
}

QTEST_GUILESS_MAIN(ScanWedge)
#include "tst_scanwedge.moc"
