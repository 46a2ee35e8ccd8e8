// SPDX-License-Identifier: GPL-3.0-or-later
// The house's button: icon, words, and the key that does the same. Follows an action when it is given one: its text,
// key, whether it is possible, and in the tool tip why not (the action's "whyNot" property, else its tool tip).
#pragma once

#include "ui/widgets/paint.h"

#include <QToolButton>

namespace waydesk::ui {

class Button : public QToolButton
{
    Q_OBJECT

public:
    enum class Kind { Plain, Primary, Quiet };

    explicit Button(const Theme& theme, Kind kind = Kind::Plain, QWidget* parent = nullptr);

    void setKind(Kind kind);
    void setIconName(const QString& name, Tone tone = Tone::Text);
    void setKeyHint(const QString& keys);
    void setChevron(bool on); // opens something below
    void setTextTone(Tone tone);
    void setLeadingAligned(bool on); // words at the start edge instead of the middle
    void follow(QAction* action);
    // Fewer words than the action's, where room is short; empty: the action's own.
    void setShortWords(const QString& words);
    void setKeysShown(bool shown);
    QAction* followed() const { return m_action; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    const Theme& theme() const { return m_theme; }

private:
    void syncAction();
    QString shownText() const;

    const Theme& m_theme;
    Kind m_kind;
    QString m_iconName, m_keys, m_shortWords;
    bool m_keysShown = true;
    Tone m_iconTone = Tone::Text, m_textTone = Tone::Text;
    bool m_chevron = false, m_leading = false;
    QAction* m_action = nullptr;
};

} // namespace waydesk::ui
