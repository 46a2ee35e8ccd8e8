// SPDX-License-Identifier: GPL-3.0-or-later
// What just happened, at the bottom end of the window, for a few seconds; with Undo where undo is true. ToastStack lays
// itself over its parent and is an alert to a screen reader; a new toast pushes the older up, at most three stand.
// Hovering one keeps it.
#pragma once

#include "ui/widgets/labels.h"

#include <QAbstractButton>
#include <QTimer>
#include <functional>

namespace waydesk::ui {

struct ToastContent
{
    QString text;
    QString icon = QStringLiteral("check");
    QString actionText; // "Undo"; empty: none
    QString actionKeys; // "Ctrl Z"
    std::function<void()> action;
};

// The words at a toast's end: a button to Tab and to a screen reader; the toast paints its ground.
class ToastButton final : public QAbstractButton
{
    Q_OBJECT

public:
    ToastButton(const Theme& theme, const ToastContent& content, QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    QString m_words; // "Undo Ctrl Z"
};

class Toast final : public QWidget
{
    Q_OBJECT

public:
    Toast(const Theme& theme, ToastContent content, QWidget* parent);
    QSize sizeHint() const override;
    const ToastContent& content() const { return m_content; }
    ToastButton* button() const { return m_button; } // null: it only tells
    void act();

Q_SIGNALS:
    void done();

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    const Theme& m_theme;
    ToastContent m_content;
    ToastButton* m_button = nullptr;
    QTimer m_timer;
};

class ToastStack final : public QObject
{
    Q_OBJECT

public:
    ToastStack(const Theme& theme, QWidget& over);
    void show(const ToastContent& content);
    // Does the newest toast's action, if there is one: Ctrl+Z. False: nothing to undo.
    bool undo();
    QStringList texts() const; // newest last
    void clear();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();

    const Theme& m_theme;
    QWidget& m_over;
    QList<Toast*> m_toasts;
};

} // namespace waydesk::ui
