// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's JSON reader is strict: the JSON test suite's verdicts, the depth bound, exact integers.
#include "services/wire/json.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace waydesk;
using namespace waydesk::wire;
using namespace Qt::Literals::StringLiterals;

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheJsonTestSuite_data();
    void agreesWithTheJsonTestSuite();
    void refusesEndlessOpenings();
    void boundsTheDepth();
    void keepsIntegersExact();
    void keepsEveryKindOfValue();
    void refusesInvalidUtf8();
    void readsALargeDocumentAndASmallOneAfterIt();
};

void TestJson::agreesWithTheJsonTestSuite_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expect");
    QFile file(QStringLiteral(WAYDESK_SOURCE_DIR "/tests/wire/data/jsontestsuite.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).object().value(u"files"_s).toArray();
    QVERIFY(rows.size() > 300);
    for (const QJsonValue& row : rows) {
        const QString name = row[u"name"].toString();
        QTest::newRow(qPrintable(name)) << QByteArray::fromBase64(row[u"base64"].toString().toLatin1()) << name.left(2);
    }
}

void TestJson::agreesWithTheJsonTestSuite()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expect);
    const auto parsed = parseJson(bytes, 1024);
    if (expect == u"y_"_s)
        QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(parsed.error().detail));
    if (expect == u"n_"_s)
        QVERIFY(!parsed.ok());
    if (!parsed.ok()) {
        QCOMPARE(parsed.error().kind, Error::Kind::Malformed);
        QVERIFY(!parsed.error().detail.isEmpty());
    }
}

void TestJson::refusesEndlessOpenings()
{
    QVERIFY(!parseJson(QByteArray(100000, '[')).ok());
    const QByteArray objects = QByteArray("[{\"\":").repeated(50000);
    QVERIFY(!parseJson(objects).ok());
}

void TestJson::boundsTheDepth()
{
    const auto nested = [](int depth) -> QByteArray { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    QVERIFY(parseJson(nested(63)).ok());
    QVERIFY(parseJson(nested(64)).ok());
    QVERIFY(!parseJson(nested(65)).ok());
    QVERIFY(parseJson(nested(2), 2).ok());
    QVERIFY(!parseJson(nested(3), 2).ok());
}

void TestJson::keepsIntegersExact()
{
    QCOMPARE(parseJson("9007199254740993").value().toInteger(), Q_INT64_C(9007199254740993));
    QCOMPARE(parseJson("-9223372036854775808").value().toInteger(), std::numeric_limits<qint64>::min());
    QVERIFY(!parseJson("9223372036854775808").ok());
    QVERIFY(!parseJson("18446744073709551616").ok());
}

void TestJson::keepsEveryKindOfValue()
{
    const QByteArray text = R"({"n":null,"t":true,"d":36.1901,"s":"هەولێر \u06a9","a":[1,"2"],"o":{},"k":1,"k":2})";
    const auto parsed = parseJson(text);
    QVERIFY(parsed.ok());
    const QJsonObject object = parsed->toObject();
    QVERIFY(object.value(u"n"_s).isNull());
    QVERIFY(object.value(u"missing"_s).isUndefined());
    QCOMPARE(object.value(u"t"_s), QJsonValue(true));
    QCOMPARE(object.value(u"d"_s).toDouble(), 36.1901);
    QCOMPARE(object.value(u"s"_s).toString(), u"هەولێر ک"_s);
    QCOMPARE(object.value(u"a"_s).toArray(), (QJsonArray{1, u"2"_s}));
    QVERIFY(object.value(u"o"_s).isObject());
    QCOMPARE(object.value(u"k"_s).toInt(), 2);
}

void TestJson::refusesInvalidUtf8()
{
    QVERIFY(!parseJson("\"\xC3\x28\"").ok());
    QVERIFY(!parseJson("{\"\xED\xA0\x80\":1}").ok());
}

void TestJson::readsALargeDocumentAndASmallOneAfterIt()
{
    const QByteArray large = "[\"" + QByteArray(3 << 20, 'x') + "\"]";
    QCOMPARE(parseJson(large).value().toArray().at(0).toString().size(), 3 << 20);
    QCOMPARE(parseJson("[7]").value().toArray().at(0).toInt(), 7);
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
