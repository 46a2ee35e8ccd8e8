// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's tables: what is usual fits, what does not fit can be reached by key, and a row's words stand on one line.
#include "tests/ui/deskbench.h"
#include "ui/waybills/detailpane.h"
#include "ui/waybills/routeline.h"
#include "ui/waybills/waybilldetail.h"
#include "ui/waybills/waybillslist.h"
#include "ui/waybills/waybillspage.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tableheader.h"

#include <QMenu>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTest>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;
using Column = models::WaybillTableModel::Column;

namespace {

struct Shown
{
    explicit Shown(Theme& theme, const QSize& size = {1252, 850})
        : page(theme, bench.desk())
    {
        page.resize(size);
        page.show();
        settle();
    }
    int widthOf(Column column) const { return page.list()->table()->header()->sectionSize(static_cast<int>(column)); }
    DeskBench bench;
    WaybillsPage page;
};

// The lowest line on which a cell has ink; "H" stands on its baseline.
int inkBottom(Table& table, int column)
{
    QImage image(table.visualRect(table.model()->index(0, column)).size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.widget = &table;
    table.itemDelegate()->paint(&painter, option, table.model()->index(0, column));
    painter.end();
    for (int y = image.height() - 3; y >= 0; --y) { // above the row's line
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(image.pixel(x, y)) < 128)
                return y;
        }
    }
    return -1;
}

} // namespace

class TestTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void cleanup() { qApp->setLayoutDirection(Qt::LeftToRight); }

    void theUsualWaybillFitsBesideItsDetail()
    {
        Shown s(m_theme);
        s.page.list()->table()->setCurrentIndex(s.bench.table.index(0, 0));
        settle();
        QCOMPARE(s.page.list()->table()->horizontalScrollBar()->maximum(), 0);
        const QFontMetrics metrics(m_theme.font(Face::Base));
        QVERIFY(s.widthOf(Column::Created) >= metrics.horizontalAdvance(u"Yesterday 23:06"_s) + 8 + 10);
        QVERIFY(s.widthOf(Column::Number) >=
                QFontMetrics(m_theme.font(Face::BaseStrong)).horizontalAdvance(u"WB00046"_s) + 16 + 8);
        QVERIFY(s.widthOf(Column::Route) >= metrics.horizontalAdvance(u"Main Warehouse → Erbil Central"_s) + 2 * 8);
        const TableHeader* header = s.page.list()->table()->header();
        for (int section = 0; section < header->count(); ++section)
            QVERIFY2(header->isSectionHidden(section) || header->sectionSize(section) >= header->widthOfWords(section),
                     qPrintable(QString::number(section)));
    }

    void aWidthPulledByHandStays()
    {
        Shown s(m_theme);
        TableHeader* header = s.page.list()->table()->header();
        header->resizeSection(static_cast<int>(Column::Driver), 201);
        s.page.list()->retranslate();
        QCOMPARE(s.widthOf(Column::Driver), 201);
        QCOMPARE(s.page.list()->table()->horizontalScrollBar()->maximum(), 0); // the route has given way
        header->resizeSection(static_cast<int>(Column::Cod), 48); // as after a day in a language with shorter words
        s.page.list()->retranslate();
        QVERIFY(s.widthOf(Column::Cod) >= header->widthOfWords(static_cast<int>(Column::Cod)));
    }

    void leftAndRightBringWhatIsCutOffIntoSight()
    {
        Shown s(m_theme, {800, 500});
        Table* table = s.page.list()->table();
        QScrollBar* bar = table->horizontalScrollBar();
        QVERIFY(bar->maximum() > 0);
        QCOMPARE(s.widthOf(Column::Route), 150); // not narrower
        table->setCurrentIndex(s.bench.table.index(2, 0));
        for (int i = 0; i < 8; ++i)
            QTest::keyClick(table, Qt::Key_Right);
        QCOMPARE(bar->value(), bar->maximum());
        QCOMPARE(table->currentIndex().row(), 2);
        for (int i = 0; i < 8; ++i)
            QTest::keyClick(table, Qt::Key_Left);
        QCOMPARE(bar->value(), 0);
        qApp->setLayoutDirection(Qt::RightToLeft);
        settle();
        QTest::keyClick(table, Qt::Key_Left); // onwards, where one reads from the right
        QVERIFY(bar->value() > 0);
    }

    void parcelsAreNeverWiderThanTheirPane_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<int>("width");
        for (const int width : {320, 388, 600}) {
            QTest::addRow("ltr %d", width) << Qt::LeftToRight << width;
            QTest::addRow("rtl %d", width) << Qt::RightToLeft << width;
        }
    }
    void parcelsAreNeverWiderThanTheirPane()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(int, width);
        qApp->setLayoutDirection(direction);
        DeskBench bench;
        WaybillsDesk desk = bench.desk();
        QList<facade::DeliveryRow> many;
        for (int n = 1; n <= 60; ++n)
            many.append({sampleDelivery(n), false, false, {}});
        WaybillDetail detail(m_theme, desk);
        settle();
        bench.selection.selectOnly(sampleWaybill(1).id);
        settle();
        detail.resize(width, 700);
        detail.setVisible(true);
        bench.deliveries.setDeliveries(many);
        settle();
        QCOMPARE(bench.deliveries.rowCount(), 60);
        QVERIFY(detail.deliveries()->isVisible());
        QVERIFY(detail.deliveries()->verticalScrollBar()->maximum() > 0);
        QCOMPARE(detail.deliveries()->horizontalScrollBar()->maximum(), 0);
    }

    void wordsFiguresAndChipsStandOnOneLine()
    {
        using Look = ColumnStyle::Look;
        QStandardItemModel model(1, 4);
        for (int column = 0; column < 4; ++column)
            model.setItem(0, column, new QStandardItem(column == 2 ? u"1"_s : u"HHHH"_s));
        Table table(m_theme, u"Sample"_s);
        table.setModel(&model);
        table.setColumnStyle(
            1, {Look::Chips, [](const QModelIndex&) {
                    return QList<ChipContent>{
                        {.icon = {}, .text = u"HHHH"_s, .tone = Tone::Bad, .bare = true, .trailingIcon = {}}};
                }});
        table.setColumnStyle(2, {Look::Figures, {}});
        table.setColumnStyle(3, {Look::Code, {}});
        table.resize(500, 200);
        table.show();
        const int words = inkBottom(table, 0);
        QVERIFY(words > 0);
        for (int column = 1; column < 4; ++column)
            QCOMPARE(inkBottom(table, column), words);
    }

    void aRouteIsCutWhereItTellsLeast()
    {
        const QFontMetrics metrics(m_theme.font(Face::Base));
        const QString route = u"Main Warehouse → Erbil Central"_s;
        const int all = metrics.horizontalAdvance(routeLine(route));
        QCOMPARE(routeLine(route, metrics, all), routeLine(route));
        const QString cut = routeLine(route, metrics, all - 30);
        QVERIFY2(cut.contains(u"Erbil Central"_s), qPrintable(cut));
        QVERIFY(!cut.contains(u"Main Warehouse"_s));
        QVERIFY(metrics.horizontalAdvance(routeLine(route, metrics, 60)) <= 60 + 20);
        QCOMPARE(routeLine(u"Main \u200F←\u200F Erbil"_s), u"\u2068Main\u2069 ← \u2068Erbil\u2069"_s);
        QCOMPARE(routeLine(u"—"_s, metrics, 50), u"\u2068—\u2069"_s);
    }

    void columnsAndSortingAreInAMenu()
    {
        Shown s(m_theme);
        TableHeader* header = s.page.list()->table()->header();
        QMenu menu;
        header->fillColumnMenu(menu);
        QMenu* sort = menu.findChild<QMenu*>();
        QVERIFY(sort);
        const auto named = [](const QMenu& in, const QString& text) {
            const QList<QAction*> all = in.actions();
            const auto it = std::find_if(all.begin(), all.end(), [&](const QAction* a) { return a->text() == text; });
            return it == all.end() ? nullptr : *it;
        };
        QAction* driver = named(*sort, u"Driver"_s);
        QVERIFY(driver);
        driver->trigger();
        QCOMPARE(s.bench.table.sorting().column, Column::Driver);
        QAction* updated = named(menu, u"Updated"_s);
        QVERIFY(updated && !updated->isChecked());
        updated->trigger();
        QVERIFY(!header->isSectionHidden(static_cast<int>(Column::Updated)));
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestTables)
#include "tst_tables.moc"
