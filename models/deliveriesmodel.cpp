// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deliveriesmodel.h"

#include "models/formats.h"
#include "models/words.h"

namespace waydesk::models {

namespace {
// The other names under which the scanner knows a parcel, for whoever holds its label in the hand.
QString otherNames(const Delivery& delivery)
{
    QStringList lines{parcelTitle(delivery)};
    if (!delivery.barcode.isEmpty() && delivery.barcode != lines.constFirst())
        lines += DeliveriesModel::tr("Barcode %1").arg(delivery.barcode);
    if (!delivery.externalReference.isEmpty())
        lines += DeliveriesModel::tr("Reference %1").arg(delivery.externalReference);
    return lines.join(u'\n');
}
} // namespace

DeliveriesModel::DeliveriesModel(const Formats& formats, QObject* parent)
    : KeyedModel(parent)
    , m_formats(formats)
{
    connect(&formats, &Formats::changed, this, [this] { touchAll(); });
}

void DeliveriesModel::setDeliveries(const QList<facade::DeliveryRow>& deliveries)
{
    setRows(deliveries);
}

int DeliveriesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant DeliveriesModel::data(const QModelIndex& index, int role) const
{
    const facade::DeliveryRow* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    const Delivery& delivery = row->delivery;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Code:
            return parcelTitle(delivery);
        case Customer:
            return delivery.customer ? delivery.customer->fullName : Formats::nothing();
        case Zone:
            return delivery.dropoffZone ? delivery.dropoffZone->name : Formats::nothing();
        case Cod:
            return m_formats.amount(delivery.cod);
        case Status:
            if (row->joining)
                return tr("Joining, queued");
            return row->leaving ? tr("Leaving, queued") : words(delivery.state);
        default:
            return {};
        }
    case Qt::ToolTipRole:
        if (index.column() == Cod)
            return m_formats.money(delivery.cod);
        if (index.column() == Code)
            return otherNames(delivery);
        return delivery.dropoff ? delivery.dropoff->fullAddress : QString();
    case Qt::TextAlignmentRole:
        return int((index.column() == Cod ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    case IdRole:
        return delivery.id.value;
    case StatusRole:
        return delivery.state.known ? static_cast<int>(*delivery.state.known) : -1;
    case JoiningRole:
        return row->joining;
    case LeavingRole:
        return row->leaving;
    case ReturnedRole:
        return delivery.isReturned;
    case PhoneRole:
        return delivery.customer ? delivery.customer->phone : QString();
    default:
        return {};
    }
}

QVariant DeliveriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Cod ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Code:
        return tr("Parcel");
    case Customer:
        return tr("Customer");
    case Zone:
        return tr("Zone");
    case Cod:
        return tr("COD");
    case Status:
        return tr("Status");
    default:
        return {};
    }
}

QHash<int, QByteArray> DeliveriesModel::roleNames() const
{
    auto names = KeyedModel::roleNames();
    names.insert({{IdRole, "id"}, {StatusRole, "status"}, {JoiningRole, "joining"}, {LeavingRole, "leaving"}});
    return names;
}

int DeliveriesModel::rowOf(const DeliveryId& id) const
{
    const auto it = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                 [&](const facade::DeliveryRow& row) { return row.delivery.id == id; });
    return it == m_rows.cend() ? -1 : static_cast<int>(it - m_rows.cbegin());
}

Money DeliveriesModel::totalCod() const
{
    Money total;
    bool first = true;
    for (const facade::DeliveryRow& row : m_rows) {
        if (std::exchange(first, false))
            total.currency = row.delivery.cod.currency;
        if (!row.leaving && row.delivery.cod.currency == total.currency)
            total.minor += row.delivery.cod.minor;
    }
    return total;
}

QString DeliveriesModel::keyOf(const facade::DeliveryRow& row) const
{
    return row.delivery.id.value;
}

} // namespace waydesk::models
