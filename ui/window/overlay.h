// SPDX-License-Identifier: GPL-3.0-or-later
// A card over the window's content: keys sheet, questions, the palette. It keeps the focus among its own widgets, gives
// it back where it was, and closes on Esc or a click beside. The event loop is never held.
#pragma once

#include "ui/widgets/card.h"

#include <QPointer>

namespace waydesk::ui {

class Overlay : public QWidget
{
    Q_OBJECT

public:
    Overlay(const Theme& theme, QWidget& over);

    Card* card() const { return m_card; }
    void setCardWidth(int px) { m_cardWidth = px; }
    void setFillsWindow(bool fills) { m_fillsWindow = fills; } // all of it but a margin
    void setAtTop(bool atTop) { m_atTop = atTop; }             // near the top edge instead of the middle
    void open();
    void dismiss();
    bool isOpen() const { return isVisible(); }

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    virtual void focusFirst();
    const Theme& theme() const { return m_theme; }

private:
    void layOut();

    const Theme& m_theme;
    Card* m_card;
    QPointer<QWidget> m_before;
    int m_cardWidth = 480;
    bool m_atTop = false, m_fillsWindow = false;
};

} // namespace waydesk::ui
