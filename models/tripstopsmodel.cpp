// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tripstopsmodel.h"

#include "models/formats.h"
#include "models/latewords.h"
#include "models/tripwords.h"
#include "models/words.h"

namespace waydesk::models {

using namespace Qt::Literals::StringLiterals;

TripStopsModel::TripStopsModel(const Formats& formats, QObject* parent)
    : KeyedModel(parent)
    , m_formats(formats)
{
    connect(&formats, &Formats::changed, this, [this] { touchAll(); });
}

void TripStopsModel::setDetail(const std::optional<facade::TripDetail>& detail, const QList<StopForecast>& forecast)
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
            if (place < forecast.size()) {
                const StopForecast& reckoned = forecast[place];
                if (reckoned.arrives)
                    row.arrives = std::chrono::floor<std::chrono::minutes>(*reckoned.arrives);
                row.window = reckoned.stop.window;
                row.late = latenessOf(reckoned);
            }
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

QString TripStopsModel::lateness(const StopRow& row) const
{
    if (!row.late)
        return {};
    const QString by = lateBy(row.late->late, m_formats);
    const QString how = row.late->isAgainstPlan ? tr("%1 behind its plan").arg(by) : tr("%1 late").arg(by);
    const QString why = reasonOf(*row.late, m_formats);
    return why.isEmpty() ? how : tr("%1: %2", "lateness, its reason").arg(how, why);
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
        case Arrives: {
            if (!row->arrives)
                return Formats::nothing();
            const QString at = m_formats.time(*row->arrives);
            return row->late ? at + u" · "_s + lateBy(row->late->late, m_formats) : at;
        }
        case Window:
            return row->window ? windowText(*row->window, m_formats) : Formats::nothing();
        case State:
            return words(row->stage);
        default:
            return {};
        }
    case Qt::ToolTipRole:
        if (index.column() == Arrives || index.column() == Window) {
            QStringList lines;
            if (row->arrives)
                lines << tr("Expected at %1; roads are guessed").arg(m_formats.moment(*row->arrives));
            if (row->window)
                lines << tr("To be visited %1").arg(windowText(*row->window, m_formats));
            if (const QString late = lateness(*row); !late.isEmpty())
                lines << late;
            return lines.join(u'\n');
        }
        return index.column() == Parcels ? row->parcels.join(u'\n') : row->where;
    case Qt::TextAlignmentRole:
        return int((index.column() == Place ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    case StageRole:
        return static_cast<int>(row->stage);
    case KindRole:
        return row->stop.kind.known ? static_cast<int>(*row->stop.kind.known) : -1;
    case LateRole:
        return row->late ? static_cast<int>(row->late->late.count()) : 0;
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
    case Arrives:
        return tr("Expected");
    case Window:
        return tr("Window");
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
