// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waybills/timelinedelegate.h"
#include "models/timelinemodel.h"

#include <QAbstractItemView>
#include <QPainter>

namespace waydesk::ui {

namespace {
constexpr int kSide = 16, kGap = 10, kPad = 8;
constexpr int kWrap = static_cast<int>(Qt::AlignLeading | Qt::AlignTop) | Qt::TextWordWrap;
// A status has its own look; what else happens to a parcel is told apart here.
Badge badgeFor(const Theme& theme, const QString& word)
{
    static const QHash<QString, Badge> own{
        {QStringLiteral("created"), {Tone::Grey, QStringLiteral("plus")}},
        {QStringLiteral("return_asked"), {Tone::Warn, QStringLiteral("undo-2")}},
        {QStringLiteral("return_approved"), {Tone::Ok, QStringLiteral("undo-2")}},
        {QStringLiteral("return_rejected"), {Tone::Grey, QStringLiteral("ban")}},
        {QStringLiteral("exception"), {Tone::Bad, QStringLiteral("triangle-alert")}},
        {QStringLiteral("exception_resolved"), {Tone::Ok, QStringLiteral("circle-check")}},
        {QStringLiteral("scan_ready"), {Tone::Ok, QStringLiteral("scan-barcode")}},
        {QStringLiteral("scan_refused"), {Tone::Bad, QStringLiteral("scan-barcode")}}};
    const auto found = own.constFind(word);
    return found == own.cend() ? theme.tokens().status(word) : *found;
}
} // namespace

TimelineDelegate::TimelineDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QRect TimelineDelegate::wordsRect(const QRect& row) const
{
    const int lead = kSide + m_theme.sizes().icon + kGap;
    return row.adjusted(lead, kPad, -kSide, -kPad);
}

void TimelineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    using M = models::TimelineModel;
    const Colours& c = m_theme.colours();
    painter->fillRect(option.rect, option.state & QStyle::State_Selected ? c.selection : c.surface);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.line);
    painter->setLayoutDirection(option.direction);
    const Badge badge = badgeFor(m_theme, index.data(M::BadgeRole).toString());
    const QRect words = QStyle::visualRect(option.direction, option.rect, wordsRect(option.rect));
    painter->setFont(m_theme.font(Face::Base));
    painter->setPen(c.text);
    QRect used;
    painter->drawText(words, kWrap, index.data(M::SentenceRole).toString(), &used);
    // The icon stands level with the first line, which is taller in some scripts.
    const int base = painter->fontMetrics().height();
    const int firstLine = used.height() < 2 * base ? used.height() : base;
    const int px = m_theme.sizes().icon;
    const QRect spot(option.rect.left() + kSide, words.top() + (firstLine - px) / 2, px, px);
    m_theme.paintIcon(*painter, QStyle::visualRect(option.direction, option.rect, spot), badge.icon,
                      m_theme.ink(badge.tone), option.direction);
    painter->setFont(m_theme.font(Face::Small));
    painter->setPen(c.muted);
    const QString by = index.data(M::ByRole).toString();
    const QString when = index.data(M::WhenRole).toString();
    painter->drawText(QRect(words.left(), used.bottom() + 3, words.width(), 20), kWrap,
                      by.isEmpty() ? when : by + QStringLiteral(" · ") + when);
    if (option.state & QStyle::State_HasFocus)
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2), c.accent);
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view ? view->viewport()->width() : 360;
    const QRect words = wordsRect(QRect(0, 0, width, 1000));
    const QRect used = QFontMetrics(m_theme.font(Face::Base))
                           .boundingRect(words, kWrap, index.data(models::TimelineModel::SentenceRole).toString());
    return {width, 2 * kPad + used.height() + 3 + QFontMetrics(m_theme.font(Face::Small)).height() + 1};
}

} // namespace waydesk::ui
