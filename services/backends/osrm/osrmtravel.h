// SPDX-License-Identifier: GPL-3.0-or-later
// Travel times from an OSRM-compatible router at a base URL of the person's choice. Asks for nothing by itself and
// sends nothing but coordinates: no token, no name. Engine thread.
#pragma once

#include "services/backends/traveltimes.h"
#include "services/net/httpclient.h"

namespace waydesk::backends {

class OsrmTravel final : public TravelTimes
{
public:
    explicit OsrmTravel(const QUrl& router, const net::HttpLimits& limits = {});

    QUrl router() const { return m_http.base(); }
    net::Call table(std::span<const QGeoCoordinate> places, net::Done<routing::TravelMatrix> done) override;

private:
    net::HttpClient m_http;
};

} // namespace waydesk::backends
