// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rail.h"
#include "ui/widgets/button.h"
#include "ui/window/page.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kMargin = 10, kIconLeft = 11;
}

RailEntry::RailEntry(const Theme& theme, Page& page, QWidget* parent)
    : QToolButton(parent)
    , m_theme(theme)
    , m_page(page)
{
    setCheckable(true);
    setAutoExclusive(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    connect(&page, &Page::titleChanged, this, &RailEntry::refresh);
    connect(&page, &Page::badgeChanged, this, &RailEntry::refresh);
    connect(&page, &Page::closedChanged, this, &RailEntry::refresh);
    refresh();
}

void RailEntry::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    refresh();
}

void RailEntry::setKey(const QString& key)
{
    m_key = key;
    refresh();
}

void RailEntry::refresh()
{
    setText(m_page.title());
    const QString reason = m_page.closedBecause();
    setAccessibleName(m_page.badge() > 0 ? u"%1, %2"_s.arg(m_page.title(), locale().toString(m_page.badge()))
                                         : m_page.title());
    setAccessibleDescription(reason);
    setToolTip(!reason.isEmpty() ? reason : m_collapsed ? u"%1  %2"_s.arg(m_page.title(), m_key) : m_key);
    update();
}

void RailEntry::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours& c = m_theme.colours();
    const bool closed = !m_page.closedBecause().isEmpty();
    const QColor ink = isChecked() ? c.accent : c.muted;
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? c.accentSoft : c.background);
        painter.drawRoundedRect(rect(), m_theme.sizes().radiusControl, m_theme.sizes().radiusControl);
    }
    const int px = m_theme.sizes().icon;
    const auto place = [&](int left, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width, height()));
    };
    const int iconLeft = m_collapsed ? (width() - px) / 2 : kIconLeft;
    m_theme.paintIcon(painter, place(iconLeft, px), m_page.iconName(), ink, layoutDirection());
    int right = width() - 8;
    if (m_page.badge() > 0) {
        const QString count = m_page.badge() > 99 ? u"99+"_s : locale().toString(m_page.badge());
        painter.setFont(m_theme.font(Face::Tiny));
        const int room = qMax(18, painter.fontMetrics().horizontalAdvance(count) + 10);
        const QRect spot = m_collapsed ? place(width() - room - 1, room) : place(right - room, room);
        const QRectF pill(spot.left(), m_collapsed ? 1 : (height() - 17) / 2.0, room, 17);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.fill(m_page.badgeTone()));
        painter.drawRoundedRect(pill, 8.5, 8.5);
        painter.setPen(m_theme.ink(m_page.badgeTone()));
        painter.drawText(pill, static_cast<int>(Qt::AlignCenter), count);
        right -= room + 6;
    }
    if (!m_collapsed) {
        const int left = kIconLeft + px + 10;
        painter.setFont(m_theme.font(isChecked() ? Face::BaseStrong : Face::Base));
        painter.setPen(ink);
        if (closed) {
            right -= m_theme.sizes().iconSmall;
            m_theme.paintIcon(painter, place(right, m_theme.sizes().iconSmall), u"ban"_s, c.muted, layoutDirection());
            right -= 6;
        }
        painter.drawText(place(left, right - left),
                         static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, right - left));
    }
    if (hasFocus())
        paintFocusRing(painter, m_theme, rect(), m_theme.sizes().radiusControl);
}

Rail::Rail(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_fold(new Button(theme, Button::Kind::Quiet, this))
{
    m_column->setContentsMargins(kMargin, theme.sizes().topBar, kMargin + 1, 8);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    m_fold->setIconName(u"panel-left"_s, Tone::Muted);
    m_fold->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_column->addWidget(m_fold, 0, Qt::AlignLeading);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(m_fold, &QToolButton::clicked, this, [this] { setCollapsed(!m_collapsed); });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void Rail::add(Page& page)
{
    auto* entry = new RailEntry(m_theme, page, this);
    entry->setCollapsed(isFolded());
    m_entries.append(entry);
    m_column->insertWidget(m_column->count() - 2, entry);
    setTabOrder(entry, m_fold);
    connect(entry, &QToolButton::clicked, this, [this, entry] { Q_EMIT chosen(&entry->page()); });
}

void Rail::setCurrent(const Page* page)
{
    for (RailEntry* entry : std::as_const(m_entries)) {
        if (&entry->page() == page)
            entry->setChecked(true);
    }
}

void Rail::setCollapsed(bool collapsed)
{
    if (std::exchange(m_collapsed, collapsed) == collapsed)
        return;
    refold();
    Q_EMIT collapsedChanged();
}

void Rail::setNarrow(bool narrow)
{
    if (std::exchange(m_narrow, narrow) != narrow)
        refold();
}

void Rail::refold()
{
    for (RailEntry* entry : std::as_const(m_entries))
        entry->setCollapsed(isFolded());
    m_fold->setVisible(!m_narrow);
    retranslate();
    updateGeometry();
    update();
}

QSize Rail::sizeHint() const
{
    return {isFolded() ? m_theme.sizes().railCollapsed : m_theme.sizes().rail, 200};
}

void Rail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours& c = m_theme.colours();
    painter.fillRect(rect(), c.surface);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    painter.fillRect(rtl ? 0 : width() - 1, 0, 1, height(), c.line);
    // The mark: four crates, one still open.
    const int top = (m_theme.sizes().topBar - 12) / 2 - 2, crate = 7, gap = 1;
    const int markWidth = 4 * crate + 3 * gap;
    const int left = isFolded() ? (width() - markWidth) / 2 : kMargin + kIconLeft;
    const auto place = [&](int x, int width_) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, top, width_, 12));
    };
    for (int i = 0; i < 4; ++i) {
        const QRectF box = QRectF(place(left + i * (crate + gap), crate)).adjusted(.5, .5, -.5, -.5);
        painter.setPen(c.accent);
        painter.setBrush(i == 1 ? QBrush(Qt::NoBrush) : QBrush(c.accent));
        painter.drawRect(box);
    }
    if (!isFolded()) {
        QFont name = m_theme.font(Face::Title);
        name.setWeight(QFont::Bold);
        painter.setFont(name);
        painter.setPen(c.text);
        painter.drawText(place(left + markWidth + 6, 110).adjusted(0, -6, 0, 6),
                         static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine, u"Waydesk"_s);
    }
}

void Rail::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Rail::retranslate()
{
    setAccessibleName(tr("Pages"));
    m_fold->setAccessibleName(m_collapsed ? tr("Widen the rail") : tr("Fold the rail"));
    m_fold->setToolTip(m_fold->accessibleName());
    for (RailEntry* entry : std::as_const(m_entries))
        entry->refresh();
}

} // namespace waydesk::ui
