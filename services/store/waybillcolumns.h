// SPDX-License-Identifier: GPL-3.0-or-later
// How a waybill stands in its row: the order of the columns, binding and reading. Inside the store only.
#pragma once

#include "services/domain/waybill.h"
#include "services/store/database.h"

namespace waydesk::store {

struct StoredWaybill
{
    qint64 rowid = 0;
    Waybill waybill;
    Instant fetchedAt{};
    bool operator==(const StoredWaybill&) const = default;
};

inline constexpr int kUnknownStatusRank = static_cast<int>(kWaybillStatuses.size());
int statusRank(const WaybillState& state);
int statusRank(std::string_view word);

// "id, tenant_id, …": everything but rowid, in the order of bindWaybill().
const QString& waybillColumns();
inline constexpr int kDriverKeyColumn = 13; // of bindWaybill()
QVariantList bindWaybill(const Waybill& waybill, Instant fetchedAt);
// Reads `SELECT w.rowid, <waybillColumns>, r.raw, r.nested`.
StoredWaybill readWaybill(const Rows& rows);
const QString& selectWaybill(); // SELECT … FROM waybill w JOIN waybill_raw r …, without WHERE
// INSERT … ON CONFLICT(id) DO UPDATE … RETURNING rowid, over the columns above.
const QString& upsertWaybillSql();

QString routeKey(const QString& originName, const QString& destinationName);
QString waybillSearchText(const QString& number, const QString& originName, const QString& destinationName,
                          const QString& notes, const QString& externalRef);
QString endName(const Endpoint& endpoint);

} // namespace waydesk::store
