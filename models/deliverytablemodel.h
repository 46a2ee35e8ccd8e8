// SPDX-License-Identifier: GPL-3.0-or-later
// The table of every parcel, windowed over up to a million rows: an order of row ids that grows in slices of at most
// 4 ms, rows read by window into a small cache. A refresh is a keyed diff: modelReset is never emitted; selection,
// scroll and persistent indexes stay with their parcel. GUI thread.
#pragma once

#include "services/facade/deliveryservice.h"

#include <QAbstractTableModel>
#include <memory>

namespace waydesk::models {

class Formats;

class DeliveryTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Code, Status, Customer, Destination, Waybill, Trip, Cod, Created, Updated, Window };
    static constexpr int kColumnCount = 10;
    enum Role {
        IdRole = Qt::UserRole + 1,
        StatusRole,  // int of DeliveryStatus; -1
        MarkRole,    // int of the worst open command's CommandState; -1: none is open
        ReturnedRole // bool
    };

    DeliveryTableModel(facade::DeliveryService& service, const Formats& formats, QObject* parent = nullptr);
    ~DeliveryTableModel() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override; // a column without an order changes nothing
    static std::optional<facade::DeliveryColumn> orderOf(int column);
    int sortColumn() const;
    Qt::SortOrder sortOrder() const;

    const facade::DeliveryFilter& filter() const;
    void setFilter(const facade::DeliveryFilter& filter);
    bool isComplete() const; // every row of this filter has its place
    // By status, the filter's own status left aside; nullopt while they are being counted.
    const std::optional<facade::DeliveryCounts>& counts() const;

    std::optional<facade::ParcelRow> rowAt(int row) const;
    DeliveryId idAt(int row) const;
    int rowOf(const DeliveryId& id) const; // -1: not in this filter, or not read yet

Q_SIGNALS:
    void countChanged(int rows);
    void orderCompleted();
    void countsTold();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace waydesk::models
