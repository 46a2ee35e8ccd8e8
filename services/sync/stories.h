// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to the parcel that somebody looks at: read when they begin to look, when the link comes back, and when
// the server says that the parcel changed. Asked twice, fetched once. A server without the call is asked once. Engine
// thread.
#pragma once

#include "services/backends/backend.h"
#include "services/sync/engine.h"
#include "services/sync/ingest.h"

#include <QHash>

namespace waydesk::sync {

class Stories
{
public:
    using Told = std::function<void(const StoryNews&)>;

    Stories(backends::Backend& backend, Ingest& ingest, EngineListener& listener, Told told);

    void look(const DeliveryId& id); // empty: nobody looks any more
    void changed(const QList<DeliveryId>& ids);
    void pause();
    void resume(); // online and signed in

private:
    struct Fetch
    {
        net::Call call;
        bool again = false; // it changed while it was being read
    };
    void ask();
    std::shared_ptr<Fetch> running() const { return m_running.value(m_looked); }
    void got(const DeliveryId& id, Result<wire::SeenStory> answer);
    void tell(const DeliveryId& id, StoryNews::State state, const std::optional<Error>& error = {});

    backends::Backend& m_backend;
    Ingest& m_ingest;
    EngineListener& m_listener;
    EngineBound m_bound;
    Told m_told;
    DeliveryId m_looked;
    QHash<DeliveryId, std::shared_ptr<Fetch>> m_running;
    bool m_active = false;
};

} // namespace waydesk::sync
