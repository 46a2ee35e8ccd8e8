// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's server keeps its file: schema steps, one writer, snapshots, sticky errors.
#include "backend/storage/database.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <sys/stat.h>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::backend;

namespace {

constexpr const char* kSteps[] = {"CREATE TABLE thing(id INTEGER NOT NULL PRIMARY KEY, name TEXT) STRICT;",
                                  "ALTER TABLE thing ADD COLUMN weight REAL; ALTER TABLE thing ADD COLUMN data BLOB;",
                                  "CREATE TABLE broken(; "};

std::unique_ptr<Database> opened(const QString& path, size_t steps = 2)
{
    auto database = Database::open(path, std::span(kSteps).first(steps), Durability::ForTests);
    if (!database)
        qFatal("%s", qUtf8Printable(database.error().detail));
    return std::move(database).value();
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 number(Connection& db, std::string_view sql)
{
    const auto rows = db.run(sql, {});
    return rows->next() ? rows->integer(0) : -1;
}

} // namespace

class TestStorage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void bringsNewAndOldFilesToTheSameSchema()
    {
        opened(path(), 1);
        const auto database = opened(path(), 2);
        WriteTurn turn(*database);
        QCOMPARE(number(turn.db(), "PRAGMA user_version"), 2);
        QCOMPARE(number(turn.db(), "SELECT count(*) FROM pragma_table_info('thing')"), 4);
    }

    void keepsItsFilesToItsOwner()
    {
        const auto database = opened(path());
        WriteTurn turn(*database);
        turn.db().execute("INSERT INTO thing(id) VALUES (1)");
        for (const QString& suffix : {u""_s, u"-wal"_s, u"-shm"_s, u"-lock"_s}) {
            struct stat about = {};
            QCOMPARE(::stat(QFile::encodeName(path() + suffix).constData(), &about), 0);
            QCOMPARE(about.st_mode & 0777u, 0600u);
        }
    }

    void leavesANewerFileUntouched()
    {
        opened(path(), 2).reset();
        const QByteArray before = contents(path());
        const auto refused = Database::open(path(), std::span(kSteps).first(1), Durability::ForTests);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"newer_database"_s);
        QCOMPARE(contents(path()), before);
    }

    void staysAtTheLastGoodStepWhenOneFails()
    {
        QVERIFY(!Database::open(path(), std::span(kSteps).first(3), Durability::ForTests));
        const auto database = opened(path(), 2);
        WriteTurn turn(*database);
        QCOMPARE(number(turn.db(), "PRAGMA user_version"), 2);
    }

    void refusesAFileThatIsNoDatabase()
    {
        QFile file(path());
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(QByteArray(4096, 'x'));
        file.close();
        QVERIFY(!Database::open(path(), Durability::ForTests));
    }

    void keepsNullEmptyAndExtremeValuesApart()
    {
        const auto database = opened(path());
        WriteTurn turn(*database);
        Connection& db = turn.db();
        constexpr auto kInsert = "INSERT INTO thing(id, name, weight, data) VALUES (?, ?, ?, ?)";
        db.execute(kInsert, {std::numeric_limits<qint64>::max(), u"كوردی 🚚"_s, 0.1, QByteArray("a\0b", 3)});
        db.execute(kInsert, {qint64(2), u""_s, {}, QByteArray("")});
        db.execute(kInsert, {qint64(3), QString(), {}, QByteArray()});
        QVERIFY(!db.failed());
        const auto rows = db.run("SELECT id, name, weight, data FROM thing ORDER BY id DESC", {});
        QVERIFY(rows->next());
        QCOMPARE(rows->integer(0), std::numeric_limits<qint64>::max());
        QCOMPARE(rows->text(1), u"كوردی 🚚"_s);
        QCOMPARE(rows->bytes(1), u"كوردی 🚚"_s.toUtf8());
        QCOMPARE(rows->real(2), 0.1);
        QCOMPARE(rows->bytes(3), QByteArray("a\0b", 3));
        QVERIFY(rows->next());
        QVERIFY(rows->isNull(1) && rows->text(1).isNull() && rows->isNull(3));
        QVERIFY(rows->next());
        QVERIFY(!rows->isNull(1) && !rows->text(1).isNull() && rows->text(1).isEmpty());
        QVERIFY(!rows->isNull(3) && rows->isNull(2));
        QVERIFY(!rows->next());
    }

    void doesNothingMoreAfterAFailedStatement()
    {
        const auto database = opened(path());
        WriteTurn turn(*database);
        Connection& db = turn.db();
        db.beginWrite();
        QCOMPARE(db.execute("INSERT INTO thing(id) VALUES (1)"), 1);
        QCOMPARE(db.execute("INSERT INTO thing(id) VALUES (1)"), -1);
        QVERIFY(db.failed());
        QCOMPARE(db.error().code, u"constraint"_s);
        QCOMPARE(db.execute("INSERT INTO thing(id) VALUES (2)"), -1);
        QVERIFY(!db.run("SELECT 1", {})->next());
        QVERIFY(!db.commit());
        QVERIFY(!db.failed());
        QCOMPARE(number(db, "SELECT count(*) FROM thing"), 0);
    }

    void takesBackTheInnerStepAlone()
    {
        const auto database = opened(path());
        WriteTurn turn(*database);
        Connection& db = turn.db();
        db.beginWrite();
        db.savepoint();
        db.execute("INSERT INTO thing(id) VALUES (1)");
        const auto open = db.run("SELECT id FROM thing", {});
        QVERIFY(open->next());
        db.rollbackToSavepoint();
        db.releaseSavepoint();
        db.execute("INSERT INTO thing(id) VALUES (2)");
        QVERIFY(db.commit().ok());
        QCOMPARE(number(db, "SELECT sum(id) FROM thing"), 2);
    }

    void rollsBackWhatATurnLeftOpen()
    {
        const auto database = opened(path());
        {
            WriteTurn turn(*database);
            turn.db().beginWrite();
            turn.db().execute("INSERT INTO thing(id) VALUES (1)");
        }
        WriteTurn turn(*database);
        QCOMPARE(number(turn.db(), "SELECT count(*) FROM thing"), 0);
    }

    void letsReadersReadOneSnapshotAndNothingElse()
    {
        const auto database = opened(path());
        auto reader = database->newReader();
        QVERIFY(reader.ok());
        (*reader)->beginRead();
        QCOMPARE(number(**reader, "SELECT count(*) FROM thing"), 0);
        {
            WriteTurn turn(*database);
            QCOMPARE(turn.db().execute("INSERT INTO thing(id) VALUES (1)"), 1);
        }
        QCOMPARE(number(**reader, "SELECT count(*) FROM thing"), 0);
        (*reader)->rollback();
        QCOMPARE(number(**reader, "SELECT count(*) FROM thing"), 1);
        QCOMPARE((*reader)->execute("DELETE FROM thing"), -1);
        (*reader)->rollback();
        QCOMPARE(number(**reader, "PRAGMA wal_autocheckpoint"), 0);
    }

    void keepsABoundedNumberOfStatements()
    {
        const auto database = opened(path());
        WriteTurn turn(*database);
        Connection& db = turn.db();
        const auto held = db.run("SELECT 1 UNION ALL SELECT 2", {});
        QVERIFY(held->next());
        for (int i = 0; i < 2000; ++i)
            QCOMPARE(number(db, "SELECT " + std::to_string(i)), i);
        QVERIFY(held->next()); // what is being read is never dropped
        QCOMPARE(held->integer(0), 2);
    }

    void givesTurnsToOneWriterAtATimeAcrossDatabaseObjects()
    {
        const auto first = opened(path());
        const auto second = opened(path()); // as another process would
        {
            WriteTurn turn(*first);
            turn.db().execute("INSERT INTO thing(id, weight) VALUES (1, 0)");
        }
        std::atomic<int> inside{0}, most{0}, failures{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&, &database = i % 2 == 0 ? *first : *second] {
                for (int round = 0; round < 50; ++round) {
                    WriteTurn turn(database);
                    most = std::max(most.load(), ++inside);
                    turn.db().beginWrite();
                    const auto value = number(turn.db(), "SELECT weight FROM thing");
                    turn.db().execute("UPDATE thing SET weight = ?", {double(value + 1)});
                    failures += turn.db().commit().ok() ? 0 : 1;
                    --inside;
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 0);
        QCOMPARE(most.load(), 1);
        WriteTurn turn(*first);
        QCOMPARE(number(turn.db(), "SELECT weight FROM thing"), 400);
    }

    void servesAFileOnce()
    {
        const auto first = opened(path());
        auto second = opened(path());
        QVERIFY(first->claimForServer());
        QVERIFY(!second->claimForServer());
        second.reset(); // closing another file of this process may not drop the claim
        second = opened(path());
        QVERIFY(!second->claimForServer());
    }

private:
    QString path() const { return m_folder->filePath(u"t.db"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestStorage)
#include "tst_storage.moc"
