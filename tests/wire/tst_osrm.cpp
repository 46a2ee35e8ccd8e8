// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk asks a router as its documentation says, and believes only tables that fit the question.
#include "services/wire/osrm/table.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;

class OsrmTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEveryPlaceLongitudeFirst()
    {
        const std::vector<QGeoCoordinate> places{{36.1911, 44.0092}, {-33.45, -70.66}};
        QCOMPARE(wire::osrm::tableTarget(places),
                 QByteArray("/table/v1/driving/44.009200,36.191100;-70.660000,-33.450000"
                            "?annotations=duration,distance"));
    }

    void readsWhatEveryLegCosts()
    {
        const auto matrix = wire::osrm::decodeTable(
            R"({"code":"Ok","durations":[[0,192.6],[199,0]],"distances":[[0,1886.89],[1791.3,0]],"sources":[]})", 2);
        QVERIFY(matrix);
        QCOMPARE(matrix->places, 2);
        QCOMPARE(matrix->leg(0, 1), (routing::Leg{1887, 193}));
        QCOMPARE(matrix->leg(1, 0), (routing::Leg{1791, 199}));
        QCOMPARE(matrix->leg(0, 0), (routing::Leg{0, 0}));
    }

    void believesNoTableThatDoesNotFit_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const char* body, Error::Kind kind, const char* code = "") {
            QTest::newRow(name) << QByteArray(body) << kind << QString::fromLatin1(code);
        };
        using Kind = Error::Kind;
        row("no JSON", "<html>", Kind::Malformed);
        row("an array", "[]", Kind::Malformed);
        row("no code", R"({"durations":[[0,1],[1,0]]})", Kind::Malformed);
        row("no distances", R"({"code":"Ok","durations":[[0,1],[1,0]]})", Kind::Malformed);
        row("a row too few", R"({"code":"Ok","durations":[[0,1]],"distances":[[0,1],[1,0]]})", Kind::Malformed);
        row("a cell too few", R"({"code":"Ok","durations":[[0,1],[1]],"distances":[[0,1],[1,0]]})", Kind::Malformed);
        row("a cell that is text", R"({"code":"Ok","durations":[[0,"1"],[1,0]],"distances":[[0,1],[1,0]]})",
            Kind::Malformed);
        row("less than nothing", R"({"code":"Ok","durations":[[0,-1],[1,0]],"distances":[[0,1],[1,0]]})",
            Kind::Malformed);
        row("farther than any road", R"({"code":"Ok","durations":[[0,1],[1,0]],"distances":[[0,1e12],[1,0]]})",
            Kind::Malformed);
        row("no road between", R"({"code":"Ok","durations":[[0,null],[1,0]],"distances":[[0,1],[1,0]]})",
            Kind::Rejected, "no_road");
        row("too many places", R"({"code":"TooBig","message":"Too many table coordinates"})", Kind::Rejected, "TooBig");
    }
    void believesNoTableThatDoesNotFit()
    {
        QFETCH(QByteArray, body);
        const auto matrix = wire::osrm::decodeTable(body, 2);
        QVERIFY(!matrix);
        QTEST(matrix.error().kind, "kind");
        QTEST(matrix.error().code, "code");
    }

    void keepsTheRoutersWordsOfARefusal()
    {
        const Error error = wire::osrm::decodeTableError(400, R"({"code":"NoSegment","message":"Could not find one"})");
        QCOMPARE(error.kind, Error::Kind::Rejected);
        QCOMPARE(error.status, 400);
        QCOMPARE(error.code, u"NoSegment"_s);
        QCOMPARE(error.vendorText, u"Could not find one"_s);
        QCOMPARE(wire::osrm::decodeTableError(502, "<html>").kind, Error::Kind::Server);
        QCOMPARE(wire::osrm::decodeTableError(429, "").kind, Error::Kind::RateLimited);
    }
};

QTEST_GUILESS_MAIN(OsrmTest)
#include "tst_osrm.moc"
