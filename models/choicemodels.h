// SPDX-License-Identifier: GPL-3.0-or-later
// Names to choose from: drivers with their vans, warehouses. Searchable without diacritics and across Arabic and
// Kurdish letter forms. The lists are short (hundreds) and read from this desk's store.
#pragma once

#include "models/keyedmodel.h"
#include "services/domain/place.h"

#include <QAbstractListModel>

namespace waydesk::models {

class DriversModel : public KeyedModel<DriverRef, QAbstractListModel>
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, NameRole, VanRole, StatusRole, PhoneRole };

    using KeyedModel::KeyedModel;

    void setDrivers(const QList<DriverRef>& drivers);
    void setSearch(const QString& search);
    const QString& search() const { return m_search; }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int rowOf(const DriverId& id) const;

protected:
    QString keyOf(const DriverRef& row) const override;

private:
    void show();
    QList<DriverRef> m_all;
    QString m_search;
};

class WarehousesModel : public KeyedModel<Warehouse, QAbstractListModel>
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, NameRole, CodeRole, AddressRole };

    using KeyedModel::KeyedModel;

    void setWarehouses(const QList<Warehouse>& warehouses);
    void setSearch(const QString& search);
    const QString& search() const { return m_search; }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int rowOf(const WarehouseId& id) const;

protected:
    QString keyOf(const Warehouse& row) const override;

private:
    void show();
    QList<Warehouse> m_all;
    QString m_search;
};

} // namespace waydesk::models
