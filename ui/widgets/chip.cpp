// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include <QAccessible>

namespace waydesk::ui {

Chip::Chip(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Chip::setContent(const ChipContent& content)
{
    if (m_content == content)
        return;
    m_content = content;
    setAccessibleName(content.text);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return {chipWidth(m_theme, m_content), m_theme.sizes().chipHeight};
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintChip(painter, m_theme, rect(), m_content, layoutDirection());
}

void StatusChip::setStatus(const QString& word, const QString& label)
{
    const Badge badge = theme().tokens().status(word);
    setContent({.icon = badge.icon, .text = label, .tone = badge.tone, .bare = false, .trailingIcon = {}});
}

} // namespace waydesk::ui
