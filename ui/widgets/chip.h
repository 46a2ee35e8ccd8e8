// SPDX-License-Identifier: GPL-3.0-or-later
// A word with its icon on a tinted ground: never a colour alone. StatusChip shows a status by its wire word (the label
// is given, translated), and beside it what is expected once the queue has been sent.
#pragma once

#include "ui/widgets/paint.h"

#include <QWidget>

namespace waydesk::ui {

class Chip : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(const Theme& theme, QWidget* parent = nullptr);

    void setContent(const ChipContent& content);
    const ChipContent& content() const { return m_content; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override;
    const Theme& theme() const { return m_theme; }

private:
    const Theme& m_theme;
    ChipContent m_content;
};

class StatusChip final : public Chip
{
    Q_OBJECT

public:
    using Chip::Chip;
    void setStatus(const QString& word, const QString& label);
};

} // namespace waydesk::ui
