// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/backends/osrm/osrmtravel.h"

#include "services/wire/osrm/table.h"

namespace waydesk::backends {

OsrmTravel::OsrmTravel(const QUrl& router, const net::HttpLimits& limits)
    : m_http(router, limits)
{
}

net::Call OsrmTravel::table(std::span<const QGeoCoordinate> places, net::Done<routing::TravelMatrix> done)
{
    net::HttpRequest request;
    request.target = wire::osrm::tableTarget(places);
    const auto count = static_cast<qsizetype>(places.size());
    return m_http.send(request, [count, done = std::move(done)](Result<net::HttpAnswer> answer) {
        if (!answer)
            done(answer.error());
        else if (answer->status != 200)
            done(wire::osrm::decodeTableError(answer->status, answer->body));
        else
            done(wire::osrm::decodeTable(answer->body, count));
    });
}

} // namespace waydesk::backends
