// SPDX-License-Identifier: GPL-3.0-or-later
// Port: the names to choose from, page by page. A plain OnDi server has none of it.
#pragma once

#include "services/net/call.h"
#include "services/wire/answers.h"

namespace waydesk::backends {

class Lookups
{
public:
    virtual ~Lookups() = default;
    virtual net::Call warehouses(int page, net::Done<wire::LookupPage<Warehouse>> done) = 0;
    virtual net::Call drivers(int page, net::Done<wire::LookupPage<DriverRef>> done) = 0;
    virtual net::Call vehicles(int page, net::Done<wire::LookupPage<VehicleRef>> done) = 0;
    virtual net::Call zones(int page, net::Done<wire::LookupPage<Zone>> done) = 0;
    virtual net::Call customers(int page, net::Done<wire::LookupPage<CustomerRef>> done) = 0;
};

} // namespace waydesk::backends
