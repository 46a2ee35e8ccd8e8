// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk judges GS1 element strings as the reference engine does. Vectors: data/gs1_ai_vectors.json (Apache-2.0).
#include "services/domain/scan/gs1component.h"
#include "services/domain/scan/gs1message.h"
#include "services/domain/scan/scancode.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace waydesk::scan;
using namespace Qt::Literals::StringLiterals;

class ScanGs1 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheReferenceEngine_data();
    void agreesWithTheReferenceEngine();
    void readsTheSameFromTheSymbol_data();
    void readsTheSameFromTheSymbol();
    void knowsTheCheckPairOfModelNumbers();
    void offersWhatAParcelMayBeKnownBy_data();
    void offersWhatAParcelMayBeKnownBy();
    void offersNothingWithAWrongCheckDigit();

private:
    static QJsonArray vectors();
};

QJsonArray ScanGs1::vectors()
{
    QFile file(QStringLiteral(WAYDESK_SOURCE_DIR "/tests/domain/data/gs1_ai_vectors.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object().value("vectors"_L1).toArray();
}

void ScanGs1::agreesWithTheReferenceEngine_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<bool>("accept");
    QTest::addColumn<QStringList>("elements");
    const QJsonArray all = vectors();
    QCOMPARE(all.size(), 301);
    for (qsizetype at = 0; at < all.size(); ++at) {
        const QJsonObject vector = all[at].toObject();
        QTest::addRow("%d %s", static_cast<int>(at), qPrintable(vector["input"_L1].toString()))
            << vector["input"_L1].toString() << vector["accept"_L1].toBool()
            << vector["hri"_L1].toVariant().toStringList();
    }
}

void ScanGs1::agreesWithTheReferenceEngine()
{
    QFETCH(QString, input);
    QFETCH(bool, accept);
    QFETCH(QStringList, elements);
    const Gs1Message message = parseBracketed(input);
    QCOMPARE(message.valid(), accept);
    if (!accept)
        return;
    QStringList read;
    for (const Gs1Element& element : message.elements)
        read.append(u"("_s + element.ai + u") "_s + element.value);
    elements.removeAll(u"――――――――――――――――――――"_s); // the engine's line between symbol and composite part
    elements.removeIf([](const QString& line) { return !line.startsWith(u'('); });
    QCOMPARE(read, elements);
}

void ScanGs1::readsTheSameFromTheSymbol_data()
{
    QTest::addColumn<QString>("scan");
    QTest::addColumn<QString>("printed");
    const QJsonArray all = vectors();
    for (const QJsonValue& value : all) {
        const QJsonObject vector = value.toObject();
        if (!vector["accept"_L1].toBool())
            continue;
        const QString printed = vector["input"_L1].toString();
        QTest::addRow("%s", qPrintable(printed))
            << vector["scan"_L1].toString().replace(u"<GS>"_s, QString(kGroupSeparator))
            << printed.section(u"|("_s, 0, 0);
    }
}

void ScanGs1::readsTheSameFromTheSymbol()
{
    QFETCH(QString, scan);
    QFETCH(QString, printed);
    const ScanCode code = readScan(scan);
    QCOMPARE(code.symbology, u"]d2"_s);
    QVERIFY(code.gs1.has_value());
    QVERIFY(code.gs1->valid());
    QCOMPARE(*code.gs1, parseBracketed(printed));
}

void ScanGs1::knowsTheCheckPairOfModelNumbers()
{
    QVERIFY(keepsRule(u"csumalpha", u"1987654Ad4X4bL5ttr2310c2K")); // the example of the GS1 General Specifications
    QVERIFY(!keepsRule(u"csumalpha", u"1987654Ad4X4bL5ttr2310c2L"));
    QVERIFY(!keepsRule(u"no such rule", u"1"));
}

void ScanGs1::offersWhatAParcelMayBeKnownBy_data()
{
    QTest::addColumn<QString>("scan");
    QTest::addColumn<QStringList>("candidates");
    const QString gs(kGroupSeparator);
    QTest::newRow("SSCC before all") << u"]C1"_s + u"10BATCH"_s + gs + u"00106141412345678908"_s
                                     << QStringList{u"10BATCH\u241D00106141412345678908"_s, u"106141412345678908"_s,
                                                    u"00106141412345678908"_s, u"BATCH"_s};
    QTest::newRow("GTIN, then serial") << u"]d20109506000134352"_s + u"21A7"_s
                                       << QStringList{u"010950600013435221A7"_s, u"09506000134352"_s,
                                                      u"9506000134352"_s, u"A7"_s};
    QTest::newRow("as printed") << u"(01)09506000134352(21)A7"_s
                                << QStringList{u"(01)09506000134352(21)A7"_s, u"09506000134352"_s, u"9506000134352"_s,
                                               u"A7"_s};
    QTest::newRow("a keyboard scanner without a prefix")
        << u"00106141412345678908"_s << QStringList{u"00106141412345678908"_s, u"106141412345678908"_s};
    QTest::newRow("the company's own field") << u"]Q399DEL1533"_s << QStringList{u"99DEL1533"_s, u"DEL1533"_s};
    QTest::newRow("EAN is plain") << u"]E06281100432190"_s << QStringList{u"6281100432190"_s};
    QTest::newRow("Code 128 is plain") << u"]C0DEL1533"_s << QStringList{u"DEL1533"_s};
    QTest::newRow("no symbology") << u"]?9DEL"_s << QStringList{u"]?9DEL"_s};
}

void ScanGs1::offersWhatAParcelMayBeKnownBy()
{
    QFETCH(QString, scan);
    QFETCH(QStringList, candidates);
    QCOMPARE(readScan(scan).candidates, candidates);
}

void ScanGs1::offersNothingWithAWrongCheckDigit()
{
    const ScanCode code = readScan(u"]C100106141412345678909"_s);
    QVERIFY(code.gs1.has_value());
    QVERIFY(code.gs1->fault == Gs1Fault::Content);
    QCOMPARE(code.candidates, QStringList{u"00106141412345678909"_s});
}

QTEST_GUILESS_MAIN(ScanGs1)
#include "tst_scangs1.moc"
