// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the engine that talk to one server, made together and gone together. Internal to the engine's core.
#pragma once

#include "services/sync/enginecore.h"
#include "services/sync/link.h"
#include "services/sync/pictures.h"
#include "services/sync/poller.h"
#include "services/sync/pump.h"
#include "services/sync/queues.h"
#include "services/sync/session.h"
#include "services/sync/stories.h"
#include "services/sync/tracking.h"
#include "services/sync/trips.h"

namespace waydesk::sync {

// Everything that belongs to one server. Whoever holds calls goes before the backend that runs them.
struct Connection
{
    Connection(const QUrl& address, const EngineOptions& options, store::Store& store, TokenKeeper& keeper,
               Wakeups& wakeups, EngineListener& listener, Engine& engine)
        : server(address)
        , session(address, *options.clock, keeper, store.settings(), listener)
        , link(*options.clock, wakeups, listener)
        , backend(options.makeBackend(address, session, link))
        , ingest(store, *options.clock, listener)
        , details(*backend.waybills, ingest, listener)
        , trips(backend, ingest, wakeups, listener)
        , tracking(backend, ingest, wakeups, listener)
        , queues(backend, ingest, wakeups, listener)
        , stories(backend, ingest, listener, [&engine](const StoryNews& news) { Q_EMIT engine.storyTold(news); })
        , pictures(address, backend, ingest, [&engine](const PictureNews& news) { Q_EMIT engine.pictureTold(news); })
        , poller(backend, ingest, wakeups, listener)
        , pump(backend, store, ingest, details, trips, *options.clock, wakeups, options.jitter, listener)
    {
        poller.tellQueues([this](const QList<wire::Change>& changes, Instant at) { queues.changed(changes, at); });
    }
    const QUrl server;
    Session session;
    Link link;
    backends::Backend backend;
    Ingest ingest;
    Details details;
    Trips trips;
    Tracking tracking;
    Queues queues;
    Stories stories;
    Pictures pictures;
    Poller poller;
    Pump pump;
};

} // namespace waydesk::sync
