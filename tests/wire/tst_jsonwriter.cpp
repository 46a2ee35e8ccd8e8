// SPDX-License-Identifier: GPL-3.0-or-later
// What Waydesk writes as JSON, its own strict reader reads back the same.
#include "services/wire/json.h"
#include "services/wire/jsonwriter.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>
#include <limits>

using namespace waydesk;
using namespace waydesk::wire;
using namespace Qt::Literals::StringLiterals;

class TestJsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatItWrote_data();
    void readsBackWhatItWrote();
    void putsCommasWhereTheyBelong();
    void keepsNumbers();
    void growsFromAnySize();
};

void TestJsonWriter::readsBackWhatItWrote_data()
{
    QTest::addColumn<QString>("text");
    QString controls;
    for (char16_t c = 0; c < 0x30; ++c)
        controls.append(QChar(c));
    QTest::newRow("empty") << u""_s;
    QTest::newRow("plain") << u"WB00001"_s;
    QTest::newRow("controls") << controls;
    QTest::newRow("quotes") << u"\"\\/'"_s;
    QTest::newRow("Kurdish") << u"هەولێر «ناوەند»"_s;
    QTest::newRow("emoji, then a quote") << u"\U0001F69A \"van\""_s;
    QTest::newRow("right-to-left mark") << u"\u200fDEL1\u200e"_s;
    for (const int size : {127, 128, 129, 5000}) {
        QTest::addRow("%d letters", size) << QString(size, u'x');
        QTest::addRow("%d letters, the last a quote", size) << QString(QString(size - 1, u'x') + u'"');
        QTest::addRow("%d letters, the last not ASCII", size) << QString(QString(size - 1, u'x') + u'é');
    }
}

void TestJsonWriter::readsBackWhatItWrote()
{
    QFETCH(QString, text);
    JsonWriter out;
    out.beginArray().value(text).value(text).endArray();
    const auto read = parseJson(out.take());
    QVERIFY(read.ok());
    QCOMPARE(read->toArray(), (QJsonArray{text, text}));
}

void TestJsonWriter::putsCommasWhereTheyBelong()
{
    JsonWriter out;
    out.beginObject().field("a", 1).key("b").beginArray().beginObject().endObject().null().value(true).endArray();
    out.nullField("c").field("d", std::optional<QString>()).key("e").raw("{}").key("f").beginArray().endArray();
    out.field("g", Instant{}).endObject();
    QCOMPARE(out.take(), QByteArray(R"({"a":1,"b":[{},null,true],"c":null,"d":null,"e":{},"f":[],)"
                                    R"("g":"1970-01-01T00:00:00Z"})"));
}

void TestJsonWriter::keepsNumbers()
{
    JsonWriter out;
    out.beginArray().value(std::numeric_limits<qint64>::min()).value(36.1901).value(44.3399507).value(0.1);
    out.value(std::numeric_limits<double>::infinity()).endArray();
    QCOMPARE(out.take(), QByteArray("[-9223372036854775808,36.1901,44.3399507,0.1,null]"));
}

void TestJsonWriter::growsFromAnySize()
{
    const auto write = [](qsizetype reserve) {
        JsonWriter out(reserve);
        out.beginArray();
        for (int i = 0; i < 300; ++i)
            out.beginObject().field("n", i).field("text", QString(i, u'x')).endObject();
        JsonWriter moved(std::move(out));
        moved.endArray();
        return moved.take();
    };
    const QByteArray wanted = write(1 << 20);
    QVERIFY(wanted.startsWith("[{") && wanted.endsWith("}]"));
    for (const qsizetype reserve : {0, 1, 2, 7, 64, 4096})
        QVERIFY(write(reserve) == wanted);
    QCOMPARE(JsonWriter(0).take(), QByteArray());
}

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
