// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dataagemodel.h"

#include "models/formats.h"

namespace waydesk::models {

namespace {

QString entityWords(const QString& entity)
{
    if (entity == u"waybills")
        return DataAgeModel::tr("Waybills");
    if (entity == u"deliveries")
        return DataAgeModel::tr("Parcels");
    if (entity == u"trips")
        return DataAgeModel::tr("Trips");
    if (entity == u"drivers")
        return DataAgeModel::tr("Drivers");
    if (entity == u"vehicles")
        return DataAgeModel::tr("Vehicles");
    if (entity == u"warehouses")
        return DataAgeModel::tr("Warehouses");
    if (entity == u"zones")
        return DataAgeModel::tr("Zones");
    if (entity == u"customers")
        return DataAgeModel::tr("Customers");
    return entity;
}

} // namespace

DataAgeModel::DataAgeModel(const Formats& formats, QObject* parent)
    : KeyedModel(parent)
    , m_formats(formats)
{
    connect(&formats, &Formats::changed, this, [this] { touchAll(); });
}

void DataAgeModel::setAges(const QList<facade::DataAge>& ages)
{
    setRows(ages);
}

void DataAgeModel::tick()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, Age), index(static_cast<int>(m_rows.size()) - 1, Age));
}

int DataAgeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant DataAgeModel::data(const QModelIndex& index, int role) const
{
    const facade::DataAge* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == Rows ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case What:
        return entityWords(row->entity);
    case Rows:
        return m_formats.number(row->rows);
    case Age:
        return row->asOf ? tr("%1 old").arg(m_formats.age(*row->asOf)) : tr("not read yet");
    case AsOf:
        return row->asOf ? m_formats.moment(*row->asOf) : Formats::nothing();
    default:
        return {};
    }
}

QVariant DataAgeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("What");
    case Rows:
        return tr("How many");
    case Age:
        return tr("How old");
    case AsOf:
        return tr("As of");
    default:
        return {};
    }
}

QString DataAgeModel::keyOf(const facade::DataAge& row) const
{
    return row.entity;
}

} // namespace waydesk::models
