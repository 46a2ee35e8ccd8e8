// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tripstopsmodel.h"

#include "models/formats.h"
#include "models/tripwords.h"
#include "models/words.h"

namespace waydesk::models {

TripStopsModel::TripStopsModel(const Formats& formats, QObject* parent)
    : KeyedModel(parent)
    , m_formats(formats)
{
    connect(&formats, &Formats::changed, this, [this] { touchAll(); });
}

void TripStopsModel::setDetail(const std::optional<facade::TripDetail>& detail)
{
    QList<StopRow> rows;
    if (detail && detail->plan) {
        QHash<DeliveryId, const Delivery*> parcels;
        for (const facade::DeliveryRow& row : detail->deliveries)
            parcels.insert(row.delivery.id, &row.delivery);
        const QList<PlanStop>& stops = detail->plan->stops;
        for (int place = 0; place < stops.size(); ++place) {
            StopRow row;
            row.place = place;
            row.stop = stops[place];
            for (const DeliveryId& id : row.stop.deliveries) {
                const Delivery* parcel = parcels.value(id);
                row.parcels.append(parcel ? parcelTitle(*parcel) : Formats::nothing());
                if (parcel && row.where.isEmpty() && row.stop.kind.known)
                    row.where = placeOf(*parcel, *row.stop.kind.known);
            }
            if (row.stop.isComplete)
                row.stage = StopRow::Stage::Done;
            else if (detail->plan->current == place)
                row.stage = StopRow::Stage::Current;
            else if (detail->plan->next == place)
                row.stage = StopRow::Stage::Next;
            rows.append(std::move(row));
        }
    }
    setRows(std::move(rows));
}

int TripStopsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString TripStopsModel::words(StopRow::Stage stage)
{
    switch (stage) {
    case StopRow::Stage::Done:
        return tr("Done");
    case StopRow::Stage::Current:
        return tr("Now");
    case StopRow::Stage::Next:
        return tr("Next");
    case StopRow::Stage::Later:
        return tr("To come");
    }
    Q_UNREACHABLE();
}

QVariant TripStopsModel::data(const QModelIndex& index, int role) const
{
    const StopRow* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Place:
            return m_formats.number(row->place + 1);
        case What:
            return models::words(row->stop.kind);
        case Where:
            return row->where.isEmpty() ? Formats::nothing() : row->where;
        case Parcels:
            return m_formats.parcels(static_cast<int>(row->stop.deliveries.size()));
        case State:
            return words(row->stage);
        default:
            return {};
        }
    case Qt::ToolTipRole:
        return index.column() == Parcels ? row->parcels.join(u'\n') : row->where;
    case Qt::TextAlignmentRole:
        return int((index.column() == Place ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    case StageRole:
        return static_cast<int>(row->stage);
    default:
        return {};
    }
}

QVariant TripStopsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Place:
        return tr("Stop");
    case What:
        return tr("What");
    case Where:
        return tr("Where");
    case Parcels:
        return tr("Parcels");
    case State:
        return tr("State");
    default:
        return {};
    }
}

QString TripStopsModel::keyOf(const StopRow& row) const
{
    return QString::number(row.place);
}

} // namespace waydesk::models
