// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk brings a merchant's file to the real server: every good row once, whatever is killed or lost on the way; what
// is wrong with a row is said of its cell, and put right before or after the others have gone.
#include "tests/sync/support/importingdesk.h"
#include "tests/sync/support/realserver.h"

#include <QDateTime>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>
#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::test;
using csv::ImportState;

namespace {

constexpr int kPatienceMs = 60'000; // ends a hang, measures nothing
constexpr int kMany = 10'000, kKills = 5;

using Desk = ImportingDesk;

// The other role of this program: a desk that goes on with what is under way, until it is done or it is killed.
int goOnImporting(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    Desk desk(words.value(2), QUrl(words.value(3)));
    const QString id = words.value(4);
    const bool ended = QTest::qWaitFor(
        [&] {
            const auto job = desk.imports->find(id);
            return job && job->state != ImportState::Sending;
        },
        kPatienceMs);
    return ended && desk.imports->find(id)->state == ImportState::Done ? 0 : 1;
}

} // namespace

class TestImportReal : public QObject
{
    Q_OBJECT

    RealServer m_server{50};
    QTemporaryDir m_files;

    QString write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_files.filePath(name));
        if (!file.open(QFile::WriteOnly | QFile::Truncate) || file.write(bytes) != bytes.size())
            qFatal("the file is not written");
        return file.fileName();
    }
    WarehouseId warehouse() const
    {
        return {m_server.cell(u"SELECT id FROM warehouse ORDER BY id LIMIT 1"_s).toString()};
    }
    qint64 onServer(const QString& prefix) const
    {
        return m_server.cell(u"SELECT count(*) FROM delivery WHERE barcode LIKE ?"_s, {QString(prefix + u'%')})
            .toLongLong();
    }
    qint64 differentOnServer(const QString& prefix) const
    {
        return m_server
            .cell(u"SELECT count(DISTINCT barcode) FROM delivery WHERE barcode LIKE ?"_s, {QString(prefix + u'%')})
            .toLongLong();
    }
    QString checked(Desk& desk, const QString& path)
    {
        auto look = desk.imports->look(path);
        if (!look)
            return {};
        look->setup.pickup = warehouse();
        const QString id = desk.imports->check(*look);
        (void)QTest::qWaitFor([&] { return stateOf(desk, id) == ImportState::Checked; }, kPatienceMs);
        return id;
    }
    static std::optional<ImportState> stateOf(const Desk& desk, const QString& id)
    {
        const auto job = desk.imports->find(id);
        return job ? std::optional(job->state) : std::nullopt;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.start()); }

    void bringsInAFile()
    {
        QTemporaryDir folder;
        Desk desk(folder.path(), m_server.url());
        QStringList lines{u"رقم الطلب;باركود;اسم الزبون;الهاتف;العنوان;المبلغ"_s};
        for (int n = 1; n <= 450; ++n)
            lines << u"A-%1;FIL%1;زبون %2;0750 111 %3;\"شارع ٦٠؛ دار %1\";١٥,٠٠٠"_s.arg(n).arg(n % 7).arg(n % 7, 4, 10,
                                                                                                          QChar(u'0'));
        lines[10] = u"A-10;FIL10;زبون;0750 111 2222;;15000"_s;      // no address
        lines[20] = u"A-20;FIL20;زبون;call me;شارع;abc"_s;          // no phone, no amount
        lines[30] = u"A-31;FIL30;زبون;0750 111 2222;شارع;1000"_s;   // the reference of the next line
        lines[40] = u"A-40;DEL1001;زبون;0750 111 2222;شارع;1000"_s; // a barcode of the depot
        const QString text = lines.join(u"\r\n"_s) + u"\r\n"_s;
        const QString path =
            write(u"utf16.csv"_s, QByteArray("\xFF\xFE") + QByteArray(reinterpret_cast<const char*>(text.utf16()),
                                                                      text.size() * 2)); // as Excel's "Unicode text"
        const auto look = desk.imports->look(path);
        QVERIFY(look.ok());
        QCOMPARE(look->setup.encoding, csv::Encoding::Utf16Le);
        QCOMPARE(look->setup.delimiter, u';');
        QVERIFY(look->setup.hasHeader);
        QCOMPARE(look->setup.mapping.size(), 6);

        const QString id = checked(desk, path);
        auto job = desk.imports->find(id);
        QVERIFY(job.has_value());
        QCOMPARE(job->rows, 450);
        QCOMPARE(job->bad, 3);
        QCOMPARE(onServer(u"FIL"_s), 0); // nothing is sent before the person says so
        QList<csv::BadRow> bad = desk.imports->badRows(id, 0, 10);
        QCOMPARE(bad.size(), 3);
        QCOMPARE(bad[0].line, 11);
        QCOMPARE(bad[0].faults, (QList<csv::CellFault>{{csv::ImportField::Address, u"missing"_s}}));
        QCOMPARE(bad[1].faults.size(), 2);
        QCOMPARE(bad[2].faults, (QList<csv::CellFault>{{csv::ImportField::Reference, u"twice_in_file"_s}}));

        desk.imports->fix(id, 11, 4, u"شارع ١٠٠"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.imports->find(id)->bad, 2, kPatienceMs);
        desk.imports->send(id);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(desk, id), ImportState::Done, kPatienceMs);
        job = desk.imports->find(id);
        QCOMPARE(job->created, 447);
        QCOMPARE(job->refused, 1);
        QCOMPARE(onServer(u"FIL"_s), 447);
        QCOMPARE(m_server.cell(u"SELECT dropoff_address FROM delivery WHERE barcode = 'FIL10'"_s).toString(),
                 u"شارع ١٠٠"_s);
        QCOMPARE(m_server.cell(u"SELECT cod_amount FROM delivery WHERE barcode = 'FIL77'"_s).toLongLong(), 15000);
        QCOMPARE(m_server.cell(u"SELECT count(DISTINCT customer_id) FROM delivery WHERE barcode LIKE 'FIL%'"_s).toInt(),
                 8);

        // What the server refused is put right, and goes alone.
        bad = desk.imports->badRows(id, 0, 10);
        const auto refused = std::find_if(bad.begin(), bad.end(), [](const csv::BadRow& row) { return row.byServer; });
        QVERIFY(refused != bad.end());
        QCOMPARE(refused->faults.first().field, csv::ImportField::Barcode);
        QCOMPARE(refused->faults.first().code, u"delivery_barcode_already_used"_s);
        desk.imports->fix(id, refused->line, 1, u"FIL40"_s);
        desk.imports->fix(id, 21, 3, u"0750 1"_s);
        desk.imports->fix(id, 21, 5, u"2000"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.imports->find(id)->bad, 1, kPatienceMs);
        desk.imports->send(id);
        QTRY_COMPARE_WITH_TIMEOUT(desk.imports->find(id)->created, 449, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(desk, id), ImportState::Done, kPatienceMs);
        QCOMPARE(onServer(u"FIL"_s), 449);
        QCOMPARE(desk.imports->badRowCount(id), 1);
    }

    void doublesNothingAfterKills()
    {
        QByteArray text = "address,barcode\n";
        for (int n = 1; n <= kMany; ++n)
            text += "Street " + QByteArray::number(n) + ",KIL" + QByteArray::number(n) + "\n";
        const QString path = write(u"kills.csv"_s, text);
        QTemporaryDir folder;
        QString id;
        {
            Desk desk(folder.path(), m_server.url());
            id = checked(desk, path);
            QCOMPARE(desk.imports->find(id)->rows, kMany);
            desk.imports->send(id);
            QTRY_VERIFY_WITH_TIMEOUT(desk.imports->find(id)->done > 0, kPatienceMs);
        } // the desk is closed in the middle
        QVERIFY(onServer(u"KIL"_s) < kMany);
        QRandomGenerator random(5);
        int killed = 0;
        for (int round = 0; round < 200 && onServer(u"KIL"_s) < kMany; ++round) {
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QCoreApplication::applicationFilePath(),
                        {u"--go-on"_s, folder.path(), m_server.url().toString(), id});
            QVERIFY(child.waitForStarted());
            // Killed as soon as the server has taken some more: within its work, however fast this machine is.
            const qint64 most = onServer(u"KIL"_s) + 1 + random.bounded(kMany / 20);
            const bool within = QTest::qWaitFor(
                [&] { return child.state() == QProcess::NotRunning || onServer(u"KIL"_s) >= most; }, kPatienceMs);
            QVERIFY(within);
            if (child.state() != QProcess::NotRunning) {
                child.kill();
                child.waitForFinished();
                ++killed;
            }
        }
        QVERIFY2(killed >= kKills, qPrintable(QString::number(killed)));
        Desk desk(folder.path(), m_server.url());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(desk, id), ImportState::Done, kPatienceMs);
        QCOMPARE(onServer(u"KIL"_s), kMany);
        QCOMPARE(differentOnServer(u"KIL"_s), kMany);
        QCOMPARE(desk.imports->find(id)->created, kMany);
    }

    void goesOnWhenTheServerIsBack()
    {
        QByteArray text = "address,barcode\n";
        for (int n = 1; n <= 2000; ++n)
            text += "Street " + QByteArray::number(n) + ",OFF" + QByteArray::number(n) + "\n";
        QTemporaryDir folder;
        Desk desk(folder.path(), m_server.url());
        const QString id = checked(desk, write(u"away.csv"_s, text));
        desk.imports->send(id);
        QTRY_VERIFY_WITH_TIMEOUT(desk.imports->find(id)->done > 0, kPatienceMs);
        m_server.stop();
        QTest::qWait(50);
        QCOMPARE(stateOf(desk, id), ImportState::Sending); // it waits
        QVERIFY(m_server.start());
        desk.engine->retryNow();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(desk, id), ImportState::Done, kPatienceMs);
        QCOMPARE(onServer(u"OFF"_s), 2000);
        QCOMPARE(differentOnServer(u"OFF"_s), 2000);
    }

    void stopsAndGoesOn()
    {
        QByteArray text = "address,barcode\n";
        for (int n = 1; n <= 3000; ++n)
            text += "Street " + QByteArray::number(n) + ",STP" + QByteArray::number(n) + "\n";
        QTemporaryDir folder;
        Desk desk(folder.path(), m_server.url());
        const QString path = write(u"stop.csv"_s, text);
        const QString id = checked(desk, path);
        desk.imports->send(id);
        QTRY_VERIFY_WITH_TIMEOUT(desk.imports->find(id)->done > 0, kPatienceMs);
        desk.imports->stop(id);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(desk, id), ImportState::Stopped, kPatienceMs);
        const qint64 sent = desk.imports->find(id)->created;
        QVERIFY(sent > 0 && sent < 3000);
        desk.imports->send(id);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(desk, id), ImportState::Done, kPatienceMs);
        QCOMPARE(onServer(u"STP"_s), 3000);
        QCOMPARE(differentOnServer(u"STP"_s), 3000);

        // Another content under the same name is not taken for it.
        const QString other = checked(desk, path);
        write(u"stop.csv"_s, text + "Street 0,STP0\n");
        desk.imports->send(other);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(desk, other), ImportState::Failed, kPatienceMs);
        QCOMPARE(desk.imports->find(other)->error->code, u"import_file_changed"_s);
        QCOMPARE(onServer(u"STP"_s), 3000);
    }

    void sendsTheRestToNoOtherDepot()
    {
        RealServer other(10);
        QVERIFY(other.start());
        QByteArray text = "address,barcode\n";
        for (int n = 1; n <= 2000; ++n)
            text += "Street " + QByteArray::number(n) + ",OTH" + QByteArray::number(n) + "\n";
        QTemporaryDir folder;
        Desk desk(folder.path(), m_server.url());
        const QString id = checked(desk, write(u"other.csv"_s, text));
        desk.imports->send(id);
        QTRY_VERIFY_WITH_TIMEOUT(desk.imports->find(id)->done > 0, kPatienceMs);
        desk.engine->connectTo(other.url());
        desk.engine->signIn(u"dispatcher@demo.waydesk"_s, u"demo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(desk, id), ImportState::Failed, kPatienceMs);
        QCOMPARE(desk.imports->find(id)->error->code, u"import_other_depot"_s);
        QCOMPARE(other.cell(u"SELECT count(*) FROM delivery WHERE barcode LIKE 'OTH%'"_s).toLongLong(), 0);
        desk.engine->connectTo(m_server.url()); // back at its own, it goes on
        desk.engine->signIn(u"dispatcher@demo.waydesk"_s, u"demo"_s);
        QTRY_VERIFY_WITH_TIMEOUT((desk.imports->send(id), stateOf(desk, id) == ImportState::Done), kPatienceMs);
        QCOMPARE(onServer(u"OTH"_s), 2000);
        QCOMPARE(differentOnServer(u"OTH"_s), 2000);
    }
};

int main(int argc, char** argv)
{
    if (argc > 4 && qstrcmp(argv[1], "--go-on") == 0)
        return goOnImporting(argc, argv);
    QCoreApplication app(argc, argv);
    TestImportReal test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_import_real.moc"
