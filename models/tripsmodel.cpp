// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tripsmodel.h"

#include "models/formats.h"
#include "models/latewords.h"
#include "models/tripwords.h"

#include <QCollator>

namespace waydesk::models {

using facade::TripRow;

namespace {

qint64 figure(const Trip& trip, int column)
{
    const auto micros = [](Instant at) { return at.time_since_epoch().count(); };
    switch (column) {
    case TripsModel::Status:
        return trip.state.known ? static_cast<qint64>(*trip.state.known) : static_cast<qint64>(kTripStatuses.size());
    case TripsModel::Parcels:
        return trip.itemCount.value_or(-1);
    case TripsModel::Started:
        return trip.startedAt ? micros(*trip.startedAt) : 0;
    default:
        return micros(trip.createdAt);
    }
}

} // namespace

TripsModel::TripsModel(facade::TripService& trips, const Formats& formats, const facade::LatenessWatch* lateness,
                       QObject* parent)
    : KeyedModel(parent)
    , m_trips(trips)
    , m_formats(formats)
    , m_lateness(lateness)
{
    connect(&trips, &facade::TripService::changed, this, &TripsModel::reload);
    connect(&formats, &Formats::changed, this, [this] { touchAll(); });
    if (lateness) {
        connect(lateness, &facade::LatenessWatch::changed, this, [this] {
            if (m_column == Lateness)
                reload();
            touchAll();
        });
    }
    reload();
}

void TripsModel::setStatus(const std::optional<TripStatus>& status)
{
    if (std::exchange(m_status, status) != status)
        reload();
}

void TripsModel::setText(const QString& text)
{
    if (std::exchange(m_text, text) != text)
        reload();
}

qint64 TripsModel::matching() const
{
    return m_status ? m_counts.byStatus[static_cast<size_t>(*m_status)] : m_counts.all;
}

TripId TripsModel::idAt(int row) const
{
    const TripRow* found = at(row);
    return found ? found->trip.id : TripId{};
}

int TripsModel::rowOf(const TripId& id) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const TripRow& row) { return row.trip.id == id; });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

void TripsModel::reload()
{
    m_counts = m_trips.counts(m_text);
    QList<TripRow> rows = m_trips.rows(m_status, m_text, kMost);
    const bool byWords = m_column == Number || m_column == Driver || m_column == Van;
    QCollator collator(m_formats.locale());
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::stable_sort(rows, [&](const TripRow& a, const TripRow& b) {
        const TripRow& first = m_order == Qt::AscendingOrder ? a : b;
        const TripRow& second = m_order == Qt::AscendingOrder ? b : a;
        if (byWords)
            return collator.compare(text(first.trip, m_column), text(second.trip, m_column)) < 0;
        if (m_column == Lateness)
            return minutesLate(first.trip.id) < minutesLate(second.trip.id);
        return figure(first.trip, m_column) < figure(second.trip, m_column);
    });
    setRows(std::move(rows));
    Q_EMIT reloaded();
}

void TripsModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kColumnCount || (column == m_column && order == m_order))
        return;
    m_column = column;
    m_order = order;
    reload();
}

int TripsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

int TripsModel::lateRole(const TripId& trip) const
{
    if (!m_lateness || !m_lateness->isReckoned(trip))
        return -1;
    const auto worst = m_lateness->worst(trip);
    return !worst ? 0 : worst->isNow ? 2 : 1;
}

qint64 TripsModel::minutesLate(const TripId& trip) const
{
    const auto worst = m_lateness ? m_lateness->worst(trip) : std::nullopt;
    return worst ? worst->stop.late.count() : lateRole(trip);
}

QString TripsModel::lateness(const TripId& trip, bool withReason) const
{
    const auto worst = m_lateness ? m_lateness->worst(trip) : std::nullopt;
    if (!worst)
        return lateRole(trip) < 0 || withReason ? QString() : tr("in time");
    const QString how = latenessAt(worst->stop, worst->isNow, m_formats);
    const QString why = reasonOf(worst->stop, m_formats);
    return withReason && !why.isEmpty() ? tr("%1: %2", "lateness, its reason").arg(how, why) : how;
}

QString TripsModel::text(const Trip& trip, int column) const
{
    switch (column) {
    case Number:
        return trip.number.isEmpty() ? tr("New") : trip.number;
    case Status:
        return words(trip.state);
    case Driver:
        return trip.driver && !trip.driver->user.fullName.isEmpty() ? trip.driver->user.fullName : Formats::nothing();
    case Van:
        return trip.vehicle ? vanName(*trip.vehicle) : Formats::nothing();
    case Parcels:
        return trip.itemCount ? m_formats.number(*trip.itemCount) : Formats::nothing();
    case Started:
        return trip.startedAt ? m_formats.moment(*trip.startedAt) : Formats::nothing();
    case Created:
        return m_formats.moment(trip.createdAt);
    case Lateness: {
        const QString late = lateness(trip.id, false);
        return late.isEmpty() ? Formats::nothing() : late;
    }
    default:
        return {};
    }
}

QVariant TripsModel::data(const QModelIndex& index, int role) const
{
    const TripRow* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(row->trip, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Created)
            return m_formats.fullMoment(row->trip.createdAt);
        if (index.column() == Started && row->trip.startedAt)
            return m_formats.fullMoment(*row->trip.startedAt);
        return index.column() == Lateness ? lateness(row->trip.id, true) : row->trip.notes;
    case Qt::TextAlignmentRole:
        return int((index.column() == Parcels ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    case IdRole:
        return row->trip.id.value;
    case MarkRole:
        return row->mark ? static_cast<int>(*row->mark) : -1;
    case StatusRole:
        return row->trip.state.known ? static_cast<int>(*row->trip.state.known) : -1;
    case LateRole:
        return lateRole(row->trip.id);
    default:
        return {};
    }
}

QVariant TripsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Parcels ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    if (role == Qt::InitialSortOrderRole)
        return section == Created || section == Started || section == Parcels || section == Lateness
                   ? Qt::DescendingOrder
                   : Qt::AscendingOrder;
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Trip");
    case Status:
        return tr("Status");
    case Driver:
        return tr("Driver");
    case Van:
        return tr("Van");
    case Parcels:
        return tr("Parcels");
    case Started:
        return tr("Started");
    case Created:
        return tr("Created");
    case Lateness:
        return tr("Lateness");
    default:
        return {};
    }
}

QString TripsModel::keyOf(const TripRow& row) const
{
    return row.trip.id.value;
}

} // namespace waydesk::models
