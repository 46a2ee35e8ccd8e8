// SPDX-License-Identifier: GPL-3.0-or-later
// How a delivery stands in its row: the order of the columns, binding and reading. Inside the store only.
#pragma once

#include "services/domain/delivery.h"
#include "services/store/database.h"

namespace waydesk::store {

struct StoredDelivery
{
    qint64 rowid = 0;
    Delivery delivery;
    Instant fetchedAt{};
    bool operator==(const StoredDelivery&) const = default;
};

// As the row itself tells it: the customers' list may know another name.
QVariantList bindDelivery(const Delivery& delivery, Instant fetchedAt);
inline constexpr int kCustomerKeyColumn = 30; // of bindDelivery()
// Reads `SELECT d.rowid, <deliveryColumns>, r.raw, r.nested`.
StoredDelivery readDelivery(const Rows& rows);
const QString& selectDelivery();
const QString& upsertDeliverySql(); // their ids once more, last: it finds the numbers itself

// How many parcels stand in each status, kept beside the rows.
Result<Nothing> tallyStatus(Database& db, const QString& status, qint64 by);

QString deliverySearchText(const QString& code, const QString& barcode, const QString& externalRef,
                           const QString& customer, const QString& zone, const QString& address);
QString deliverySearchText(const Delivery& delivery);

} // namespace waydesk::store
