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
    virtual net::Call after(const QString& cursor, net::Done<wire::DeliveryPage> done) = 0; // empty: from the start
    virtual net::Call one(const DeliveryId& id, net::Done<wire::SeenDelivery> done) = 0;
};

} // namespace waydesk::backends
