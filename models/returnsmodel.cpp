// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/returnsmodel.h"

#include "models/formats.h"
#include "models/queuewords.h"

#include <QCollator>

namespace waydesk::models {

using facade::ReturnItem;

namespace {
constexpr std::chrono::seconds kAgesEvery{30};
}

ReturnsModel::ReturnsModel(facade::ReturnQueueService& returns, const Formats& formats, QObject* parent)
    : KeyedModel(parent)
    , m_returns(returns)
    , m_formats(formats)
{
    connect(&returns, &facade::ReturnQueueService::changed, this, &ReturnsModel::reload);
    connect(&formats, &Formats::changed, this, [this] { touchAll(); });
    startTimer(kAgesEvery);
    reload();
}

void ReturnsModel::setStatus(const std::optional<ReturnRequestStatus>& status)
{
    if (std::exchange(m_status, status) != status)
        reload();
}

void ReturnsModel::setText(const QString& text)
{
    if (std::exchange(m_text, text) != text)
        reload();
}

void ReturnsModel::setTrip(const TripId& trip)
{
    if (m_trip == trip)
        return;
    m_trip = trip;
    reload();
}

qint64 ReturnsModel::matching() const
{
    return m_status ? m_counts.byStatus[static_cast<size_t>(*m_status)] : m_counts.all;
}

ReturnRequestId ReturnsModel::idAt(int row) const
{
    const ReturnItem* found = at(row);
    return found ? found->row.request.id : ReturnRequestId{};
}

int ReturnsModel::rowOf(const ReturnRequestId& id) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const ReturnItem& item) { return item.row.request.id == id; });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

void ReturnsModel::reload()
{
    QList<ReturnItem> rows;
    if (m_trip) {
        rows = m_trip->isEmpty() ? QList<ReturnItem>() : m_returns.ofTrip(*m_trip);
    } else {
        m_counts = m_returns.counts(m_text);
        rows = m_returns.rows(m_status, m_text, kMost);
    }
    QCollator collator(m_formats.locale());
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::stable_sort(rows, [&](const ReturnItem& a, const ReturnItem& b) {
        const ReturnQueueRow& first = m_order == Qt::AscendingOrder ? a.row : b.row;
        const ReturnQueueRow& second = m_order == Qt::AscendingOrder ? b.row : a.row;
        if (m_column == Asked) // the longest wait first where it rises
            return first.request.requestedAt < second.request.requestedAt;
        return collator.compare(text(first, m_column), text(second, m_column)) < 0;
    });
    setRows(std::move(rows));
    Q_EMIT reloaded();
}

void ReturnsModel::timerEvent(QTimerEvent* event)
{
    KeyedModel::timerEvent(event);
    if (!m_rows.isEmpty())
        touch(0, static_cast<int>(m_rows.size()) - 1);
}

void ReturnsModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kColumnCount || (column == m_column && order == m_order))
        return;
    m_column = column;
    m_order = order;
    reload();
}

int ReturnsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString ReturnsModel::text(const ReturnQueueRow& row, int column) const
{
    const auto orNothing = [](const std::optional<QString>& words) {
        return words && !words->isEmpty() ? *words : Formats::nothing();
    };
    switch (column) {
    case Parcel:
        return parcelName(row.deliveryCode, row.request.delivery);
    case Status:
        return words(row.request.state);
    case Customer:
        return orNothing(row.customerName);
    case Reason:
        return row.request.reason;
    case TripNumber:
        return orNothing(row.tripNumber);
    case AskedBy:
        return orNothing(row.request.requestedByName);
    case Asked:
        return m_formats.age(row.request.requestedAt);
    case AnsweredBy:
        return orNothing(row.request.decidedByName);
    default:
        return {};
    }
}

QVariant ReturnsModel::data(const QModelIndex& index, int role) const
{
    const ReturnItem* item = index.isValid() ? at(index.row()) : nullptr;
    if (!item)
        return {};
    const ReturnRequest& request = item->row.request;
    switch (role) {
    case Qt::DisplayRole:
        return text(item->row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Asked)
            return m_formats.fullMoment(request.requestedAt);
        if (index.column() == AnsweredBy && request.decidedAt)
            return m_formats.fullMoment(*request.decidedAt);
        return request.notes && !request.notes->isEmpty() ? *request.notes : request.reason;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    case IdRole:
        return request.id.value;
    case StatusRole:
        return request.state.known ? static_cast<int>(*request.state.known) : -1;
    case MarkRole:
        return item->mark ? static_cast<int>(*item->mark) : -1;
    default:
        return {};
    }
}

QVariant ReturnsModel::headerData(int section, Qt::Orientation orientation, int role) const
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
    case Status:
        return tr("Status");
    case Customer:
        return tr("Customer");
    case Reason:
        return tr("Reason");
    case TripNumber:
        return tr("Trip");
    case AskedBy:
        return tr("Asked by");
    case Asked:
        return tr("Asked", "how long ago");
    case AnsweredBy:
        return tr("Answered by");
    default:
        return {};
    }
}

QString ReturnsModel::keyOf(const ReturnItem& row) const
{
    return row.row.request.id.value;
}

} // namespace waydesk::models
