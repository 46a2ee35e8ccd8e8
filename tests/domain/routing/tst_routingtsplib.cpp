// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk measures itself against TSPLIB with TSPLIB's own distances, and finds known shortest round trips.
#include "bench/tsplib.h"
#include "services/domain/routing/optimise.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;

class RoutingTsplib : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresAsDefined_data();
    void measuresAsDefined();
    void readsWrittenOutDistances_data();
    void readsWrittenOutDistances();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void findsTheShortestRoundTrip_data();
    void findsTheShortestRoundTrip();
};

void RoutingTsplib::measuresAsDefined_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("points");
    QTest::addColumn<int>("metres");
    QTest::newRow("nearest, down") << "EUC_2D"_ba
                                   << "1 0 0\n2 1 1"_ba << 1;
    QTest::newRow("nearest, up") << "EUC_2D"_ba
                                 << "1 0.0 0.0\n2 1e0 2.5"_ba << 3;
    QTest::newRow("upwards") << "CEIL_2D"_ba
                             << "1 0 0\n2 1 1"_ba << 2;
    QTest::newRow("upwards, whole") << "CEIL_2D"_ba
                                    << "1 0 0\n2 3 4"_ba << 5;
    QTest::newRow("pseudo-Euclidean") << "ATT"_ba
                                      << "1 6734 1453\n2 2233 10"_ba << 1495; // 1494.7
    QTest::newRow("pseudo-Euclidean, never shorter") << "ATT"_ba
                                                     << "1 0 0\n2 10 1"_ba << 4; // 3.18
    QTest::newRow("on the globe") << "GEO"_ba
                                  << "1 16.47 96.10\n2 16.47 94.44"_ba << 153;
    QTest::newRow("far on the globe") << "GEO"_ba
                                      << "1 0.00 0.00\n2 0.00 90.00"_ba << 10020; // a quarter, + 1
}

void RoutingTsplib::measuresAsDefined()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, points);
    const auto read = bench::readTsplib("NAME: two\nTYPE: TSP\nDIMENSION : 2\nEDGE_WEIGHT_TYPE : " + kind +
                                        "\nNODE_COORD_SECTION\n" + points + "\nEOF\n");
    QVERIFY(read.ok());
    QTEST(read->travel.leg(0, 1).metres, "metres");
    QTEST(read->travel.leg(1, 0).metres, "metres");
    QCOMPARE(read->travel.leg(0, 0).metres, 0);
}

void RoutingTsplib::readsWrittenOutDistances_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("numbers");
    QTest::addColumn<bool>("bothWays");
    QTest::newRow("full") << "FULL_MATRIX"_ba
                          << "0 1 2\n7 0 3\n8 9 0"_ba << false;
    QTest::newRow("upper") << "UPPER_ROW"_ba
                           << "1 2\n3"_ba << true;
    QTest::newRow("upper with diagonal") << "UPPER_DIAG_ROW"_ba
                                         << "0 1 2 0 3 0"_ba << true;
    QTest::newRow("lower with diagonal") << "LOWER_DIAG_ROW"_ba
                                         << "0\n1 0\n2 3 0"_ba << true;
}

void RoutingTsplib::readsWrittenOutDistances()
{
    QFETCH(QByteArray, format);
    QFETCH(QByteArray, numbers);
    QFETCH(bool, bothWays);
    const auto read = bench::readTsplib("DIMENSION: 3\nEDGE_WEIGHT_TYPE: EXPLICIT\nEDGE_WEIGHT_FORMAT: " + format +
                                        "\nEDGE_WEIGHT_SECTION\n" + numbers + "\nEOF");
    QVERIFY(read.ok());
    const auto metres = [&](int from, int to) { return read->travel.leg(from, to).metres; };
    QCOMPARE(QList<int>({metres(0, 1), metres(0, 2), metres(1, 2)}), QList<int>({1, 2, 3}));
    QCOMPARE(QList<int>({metres(1, 0), metres(2, 0), metres(2, 1)}),
             bothWays ? QList<int>({1, 2, 3}) : QList<int>({7, 8, 9}));
}

void RoutingTsplib::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("kind") << "DIMENSION: 2\nEDGE_WEIGHT_TYPE: MAN_2D\nNODE_COORD_SECTION\n1 0 0\n2 1 1"_ba;
    QTest::newRow("a node missing") << "DIMENSION: 2\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0"_ba;
    QTest::newRow("no number") << "DIMENSION: 1\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 x"_ba;
}

void RoutingTsplib::refusesWhatItDoesNotKnow()
{
    QFETCH(QByteArray, text);
    QVERIFY(!bench::readTsplib(text).ok());
}

void RoutingTsplib::findsTheShortestRoundTrip_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<qint64>("shortest");
    QTest::newRow("berlin52") << u"berlin52.tsp"_s << qint64(7542);
    QTest::newRow("kroA100") << u"kroA100.tsp"_s << qint64(21282);
}

void RoutingTsplib::findsTheShortestRoundTrip()
{
    QFETCH(QString, file);
    QFile data(QStringLiteral(WAYDESK_SOURCE_DIR "/bench/data/tsplib/") + file);
    QVERIFY(data.open(QFile::ReadOnly));
    const auto read = bench::readTsplib(data.readAll());
    QVERIFY(read.ok());
    const auto trip = routing::Trip::make(bench::roundTrip(*read));
    QVERIFY(trip.ok());
    QTEST(routing::optimise(*trip, 1, {10'000, {}}).account.metres, "shortest");
}

QTEST_GUILESS_MAIN(RoutingTsplib)
#include "tst_routingtsplib.moc"
