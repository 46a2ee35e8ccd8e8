// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ondi/routes.h"

namespace waydesk::backend {

std::vector<Route> ondiWaybillRoutes()
{
    std::vector<Route> routes = waybillReadRoutes();
    for (auto* part : {&waybillWriteRoutes, &waybillDriverRoutes}) {
        for (Route& route : part())
            routes.push_back(std::move(route));
    }
    return routes;
}

std::vector<Route> ondiTripRoutes()
{
    std::vector<Route> routes = tripReadRoutes();
    for (auto* part : {&tripWriteRoutes, &tripParcelRoutes}) {
        for (Route& route : part())
            routes.push_back(std::move(route));
    }
    return routes;
}

} // namespace waydesk::backend
