// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk asks a router on loopback for travel times, hears of its answer once, and of an overtaken question never.
#include "services/sync/travel.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;

namespace {

// Answers when it is told to.
class Router : public QObject
{
public:
    Router()
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                    asked.append(socket->readAll());
                    m_last = socket;
                });
        });
    }
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort())); }
    void answer(const QByteArray& status, const QByteArray& body)
    {
        m_last->write("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
                      body);
    }
    QList<QByteArray> asked;

private:
    QTcpServer m_server;
    QTcpSocket* m_last = nullptr;
};

const QList<QGeoCoordinate> kPlaces{{36.19, 44.01}, {36.20, 44.02}};
const QByteArray kTable = R"({"code":"Ok","durations":[[0,60],[70,0]],"distances":[[0,900],[950,0]]})";

} // namespace

class TravelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsTheTable()
    {
        Router router;
        sync::Travel travel;
        QList<sync::TravelAnswer> told;
        travel.ask(7, router.url(), kPlaces, [&](const sync::TravelAnswer& answer) { told.append(answer); });
        QTRY_COMPARE(router.asked.size(), 1);
        QVERIFY(router.asked[0].startsWith("GET /table/v1/driving/44.010000,36.190000;44.020000,36.200000?"));
        QVERIFY(!router.asked[0].toLower().contains("authorization"));
        router.answer("200 OK", kTable);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told[0].ticket, 7U);
        QVERIFY(!told[0].error);
        QCOMPARE(told[0].matrix.leg(1, 0), (routing::Leg{950, 70}));
    }

    void saysWhyThereIsNone()
    {
        Router router;
        sync::Travel travel;
        QList<sync::TravelAnswer> told;
        travel.ask(1, router.url(), kPlaces, [&](const sync::TravelAnswer& answer) { told.append(answer); });
        QTRY_COMPARE(router.asked.size(), 1);
        router.answer("400 Bad Request", R"({"code":"TooBig","message":"Too many"})");
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(told[0].error);
        QCOMPARE(told[0].error->code, u"TooBig"_s);
        QVERIFY(told[0].matrix.legs.empty());
    }

    void saysThatNobodyIsThere()
    {
        QUrl nobody;
        {
            Router gone;
            nobody = gone.url();
        }
        sync::Travel travel;
        QList<sync::TravelAnswer> told;
        travel.ask(2, nobody, kPlaces, [&](const sync::TravelAnswer& answer) { told.append(answer); });
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(told[0].error);
        QCOMPARE(told[0].error->kind, Error::Kind::Offline);
    }

    void forgetsAQuestionThatWasOvertaken()
    {
        Router router;
        sync::Travel travel;
        QList<quint64> told;
        const auto note = [&](const sync::TravelAnswer& answer) { told.append(answer.ticket); };
        travel.ask(1, router.url(), kPlaces, note);
        QTRY_COMPARE(router.asked.size(), 1);
        travel.ask(2, router.url(), kPlaces, note);
        QTRY_COMPARE(router.asked.size(), 2);
        router.answer("200 OK", kTable);
        QTRY_COMPARE(told, QList<quint64>{2});
    }
};

QTEST_GUILESS_MAIN(TravelTest)
#include "tst_travel.moc"
