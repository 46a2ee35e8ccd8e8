// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's palette: actions with their keys and reasons, things found in the store, all by keys.
#include "tests/ui/deskbench.h"
#include "ui/palette/palette.h"
#include "ui/window/page.h"

#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace waydesk;
using namespace waydesk::test;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;

class TestPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(1000, 700);
        m_bench = std::make_unique<DeskBench>();
        m_found = std::make_unique<models::FindModel>(
            [this](const QString& text, int most) { return m_bench->lookups.find(text, most); });
        m_palette = new Palette(m_theme, *m_found, *m_window);
        m_window->show();
        m_window->activateWindow();
        m_go = std::make_unique<QAction>(u"Seal"_s);
        m_go->setShortcut(Qt::CTRL | Qt::Key_L);
        m_no = std::make_unique<QAction>(u"Dispatch"_s);
        setPossible(*m_no, false, u"Only carriers of others are dispatched."_s);
        m_palette->openWith({m_go.get(), m_no.get()});
        settle();
    }
    void cleanup()
    {
        m_window.reset();
        m_found.reset();
        m_bench.reset();
    }

    void typesFindsAndTakesWithEnter()
    {
        QSignalSpy done(m_go.get(), &QAction::triggered);
        QCOMPARE(QApplication::focusWidget(), m_palette->line());
        QTest::keyClicks(m_palette->line(), u"sea"_s);
        picture(*m_window, u"palette"_s);
        QTest::keyClick(m_palette->line(), Qt::Key_Return);
        QCOMPARE(done.size(), 1);
        QVERIFY(!m_palette->isOpen());
    }

    void whatIsNotPossibleSaysWhyAndStays()
    {
        QSignalSpy done(m_no.get(), &QAction::triggered);
        QTest::keyClicks(m_palette->line(), u"dispat"_s);
        QCOMPARE(m_palette->list()->currentIndex().data(models::FindModel::SubtitleRole).toString(),
                 u"Only carriers of others are dispatched."_s);
        QTest::keyClick(m_palette->line(), Qt::Key_Return);
        QCOMPARE(done.size(), 0);
        QVERIFY(m_palette->isOpen());
    }

    void jumpsToAWaybill()
    {
        QSignalSpy chosen(m_found.get(), &models::FindModel::chosen);
        QTest::keyClicks(m_palette->line(), sampleWaybill(7).number);
        settle();
        QTest::keyClick(m_palette->line(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<facade::Found>().id, sampleWaybill(7).id.value);
    }

    void escLeavesAndNothingFoundIsSaid()
    {
        QTest::keyClicks(m_palette->line(), u"zzzzqq"_s);
        QCOMPARE(m_found->rowCount(), 0);
        QCOMPARE(namelessInputs(*m_window).join(u'\n'), QString());
        QTest::keyClick(m_palette->line(), Qt::Key_Escape);
        QVERIFY(!m_palette->isOpen());
    }

private:
    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<DeskBench> m_bench;
    std::unique_ptr<models::FindModel> m_found;
    Palette* m_palette = nullptr;
    std::unique_ptr<QAction> m_go, m_no;
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
