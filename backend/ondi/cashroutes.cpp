// SPDX-License-Identifier: GPL-3.0-or-later
// Our own call: a driver hands in the cash that they have on board.
#include "backend/depot/cash.h"
#include "backend/depot/refusals.h"
#include "backend/ondi/envelope.h"
#include "backend/ondi/routes.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

Response handInRoute(Call& call)
{
    const DriverId driver{call.request.capture(u"driver_id"_s)};
    const auto done = handInCash(call, driver);
    if (!done)
        return refusalAnswer(refusedWith(404, u"driver_not_found"_s, u"Driver not found"_s));
    auto out = openAnswer(u"Cash handed in successfully"_s);
    out.beginObject()
        .field("driver_id", driver)
        .field("amount", done->amount)
        .field("currency", done->currency)
        .field("collections", done->count)
        .endObject();
    return closeAnswer(out);
}

} // namespace

std::vector<Route> ondiCashRoutes()
{
    return {{Method::Post, u"/delivery/drivers/{driver_id}/hand-in-cash"_s, Access::Dispatch, true, handInRoute}};
}

} // namespace waydesk::backend
