// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K: one line to find everything with. Actions come with their key and, when they are not possible, with why;
// below them waybills, parcels, drivers and customers that match. Arrows walk, Enter takes, Esc leaves.
#pragma once

#include "ui/window/overlay.h"

#include <QStyledItemDelegate>

class QLineEdit;
class QListView;

namespace waydesk::models {
class FindModel;
}

namespace waydesk::ui {

class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PaletteDelegate(const Theme& theme, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

class Palette final : public Overlay
{
    Q_OBJECT

public:
    Palette(const Theme& theme, models::FindModel& found, QWidget& over);

    // The actions that hold where the person is now.
    void openWith(const QList<QAction*>& actions);
    QLineEdit* line() const { return m_line; }
    QListView* list() const { return m_list; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusFirst() override;
    void changeEvent(QEvent* event) override;

private:
    void take();
    void search(const QString& text);
    void retranslate();

    models::FindModel& m_found;
    QLineEdit* m_line;
    QListView* m_list;
    Text* m_nothing;
};

} // namespace waydesk::ui
