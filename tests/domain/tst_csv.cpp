// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk reads a merchant's file as it was meant: its encoding, its delimiter, its quotes, its columns; and says of a
// bad cell which one it is.
#include "services/domain/csv/encoding.h"
#include "services/domain/csv/importfields.h"
#include "services/domain/csv/records.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::csv;

namespace {

QList<Record> read(const QString& text, QChar delimiter, qsizetype piece, qint64* open = nullptr)
{
    RecordReader reader(delimiter);
    QList<Record> out;
    const auto take = [&](Record&& record) { out << std::move(record); };
    for (qsizetype at = 0; at < text.size(); at += piece)
        reader.feed(QStringView(text).mid(at, piece), take);
    const qint64 line = reader.finish(take);
    if (open)
        *open = line;
    return out;
}

QStringList codes(const JudgedRow& row)
{
    QStringList out;
    for (const CellFault& fault : row.faults)
        out << word(fault.field) + u':' + fault.code;
    return out;
}

} // namespace

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRecords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<QStringList>>("cells");
        QTest::addColumn<QList<qint64>>("lines");
        const auto row = [](const char* name, const QString& text, const QList<QStringList>& cells,
                            const QList<qint64>& lines) { QTest::newRow(name) << text << cells << lines; };
        row("plain", u"a,b\r\nc,d"_s, {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}}, {1, 2});
        row("old Mac", u"a,b\rc,d\r"_s, {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}}, {1, 2});
        row("quoted", u"\"a,\"\"x\"\"\",\"line\r\nbreak\"\nnext,2\n"_s,
            {{u"a,\"x\""_s, u"line\r\nbreak"_s}, {u"next"_s, u"2"_s}}, {1, 3});
        row("empty cells", u",,\n\n,x\n"_s, {{u""_s, u""_s, u""_s}, {u""_s, u"x"_s}}, {1, 3});
        row("a quote inside", u"5\" pipe,ok\n"_s, {{u"5\" pipe"_s, u"ok"_s}}, {1});
        row("one empty quoted cell", u"\"\"\n"_s, {{u""_s}}, {1});
        row("after a closed quote", u"\"a\"b,c\n"_s, {{u"ab"_s, u"c"_s}}, {1});
        row("Arabic", u"العنوان,المبلغ\r\n\"شارع ٦٠, أربيل\",١٥٬٠٠٠\r\n"_s,
            {{u"العنوان"_s, u"المبلغ"_s}, {u"شارع ٦٠, أربيل"_s, u"١٥٬٠٠٠"_s}}, {1, 2});
    }

    void readsRecords()
    {
        QFETCH(QString, text);
        QFETCH(QList<QStringList>, cells);
        QFETCH(QList<qint64>, lines);
        for (qsizetype piece = 1; piece <= text.size() + 1; ++piece) { // cut at every place
            const QList<Record> records = read(text, u',', piece);
            QCOMPARE(records.size(), cells.size());
            for (qsizetype i = 0; i < records.size(); ++i) {
                QCOMPARE(records[i].cells, cells[i]);
                QCOMPARE(records[i].line, lines[i]);
                QVERIFY(!records[i].tooLong);
            }
        }
    }

    void saysWhereAQuoteStaysOpen()
    {
        qint64 open = 0;
        const QList<Record> records = read(u"a,b\nc,\"d\ne,f\n"_s, u',', 3, &open);
        QCOMPARE(open, 2);
        QCOMPARE(records.size(), 2);
        QCOMPARE(records[1].cells, QStringList({u"c"_s, u"d\ne,f\n"_s}));
    }

    void boundsARecord()
    {
        const QString text = u"a,\""_s + QString(3 * kLongestRecord, u'x') + u"\"\nnext,1\n"_s;
        const QList<Record> records = read(text, u',', 4096);
        QCOMPARE(records.size(), 2);
        QVERIFY(records[0].tooLong && records[0].cells.last().size() <= kLongestRecord);
        QCOMPARE(records[1].cells, QStringList({u"next"_s, u"1"_s}));
        QVERIFY(!records[1].tooLong);
        const QList<Record> wide = read(QString(1000, u','), u',', 100);
        QVERIFY(wide[0].tooLong && wide[0].cells.size() == kMostCells);
    }

    void guessesEncodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("encoding");
        QTest::addColumn<QString>("text");
        const QString arabic = u"العنوان;أربيل"_s;
        QTest::newRow("ascii") << QByteArray("a,b") << int(Encoding::Utf8) << u"a,b"_s;
        QTest::newRow("utf-8") << arabic.toUtf8() << int(Encoding::Utf8) << arabic;
        QTest::newRow("utf-8 with a mark")
            << QByteArray("\xEF\xBB\xBF" + arabic.toUtf8()) << int(Encoding::Utf8) << arabic;
        QTest::newRow("utf-16le") << QByteArray::fromHex("FFFE61002C006200") << int(Encoding::Utf16Le) << u"a,b"_s;
        QTest::newRow("utf-16be") << QByteArray::fromHex("FEFF0061002C0062") << int(Encoding::Utf16Be) << u"a,b"_s;
        QTest::newRow("utf-16le without a mark")
            << QByteArray::fromHex("61002C006200") << int(Encoding::Utf16Le) << u"a,b"_s;
        // "العنوان,أربيل" and "Café,Straße" as the two code pages write them
        QTest::newRow("windows-1256") << QByteArray::fromHex("C7E1DAE4E6C7E42CC3D1C8EDE1") << int(Encoding::Windows1256)
                                      << u"العنوان,أربيل"_s;
        QTest::newRow("windows-1252") << QByteArray::fromHex("436166E92C53747261DF65") << int(Encoding::Windows1252)
                                      << u"Café,Straße"_s;
    }

    void guessesEncodings()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, encoding);
        QFETCH(QString, text);
        QCOMPARE(int(guessEncoding(bytes).encoding), encoding);
        for (qsizetype piece = 1; piece <= bytes.size(); ++piece) {
            Decoder decoder{Encoding(encoding)};
            QString decoded;
            for (qsizetype at = 0; at < bytes.size(); at += piece)
                decoded += decoder.decode(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
            QCOMPARE(decoded, text);
            QVERIFY(!decoder.hasErrors());
        }
        QCOMPARE(encodingFrom(word(Encoding(encoding))), Encoding(encoding));
    }

    void tellsBrokenBytes()
    {
        Decoder decoder(Encoding::Utf8);
        (void)decoder.decode("a\xFFz");
        QVERIFY(decoder.hasErrors());
    }

    void guessesDelimiters()
    {
        QCOMPARE(guessDelimiter(u"a,b,c\n1,2,3\n"), u',');
        QCOMPARE(guessDelimiter(u"a;b\n1,5;2\n3,7;4\n"), u';'); // decimal commas
        QCOMPARE(guessDelimiter(u"a\tb, c\td\n1\t2\t3\n"), u'\t');
        QCOMPARE(guessDelimiter(u"x|y\n1|2\n"), u'|');
        QCOMPARE(guessDelimiter(u"one column\nonly\n"), u',');
        QCOMPARE(guessDelimiter(u"a;b\n\"1;x,y,z,w,v\";2\n\"3\n,,,,\";4\n"), u';');
    }

    void knowsAHeader()
    {
        const QList<QStringList> rows{{u"Street 5"_s, u"12000"_s}};
        QVERIFY(looksLikeHeader({u"Address"_s, u"COD"_s}, rows));
        QVERIFY(!looksLikeHeader({u"Street 4"_s, u"15000"_s}, rows));
    }

    void guessesColumns()
    {
        const MappingGuess guess = guessMapping(
            {u"Order No"_s, u"اسم الزبون"_s, u"رقم الهاتف"_s, u"Delivery Address"_s, u"COD amount"_s, u"Remarks"_s},
            {});
        const Mapping expected{{0, ImportField::Reference},     {1, ImportField::CustomerName},
                               {2, ImportField::CustomerPhone}, {3, ImportField::Address},
                               {4, ImportField::Cod},           {5, ImportField::Notes}};
        QCOMPARE(guess.mapping, expected);
        QVERIFY(guess.unsure.isEmpty());
        // an exact heading is not outdone by one before it that only holds the word
        const MappingGuess exact = guessMapping({u"Billing address"_s, u"Address"_s}, {});
        QCOMPARE(exact.mapping, (Mapping{{1, ImportField::Address}}));
        const MappingGuess shape = guessMapping({}, {{u"x"_s, u"0750 111 2233"_s}, {u"y"_s, u"+9647501112233"_s}});
        QCOMPARE(shape.mapping, (Mapping{{1, ImportField::CustomerPhone}}));
        QCOMPARE(shape.unsure, QList<int>{1});
    }

    void judgesRows()
    {
        Mapping mapping;
        for (const ImportField field : kImportFields)
            mapping.insert(static_cast<int>(mapping.size()), field);
        const QStringList good{u"A-17"_s,       u"B99"_s,          u"Ahmed Ali"_s, u"+964 750-111 22 33"_s,
                               u"Street 60"_s,  u"Erbil"_s,        u"36.19"_s,     u"٤٤٫٠٠٩"_s,
                               u"١٥٬٠٠٠ د.ع"_s, u"عند الاستلام"_s, u"2,5"_s,       u"Call first"_s};
        const JudgedRow row = judgeRow(good, mapping);
        QCOMPARE(codes(row), QStringList());
        QCOMPARE(row.parcel.customerPhone, u"+9647501112233"_s);
        QCOMPARE(row.parcel.cod, 15000);
        QCOMPARE(row.parcel.paymentMethod, u"cod"_s);
        QCOMPARE(row.parcel.size, (Quantity{2500}));
        QVERIFY(row.parcel.position.distanceTo(QGeoCoordinate(36.19, 44.009)) < 1);
        const auto with = [&](ImportField field, const QString& text) {
            QStringList cells = good;
            cells[static_cast<qsizetype>(field)] = text;
            return codes(judgeRow(cells, mapping));
        };
        const QStringList none;
        QCOMPARE(with(ImportField::Address, u"  "_s), QStringList{u"full_address:missing"_s});
        QCOMPARE(with(ImportField::Address, QString(501, u'x')), QStringList{u"full_address:too_long"_s});
        QCOMPARE(with(ImportField::Cod, u"twelve"_s), QStringList{u"cod_amount:not_a_number"_s});
        QCOMPARE(with(ImportField::Cod, u"12.5"_s), QStringList{u"cod_amount:not_whole"_s});
        QCOMPARE(with(ImportField::Cod, u"-5"_s), QStringList{u"cod_amount:out_of_range"_s});
        QCOMPARE(with(ImportField::Cod, u"1,250,000 IQD"_s), none);
        QCOMPARE(with(ImportField::CustomerPhone, u"call me"_s), QStringList{u"customer_phone:not_a_phone"_s});
        QCOMPARE(with(ImportField::Latitude, u"91"_s), QStringList{u"latitude:out_of_range"_s});
        QCOMPARE(with(ImportField::Latitude, u"nan"_s), QStringList{u"latitude:out_of_range"_s});
        QCOMPARE(with(ImportField::Longitude, {}), QStringList{u"longitude:other_half_missing"_s});
        QCOMPARE(with(ImportField::Payment, u"barter"_s), QStringList{u"payment_method:unknown_word"_s});
        QCOMPARE(with(ImportField::Size, u"0"_s), QStringList{u"unit_size:out_of_range"_s});
        // what has no column, or no cell, is not there
        const JudgedRow short_ = judgeRow({u"Street 60"_s}, {{0, ImportField::Address}, {4, ImportField::Cod}});
        QCOMPARE(codes(short_), none);
        QCOMPARE(short_.parcel.paymentMethod, u"cash"_s);
        QCOMPARE(codes(judgeRow({}, {})), QStringList{u"full_address:missing"_s});
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
