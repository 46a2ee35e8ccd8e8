// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waybills/driverdelegate.h"
#include "models/choicemodels.h"
#include "models/formats.h"
#include "ui/widgets/paint.h"

namespace waydesk::ui {

namespace {
constexpr int kPad = 12, kHeight = 46;
}

DriverDelegate::DriverDelegate(const Theme& theme, const models::DriversModel& drivers, const models::Formats& formats,
                               std::optional<Quantity> load, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_drivers(drivers)
    , m_formats(formats)
    , m_load(load)
{
}

QSize DriverDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, kHeight};
}

void DriverDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const DriverRef* driver = m_drivers.at(index.row());
    if (!driver)
        return;
    const Colours& c = m_theme.colours();
    const bool chosen = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, chosen                                   ? c.selection
                                   : option.state & QStyle::State_MouseOver ? c.background
                                                                            : c.surface);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.line);
    painter->setLayoutDirection(option.direction);
    const QRect cell = option.rect.adjusted(kPad, 5, -kPad, -6);
    const auto place = [&](const QRect& r) { return QStyle::visualRect(option.direction, cell, r); };
    int end = cell.left() + cell.width();
    if (driver->vehicle && driver->vehicle->capacity) {
        const Quantity capacity = *driver->vehicle->capacity;
        const bool tooMuch = m_load && *m_load > capacity;
        const QString words = tooMuch ? tr("holds %1: too small").arg(m_formats.quantity(capacity))
                                      : tr("holds %1").arg(m_formats.quantity(capacity));
        painter->setFont(m_theme.font(Face::Small));
        const int room = painter->fontMetrics().horizontalAdvance(words) + 2;
        end -= room;
        painter->setPen(tooMuch ? m_theme.ink(Tone::Warn) : c.muted);
        painter->drawText(place(QRect(end, cell.top(), room, cell.height())),
                          static_cast<int>(Qt::AlignTrailing | Qt::AlignVCenter) | Qt::TextSingleLine, words);
        end -= 8;
    }
    const int room = end - cell.left(), half = cell.height() / 2;
    painter->setFont(m_theme.font(Face::BaseStrong));
    painter->setPen(c.text);
    const auto line = [&](int top, const QString& text) {
        painter->drawText(place(QRect(cell.left(), top, room, half)),
                          static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine,
                          isolated(painter->fontMetrics().elidedText(text, Qt::ElideRight, room)));
    };
    line(cell.top(), index.data(models::DriversModel::NameRole).toString());
    painter->setFont(m_theme.font(Face::Small));
    painter->setPen(c.muted);
    const QString van = index.data(models::DriversModel::VanRole).toString();
    line(cell.top() + half, van.isEmpty() ? tr("no van") : van);
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(*painter, m_theme, QRectF(option.rect), 4);
}

} // namespace waydesk::ui
