// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's side of OnDi's calls: method, path and body of every request, exactly as documented. The paths stand in
// one table in the .cpp; path segments are percent-encoded here, `/` included. Pure; any thread.
#pragma once

#include "services/domain/command.h"
#include "services/domain/tripplan.h"

#include <QByteArray>
#include <QDate>

namespace waydesk::wire::ondidesk {

struct Request
{
    QByteArray method;
    QByteArray target; // path and query under the base URL, percent-encoded
    QByteArray body;   // empty: none
    bool operator==(const Request&) const = default;
};

inline constexpr int kMaxPage = 100;               // `limit`: 1 to 100
inline constexpr qsizetype kMaxBulkIds = 100;      // waybill_ids of a bulk delete
inline constexpr qsizetype kMaxTripMembers = 1000; // of one trip, which cannot be told in parts
inline constexpr qsizetype kMaxDeliveryIds = 500;  // delivery_ids of one request: far below the 1 MiB body

struct WaybillQuery
{
    int page = 1;
    int limit = kMaxPage;
    std::optional<WaybillStatus> status;
    std::optional<QDate> from, to;
    QString number;
};

struct TripQuery
{
    int page = 1;
    int limit = kMaxPage;
    std::optional<TripStatus> status;
    QString number; // part of one
};

// A command's request. Local ids must have been replaced: an encoder never sends one (nullopt then, or for an empty or
// oversized scope).
std::optional<Request> encodeCommand(const Command& command);

Request waybillPage(const WaybillQuery& query);
Request waybillDetail(const WaybillId& id);
Request waybillDeliveries(const WaybillId& id, int page, int limit = kMaxPage);
Request eligibleDeliveries(const WaybillId& id, int page, const QString& search, int limit = 25);
Request scan(const WaybillId& id, const QString& code);
Request returnsOf(const WaybillId& id, int page, int limit = kMaxPage);

Request tripPage(const TripQuery& query);
Request tripDetail(const TripId& id);
Request tripReturns(const TripId& id);

Request deliveriesAfter(const QString& cursor, int limit = kMaxPage); // empty: from the start
Request delivery(const DeliveryId& id);
Request changesSince(const QString& cursor, int waitSeconds);        // empty cursor: the present one, at once
Request lookup(const QString& noun, int page, int limit = kMaxPage); // "warehouses", "drivers" …

Request signIn(const QString& email, const QString& password);
Request refresh(const QString& refreshToken);
Request signOut(const QString& refreshToken);
Request me();

} // namespace waydesk::wire::ondidesk
