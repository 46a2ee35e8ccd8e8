// SPDX-License-Identifier: GPL-3.0-or-later
// A backend is the bundle of ports that a system really has; null means that it cannot. What a plain OnDi server lacks
// is found out once per connection, and the port is then let go.
#pragma once

#include "services/backends/changefeed.h"
#include "services/backends/commands.h"
#include "services/backends/deliveries.h"
#include "services/backends/imports.h"
#include "services/backends/lookups.h"
#include "services/backends/parcelstories.h"
#include "services/backends/queues.h"
#include "services/backends/sessions.h"
#include "services/backends/tracking.h"
#include "services/backends/tripsource.h"
#include "services/backends/waybillsource.h"

#include <QUrl>

namespace waydesk::backends {

// Told of every answer, and of every request that got none, whatever it was about: what the link looks like.
class LinkListener
{
public:
    virtual ~LinkListener() = default;
    virtual void heard() = 0;                      // any HTTP answer
    virtual void notHeard(const Error& error) = 0; // Offline or Timeout
};

struct Backend
{
    std::unique_ptr<Sessions> sessions;
    std::unique_ptr<WaybillSource> waybills;
    std::unique_ptr<Commands> commands;
    std::unique_ptr<ChangeFeed> feed;
    std::unique_ptr<Lookups> lookups;
    std::unique_ptr<Deliveries> deliveries;
    std::unique_ptr<TripSource> trips;
    std::unique_ptr<Tracking> tracking;
    std::unique_ptr<Imports> imports;
    std::unique_ptr<Queues> queues;
    std::unique_ptr<ParcelStories> stories;
    // Connections that a broken network left behind are not to be trusted.
    std::function<void()> forgetConnections = [] {};
};

// How the engine comes by a backend for an address; tests hand in their own.
using MakeBackend = std::function<Backend(const QUrl& server, TokenSource& tokens, LinkListener& link)>;

} // namespace waydesk::backends
