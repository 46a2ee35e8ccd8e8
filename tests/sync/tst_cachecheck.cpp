// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk notices a damaged cache while it runs, says so once, and ends without waiting for the check.
#include "services/store/store.h"
#include "services/store/storefiles.h"
#include "services/sync/cachecheck.h"

#include <QTemporaryDir>
#include <QTest>

using namespace waydesk;

class TestCacheCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingOfASoundOne()
    {
        QTemporaryDir folder;
        QVERIFY(store::Store::open(folder.path()));
        bool told = false;
        {
            sync::CacheCheck check(folder.path(), [&] { told = true; });
            QTest::qWait(200);
        }
        QVERIFY(!told);
        QVERIFY(!QFile::exists(store::damageMarkPath(folder.path())));
    }

    void tellsOfDamageAndMarksIt()
    {
        QTemporaryDir folder;
        QVERIFY(store::Store::open(folder.path()));
        {
            QFile cache(store::cachePath(folder.path()));
            QVERIFY(cache.open(QFile::ReadWrite) && cache.size() > 10 * 4096);
            cache.seek(2 * 4096);
            cache.write(QByteArray(8 * 4096, '\x5a'));
        }
        int told = 0;
        sync::CacheCheck check(folder.path(), [&] {
            QCOMPARE(QThread::currentThread(), thread());
            ++told;
        });
        QTRY_COMPARE(told, 1);
        QVERIFY(QFile::exists(store::damageMarkPath(folder.path())));
    }
};

QTEST_GUILESS_MAIN(TestCacheCheck)
#include "tst_cachecheck.moc"
