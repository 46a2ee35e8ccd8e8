// SPDX-License-Identifier: GPL-3.0-or-later
// Port: waybills as a system tells them. Reads only. Every call finishes exactly once through `done`, later, unless its
// Call is dropped first. Engine thread.
#pragma once

#include "services/net/call.h"
#include "services/wire/answers.h"

namespace waydesk::backends {

struct WaybillPageQuery
{
    int page = 1;
    int limit = 100;
    std::optional<WaybillStatus> status;
    QString number; // part of one
    bool operator==(const WaybillPageQuery&) const = default;
};

class WaybillSource
{
public:
    virtual ~WaybillSource() = default;
    virtual net::Call page(const WaybillPageQuery& query, net::Done<wire::WaybillPage> done) = 0;
    // The same page, row by row as cells that are valid only during `take`; for loading much. `take` answers false to
    // stop.
    virtual net::Call eachOf(const WaybillPageQuery& query, std::function<bool(const WaybillCells&)> take,
                             net::Done<wire::RowsEnd> done) = 0;
    virtual net::Call detail(const WaybillId& id, net::Done<wire::WaybillAnswer> done) = 0;
    virtual net::Call deliveries(const WaybillId& id, int page, net::Done<wire::DeliveryPage> done) = 0;
    // May the scanned parcel join? Nothing is attached. Refusals come as errors with the system's code.
    virtual net::Call scan(const WaybillId& id, const QString& code, net::Done<wire::ScanFound> done) = 0;
};

} // namespace waydesk::backends
