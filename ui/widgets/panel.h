// SPDX-License-Identifier: GPL-3.0-or-later
// A question asked beside the work instead of over it: title, a body that scrolls, and a foot with what can be done.
// Esc and the cross close it; Ctrl+Enter does the primary thing. Nothing typed is lost before accept() has succeeded.
#pragma once

#include "ui/widgets/labels.h"

class QScrollArea;
class QVBoxLayout;

namespace waydesk::ui {

class Button;

class Panel : public QWidget
{
    Q_OBJECT

public:
    explicit Panel(const Theme& theme, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QString title() const;
    QVBoxLayout* body() const { return m_body; }
    Button* primary() const { return m_primary; }
    void setBodyScrolls(bool scrolls);          // false: the body has a list that scrolls by itself
    Notice* notice() const { return m_notice; } // above the foot
    Button* addSecondary();
    virtual void focusFirst(); // where typing begins

Q_SIGNALS:
    void closed();
    void accepted(); // the primary thing was asked for

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    const Theme& theme() const { return m_theme; }

private:
    const Theme& m_theme;
    Text* m_title;
    Button* m_close;
    QScrollArea* m_scroll;
    QVBoxLayout* m_body;
    Notice* m_notice;
    Button* m_primary;
    QWidget* m_foot;
};

} // namespace waydesk::ui
