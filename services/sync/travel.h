// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the router for travel times, one question at a time: a new one takes the place of the last, whose asker hears
// nothing more of it. Engine thread.
#pragma once

#include "services/backends/osrm/osrmtravel.h"
#include "services/sync/engine.h"
#include "services/sync/enginelistener.h"

#include <QGeoCoordinate>

namespace waydesk::sync {

class Travel
{
public:
    using Answered = std::function<void(const TravelAnswer&)>;

    void ask(quint64 ticket, const QUrl& router, const QList<QGeoCoordinate>& places, Answered answered);

private:
    EngineBound m_bound;
    std::unique_ptr<backends::OsrmTravel> m_router;
    net::Call m_call;
};

} // namespace waydesk::sync
