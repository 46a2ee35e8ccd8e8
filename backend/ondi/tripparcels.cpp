// SPDX-License-Identifier: GPL-3.0-or-later
// Our own calls about one parcel on its trip: the driver's action, and the return requests that trips show.
#include "backend/depot/deliverywork.h"
#include "backend/depot/returnrequests.h"
#include "backend/http/answers.h"
#include "backend/ondi/envelope.h"
#include "backend/ondi/routes.h"
#include "services/wire/ondi/answers.h"
#include "services/wire/ondi/caseanswers.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

using namespace wire::ondi;

Response actionRoute(Call& call)
{
    const auto request = decodeDeliveryAction(call.request.body);
    if (!request)
        return refusalAnswer(request.error());
    const auto done = actOnDelivery(call, {call.request.capture(u"delivery_id"_s)}, *request);
    if (!done)
        return refusalAnswer(done.error());
    auto out = openAnswer(u"Delivery action completed successfully"_s);
    out.beginObject().key("delivery");
    writeDriverChild(out, done->delivery);
    out.key("trip");
    writeTripStatus(out, done->trip);
    out.endObject();
    return closeAnswer(out);
}

Response returnAnswer(const QString& message, const ReturnRequest& request, int status)
{
    auto out = openAnswer(message, 512);
    writeFullReturn(out, request);
    return closeAnswer(out, status);
}

Response requestRoute(Call& call)
{
    if (!mayDispatch(call.caller) && call.caller.role != UserRole::Driver)
        return insufficientPermissions();
    const auto wish = decodeReturnWish(call.request.body);
    if (!wish)
        return refusalAnswer(wish.error());
    const auto request = requestReturn(call, *wish);
    return request ? returnAnswer(u"Return requested successfully"_s, *request, 201) : refusalAnswer(request.error());
}

Response decideRoute(Call& call)
{
    const auto decision = decodeReturnDecision(call.request.body);
    if (!decision)
        return refusalAnswer(decision.error());
    const auto request = decideReturn(call, {call.request.capture(u"return_id"_s)}, *decision);
    return request ? returnAnswer(u"Return request updated successfully"_s, *request, 200)
                   : refusalAnswer(request.error());
}

} // namespace

std::vector<Route> tripParcelRoutes()
{
    return {
        {Method::Post, u"/delivery/deliveries/{delivery_id}/driver-action"_s, Access::DriverOnly, true, actionRoute},
        {Method::Post, u"/delivery/returns"_s, Access::SignedIn, true, requestRoute},
        {Method::Patch, u"/delivery/returns/{return_id}"_s, Access::Dispatch, true, decideRoute}};
}

} // namespace waydesk::backend
