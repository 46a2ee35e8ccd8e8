// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk's theme: every pair of ink and ground that the desk paints is readable, every icon named exists, and a turn
// to dark reaches palette, stylesheet and icons without a restart.
#include "services/domain/status.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace waydesk;
using namespace waydesk::ui;
using namespace Qt::Literals::StringLiterals;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPairIsReadable_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        const Tokens t = Tokens::load();
        for (const auto& [scheme, c] : {std::pair("light", t.light), std::pair("dark", t.dark)}) {
            const auto row = [scheme = scheme](const QByteArray& what, const QColor& ink, const QColor& ground) {
                QTest::newRow(qPrintable(u"%1 %2"_s.arg(QLatin1StringView(scheme), QLatin1StringView(what))))
                    << ink << ground;
            };
            row("text on surface", c.text, c.surface);
            row("text on background", c.text, c.background);
            row("text on selection", c.text, c.selection);
            row("text on soft accent", c.text, c.accentSoft);
            row("muted on surface", c.muted, c.surface);
            row("muted on background", c.muted, c.background);
            row("muted on selection", c.muted, c.selection);
            row("accent on surface", c.accent, c.surface);
            row("accent on soft accent", c.accent, c.accentSoft);
            row("words on accent", c.onAccent, c.accent);
            row("a toast", c.surface, c.text);
            const Colours& other = c.surface == t.light.surface ? t.dark : t.light;
            row("a toast's action", other.accent, c.text);
            for (const Tone tone : kMeaningTones) {
                const QByteArray n = QByteArray::number(static_cast<int>(tone));
                row("tone " + n + " on its fill", c.tone(tone).text, c.tone(tone).fill);
                row("tone " + n + " on surface", c.tone(tone).text, c.surface);
                row("tone " + n + " on background", c.tone(tone).text, c.background);
                row("text on fill of tone " + n, c.text, c.tone(tone).fill);
                row("tone " + n + " on selection", c.tone(tone).text, c.selection);
            }
        }
    }

    void everyPairIsReadable()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        const double ratio = contrast(ink, ground);
        QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2: %3"_s.arg(ink.name(), ground.name()).arg(ratio)));
    }

    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void everyStatusHasItsLook()
    {
        const Tokens t = Tokens::load();
        for (const WaybillStatus status : kWaybillStatuses) {
            QVERIFY2(t.statusBadges.contains(word(status)), qPrintable(word(status)));
            QVERIFY(Theme::iconNames().contains(t.status(word(status)).icon));
        }
        for (const Badge& badge : t.commandBadges)
            QVERIFY2(Theme::iconNames().contains(badge.icon), qPrintable(badge.icon));
        QCOMPARE(t.status(u"teleported"_s), (Badge{Tone::Grey, u"circle-help"_s}));
    }

    void everyIconPaintsInItsInk()
    {
        Theme theme;
        for (const QString& name : Theme::iconNames()) {
            const QImage image = theme.pixmap(name, Qt::red, 24, 1, Qt::LeftToRight).toImage();
            int painted = 0, wrong = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor c = image.pixelColor(x, y);
                    painted += c.alpha() > 128;
                    wrong += c.alpha() > 200 && (c.red() < 250 || c.green() > 5 || c.blue() > 5);
                }
            }
            QVERIFY2(painted > 8, qPrintable(name));
            QVERIFY2(wrong == 0, qPrintable(name));
        }
    }

    void pointingIconsAreMirroredOthersAreNot()
    {
        Theme theme;
        const auto at = [&](const QString& name, Qt::LayoutDirection direction) {
            return theme.pixmap(name, Qt::black, 24, 1, direction).toImage();
        };
        QCOMPARE(at(u"chevron-right"_s, Qt::RightToLeft),
                 at(u"chevron-right"_s, Qt::LeftToRight).mirrored(true, false));
        QCOMPARE(at(u"search"_s, Qt::RightToLeft), at(u"search"_s, Qt::LeftToRight));
    }

    void turnsToDarkWhileRunning()
    {
        Theme theme;
        theme.apply(*qApp);
        theme.setPreference(Theme::Preference::Light);
        const QIcon icon = theme.icon(u"lock"_s);
        const QImage before = icon.pixmap(24, 24).toImage();
        QCOMPARE(qApp->palette().color(QPalette::Window), theme.tokens().light.surface);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setPreference(Theme::Preference::Dark);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(qApp->palette().color(QPalette::Window), theme.tokens().dark.surface);
        QVERIFY(qApp->styleSheet().contains(theme.tokens().dark.line.name()));
        QVERIFY(icon.pixmap(24, 24).toImage() != before);
    }

    void followsTheSystemOnlyWhenAskedTo()
    {
        Theme theme;
        theme.setSystemScheme(Scheme::Dark);
        QCOMPARE(theme.scheme(), Scheme::Dark);
        theme.setPreference(Theme::Preference::Light);
        QCOMPARE(theme.scheme(), Scheme::Light);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setSystemScheme(Scheme::Light);
        theme.setSystemScheme(Scheme::Dark);
        QCOMPARE(changed.size(), 0);
        theme.setPreference(Theme::Preference::System);
        QCOMPARE(theme.scheme(), Scheme::Dark);
    }

    void stylesheetLeavesNoTokenUnfilled()
    {
        const Tokens t = Tokens::load();
        for (const Colours& c : {t.light, t.dark})
            QVERIFY(!stylesheetOf(t, c).contains(u'@'));
    }

    void fontsOfTheHouseAreInstalled()
    {
        const QStringList families = QFontDatabase::families();
        for (const QString& family : {u"Inter"_s, u"Noto Sans Arabic"_s, u"Noto Sans Devanagari"_s})
            QVERIFY2(families.contains(family), qPrintable(family));
        Theme theme;
        QCOMPARE(QFontInfo(theme.font(Face::Base)).family(), u"Inter"_s);
    }

    void figuresStandUnderEachOther()
    {
        Theme theme;
        const QFontMetrics metrics(theme.font(Face::Base));
        QVERIFY(metrics.horizontalAdvance(u"111,111"_s) != metrics.horizontalAdvance(u"888,888"_s)); // else needless
        QCOMPARE(figuresWidth(metrics, u"111,111"_s), figuresWidth(metrics, u"888,888"_s));
        QCOMPARE(figuresWidth(metrics, u"١١١"_s), figuresWidth(metrics, u"٨٨٨"_s));
        QCOMPARE(figuresWidth(metrics, u"WB1"_s), metrics.horizontalAdvance(u"WB1"_s));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
