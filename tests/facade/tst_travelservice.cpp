// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk tells travel times of the question that was asked last, and asks nobody when no router is known.
#include "services/facade/travelservice.h"
#include "tests/support/fakeengine.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;

namespace {
const QList<QGeoCoordinate> kPlaces{{36.19, 44.01}, {36.20, 44.02}};
}

class TravelServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksNobodyWhereNoRouterIsKnown_data()
    {
        QTest::addColumn<QString>("router");
        QTest::addColumn<QList<QGeoCoordinate>>("places");
        QTest::newRow("none") << QString() << kPlaces;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << kPlaces;
        QTest::newRow("no host") << u"https:///table"_s << kPlaces;
        QTest::newRow("one place") << u"http://127.0.0.1:5000"_s << kPlaces.first(1);
        QTest::newRow("no place") << u"http://127.0.0.1:5000"_s << QList<QGeoCoordinate>{{}, {36.2, 44.0}};
        QTest::newRow("too many") << u"http://127.0.0.1:5000"_s << QList<QGeoCoordinate>(501, {36.2, 44.0});
    }
    void asksNobodyWhereNoRouterIsKnown()
    {
        QFETCH(QString, router);
        QFETCH(QList<QGeoCoordinate>, places);
        test::FakeEngine engine;
        facade::TravelService travel(engine);
        travel.setRouter(QUrl(router));
        QVERIFY(!travel.ask(places));
        QVERIFY(engine.travelAsked.isEmpty());
    }

    void tellsTheAnswerToTheLastQuestionOnly()
    {
        test::FakeEngine engine;
        facade::TravelService travel(engine);
        travel.setRouter(QUrl(u"http://127.0.0.1:5000"_s));
        QSignalSpy told(&travel, &facade::TravelService::told), failed(&travel, &facade::TravelService::failed);
        const auto first = travel.ask(kPlaces), second = travel.ask(kPlaces);
        QVERIFY(first && second && *first != *second);
        QCOMPARE(engine.travelAsked.size(), 2);
        sync::TravelAnswer answer;
        answer.matrix = {2, {{0, 0}, {900, 60}, {950, 70}, {0, 0}}};
        answer.ticket = *first;
        Q_EMIT engine.travelAnswered(answer);
        QCOMPARE(told.size(), 0);
        answer.ticket = *second;
        Q_EMIT engine.travelAnswered(answer);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0][0].toULongLong(), *second);
        QCOMPARE(told[0][1].value<routing::TravelMatrix>(), answer.matrix);
        Q_EMIT engine.travelAnswered(answer); // twice is once
        QCOMPARE(told.size(), 1);
        QCOMPARE(failed.size(), 0);
    }

    void tellsAFailureAndForgetsWhatWasCancelled()
    {
        test::FakeEngine engine;
        facade::TravelService travel(engine);
        travel.setRouter(QUrl(u"http://127.0.0.1:5000"_s));
        QSignalSpy failed(&travel, &facade::TravelService::failed);
        sync::TravelAnswer answer;
        answer.error = Error{};
        answer.ticket = travel.ask(kPlaces).value_or(0);
        travel.cancel();
        Q_EMIT engine.travelAnswered(answer);
        QCOMPARE(failed.size(), 0);
        answer.ticket = travel.ask(kPlaces).value_or(0);
        Q_EMIT engine.travelAnswered(answer);
        QCOMPARE(failed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TravelServiceTest)
#include "tst_travelservice.moc"
