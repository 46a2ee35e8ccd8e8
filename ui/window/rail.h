// SPDX-License-Identifier: GPL-3.0-or-later
// The navigation rail: one entry per page, icon and word, collapsible to icons. A page that is closed to this user
// stays, muted, and says why. Its badge counts what needs the person.
#pragma once

#include "ui/theme/theme.h"

#include <QToolButton>

class QVBoxLayout;

namespace waydesk::ui {

class Button;
class Page;

class RailEntry final : public QToolButton
{
    Q_OBJECT

public:
    RailEntry(const Theme& theme, Page& page, QWidget* parent);
    Page& page() const { return m_page; }
    void setCollapsed(bool collapsed);
    void setKey(const QString& key);
    void refresh();
    QSize sizeHint() const override { return {10, 36}; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    const Theme& m_theme;
    Page& m_page;
    QString m_key;
    bool m_collapsed = false;
};

class Rail final : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(const Theme& theme, QWidget* parent = nullptr);

    void add(Page& page);
    void setCurrent(const Page* page);
    bool isCollapsed() const { return m_collapsed; }
    void setCollapsed(bool collapsed);
    void setNarrow(bool narrow); // folded for want of room, whatever the person chose
    const QList<RailEntry*>& entries() const { return m_entries; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(waydesk::ui::Page* page);
    void collapsedChanged();

protected:
    void paintEvent(QPaintEvent*) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    bool isFolded() const { return m_collapsed || m_narrow; }
    void refold();

    const Theme& m_theme;
    QVBoxLayout* m_column;
    Button* m_fold;
    QList<RailEntry*> m_entries;
    bool m_collapsed = false, m_narrow = false;
};

} // namespace waydesk::ui
