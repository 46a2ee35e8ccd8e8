// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"
#include "ui/widgets/button.h"

#include <QVBoxLayout>

namespace waydesk::ui {

namespace {
constexpr int kIcon = 36;
}

EmptyState::EmptyState(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_spot(new QWidget(this))
    , m_title(new Text(theme, Face::Title, Tone::Text, this))
    , m_sentence(new Text(theme, Face::Base, Tone::Muted, this))
    , m_button(new Button(theme, Button::Kind::Primary, this))
{
    m_spot->setFixedSize(kIcon, kIcon);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_spot, 0, Qt::AlignHCenter);
    column->addSpacing(4);
    for (Text* text : {m_title, m_sentence}) {
        text->setAlignment(Qt::AlignHCenter);
        text->setWordWrap(true);
        column->addWidget(text);
    }
    column->addSpacing(8);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_button->hide();
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void EmptyState::setContent(const QString& icon, const QString& title, const QString& sentence)
{
    m_icon = icon;
    m_title->setText(title);
    m_sentence->setText(sentence);
    update();
}

void EmptyState::setAction(QAction* action)
{
    m_button->setVisible(action != nullptr);
    if (m_button->followed() != action)
        m_button->follow(action);
}

QString EmptyState::title() const
{
    return m_title->text();
}

void EmptyState::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!m_icon.isEmpty())
        m_theme.paintIcon(painter, m_spot->geometry(), m_icon, m_theme.ink(Tone::Muted), layoutDirection());
}

Skeleton::Skeleton(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Reading…"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Skeleton::setRows(int rows)
{
    m_rows = rows;
    update();
}

void Skeleton::paintEvent(QPaintEvent*)
{
    static constexpr std::array kWide{.09, .12, .22, .15, .06, .1, .12}, kNarrow{.2, .3, .2, .2, 0., 0., 0.};
    const auto& widths = width() < 520 ? kNarrow : kWide;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int row = m_theme.rowHeight();
    for (int y = 0, n = 0; y < height() && (m_rows < 0 || n < m_rows); y += row, ++n) {
        painter.fillRect(0, y + row - 1, width(), 1, m_theme.colours().line);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colours().line);
        double x = 12;
        for (size_t i = 0; i < widths.size(); ++i) {
            const double room = widths[i] * width();
            const double bar = room * (.55 + .08 * ((n + static_cast<int>(i)) % 5));
            const double left = layoutDirection() == Qt::RightToLeft ? width() - x - bar : x;
            if (bar > 0)
                painter.drawRoundedRect(QRectF(left, y + row / 2.0 - 5, bar, 10), 5, 5);
            x += room + 12;
        }
    }
}

} // namespace waydesk::ui
