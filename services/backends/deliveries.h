// SPDX-License-Identifier: GPL-3.0-or-later
// Port: every parcel of the tenant, by keyset. A plain OnDi server has none of it.
#pragma once

#include "services/net/call.h"
#include "services/wire/answers.h"

namespace waydesk::backends {

class Deliveries
{
public:
    virtual ~Deliveries() = default;
    // The page after `cursor` (empty: the first), row by row as cells that are valid only during `take`.
    virtual net::Call eachAfter(const QString& cursor, std::function<bool(const DeliveryCells&)> take,
                                net::Done<wire::RowsEnd> done) = 0;
    virtual net::Call one(const DeliveryId& id, net::Done<wire::SeenDelivery> done) = 0;
};

} // namespace waydesk::backends
