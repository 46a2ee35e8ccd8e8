// SPDX-License-Identifier: GPL-3.0-or-later
// The working half of DeliveryTableModel: passes over the order, counts, and what a change of the store touches.
#pragma once

#include "models/deliverytablemodel.h"
#include "models/orderpass.h"
#include "models/ordersurgeon.h"

#include <QCache>
#include <QTimer>

namespace waydesk::models {

struct DeliveryTableModel::Private
{
    DeliveryTableModel* q;
    facade::DeliveryService& service;
    const Formats& formats;
    QString currency = QStringLiteral("IQD"); // left out of amounts, because the heading names it
    facade::DeliveryFilter filter;
    facade::DeliverySort sort;
    RowOrder order;
    qsizetype pinned = 0; // new ones that the server does not know yet stand first
    bool frozen = false;  // while places change, nothing is read in
    bool complete = false, again = false, rowsAreStale = false;
    std::optional<OrderPass> pass;
    std::unique_ptr<facade::DeliveryCounter> counter;
    std::optional<facade::DeliveryCounts> told;
    QCache<qint64, std::optional<facade::ParcelRow>> cache{1024};
    QTimer stepping, soon;

    Private(DeliveryTableModel* model, facade::DeliveryService& rows, const Formats& words)
        : q(model)
        , service(rows)
        , formats(words)
    {
    }

    int size() const { return static_cast<int>(order.size()); }
    const facade::ParcelRow* at(int row);
    void touch(int first, int last);
    void ask(); // another filter or sort
    void step();
    void refreshSoon();
    void refresh();
    void onChanged(const QList<DeliveryId>& ids);

private:
    void beginPass();
    void finishPass();
    RowOrder locals() const;
    void replant(std::vector<qint64>& moved);
    OrderSurgeon::Hooks surgery();
};

} // namespace waydesk::models
