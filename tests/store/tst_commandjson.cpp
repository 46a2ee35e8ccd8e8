// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk reads every command back exactly as it was written to the outbox.
#include "services/store/commandjson.h"
#include "tests/support/sample.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;

static QString json(const char* text) // with ' for "
{
    return QString::fromLatin1(text).replace(u'\'', u'"');
}

class TestCommandJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesTheWay()
    {
        QSet<size_t> kinds;
        for (const Command& command : test::everyCommand()) {
            kinds << command.index();
            const auto read = store::commandFrom(store::commandText(command));
            QVERIFY2(read, qPrintable(store::commandText(command)));
            QCOMPARE(read->index(), command.index());
            QVERIFY2(*read == command, qPrintable(store::commandText(command)));
        }
        QCOMPARE(kinds.size(), static_cast<qsizetype>(std::variant_size_v<Command>)); // none was forgotten
    }

    void keepsItsFormat() // files outlive programs: this text was written by the first version
    {
        const auto read =
            store::commandFrom(json("{'v':1,'kind':'switch_driver','waybill':'w','driver':'d','reason':'r'}"));
        QVERIFY(read);
        QVERIFY(*read == Command(SwitchDriver{WaybillId{u"w"_s}, DriverId{u"d"_s}, u"r"_s}));
    }

    void doesNotGuess_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("newer") << json("{'v':2,'kind':'seal_waybill','waybill':'w'}");
        QTest::newRow("unknown kind") << json("{'v':1,'kind':'explode','waybill':'w'}");
        QTest::newRow("unknown reason") << json("{'v':1,'kind':'return_children','waybill':'w','reason':'mood'}");
        QTest::newRow("unknown carrier") << json("{'v':1,'kind':'create_waybill','waybill':'w','carrier':'owl'}");
        QTest::newRow("cut") << json("{'v':1,'kind':'seal_way");
        QTest::newRow("empty") << QString();
    }

    void doesNotGuess()
    {
        QFETCH(QString, text);
        QVERIFY(!store::commandFrom(text));
    }
};

QTEST_APPLESS_MAIN(TestCommandJson)
#include "tst_commandjson.moc"
