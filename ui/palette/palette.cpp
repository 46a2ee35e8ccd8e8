// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palette.h"
#include "models/findmodel.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using M = models::FindModel;

namespace {

constexpr int kRow = 44, kSide = 14, kShown = 9;

QString iconOf(const QModelIndex& index)
{
    switch (static_cast<M::Kind>(index.data(M::KindRole).toInt())) {
    case M::Kind::Action:
        return u"chevron-right"_s;
    case M::Kind::Waybill:
        return u"clipboard-list"_s;
    case M::Kind::Delivery:
        return u"package"_s;
    case M::Kind::Driver:
        return u"truck"_s;
    case M::Kind::Customer:
        return u"user"_s;
    case M::Kind::Trip:
        return u"route"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

PaletteDelegate::PaletteDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {200, index.data(M::SubtitleRole).toString().isEmpty() ? 34 : kRow};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& c = m_theme.colours();
    const bool possible = index.data(M::PossibleRole).toBool();
    const bool chosen = option.state & QStyle::State_Selected;
    if (chosen) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(c.selection);
        painter->drawRoundedRect(option.rect.adjusted(6, 1, -6, -1), 6, 6);
        painter->restore();
    }
    painter->setLayoutDirection(option.direction);
    const QRect cell = option.rect.adjusted(kSide, 4, -kSide, -4);
    const auto place = [&](const QRect& r) { return QStyle::visualRect(option.direction, cell, r); };
    const int px = m_theme.sizes().icon;
    m_theme.paintIcon(*painter, place(QRect(cell.left(), cell.top(), px, cell.height())), iconOf(index), c.muted,
                      option.direction);
    int end = cell.left() + cell.width();
    QString keys = index.data(M::KeyRole).toString();
    if (!keys.isEmpty()) {
        keys.replace(u'+', u' ');
        const int cap = keyCapWidth(m_theme, keys);
        end -= cap;
        paintKeyCap(*painter, m_theme, place(QRect(end, cell.top(), cap, cell.height())), keys, c.muted, c.line);
        end -= 10;
    }
    const int left = cell.left() + px + 10, room = end - left;
    const QString more = index.data(M::SubtitleRole).toString();
    const int high = more.isEmpty() ? cell.height() : cell.height() / 2;
    const auto line = [&](int top, const QString& text) {
        painter->drawText(place(QRect(left, top, room, high)),
                          static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine,
                          isolated(painter->fontMetrics().elidedText(text, Qt::ElideRight, room)));
    };
    painter->setFont(m_theme.font(Face::Base));
    painter->setPen(possible ? c.text : c.muted);
    line(cell.top(), index.data(M::TitleRole).toString());
    if (!more.isEmpty()) {
        painter->setFont(m_theme.font(Face::Small));
        painter->setPen(c.muted);
        line(cell.top() + high, more);
    }
}

Palette::Palette(const Theme& look, models::FindModel& found, QWidget& over)
    : Overlay(look, over)
    , m_found(found)
    , m_line(new QLineEdit(card()))
    , m_list(new QListView(card()))
    , m_nothing(new Text(look, Face::Base, Tone::Muted, card()))
{
    setCardWidth(640);
    setAtTop(true);
    auto* column = new QVBoxLayout(card());
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(m_line);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    m_line->setFixedHeight(40);
    m_line->installEventFilter(this);
    m_line->setClearButtonEnabled(false);
    m_list->setModel(&found);
    m_list->setItemDelegate(new PaletteDelegate(look, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setFocusPolicy(Qt::NoFocus); // the line has the keys; the list follows
    m_nothing->setContentsMargins(8, 8, 8, 8);
    connect(m_line, &QLineEdit::textChanged, this, &Palette::search);
    connect(m_list, &QListView::clicked, this, &Palette::take);
    connect(&found, &M::chosen, this, &Palette::dismiss);
    retranslate();
}

void Palette::openWith(const QList<QAction*>& actions)
{
    m_found.setActions(actions);
    {
        const QSignalBlocker quiet(m_line);
        m_line->clear();
    }
    search({});
    open();
}

void Palette::search(const QString& text)
{
    m_found.setText(text);
    if (m_found.rowCount() > 0)
        m_list->setCurrentIndex(m_found.index(0, 0));
    int high = 0; // as high as what was found, at most nine rows
    for (int row = 0; row < m_found.rowCount() && high < kShown * kRow; ++row)
        high += m_list->sizeHintForRow(row);
    m_list->setFixedHeight(qMin(high, kShown * kRow));
    m_nothing->setVisible(m_found.rowCount() == 0);
    m_nothing->setText(tr("Nothing called “%1” is known on this desk.").arg(text));
}

void Palette::take()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !index.data(M::PossibleRole).toBool())
        return; // why not stands in the row
    const int row = index.row();
    dismiss(); // first, so that what the action opens gets the focus
    m_found.choose(row);
}

void Palette::focusFirst()
{
    m_line->setFocus(Qt::TabFocusReason);
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int rows = m_found.rowCount();
        const auto go = [&](int row) { m_list->setCurrentIndex(m_found.index(qBound(0, row, rows - 1), 0)); };
        switch (key->key()) {
        case Qt::Key_Down:
            go(m_list->currentIndex().row() + 1);
            return true;
        case Qt::Key_Up:
            go(m_list->currentIndex().row() - 1);
            return true;
        case Qt::Key_PageDown:
            go(m_list->currentIndex().row() + kShown);
            return true;
        case Qt::Key_PageUp:
            go(m_list->currentIndex().row() - kShown);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            take();
            return true;
        default:
            break;
        }
    }
    return Overlay::eventFilter(watched, event);
}

void Palette::changeEvent(QEvent* event)
{
    Overlay::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Palette::retranslate()
{
    m_line->setPlaceholderText(tr("A waybill, a parcel, a driver, a customer, or what to do"));
    m_line->setAccessibleName(tr("Find anything"));
    m_list->setAccessibleName(tr("What was found"));
    card()->setAccessibleName(tr("Find anything"));
}

} // namespace waydesk::ui
