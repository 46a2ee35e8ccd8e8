// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/choicemodels.h"

#include "services/domain/fold.h"

#include <QStringList>

namespace waydesk::models {

namespace {

// Every word of the search stands somewhere in the texts.
bool matches(const QString& search, const QStringList& texts)
{
    const QString all = fold(texts.join(u' '));
    const QStringList words = fold(search).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&all](const QString& word) { return all.contains(word); });
}

template<class Rows, class IdOf, class Id>
int placeOf(const Rows& rows, IdOf idOf, const Id& id)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (idOf(rows.at(i)) == id)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace

void DriversModel::setDrivers(const QList<DriverRef>& drivers)
{
    m_all = drivers;
    show();
}

void DriversModel::setSearch(const QString& search)
{
    m_search = search;
    show();
}

void DriversModel::show()
{
    QList<DriverRef> shown;
    for (const DriverRef& driver : std::as_const(m_all)) {
        if (matches(m_search, {driver.user.fullName, driver.vehicle ? driver.vehicle->name : QString(),
                               driver.vehicle ? driver.vehicle->code : QString(), driver.user.phone}))
            shown += driver;
    }
    setRows(std::move(shown));
}

QVariant DriversModel::data(const QModelIndex& index, int role) const
{
    const DriverRef* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row->user.fullName;
    case IdRole:
        return row->id.value;
    case VanRole:
        return row->vehicle ? row->vehicle->name : QString();
    case StatusRole:
        return row->status;
    case PhoneRole:
        return row->user.phone;
    default:
        return {};
    }
}

QHash<int, QByteArray> DriversModel::roleNames() const
{
    return {{IdRole, "id"}, {NameRole, "name"}, {VanRole, "van"}, {StatusRole, "status"}, {PhoneRole, "phone"}};
}

int DriversModel::rowOf(const DriverId& id) const
{
    return placeOf(
        m_rows, [](const DriverRef& row) { return row.id; }, id);
}

QString DriversModel::keyOf(const DriverRef& row) const
{
    return row.id.value;
}

void WarehousesModel::setWarehouses(const QList<Warehouse>& warehouses)
{
    m_all = warehouses;
    show();
}

void WarehousesModel::setSearch(const QString& search)
{
    m_search = search;
    show();
}

void WarehousesModel::show()
{
    QList<Warehouse> shown;
    for (const Warehouse& warehouse : std::as_const(m_all)) {
        if (matches(m_search, {warehouse.ref.name, warehouse.ref.code, warehouse.location.fullAddress}))
            shown += warehouse;
    }
    setRows(std::move(shown));
}

QVariant WarehousesModel::data(const QModelIndex& index, int role) const
{
    const Warehouse* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row->ref.name;
    case IdRole:
        return row->ref.id.value;
    case CodeRole:
        return row->ref.code;
    case AddressRole:
    case Qt::ToolTipRole:
        return row->location.fullAddress;
    default:
        return {};
    }
}

QHash<int, QByteArray> WarehousesModel::roleNames() const
{
    return {{IdRole, "id"}, {NameRole, "name"}, {CodeRole, "code"}, {AddressRole, "address"}};
}

int WarehousesModel::rowOf(const WarehouseId& id) const
{
    return placeOf(
        m_rows, [](const Warehouse& row) { return row.ref.id; }, id);
}

QString WarehousesModel::keyOf(const Warehouse& row) const
{
    return row.ref.id.value;
}

} // namespace waydesk::models
