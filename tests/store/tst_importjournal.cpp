// SPDX-License-Identifier: GPL-3.0-or-later
// What Waydesk knows of an import is on disk together or not at all: a kill in the middle leaves no figure that no row
// bears out. A write that the disk refuses half-way stands for the kill.
#include "services/store/reader.h"
#include "services/store/store.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;

class TestImportJournal : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Store> m_store;
    csv::ImportJob m_job;

    // From now on no import's progress can be written.
    void refuseProgress()
    {
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            db.setDatabaseName(m_store->workPath());
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(u"CREATE TRIGGER full BEFORE UPDATE ON import_job BEGIN "
                                       "SELECT RAISE(ABORT, 'full'); END"_s));
        }
        QSqlDatabase::removeDatabase(u"other"_s);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = store::Store::open(m_folder->path());
        QVERIFY(opened.ok());
        m_store = std::move(opened).value();
        m_job = {};
        m_job.id = u"i"_s;
        m_job.path = u"/f.csv"_s;
        m_job.size = 7;
        m_job.setup.delimiter = u';';
        m_job.setup.mapping = {{3, csv::ImportField::Cod}, {0, csv::ImportField::Address}};
        m_job.setup.pickup = {u"w"_s};
        m_job.owner = u"depot"_s;
        m_job.bad = 1;
        m_job.error = Error{Error::Kind::Storage, 0, u"import_quote_open"_s, {}, u"17"_s, {}};
        QVERIFY(m_store->imports().put(m_job, {{5, {u"a"_s}, {{csv::ImportField::Cod, u"missing"_s}}, true}}).ok());
    }
    void cleanup() { m_store.reset(); }

    void keepsAllOfIt()
    {
        m_store.reset();
        auto again = store::Store::open(m_folder->path());
        QVERIFY(again.ok());
        m_store = std::move(again).value();
        QCOMPARE(m_store->imports().find(u"i"_s), std::optional(m_job)); // the line of the open quote too
        QCOMPARE(m_store->imports().badRow(u"i"_s, 5),
                 std::optional(csv::BadRow{5, {u"a"_s}, {{csv::ImportField::Cod, u"missing"_s}}, true}));
    }

    void writesProgressAndRowsTogether()
    {
        refuseProgress();
        csv::ImportJob next = m_job;
        next.created = 1;
        QVERIFY(!m_store->imports().put(next, {{6, {}, {}, true}}, {5}).ok());
        QVERIFY(m_store->imports().badRow(u"i"_s, 5).has_value());
        QVERIFY(!m_store->imports().badRow(u"i"_s, 6).has_value());
        QCOMPARE(m_store->imports().find(u"i"_s)->created, 0);
    }

    void writesACorrectionTogether()
    {
        refuseProgress();
        csv::ImportJob next = m_job;
        next.bad = 0;
        QVERIFY(!m_store->imports().fix(next, 0, u"b"_s, {5, {u"b"_s}, {}, false}).ok());
        QCOMPARE(m_store->imports().badRow(u"i"_s, 5)->cells, QStringList{u"a"_s});
        QVERIFY(m_store->imports().fixes(u"i"_s).isEmpty());
        QCOMPARE(m_store->imports().find(u"i"_s)->bad, 1);
    }

    void forgetsAllOfIt()
    {
        QVERIFY(m_store->imports().fix(m_job, 0, u"b"_s, {5, {u"b"_s}, {}, false}).ok());
        QVERIFY(m_store->imports().forget(u"i"_s).ok());
        QVERIFY(m_store->imports().jobs().isEmpty());
        QVERIFY(m_store->imports().fixes(u"i"_s).isEmpty());
        QCOMPARE(m_store->imports().badRowCount(u"i"_s), 0);
    }
};

QTEST_GUILESS_MAIN(TestImportJournal)
#include "tst_importjournal.moc"
