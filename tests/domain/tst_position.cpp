// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's rule of positions: what a report must be to move a driver.
#include "services/domain/position.h"

#include <QtTest>
#include <limits>

using namespace waydesk;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const Instant kNow = *parseInstant(u"2026-03-04T10:30:00Z");
const QGeoCoordinate kHere(36.19, 44.01);

Position at(Instant when, const QGeoCoordinate& where = kHere)
{
    return {.driver = {u"d"_s}, .at = when, .coordinate = where, .heading = {}, .speed = {}, .accuracy = {}};
}

PositionVerdict first(const Position& report)
{
    return judgePosition(report, std::nullopt, kNow);
}

// A report `metres` to the east of the last one, `later` after it.
PositionVerdict after(std::chrono::microseconds later, double metres, std::optional<double> accuracy = {},
                      std::optional<double> lastAccuracy = {})
{
    Position last = at(kNow - 2h);
    last.accuracy = lastAccuracy;
    Position report = at(last.at + later, kHere.atDistanceAndAzimuth(metres, 90));
    report.accuracy = accuracy;
    return judgePosition(report, last, kNow);
}

} // namespace

Q_DECLARE_METATYPE(waydesk::PositionVerdict)

class TestPosition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wantsAPlaceOnEarth_data()
    {
        using enum PositionVerdict;
        constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
        constexpr double kInfinite = std::numeric_limits<double>::infinity();
        QTest::addColumn<QGeoCoordinate>("where");
        QTest::addColumn<PositionVerdict>("verdict");
        QTest::newRow("a street") << kHere << Accepted;
        QTest::newRow("a pole") << QGeoCoordinate(-90, 180) << Accepted;
        QTest::newRow("beyond the pole") << QGeoCoordinate(90.0001, 44) << OutOfRange;
        QTest::newRow("beyond the date line") << QGeoCoordinate(36, -180.0001) << OutOfRange;
        QTest::newRow("no number") << QGeoCoordinate(kNaN, 44) << OutOfRange;
        QTest::newRow("half a number") << QGeoCoordinate(36, kNaN) << OutOfRange;
        QTest::newRow("endless") << QGeoCoordinate(36, kInfinite) << OutOfRange;
        QTest::newRow("nothing") << QGeoCoordinate() << OutOfRange;
        QTest::newRow("no fix") << QGeoCoordinate(0, -0.0) << NoFix;
        QTest::newRow("on the equator") << QGeoCoordinate(0, 44) << Accepted;
        QTest::newRow("on the meridian") << QGeoCoordinate(51.5, 0) << Accepted;
    }
    void wantsAPlaceOnEarth()
    {
        QFETCH(QGeoCoordinate, where);
        QFETCH(PositionVerdict, verdict);
        QCOMPARE(first(at(kNow, where)), verdict);
        QCOMPARE(judgePosition(at(kNow, where), at(kNow - 2h), kNow), verdict);
    }

    void forgivesAClockALittleAhead()
    {
        QCOMPARE(first(at(kNow + kClockAhead)), PositionVerdict::Accepted);
        QCOMPARE(first(at(kNow + kClockAhead + 1us)), PositionVerdict::InFuture);
        QCOMPARE(first(at(kNow - std::chrono::years(10))), PositionVerdict::Accepted); // old is not wrong
    }

    void knowsWhatItHasSeen()
    {
        const Position last = at(kNow - 10s);
        Position same = last;
        same.accuracy = 3; // of the same moment and place, however it is told
        QCOMPARE(judgePosition(same, last, kNow), PositionVerdict::Duplicate);
        QCOMPARE(judgePosition(at(last.at - 1us), last, kNow), PositionVerdict::OutOfOrder);
        const auto beside = kHere.atDistanceAndAzimuth(1, 90);
        QCOMPARE(judgePosition(at(last.at, beside), last, kNow), PositionVerdict::OutOfOrder); // one moment, two places
        QCOMPARE(judgePosition(at(last.at + 1us), last, kNow), PositionVerdict::Accepted);     // it stands still
    }

    void knowsHowFastAVehicleIs()
    {
        const double inAMinute = kFastestVehicle / 3.6 * 60;
        QCOMPARE(after(60s, inAMinute), PositionVerdict::Accepted);
        QCOMPARE(after(60s, inAMinute + 2 * kUsualAccuracy - 1), PositionVerdict::Accepted);
        QCOMPARE(after(60s, inAMinute + 2 * kUsualAccuracy + 1), PositionVerdict::Jump);
        QCOMPARE(after(100ms, 40), PositionVerdict::Accepted); // noise between two fixes is no speed
    }

    void believesAReceiverUpToABound()
    {
        QCOMPARE(after(1s, 100, 5, 5), PositionVerdict::Jump);
        QCOMPARE(after(1s, 100, 20, 20), PositionVerdict::Accepted);
        QCOMPARE(after(1s, 100'000, 1e9, 1e9), PositionVerdict::Jump);
        QCOMPARE(after(1s, 60, -1e9, 0), PositionVerdict::Accepted); // 69 m in a second, and nothing off it
        QCOMPARE(after(1s, 75, -1e9, 0), PositionVerdict::Jump);
    }

    void measuresAnHourLong()
    {
        QCOMPARE(after(kMeasuresFor, 1'000'000), PositionVerdict::Jump);
        QCOMPARE(after(kMeasuresFor + 1us, 1'000'000), PositionVerdict::Accepted);
    }

    void takesItAtItsWordAboutSpeed()
    {
        Position report = at(kNow);
        report.speed = kFastestVehicle;
        QCOMPARE(first(report), PositionVerdict::Accepted);
        report.speed = kFastestVehicle + 0.1;
        QCOMPARE(first(report), PositionVerdict::TooFast);
        report.speed = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(first(report), PositionVerdict::TooFast);
    }

    void hasAWordForEachVerdict()
    {
        QSet<QString> words;
        int impossible = 0;
        for (const PositionVerdict verdict : kPositionVerdicts) {
            words.insert(word(verdict));
            impossible += isImpossible(verdict) ? 1 : 0;
        }
        QCOMPARE(words.size(), qsizetype(kPositionVerdicts.size()));
        QCOMPARE(impossible, 5);
        QVERIFY(!isImpossible(PositionVerdict::Duplicate) && !isImpossible(PositionVerdict::OutOfOrder));
    }
};

QTEST_GUILESS_MAIN(TestPosition)
#include "tst_position.moc"
