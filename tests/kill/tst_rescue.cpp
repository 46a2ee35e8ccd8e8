// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged outbox is rescued row by row, and the program may be killed in the midst of that too: whoever opens the
// folder next still finds every command.
#include "services/store/store.h"
#include "tests/kill/checks/childprocess.h"
#include "tests/kill/checks/scratch.h"
#include "tests/kill/checks/shiftplan.h"
#include "tests/kill/checks/sqlitefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::test;

namespace {

constexpr int kCommands = 60;

DepotSample sampleDepot()
{
    return {{{u"w1"_s}, {u"w2"_s}}, {{u"d1"_s}, {u"d2"_s}}, {}};
}

// A folder with a full outbox, whose file is then damaged where no command is told: in an index.
void makeDamaged(const QString& folder)
{
    ShiftPlan plan(1, sampleDepot());
    {
        auto opened = store::Store::open(folder);
        QVERIFY(opened.ok());
        for (int i = 0; i < kCommands; ++i) {
            store::OutboxEntry entry;
            entry.key = keyFor(i);
            entry.command = plan.at(i).command;
            QVERIFY((*opened)->outbox().append(entry).ok());
        }
    }
    SqliteFile file(folder + u"/work.db"_s);
    const auto pages = file.rows(u"SELECT rootpage FROM sqlite_schema WHERE name = 'outbox_open'"_s);
    const auto sizes = file.rows(u"PRAGMA page_size"_s);
    QVERIFY2(file.failure().isEmpty(), qPrintable(file.failure()));
    const qint64 size = sizes.first().first().toLongLong();
    QFile bytes(folder + u"/work.db"_s);
    QVERIFY(bytes.open(QFile::ReadWrite) && bytes.seek((pages.first().first().toLongLong() - 1) * size));
    bytes.write(QByteArray(size, '\x5a'));
}

void copy(const QString& from, const QString& to)
{
    QVERIFY(QDir().mkpath(to));
    for (const QFileInfo& file : QDir(from).entryInfoList(QDir::Files))
        QVERIFY(QFile::copy(file.filePath(), to + u'/' + file.fileName()));
}

} // namespace

class TestRescue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryCommandThoughKilledInTheMidst()
    {
        QTemporaryDir folder(scratchTemplate());
        const QString damaged = folder.filePath(u"damaged"_s);
        makeDamaged(damaged);
        ShiftPlan plan(1, sampleDepot());
        const int queues = plan.at(kCommands - 1).number + 1; // no script is longer than another without parcels
        QRandomGenerator dice(1);
        int cutShort = 0;
        for (int round = 0; round < 40; ++round) {
            const QString desk = folder.filePath(QString::number(round));
            copy(damaged, desk);
            {
                ChildProcess opening(
                    {QCoreApplication::applicationFilePath().toLocal8Bit(), "--open", desk.toLocal8Bit()},
                    folder.filePath(u"log"_s).toLocal8Bit());
                QVERIFY(opening.readLine(QDeadlineTimer(20'000))); // about to open
                opening.readLine(QDeadlineTimer(dice.bounded(40)));
                opening.kill();
            }
            const bool before = QFile::exists(desk + u"/work.db.damaged"_s);
            auto opened = store::Store::open(desk);
            QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().detail));
            cutShort += !before && (*opened)->report().workRescued;
            QCOMPARE((*opened)->report().commandsLost, 0);
            QCOMPARE((*opened)->outbox().counts().queued, kCommands);
            QCOMPARE((*opened)->outbox().heads(SystemClock().now(), 100).size(), queues); // their order too
        }
        qInfo("%d rescues cut short", cutShort);
        QVERIFY2(cutShort > 0, "no rescue was cut short: the test shows nothing");
    }
};

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList words = app.arguments();
    if (words.value(1) == u"--open"_s) {
        std::puts("opening");
        std::fflush(stdout);
        return store::Store::open(words.value(2)).ok() ? 0 : 1;
    }
    TestRescue test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_rescue.moc"
