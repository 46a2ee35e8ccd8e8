// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where nothing is: EmptyState says why and what to do next; Skeleton holds the place of rows that are
// being read, in their size, so that nothing jumps.
#pragma once

#include "ui/widgets/labels.h"

class QAction;

namespace waydesk::ui {

class Button;

class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const Theme& theme, QWidget* parent = nullptr);
    void setContent(const QString& icon, const QString& title, const QString& sentence);
    void setAction(QAction* action); // null: no button
    QString title() const;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    const Theme& m_theme;
    QString m_icon;
    QWidget* m_spot;
    Text* m_title;
    Text* m_sentence;
    Button* m_button;
};

class Skeleton final : public QWidget
{
    Q_OBJECT

public:
    explicit Skeleton(const Theme& theme, QWidget* parent = nullptr);
    void setRows(int rows); // how many are on their way; negative: not known, the place is filled

protected:
    void paintEvent(QPaintEvent*) override;

private:
    const Theme& m_theme;
    int m_rows = -1;
};

} // namespace waydesk::ui
