// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casesmodel.h"

#include "models/formats.h"
#include "models/queuewords.h"
#include "services/domain/caserules.h"

#include <QCollator>

namespace waydesk::models {

using facade::CaseItem;

namespace {
constexpr std::chrono::seconds kAgesEvery{30};
}

CasesModel::CasesModel(facade::CaseService& cases, const Formats& formats, QObject* parent)
    : KeyedModel(parent)
    , m_cases(cases)
    , m_formats(formats)
{
    connect(&cases, &facade::CaseService::changed, this, &CasesModel::reload);
    connect(&formats, &Formats::changed, this, [this] { touchAll(); });
    startTimer(kAgesEvery);
    reload();
}

void CasesModel::setTab(facade::CaseTab tab)
{
    if (std::exchange(m_tab, tab) != tab)
        reload();
}

void CasesModel::setText(const QString& text)
{
    if (std::exchange(m_text, text) != text)
        reload();
}

ExceptionId CasesModel::idAt(int row) const
{
    const CaseItem* found = at(row);
    return found ? found->row.id : ExceptionId{};
}

int CasesModel::rowOf(const ExceptionId& id) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const CaseItem& item) { return item.row.id == id; });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

void CasesModel::reload()
{
    m_counts = m_cases.counts(m_text);
    QList<CaseItem> rows = m_cases.rows(m_tab, m_text, kMost);
    QCollator collator(m_formats.locale());
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::stable_sort(rows, [&](const CaseItem& a, const CaseItem& b) {
        const DeliveryCase& first = m_order == Qt::AscendingOrder ? a.row : b.row;
        const DeliveryCase& second = m_order == Qt::AscendingOrder ? b.row : a.row;
        if (m_column == Raised)
            return first.raisedAt < second.raisedAt;
        if (m_column == Due) { // without a due time it comes after those with one
            const Instant never = Instant::max();
            return std::pair(first.dueAt.value_or(never), first.raisedAt) <
                   std::pair(second.dueAt.value_or(never), second.raisedAt);
        }
        return collator.compare(text(first, m_column), text(second, m_column)) < 0;
    });
    setRows(std::move(rows));
    Q_EMIT reloaded();
}

void CasesModel::timerEvent(QTimerEvent* event)
{
    KeyedModel::timerEvent(event);
    if (!m_rows.isEmpty())
        touch(0, static_cast<int>(m_rows.size()) - 1);
}

void CasesModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kColumnCount || (column == m_column && order == m_order))
        return;
    m_column = column;
    m_order = order;
    reload();
}

int CasesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString CasesModel::text(const DeliveryCase& row, int column) const
{
    switch (column) {
    case Parcel:
        return parcelName(row.deliveryCode, row.delivery);
    case What:
        return words(row.kind);
    case Reason:
        return caseReason(row);
    case Owner:
        return row.ownerName ? *row.ownerName : row.owner ? QStringLiteral("…") : tr("Nobody");
    case NextAction:
        return row.nextAction && !row.nextAction->isEmpty() ? *row.nextAction : Formats::nothing();
    case Due:
        return dueText(row, m_formats);
    case Raised:
        return m_formats.age(row.raisedAt);
    default:
        return {};
    }
}

QVariant CasesModel::data(const QModelIndex& index, int role) const
{
    const CaseItem* item = index.isValid() ? at(index.row()) : nullptr;
    if (!item)
        return {};
    const DeliveryCase& row = item->row;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Raised)
            return m_formats.fullMoment(row.raisedAt);
        if (index.column() == Due && row.dueAt)
            return m_formats.fullMoment(*row.dueAt);
        if (index.column() == NextAction && row.nextAction)
            return *row.nextAction;
        return row.notes.isEmpty() ? caseReason(row) : row.notes;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    case IdRole:
        return row.id.value;
    case KindRole:
        return row.kind.known ? static_cast<int>(*row.kind.known) : -1;
    case OverdueRole:
        return isOverdue(row, m_formats.now());
    case OwnedRole:
        return row.owner.has_value();
    case MarkRole:
        return item->mark ? static_cast<int>(*item->mark) : -1;
    default:
        return {};
    }
}

QVariant CasesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Parcel:
        return tr("Parcel");
    case What:
        return tr("What happened");
    case Reason:
        return tr("Reason");
    case Owner:
        return tr("Owner");
    case NextAction:
        return tr("Next action");
    case Due:
        return tr("Due");
    case Raised:
        return tr("Raised", "how long ago");
    default:
        return {};
    }
}

QString CasesModel::keyOf(const CaseItem& row) const
{
    return row.row.id.value;
}

} // namespace waydesk::models
