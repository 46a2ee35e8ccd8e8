// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk knows which picture it may ask for with its session, which only when a person says so, and which never.
#include "services/domain/mediaurl.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;

class TestMediaUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhereAPictureLies_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("home");
        QTest::addColumn<QByteArray>("target");
        const int own = int(MediaHome::Own), elsewhere = int(MediaHome::Elsewhere), never = int(MediaHome::Refused);
        QTest::newRow("path") << u"/delivery/media/a1"_s << own << QByteArray("/delivery/media/a1");
        QTest::newRow("query") << u"/delivery/media/a1?size=2"_s << own << QByteArray("/delivery/media/a1?size=2");
        QTest::newRow("whole") << u"https://depot.example/api/delivery/media/a1"_s << own
                               << QByteArray("/delivery/media/a1");
        QTest::newRow("other host") << u"https://pictures.example/a.jpg"_s << elsewhere << QByteArray();
        QTest::newRow("other port") << u"https://depot.example:444/api/a"_s << elsewhere << QByteArray();
        QTest::newRow("beside the base") << u"https://depot.example/apish/a"_s << elsewhere << QByteArray();
        QTest::newRow("plain http") << u"http://pictures.example/a.jpg"_s << never << QByteArray();
        QTest::newRow("no scheme") << u"//pictures.example/a.jpg"_s << never << QByteArray();
        QTest::newRow("upwards") << u"/delivery/../auth/me"_s << never << QByteArray();
        QTest::newRow("file") << u"file:///etc/passwd"_s << never << QByteArray();
        QTest::newRow("data") << u"data:image/png;base64,AAAA"_s << never << QByteArray();
        QTest::newRow("with a user") << u"https://me:secret@pictures.example/a"_s << never << QByteArray();
        QTest::newRow("relative") << u"media/a1"_s << never << QByteArray();
        QTest::newRow("empty") << QString() << never << QByteArray();
        QTest::newRow("endless") << QString(u'/' + QString(5000, u'a')) << never << QByteArray();
    }
    void tellsWhereAPictureLies()
    {
        QFETCH(QString, url);
        QFETCH(int, home);
        QFETCH(QByteArray, target);
        const QUrl server(u"https://depot.example/api/"_s);
        QCOMPARE(int(mediaHome(url, server)), home);
        if (home == int(MediaHome::Own))
            QCOMPARE(mediaTarget(url, server), target);
    }
};

QTEST_GUILESS_MAIN(TestMediaUrl)
#include "tst_mediaurl.moc"
