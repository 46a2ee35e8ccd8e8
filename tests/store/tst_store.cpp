// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk opens its files with care: one desk at a time, newer files untouched, damage never costs queued work.
#include "services/store/reader.h"
#include "services/store/store.h"
#include "services/store/storefiles.h"
#include "tests/support/fakeclock.h"
#include "tests/support/sample.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void scribble(const QString& path, qint64 from, qint64 size)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(from));
    QCOMPARE(file.write(QByteArray(static_cast<qsizetype>(size), '\xA5')), size);
}

std::unique_ptr<store::Store> opened(const QString& folder)
{
    auto result = store::Store::open(folder);
    return result.ok() ? std::move(result).value() : nullptr;
}

store::OutboxEntry entry(int n)
{
    store::OutboxEntry out;
    out.key = u"key-%1"_s.arg(n);
    out.command = SealWaybill{WaybillId{u"wb-%1"_s.arg(n)}};
    return out;
}

void fill(store::Store& store, int waybills, int commands)
{
    QVERIFY(store
                .transaction([&]() -> Result<Nothing> {
                    for (int n = 1; n <= waybills; ++n)
                        if (auto done = store.waybills().upsert(test::sampleWaybill(n), u"{}"_s, {}); !done)
                            return done.error();
                    return Nothing{};
                })
                .ok());
    for (int n = 1; n <= commands; ++n)
        QVERIFY(store.outbox().append(entry(n)).ok());
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path() const { return m_folder->path(); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isForItsOwnerOnly()
    {
        auto store = opened(path());
        QVERIFY(store);
        fill(*store, 1, 1);
        const auto others =
            QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        for (const QString& name : QDir(path()).entryList({u"*.db*"_s}, QDir::Files))
            QVERIFY2(!(QFile::permissions(path() + u'/' + name) & others), qPrintable(name));
        QVERIFY(QFile::exists(path() + u"/work.db-wal"_s)); // the journal is among those that were looked at
    }

    void keepsItsPromisesToTheDisk()
    {
        auto store = opened(path());
        QVERIFY(store);
        store::Database& db = store->cache();
        QCOMPARE(db.run("PRAGMA journal_mode").next(), true);
        const auto setting = [&](const QString& name) { return db.number(u"PRAGMA "_s + name).value_or(-1); };
        QCOMPARE(setting(u"synchronous"_s), 2);
        QCOMPARE(setting(u"foreign_keys"_s), 1);
        QCOMPARE(setting(u"user_version"_s), store::currentVersion(store::File::Cache));
        auto reader = store::Database::open(store::cachePath(path()), store::Database::Mode::ReadOnly);
        QVERIFY(reader.ok());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"statement failed"_s));
        QVERIFY(!(*reader)->exec("DELETE FROM waybill").ok());
    }

    void saysSoWhenAnotherDeskIsOpen()
    {
        auto first = opened(path());
        QVERIFY(first);
        const QByteArray before = bytesOf(store::workPath(path()));
        const auto second = store::Store::open(path());
        QVERIFY(!second.ok());
        QCOMPARE(second.error().kind, Error::Kind::Storage);
        QCOMPARE(second.error().code, u"already_open"_s);
        QCOMPARE(bytesOf(store::workPath(path())), before);
        first.reset();
        QVERIFY(opened(path()));
    }

    void refusesANewerFileAndLeavesItAlone()
    {
        for (const QString& file : {store::cachePath(path()), store::workPath(path())}) {
            QVERIFY(opened(path()));
            {
                auto db = store::Database::open(file, store::Database::Mode::ReadWrite);
                QVERIFY(db.ok() && (*db)->exec("PRAGMA user_version=99").ok());
            }
            const QByteArray before = bytesOf(file);
            const auto refused = store::Store::open(path());
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().code, u"newer_file"_s);
            QCOMPARE(bytesOf(file), before);
            QVERIFY(!QFile::exists(file + u".damaged"_s));
            QVERIFY(QFile::remove(file));
        }
    }

    void bringsAnOldFileUpToDateInSteps()
    {
        QVERIFY(store::openChecked(store::workPath(path()), store::File::Work, true).ok());
        {
            auto empty = store::Database::open(store::cachePath(path()), store::Database::Mode::ReadWrite);
            QVERIFY(empty.ok()); // version 0, as every new file is
        }
        auto store = opened(path());
        QVERIFY(store);
        QVERIFY(!store->report().cacheRebuilt);
        fill(*store, 3, 0);
        QCOMPARE(store->waybills().count(), 3);
    }

    void rebuildsADamagedCacheAndKeepsTheOutbox_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("size");
        QTest::newRow("header") << qint64{0} << qint64{100};
        QTest::newRow("schema") << qint64{100} << qint64{4000};
        QTest::newRow("rows") << qint64{4096 * 40} << qint64{4096 * 60};
    }

    void rebuildsADamagedCacheAndKeepsTheOutbox()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, size);
        {
            auto store = opened(path());
            QVERIFY(store);
            fill(*store, 300, 3);
        }
        scribble(store::cachePath(path()), from, size);
        auto store = opened(path());
        QVERIFY(store);
        QVERIFY(store->report().cacheRebuilt);
        QVERIFY(!store->report().workRescued);
        QCOMPARE(store->waybills().count(), 0);
        QCOMPARE(store->outbox().counts().queued, 3);
        QVERIFY(QFile::exists(store::cachePath(path()) + u".damaged"_s));
        QVERIFY(store::Store::checkCache(store->folder()));
        store.reset();
        QVERIFY(!opened(path())->report().cacheRebuilt); // once
    }

    void rescuesWhatADamagedOutboxStillTells()
    {
        qint64 size = 0;
        {
            auto store = opened(path());
            QVERIFY(store);
            fill(*store, 0, 1200);
            QVERIFY(store->outbox().confirm(1, {}, {}).ok());
            QVERIFY(store->settings().set(u"server"_s, u"http://depot"_s).ok());
            csv::ImportJob import;
            import.id = u"import"_s;
            QVERIFY(store->imports().put(import, {{7, {u"Gulan 5"_s}, {}, false}}).ok());
        }
        size = QFileInfo(store::workPath(path())).size();
        QVERIFY(size > 4096 * 30);
        // One page in the middle that holds commands: their kind stands in no index.
        QFile file(store::workPath(path()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const qint64 kind = file.readAll().indexOf(kindWord(entry(1).command).toUtf8(), size / 2);
        QVERIFY(kind > 0);
        file.close();
        scribble(store::workPath(path()), kind - kind % 4096, 4096);
        auto store = opened(path());
        QVERIFY(store);
        QVERIFY(store->report().workRescued);
        const int carried = store->outbox().counts().queued;
        QVERIFY2(carried > 1000, qPrintable(QString::number(carried)));
        const int lost = store->report().commandsLost;
        QVERIFY(lost > 0);
        QCOMPARE(carried + lost + (store->outbox().find(1) ? 1 : 0), 1200); // and it says how many are missing
        QVERIFY(QFile::exists(store::workPath(path()) + u".damaged"_s));
        QVERIFY(store->imports().badRow(u"import"_s, 7).has_value()); // what a person brings in is work too
        // Their order still holds.
        checkOrder(*store);
    }

    void noticesLateDamageAndRebuildsAtTheNextStart()
    {
        auto store = opened(path());
        QVERIFY(store);
        fill(*store, 300, 1);
        QVERIFY(store::Store::checkCache(path()));
        QVERIFY(!QFile::exists(store::damageMarkPath(path())));
        store.reset();
        scribble(store::cachePath(path()), qint64{4096} * 40, qint64{4096} * 60);
        QVERIFY(store::Store::checkCache(path(), true)); // told to stop at once, it has seen nothing
        QVERIFY(!QFile::exists(store::damageMarkPath(path())));
        QVERIFY(!store::Store::checkCache(path()));
        QVERIFY(QFile::exists(store::damageMarkPath(path())));
        store = opened(path());
        QVERIFY(store && store->report().cacheRebuilt);
        QCOMPARE(store->outbox().counts().queued, 1);
        QVERIFY(!QFile::exists(store::damageMarkPath(path())));
    }

    void forgetsTheCacheButNotTheWork()
    {
        auto store = opened(path());
        QVERIFY(store);
        fill(*store, 10, 2);
        QVERIFY(store->syncState().set(u"cursor"_s, u"7"_s).ok());
        QVERIFY(store->clearCache().ok());
        QCOMPARE(store->waybills().count(), 0);
        QVERIFY(!store->syncState().value(u"cursor"_s));
        QCOMPARE(store->outbox().counts().queued, 2);
        auto reader = store::Reader::open(path());
        QVERIFY((*reader)->waybills().search(u"WB00001"_s, 5).isEmpty());
        fill(*store, 10, 0);
        QCOMPARE((*reader)->waybills().search(u"WB00001"_s, 5).size(), 1);
    }

    void keepsTheScanJournal()
    {
        auto store = opened(path());
        QVERIFY(store);
        const store::ScanEntry scan{0,
                                    *parseInstant(u"2026-04-07T12:00:00Z"),
                                    UserId{u"u"_s},
                                    WaybillId{u"wb-1"_s},
                                    QByteArray("DEL1\x1d\x00\xff", 7),
                                    u"DEL1"_s,
                                    u"ready"_s,
                                    std::chrono::microseconds(812)};
        const auto seq = store->scans().append(scan);
        QVERIFY(seq.ok());
        store::ScanEntry expected = scan;
        expected.seq = *seq;
        QVERIFY(store->scans().newest(5) == QList<store::ScanEntry>{expected});
    }

private:
    static void checkOrder(store::Store& store)
    {
        const auto heads = store.outbox().heads(Instant::max(), 5000);
        qint64 last = 0;
        for (const store::OutboxEntry& head : heads) {
            QVERIFY(head.seq > last);
            last = head.seq;
        }
        QCOMPARE(heads.size(), store.outbox().counts().queued);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
