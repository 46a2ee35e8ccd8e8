// SPDX-License-Identifier: GPL-3.0-or-later
// Tabs with a count beside each word ("Sealed 8"), underlined where chosen. Arrow keys move, as in every tab bar.
#pragma once

#include "ui/widgets/paint.h"

#include <QTabBar>

namespace waydesk::ui {

class CountTabs final : public QTabBar
{
    Q_OBJECT

public:
    explicit CountTabs(const Theme& theme, QWidget* parent = nullptr);

    int add(const QString& text, const QVariant& value);
    void setCount(int index, std::optional<qint64> count); // nullopt: none is shown
    QVariant value(int index) const { return tabData(index); }
    int indexOf(const QVariant& value) const;

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent*) override;

private:
    QString countText(int index) const;

    const Theme& m_theme;
    QHash<int, qint64> m_counts;
};

} // namespace waydesk::ui
