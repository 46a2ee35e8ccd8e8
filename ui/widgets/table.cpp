// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/tableheader.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScrollBar>

namespace waydesk::ui {

Table::Table(const Theme& theme, const QString& name, QWidget* parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_delegate(new CellDelegate(theme, this))
    , m_header(new TableHeader(theme, this))
    , m_empty(new EmptyState(theme, viewport()))
    , m_skeleton(new Skeleton(theme, viewport()))
{
    setAccessibleName(name);
    setHorizontalHeader(m_header);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(&theme, &Theme::changed, this, &Table::applyTheme);
    connect(this, &QAbstractItemView::doubleClicked, this, &Table::opened);
    connect(m_header, &QHeaderView::sectionResized, this, [this](int section) {
        if (section != m_givesWay)
            fitColumns();
    });
    applyTheme();
    updatePlaceholder();
}

void Table::setModel(QAbstractItemModel* next)
{
    if (model())
        disconnect(model(), nullptr, this, nullptr);
    QTableView::setModel(next);
    if (next) {
        connect(next, &QAbstractItemModel::rowsInserted, this, &Table::updatePlaceholder);
        connect(next, &QAbstractItemModel::rowsRemoved, this, &Table::updatePlaceholder);
        connect(next, &QAbstractItemModel::modelReset, this, &Table::updatePlaceholder);
        connect(next, &QAbstractItemModel::layoutChanged, this, &Table::updatePlaceholder);
    }
    updatePlaceholder();
}

void Table::setColumnStyle(int column, ColumnStyle style)
{
    m_header->setFigures(column, CellDelegate::isFigures(style.look));
    m_delegate->setStyle(column, std::move(style));
}

void Table::setGivesWay(int column, int least)
{
    m_givesWay = column;
    m_least = least;
    m_header->setStretchLastSection(false);
    fitColumns();
}

void Table::fitColumns()
{
    if (m_givesWay < 0 || m_givesWay >= m_header->count() || m_header->isSectionHidden(m_givesWay))
        return;
    m_header->setSectionResizeMode(m_givesWay, QHeaderView::Fixed); // also after looks of before were restored
    int others = 0;
    for (int section = 0; section < m_header->count(); ++section) {
        if (section != m_givesWay)
            others += m_header->sectionSize(section); // 0 for a hidden one
    }
    m_header->resizeSection(m_givesWay, qMax(m_least, viewport()->width() - others));
}

void Table::setReading(bool reading, int rows)
{
    m_skeleton->setRows(rows);
    m_reading = reading;
    updatePlaceholder();
}

QString Table::selectionAsTsv() const
{
    if (!selectionModel())
        return {};
    QList<int> columns;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int section = m_header->logicalIndex(visual);
        if (!m_header->isSectionHidden(section))
            columns.append(section);
    }
    QList<int> rows;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange& range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.resize(std::unique(rows.begin(), rows.end()) - rows.begin());
    QString text;
    const auto addLine = [&](auto&& cell) {
        for (qsizetype i = 0; i < columns.size(); ++i) {
            QString words = cell(columns[i]);
            // A cell must stay one cell: tabs and line breaks inside would move what follows.
            words.replace(u'\t', u' ').replace(u'\r', u' ').replace(u'\n', u' ');
            text += words;
            text += i + 1 < columns.size() ? u'\t' : u'\n';
        }
    };
    if (rows.isEmpty())
        return {};
    addLine([this](int column) { return model()->headerData(column, Qt::Horizontal).toString(); });
    for (const int row : rows)
        addLine([this, row](int column) { return model()->index(row, column).data().toString(); });
    return text;
}

void Table::copySelection()
{
    const QString text = selectionAsTsv();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void Table::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier) {
        if (currentIndex().isValid())
            Q_EMIT opened(currentIndex());
        return;
    }
    if (scrollSideways(*event))
        return;
    QTableView::keyPressEvent(event);
}

// A row is one thing here, so Left and Right do not walk through its cells: they bring what is cut off into sight.
bool Table::scrollSideways(const QKeyEvent& event)
{
    if ((event.key() != Qt::Key_Left && event.key() != Qt::Key_Right) || event.modifiers() & ~Qt::KeypadModifier)
        return false;
    QScrollBar* bar = horizontalScrollBar();
    const bool onwards = (event.key() == Qt::Key_Right) != (layoutDirection() == Qt::RightToLeft);
    bar->setValue(bar->value() + (onwards ? 1 : -1) * viewport()->width() / 4);
    return true;
}

void Table::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    // Arriving by Tab with nothing chosen: stand on the first row, so that the focus is seen.
    if (event->reason() == Qt::TabFocusReason && !currentIndex().isValid() && model() && model()->rowCount() > 0)
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
}

void Table::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    m_empty->setGeometry(viewport()->rect());
    m_skeleton->setGeometry(viewport()->rect());
    fitColumns();
}

void Table::applyTheme()
{
    verticalHeader()->setMinimumSectionSize(m_theme.sizes().rowCompact);
    verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
    viewport()->update();
}

void Table::updatePlaceholder()
{
    const bool none = !model() || model()->rowCount() == 0;
    m_skeleton->setVisible(none && m_reading);
    m_empty->setVisible(none && !m_reading);
}

} // namespace waydesk::ui
