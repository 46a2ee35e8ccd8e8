// SPDX-License-Identifier: GPL-3.0-or-later
// The parcels of one waybill (or any list of parcels): code, customer, zone, COD, status, with what is queued to join
// or leave marked. Replaced by value, repainted by difference.
#pragma once

#include "models/keyedmodel.h"
#include "services/facade/rows.h"

namespace waydesk::models {

class Formats;

class DeliveriesModel : public KeyedModel<facade::DeliveryRow>
{
    Q_OBJECT

public:
    enum Column { Code, Customer, Zone, Cod, Status };
    static constexpr int kColumnCount = 5;
    enum Role {
        IdRole = Qt::UserRole + 1,
        StatusRole, // int of DeliveryStatus; -1
        JoiningRole,
        LeavingRole,
        ReturnedRole, // bool
        PhoneRole
    };

    explicit DeliveriesModel(const Formats& formats, QObject* parent = nullptr);

    void setDeliveries(const QList<facade::DeliveryRow>& deliveries);
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int rowOf(const DeliveryId& id) const;
    Money totalCod() const; // of those that stay; in the first one's currency

protected:
    QString keyOf(const facade::DeliveryRow& row) const override;

private:
    const Formats& m_formats;
};

} // namespace waydesk::models
