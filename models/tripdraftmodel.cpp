// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tripdraftmodel.h"

#include "models/formats.h"
#include "models/tripwords.h"

#include <QMimeData>
#include <algorithm>

namespace waydesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kMime = u"application/x-waydesk-stop"_s;

int minutesLate(const PlannedStop& stop)
{
    return static_cast<int>(std::chrono::ceil<std::chrono::minutes>(stop.late).count());
}

} // namespace

TripDraftModel::TripDraftModel(const Formats& formats, QObject* parent)
    : KeyedModel(parent)
    , m_formats(formats)
{
    connect(&formats, &Formats::changed, this, [this] { touchAll(); });
}

QList<DeliveryId> TripDraftModel::order() const
{
    QList<DeliveryId> ids;
    for (const Delivery& parcel : m_trip.parcels)
        ids.append(parcel.id);
    return ids;
}

void TripDraftModel::reckon()
{
    if (m_travel && m_travel->places != placesOf(m_trip).size())
        m_travel.reset();
    m_account = waydesk::account(m_trip, m_travel);
    QList<DraftStop> rows;
    for (const PlannedStop& planned : m_account.stops) {
        DraftStop row;
        row.place = static_cast<int>(rows.size()) + 1;
        row.planned = planned;
        for (const qsizetype member : planned.stop.members) {
            const Delivery& parcel = m_trip.parcels[member];
            row.parcels.append(parcel.id);
            row.codes.append(parcel.barcode.isEmpty() ? parcel.code : parcel.barcode);
            row.isPinned =
                row.isPinned || (planned.stop.kind == StopKind::Dropoff && m_trip.pinned.contains(parcel.id));
            if (row.where.isEmpty())
                row.where = placeOf(parcel, planned.stop.kind);
        }
        // Named by the parcel that comes first by its id: moving a stop does not make another of it.
        const auto first = std::ranges::min_element(row.parcels, {}, &DeliveryId::value);
        row.key = (planned.stop.kind == StopKind::Pickup ? u"p/"_s : u"d/"_s) + first->value;
        rows.append(row);
    }
    setRows(std::move(rows));
    Q_EMIT planned();
}

void TripDraftModel::setParcels(const QList<Delivery>& parcels)
{
    m_trip.parcels = parcels;
    m_trip.pinned.clear();
    m_travel.reset();
    reckon();
}

void TripDraftModel::setOrder(const QList<DeliveryId>& wanted)
{
    if (wanted == order())
        return;
    std::ranges::stable_sort(m_trip.parcels, {}, [&](const Delivery& parcel) { return wanted.indexOf(parcel.id); });
    m_travel.reset();
    reckon();
}

void TripDraftModel::add(const Delivery& parcel)
{
    if (holds(parcel.id))
        return;
    m_trip.parcels.append(parcel);
    m_travel.reset();
    reckon();
}

bool TripDraftModel::holds(const DeliveryId& parcel) const
{
    return std::ranges::any_of(m_trip.parcels, [&](const Delivery& each) { return each.id == parcel; });
}

void TripDraftModel::removeStops(QList<int> rows)
{
    QSet<DeliveryId> gone;
    for (const int row : rows) {
        if (const DraftStop* stop = at(row)) {
            for (const DeliveryId& id : stop->parcels)
                gone.insert(id);
        }
    }
    if (gone.isEmpty())
        return;
    m_trip.parcels.removeIf([&](const Delivery& parcel) { return gone.contains(parcel.id); });
    m_trip.pinned.subtract(gone);
    m_travel.reset();
    reckon();
}

bool TripDraftModel::moveStop(int row, int by)
{
    const QList<DeliveryId> before = order();
    setOrder(movedBy(m_trip, row, by));
    return order() != before;
}

bool TripDraftModel::moveStopTo(int row, int dropoff)
{
    const QList<DeliveryId> before = order();
    setOrder(movedTo(m_trip, row, dropoff));
    return order() != before;
}

void TripDraftModel::setPinned(int row, bool pinned)
{
    const DraftStop* stop = at(row);
    if (!stop || stop->planned.stop.kind != StopKind::Dropoff)
        return;
    for (const DeliveryId& id : stop->parcels) {
        if (pinned)
            m_trip.pinned.insert(id);
        else
            m_trip.pinned.remove(id);
    }
    reckon();
}

void TripDraftModel::setDeparture(Instant departure)
{
    if (std::exchange(m_trip.departure, departure) != departure)
        reckon();
}

void TripDraftModel::setCapacity(const std::optional<Quantity>& capacity)
{
    if (std::exchange(m_trip.capacity, capacity) != capacity)
        reckon();
}

void TripDraftModel::setRoad(const routing::RoadGuess& road)
{
    m_trip.road = road;
    reckon();
}

void TripDraftModel::setTravel(const routing::TravelMatrix& travel)
{
    m_travel = travel;
    reckon();
}

int TripDraftModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString TripDraftModel::why(const PlannedStop& stop) const
{
    if (!stop.isPlaced)
        return tr("Nobody knows where this is: the way to it is not counted.");
    const QString late = tr("%Ln minute(s) late", nullptr, minutesLate(stop));
    switch (stop.reason) {
    case routing::LateReason::None:
        return {};
    case routing::LateReason::FromTheStart:
        return late + u": "_s + tr("even straight from the start it would be too late.");
    case routing::LateReason::BehindWaiting:
        return late + u": "_s +
               tr("the van waits before it, at stop %1.").arg(m_formats.number(stop.because.value_or(0) + 1));
    case routing::LateReason::WindowMissed:
        return late + u": "_s + tr("it comes too late behind the stops before it.");
    }
    Q_UNREACHABLE();
}

QVariant TripDraftModel::data(const QModelIndex& index, int role) const
{
    const DraftStop* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    const PlannedStop& planned = row->planned;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Place:
            return m_formats.number(row->place);
        case What:
            return words(planned.stop.kind);
        case Where:
            return row->where.isEmpty() ? tr("somewhere") : row->where;
        case Parcels:
            return m_formats.number(row->parcels.size());
        case Arrives:
            return planned.isPlaced ? m_formats.time(planned.arrives) : Formats::nothing();
        default:
            return {};
        }
    case Qt::EditRole:
        return index.column() == Place ? QVariant(row->place) : data(index, Qt::DisplayRole);
    case Qt::ToolTipRole:
        return index.column() == Parcels ? row->codes.join(u", "_s) : why(planned);
    case Qt::TextAlignmentRole:
        return int((index.column() == Place || index.column() == Parcels || index.column() == Arrives
                        ? Qt::AlignTrailing
                        : Qt::AlignLeading) |
                   Qt::AlignVCenter);
    case KindRole:
        return static_cast<int>(planned.stop.kind);
    case LateRole:
        return minutesLate(planned);
    case PinnedRole:
        return row->isPinned;
    default:
        return {};
    }
}

bool TripDraftModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    bool isNumber = false;
    const int place = m_formats.locale().toInt(value.toString(), &isNumber);
    if (role != Qt::EditRole || index.column() != Place || !isNumber || !at(index.row()))
        return false;
    int pickups = 0; // before the place that is asked for
    for (int i = 0; i < std::min<int>(place - 1, static_cast<int>(m_rows.size())); ++i)
        pickups += m_rows[i].planned.stop.kind == StopKind::Pickup ? 1 : 0;
    return moveStopTo(index.row(), place - 1 - pickups);
}

QVariant TripDraftModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(
            (section == Place || section == Parcels || section == Arrives ? Qt::AlignTrailing : Qt::AlignLeading) |
            Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Place:
        return u"#"_s;
    case What:
        return tr("Stop");
    case Where:
        return tr("Where");
    case Parcels:
        return tr("Parcels");
    case Arrives:
        return tr("Arrives");
    default:
        return {};
    }
}

Qt::ItemFlags TripDraftModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    Qt::ItemFlags all = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    const DraftStop* row = at(index.row());
    if (row && row->planned.stop.kind == StopKind::Dropoff) {
        all |= Qt::ItemIsDragEnabled;
        if (index.column() == Place)
            all |= Qt::ItemIsEditable;
    }
    return all;
}

QStringList TripDraftModel::mimeTypes() const
{
    return {kMime};
}

QMimeData* TripDraftModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto* data = new QMimeData;
    data->setData(kMime, QByteArray::number(indexes.first().row()));
    return data;
}

bool TripDraftModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int, const QModelIndex& parent)
{
    if (action != Qt::MoveAction || !data->hasFormat(kMime))
        return false;
    const int from = data->data(kMime).toInt();
    int to = row >= 0 ? row : parent.isValid() ? parent.row() : static_cast<int>(m_rows.size());
    if (to > from)
        --to; // it leaves a gap behind
    int dropoffs = 0;
    for (int i = 0; i < to && i < m_rows.size(); ++i)
        dropoffs += i != from && m_rows[i].planned.stop.kind == StopKind::Dropoff ? 1 : 0;
    moveStopTo(from, dropoffs);
    return false; // the rows have been moved here: the view has none to remove
}

} // namespace waydesk::models
