// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylesheet.h"

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

QPalette paletteOf(const Colours& c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.surface);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.background);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.onAccent);
    p.setColor(QPalette::ToolTipBase, c.text);
    p.setColor(QPalette::ToolTipText, c.surface);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::Highlight, c.selection);
    p.setColor(QPalette::HighlightedText, c.text);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::Light, c.surface);
    p.setColor(QPalette::Midlight, c.background);
    p.setColor(QPalette::Mid, c.line);
    p.setColor(QPalette::Dark, c.line);
    p.setColor(QPalette::Shadow, c.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, c.muted);
    p.setColor(QPalette::Disabled, QPalette::Highlight, c.background);
    return p;
}

QString stylesheetOf(const Tokens& tokens, const Colours& c)
{
    QString sheet = uR"(
QToolTip { background: @text; color: @surface; border: 0; padding: 6px 8px; }
QLabel { background: transparent; }
QLabel[ink="muted"] { color: @muted; }
QLabel[ink="accent"] { color: @accent; }
QLabel[ink="bad"] { color: @bad; }
QLabel[ink="warn"] { color: @warn; }
QLabel[ink="ok"] { color: @ok; }
QWidget[ground="background"] { background: @background; }
QWidget[ground="surface"] { background: @surface; }
QFrame[card="true"] { background: @surface; border: 1px solid @line; border-radius: @radiusPanelpx; }
QFrame[notice="bad"] { background: @badFill; border: 0; border-radius: @radiusControlpx; }
QFrame[notice="warn"] { background: @warnFill; border: 0; border-radius: @radiusControlpx; }
QFrame[notice="info"] { background: @infoFill; border: 0; border-radius: @radiusControlpx; }
QFrame[notice="ok"] { background: @okFill; border: 0; border-radius: @radiusControlpx; }
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox {
  background: @surface; color: @text; border: 1px solid @line; border-radius: @radiusControlpx;
  padding: 0 10px; min-height: @controlInnerpx; selection-background-color: @selection; selection-color: @text; }
QPlainTextEdit, QTextEdit { padding: 5px 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus { border: 2px solid @accent; padding: 0 9px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 4px 5px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border: 2px solid @bad; padding: 0 9px; }
QPlainTextEdit[wrong="true"] { padding: 4px 5px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled { background: @background; color: @muted; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: padding; width: 22px; border: 0; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; border-top-right-radius: @radiusControlpx; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; border-bottom-right-radius: @radiusControlpx; }
QAbstractSpinBox::up-button:hover:enabled, QAbstractSpinBox::down-button:hover:enabled { background: @accentSoft; }
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow { image: none; width: 0; height: 0; }
QAbstractItemView { background: @surface; border: 0; outline: 0; selection-background-color: @selection; selection-color: @text; }
QHeaderView { background: @surface; border: 0; }
QTableView QTableCornerButton::section { background: @surface; border: 0; }
QTabBar QToolButton { background: @surface; border: 0; }
QAbstractScrollArea::corner { background: @surface; border: 0; }
QSplitter::handle { background: @line; }
QSplitter::handle:hover { background: @accent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @handle; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[ground=""] { background: transparent; }
QMenu { background: @surface; color: @text; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 8px; border-radius: 4px; }
QMenu::item:selected { background: @accentSoft; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 4px 0; }
QMenu::icon { padding-left: 8px; padding-right: 8px; }
QProgressBar { background: @background; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QCompleter QListView { border: 1px solid @line; }
)"_s;
    const auto mix = [](const QColor& a, const QColor& b) {
        return QColor((a.red() + b.red()) / 2, (a.green() + b.green()) / 2, (a.blue() + b.blue()) / 2);
    };
    const auto replace = [&sheet](const QString& key, const QString& value) { sheet.replace(key, value); };
    // Longer names first: "@text" must not eat a piece of another.
    replace(u"@radiusControl"_s, QString::number(tokens.sizes.radiusControl));
    replace(u"@radiusPanel"_s, QString::number(tokens.sizes.radiusPanel));
    replace(u"@controlInner"_s, QString::number(tokens.sizes.control - 2));
    replace(u"@background"_s, c.background.name());
    replace(u"@badFill"_s, c.tone(Tone::Bad).fill.name());
    replace(u"@warnFill"_s, c.tone(Tone::Warn).fill.name());
    replace(u"@infoFill"_s, c.tone(Tone::Info).fill.name());
    replace(u"@okFill"_s, c.tone(Tone::Ok).fill.name());
    replace(u"@bad"_s, c.tone(Tone::Bad).text.name());
    replace(u"@warn"_s, c.tone(Tone::Warn).text.name());
    replace(u"@ok"_s, c.tone(Tone::Ok).text.name());
    replace(u"@surface"_s, c.surface.name());
    replace(u"@selection"_s, c.selection.name());
    replace(u"@accentSoft"_s, c.accentSoft.name());
    replace(u"@accent"_s, c.accent.name());
    replace(u"@handle"_s, mix(c.line, c.muted).name());
    replace(u"@muted"_s, c.muted.name());
    replace(u"@line"_s, c.line.name());
    replace(u"@text"_s, c.text.name());
    return sheet;
}

} // namespace waydesk::ui
