// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/commandlist.h"

#include "ui/widgets/emptystate.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using models::OutboxModel;

namespace {
constexpr int kItem = 64, kHeading = 40, kEdge = 16, kShape = 18;

QString wordOf(store::CommandState state)
{
    switch (state) {
    case store::CommandState::Queued:
        return u"queued"_s;
    case store::CommandState::Sending:
        return u"sending"_s;
    case store::CommandState::Confirmed:
        return u"confirmed"_s;
    case store::CommandState::Refused:
        return u"refused"_s;
    case store::CommandState::Unknown:
        return u"unknown"_s;
    case store::CommandState::Discarded:
        return u"discarded"_s;
    }
    return {};
}
} // namespace

void SectionFilter::show(const QList<OutboxModel::Section>& sections)
{
    m_sections = sections;
    invalidateFilter();
}

bool SectionFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const int section = sourceModel()->index(row, 0, parent).data(OutboxModel::SectionRole).toInt();
    return m_sections.contains(static_cast<OutboxModel::Section>(section));
}

CommandDelegate::CommandDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

bool CommandDelegate::hasHeading(const QModelIndex& index) const
{
    // The first section needs none: the tab above says what it is.
    return m_headings && index.row() > 0 && index.data(OutboxModel::FirstOfSectionRole).toBool();
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {200, kItem + (hasHeading(index) ? kHeading : 0)};
}

void CommandDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& c = m_theme.colours();
    QRect row = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    const int leading = static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine;
    if (hasHeading(index)) {
        const QRect heading(row.left(), row.top(), row.width(), kHeading);
        painter->fillRect(heading, c.surface);
        painter->setFont(m_theme.font(Face::BaseStrong));
        painter->setPen(c.text);
        painter->drawText(heading.adjusted(kEdge, 0, -kEdge, 0), leading,
                          index.data(OutboxModel::SectionTitleRole).toString());
        row.setTop(row.top() + kHeading);
    }
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(row, selected ? c.selection : option.state & QStyle::State_MouseOver ? c.background : c.surface);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), c.line);

    const auto state = static_cast<store::CommandState>(index.data(OutboxModel::StateRole).toInt());
    const Badge badge = state == store::CommandState::Discarded ? Badge{Tone::Grey, u"archive"_s}
                                                                : m_theme.tokens().command(wordOf(state));
    const auto place = [&](const QRect& r) { return QStyle::visualRect(option.direction, row, r); };
    m_theme.paintIcon(*painter, place({row.left() + kEdge, row.top() + 14, kShape, kShape}), badge.icon,
                      m_theme.ink(badge.tone), option.direction);
    const ChipContent chip{.icon = badge.icon,
                           .text = index.data(OutboxModel::StateTextRole).toString(),
                           .tone = badge.tone,
                           .trailingIcon = {}};
    const int chipWide = chipWidth(m_theme, chip);
    const int high = m_theme.sizes().chipHeight;
    paintChip(*painter, m_theme, place({row.right() - kEdge - chipWide, row.top() + 12, chipWide, high}), chip,
              option.direction);
    const int left = row.left() + kEdge + kShape + 14;
    const int width = row.right() - kEdge - chipWide - 12 - left;
    painter->setFont(m_theme.font(Face::BaseStrong));
    painter->setPen(c.text);
    const QFontMetrics strong(painter->font());
    painter->drawText(place({left, row.top() + 11, width, 22}), leading,
                      strong.elidedText(index.data(OutboxModel::TitleRole).toString(), Qt::ElideRight, width));
    painter->setFont(m_theme.font(Face::Base));
    painter->setPen(c.muted);
    const QFontMetrics base(painter->font());
    const int under = row.right() - kEdge - left;
    painter->drawText(place({left, row.top() + 33, under, 20}), leading,
                      base.elidedText(index.data(OutboxModel::SublineRole).toString(), Qt::ElideRight, under));
    if (option.state & QStyle::State_HasFocus) {
        painter->fillRect(QRect(row.left(), row.top(), row.width(), 1), c.accent);
        painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), c.accent);
    }
    painter->restore();
}

CommandList::CommandList(const Theme& theme, OutboxModel& model, QWidget* parent)
    : QListView(parent)
    , m_filter(new SectionFilter(this))
    , m_delegate(new CommandDelegate(theme, this))
    , m_empty(new EmptyState(theme, viewport()))
{
    m_filter->setSourceModel(&model);
    setModel(m_filter);
    setItemDelegate(m_delegate);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &CommandList::updateEmpty);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &CommandList::updateEmpty);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &CommandList::updateEmpty);
    connect(m_filter, &QAbstractItemModel::dataChanged, this, [this] { scheduleDelayedItemsLayout(); });
    connect(this, &QListView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT opened(index.data(OutboxModel::SeqRole).toLongLong()); });
    connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
}

void CommandList::showSections(const QList<OutboxModel::Section>& sections)
{
    m_delegate->setHeadings(sections.size() > 1);
    m_filter->show(sections);
    scheduleDelayedItemsLayout();
    updateEmpty();
}

qint64 CommandList::currentSeq() const
{
    return currentIndex().data(OutboxModel::SeqRole).toLongLong();
}

void CommandList::select(qint64 seq)
{
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (index.data(OutboxModel::SeqRole).toLongLong() == seq) {
            setCurrentIndex(index);
            return;
        }
    }
}

void CommandList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentSeqChanged(currentSeq());
}

void CommandList::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentSeq()) {
        Q_EMIT opened(currentSeq());
        return;
    }
    if (!event->text().isEmpty() && event->text().front().isDigit()) {
        event->ignore(); // a numbered choice: the page's, not a search for a title
        return;
    }
    QListView::keyPressEvent(event);
}

void CommandList::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    m_empty->setGeometry(viewport()->rect());
}

void CommandList::updateEmpty()
{
    m_empty->setVisible(m_filter->rowCount() == 0);
}

} // namespace waydesk::ui
