// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk reads the filter box, says what it does not understand, and writes a filter back as text.
#include "models/filtertext.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTranslator>

using namespace waydesk;
using namespace waydesk::models;
using namespace Qt::Literals::StringLiterals;
using facade::Direction;
using facade::WaybillFilter;

namespace {

DriverRef driver(const QString& id, const QString& name)
{
    DriverRef ref;
    ref.id = {id};
    ref.user.fullName = name;
    return ref;
}

const QList<DriverRef> kDrivers{driver(u"d1"_s, u"Karwan Aziz"_s), driver(u"d2"_s, u"Dilan Omar"_s),
                                driver(u"d3"_s, u"Dilan Omari"_s), driver(u"d4"_s, u"Same Name"_s),
                                driver(u"d5"_s, u"Same Name"_s)};

FilterNames names(const QString& currency = u"IQD"_s)
{
    return {[](const QString& search) {
                QList<DriverRef> found;
                for (const DriverRef& ref : kDrivers) {
                    if (ref.user.fullName.contains(search, Qt::CaseInsensitive))
                        found += ref;
                }
                return found;
            },
            [] {
                Warehouse main, east, easter;
                main.ref = {{u"h1"_s}, u"Main Warehouse"_s, u"MAIN"_s};
                east.ref = {{u"h2"_s}, u"Erbil East"_s, u"EE"_s};
                easter.ref = {{u"h3"_s}, u"Erbil North"_s, u"EN"_s};
                return QList<Warehouse>{main, east, easter};
            },
            QDate(2026, 4, 7), currency};
}

// Stands in for the Arabic translation of the filter's words.
class ArabicWords final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* text, const char*, int) const override
    {
        static const QHash<QByteArray, QString> words{{"status", u"الحالة"_s},
                                                      {"Sealed", u"مختومة"_s},
                                                      {"driver", u"السائق"_s},
                                                      {"yesterday", u"أمس"_s},
                                                      {"after", u"بعد"_s}};
        return qstrcmp(context, "FilterText") == 0 || qstrcmp(context, "Words") == 0 ? words.value(text) : QString();
    }
};

} // namespace

class TestFilterText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<WaybillFilter>("filter");
        QTest::addColumn<int>("chips");
        const auto row = [](const char* name, const QString& text, const WaybillFilter& filter, int chips) {
            QTest::newRow(name) << text << filter << chips;
        };
        const QDate today(2026, 4, 7);
        row("nothing", u"  "_s, {}, 0);
        row("words", u"ahmed  ali"_s, {.text = u"ahmed ali"_s}, 0);
        row("status", u"status:sealed"_s, {.status = WaybillStatus::Sealed}, 1);
        row("status by its words", u"Status:\"Picked up\""_s, {.status = WaybillStatus::PickedUp}, 1);
        row("status by the wire's word", u"status:picked_up"_s, {.status = WaybillStatus::PickedUp}, 1);
        row("status with a hyphen", u"status=in-transit"_s, {.status = WaybillStatus::InTransit}, 1);
        row("driver", u"driver:karwan"_s, {.driver = DriverId{u"d1"_s}}, 1);
        row("driver exactly, though another begins so", u"driver:\"dilan omar\""_s, {.driver = DriverId{u"d2"_s}}, 1);
        row("driver by id", u"driver:#d5"_s, {.driver = DriverId{u"d5"_s}}, 1);
        row("carrier", u"carrier:prime"_s, {.carrier = CarrierType::Prime}, 1);
        row("more than", u"cod>50000"_s, {.codAtLeast = 50001}, 1);
        row("at least", u"cod>=50,000"_s, {.codAtLeast = 50000}, 1);
        row("less than", u"cod<10"_s, {.codAtMost = 9}, 1);
        row("between", u"cod:10-20"_s, {.codAtLeast = 10, .codAtMost = 20}, 1);
        row("between, two tokens", u"cod>=10 cod<=20"_s, {.codAtLeast = 10, .codAtMost = 20}, 2);
        row("exactly", u"cod:15000"_s, {.codAtLeast = 15000, .codAtMost = 15000}, 1);
        row("Arabic digits", u"cod>=٥٠٠٠٠"_s, {.codAtLeast = 50000}, 1);
        row("from", u"from:main"_s, {.warehouse = WarehouseId{u"h1"_s}, .direction = Direction::Outbound}, 1);
        row("from by code", u"from:ee"_s, {.warehouse = WarehouseId{u"h2"_s}, .direction = Direction::Outbound}, 1);
        row("to a warehouse", u"to:\"erbil east\""_s,
            {.warehouse = WarehouseId{u"h2"_s}, .direction = Direction::Inbound}, 1);
        row("to a neighbourhood", u"to:ankawa"_s, {.text = u"ankawa"_s}, 1);
        row("from and to", u"from:main to:\"Erbil East\""_s,
            {.warehouse = WarehouseId{u"h1"_s}, .direction = Direction::Outbound, .text = u"Erbil East"_s}, 2);
        row("warehouse", u"warehouse:main"_s, {.warehouse = WarehouseId{u"h1"_s}}, 1);
        row("after", u"after:yesterday"_s, {.from = today.addDays(-1)}, 1);
        row("before", u"before:2026-04-01"_s, {.to = QDate(2026, 3, 31)}, 1);
        row("until", u"until:2026-04-01"_s, {.to = QDate(2026, 4, 1)}, 1);
        row("on", u"on:today"_s, {.from = today, .to = today}, 1);
        row("days ago", u"after:7d"_s, {.from = today.addDays(-7)}, 1);
        row("number", u"number:WB004"_s, {.number = u"WB004"_s}, 1);
        row("quoted words are no filter", u"\"status:sealed\""_s, {.text = u"status:sealed"_s}, 0);
        row("an open quote", u"driver:\"karwan az"_s, {.driver = DriverId{u"d1"_s}}, 1);
        row("a time is no filter", u"12:30"_s, {.text = u"12:30"_s}, 0);
        row("all together",
            u"status:sealed driver:karwan cod>50000 from:main to:ankawa after:yesterday carrier:internal number:WB004 a b"_s,
            {.status = WaybillStatus::Sealed,
             .carrier = CarrierType::Internal,
             .driver = DriverId{u"d1"_s},
             .warehouse = WarehouseId{u"h1"_s},
             .direction = Direction::Outbound,
             .from = today.addDays(-1),
             .number = u"WB004"_s,
             .text = u"ankawa a b"_s,
             .codAtLeast = 50001},
            8);
    }
    void understands()
    {
        QFETCH(QString, text);
        QFETCH(WaybillFilter, filter);
        const ParsedFilter parsed = parseFilter(text, names());
        QVERIFY2(parsed.faults.isEmpty(), parsed.faults.isEmpty() ? "" : qPrintable(parsed.faults.first().message));
        QVERIFY(parsed.filter == filter);
        QTEST(int(parsed.chips.size()), "chips");
        for (const FilterChip& chip : parsed.chips)
            QVERIFY(!withoutChip(text, chip).contains(text.sliced(chip.start, chip.size)));
    }

    void namesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("token");
        QTest::newRow("status") << u"a status:seeled"_s << u"status:seeled"_s;
        QTest::newRow("field") << u"colour:red b"_s << u"colour:red"_s;
        QTest::newRow("no value") << u"status:"_s << u"status:"_s;
        QTest::newRow("operator") << u"status>sealed"_s << u"status>sealed"_s;
        QTest::newRow("amount") << u"cod>many"_s << u"cod>many"_s;
        QTest::newRow("fraction of a dinar") << u"cod>1.5"_s << u"cod>1.5"_s;
        QTest::newRow("day") << u"after:2026-02-30"_s << u"after:2026-02-30"_s;
        QTest::newRow("nobody") << u"driver:zzz"_s << u"driver:zzz"_s;
        QTest::newRow("two of them") << u"driver:same"_s << u"driver:same"_s;
        QTest::newRow("two warehouses") << u"from:erbil"_s << u"from:erbil"_s;
        QTest::newRow("twice") << u"status:sealed status:closed"_s << u"status:closed"_s;
        QTest::newRow("bound twice") << u"cod>5 cod>=7"_s << u"cod>=7"_s;
        QTest::newRow("a huge amount") << u"cod>99999999999999999999"_s << u"cod>99999999999999999999"_s;
    }
    void namesWhatItDoesNotUnderstand()
    {
        QFETCH(QString, text);
        QFETCH(QString, token);
        const ParsedFilter parsed = parseFilter(text, names());
        QCOMPARE(parsed.faults.size(), 1);
        const FilterFault& fault = parsed.faults.first();
        QCOMPARE(fault.token, token);
        QCOMPARE(text.sliced(fault.start, fault.size), token);
        QVERIFY(fault.message.contains(token));
        const ParsedFilter withoutIt = parseFilter(QString(text).remove(fault.start, fault.size), names());
        QVERIFY(parsed.filter == withoutIt.filter); // what is at fault changes nothing
    }

    void writesAFilterThatReadsBackTheSame_data()
    {
        QTest::addColumn<QString>("currency");
        QTest::newRow("IQD") << u"IQD"_s;
        QTest::newRow("USD") << u"USD"_s;
    }
    void writesAFilterThatReadsBackTheSame()
    {
        QFETCH(QString, currency);
        const FilterNames n = names(currency);
        QRandomGenerator random(99);
        const auto maybe = [&random] { return random.bounded(3) == 0; };
        for (int round = 0; round < 3000; ++round) {
            WaybillFilter filter;
            if (maybe())
                filter.status = kWaybillStatuses[static_cast<size_t>(random.bounded(7))];
            if (maybe())
                filter.carrier = kCarrierTypes[static_cast<size_t>(random.bounded(3))];
            if (maybe())
                filter.driver = DriverId{u"d%1"_s.arg(random.bounded(1, 8))}; // some share a name, some nobody knows
            if (maybe()) {
                filter.warehouse = WarehouseId{u"h%1"_s.arg(random.bounded(1, 5))};
                const Direction ways[]{Direction::Both, Direction::Outbound, Direction::Inbound};
                filter.direction = ways[random.bounded(3)];
            }
            if (maybe())
                filter.from = QDate(2026, 1, 1).addDays(random.bounded(100));
            if (maybe())
                filter.to = maybe() && filter.from ? *filter.from : QDate(2026, 5, 1).addDays(random.bounded(100));
            if (maybe())
                filter.codAtLeast = random.bounded(100000);
            if (maybe())
                filter.codAtMost = maybe() && filter.codAtLeast ? *filter.codAtLeast : random.bounded(100000);
            if (maybe())
                filter.number = u"WB 00%1"_s.arg(random.bounded(99));
            if (maybe())
                filter.text = maybe() ? u"status:sealed أحمد"_s : u"ahmed ali"_s;
            const QString text = filterText(filter, n);
            const ParsedFilter back = parseFilter(text, n);
            QVERIFY2(back.faults.isEmpty(), qPrintable(text));
            QVERIFY2(back.filter == filter, qPrintable(text));
        }
    }

    void takesTheWordsOfTheLanguageBesideTheEnglishOnes()
    {
        ArabicWords arabic;
        QCoreApplication::installTranslator(&arabic);
        const ParsedFilter parsed = parseFilter(u"الحاله:مختومة السائق:karwan بعد:امس"_s, names());
        QVERIFY(parsed.faults.isEmpty()); // also with the letters that people type for one another
        QCOMPARE(parsed.filter.status, WaybillStatus::Sealed);
        QCOMPARE(parsed.filter.driver, DriverId{u"d1"_s});
        QCOMPARE(parsed.filter.from, QDate(2026, 4, 6));
        QCOMPARE(parseFilter(u"status:sealed"_s, names()).filter.status, WaybillStatus::Sealed);
        QCOMPARE(filterText({.status = WaybillStatus::Sealed}, names()), u"الحالة:مختومة"_s);
        QCoreApplication::removeTranslator(&arabic);
    }

    void completesFieldsAndValuesAtTheCursor_data()
    {
        QTest::addColumn<QString>("text"); // | is the cursor
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("result");
        QTest::newRow("field") << u"st|"_s << u"status:"_s << u"status:"_s;
        QTest::newRow("value") << u"a status:se| b"_s << u"status:Sealed"_s << u"a status:Sealed b"_s;
        QTest::newRow("the rest of the token goes")
            << u"status:se|aled b"_s << u"status:Sealed"_s << u"status:Sealed b"_s;
        QTest::newRow("driver") << u"driver:kar|"_s << u"driver:\"Karwan Aziz\""_s << u"driver:\"Karwan Aziz\""_s;
        QTest::newRow("inside quotes") << u"driver:\"dilan o|"_s << u"driver:\"Dilan Omar\""_s
                                       << u"driver:\"Dilan Omar\""_s;
        QTest::newRow("warehouse") << u"from:ma|"_s << u"from:\"Main Warehouse\""_s << u"from:\"Main Warehouse\""_s;
        QTest::newRow("day") << u"after:y|"_s << u"after:yesterday"_s << u"after:yesterday"_s;
        QTest::newRow("after a blank") << u"a |"_s << u"status:"_s << u"a status:"_s;
        QTest::newRow("nothing fits") << u"zzz|"_s << QString() << u"zzz"_s;
    }
    void completesFieldsAndValuesAtTheCursor()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        const qsizetype cursor = text.indexOf(u'|');
        text.remove(cursor, 1);
        const FilterCandidates found = filterCandidates(text, cursor, names());
        QCOMPARE(found.candidates.isEmpty() ? QString() : found.candidates.first().insert, first);
        if (!first.isEmpty())
            text.replace(found.start, found.size, first);
        QTEST(text, "result");
    }
};

QTEST_GUILESS_MAIN(TestFilterText)
#include "tst_filtertext.moc"
