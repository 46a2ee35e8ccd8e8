// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of parcels: those of a waybill, those that may join one, and all of the tenant's by their last change.
#pragma once

#include "backend/depot/paging.h"
#include "backend/depot/refusals.h"
#include "backend/depot/where.h"
#include "backend/http/message.h"
#include "services/domain/delivery.h"

namespace waydesk::backend {

enum class DeliverySort { Code, Status, Barcode, Reference, UnitSize, CreatedAt, Customer };
enum class SortOrder { Ascending, Descending };

struct DeliveryQuery
{
    Paging paging;
    DeliverySort sort = DeliverySort::CreatedAt;
    SortOrder order = SortOrder::Descending;
    QString search;
    Where columns; // from columnFilters()
};

Result<Page<Delivery>> deliveriesOf(Call& call, const WaybillId& waybill, const DeliveryQuery& query);
// 409 where the waybill takes no more.
Result<Page<Delivery>> eligibleFor(Call& call, const WaybillId& waybill, const DeliveryQuery& query);

// All of the tenant's, in the order of their last change, so that a reader that goes on from where it stood misses
// nothing that changed meanwhile. Goes on by key, never by counting rows.
struct DeliveryFeedQuery
{
    int page = 1, limit = kMostPerPage;
    QString search;
    std::optional<Instant> updatedSince;
    QString after; // a cursor of ours, or empty
};
struct DeliveryFeed
{
    Page<Delivery> page;
    std::optional<QString> nextCursor; // nullopt at the end
};
Result<DeliveryFeed> deliveryFeed(Call& call, const DeliveryFeedQuery& query);

} // namespace waydesk::backend
