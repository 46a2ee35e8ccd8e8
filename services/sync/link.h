// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the server answers. Any answer means online. A request that got none only raises a suspicion: a small probe
// is sent at once, and its failure means offline. Offline, probes go out with growing pauses, never more than three
// seconds apart, until one is answered. Engine thread.
#pragma once

#include "services/backends/backend.h"
#include "services/sync/enginelistener.h"
#include "services/sync/wakeups.h"

namespace waydesk::sync {

class Link final : public backends::LinkListener
{
public:
    enum class State { Connecting, Online, Offline };
    using Probe = std::function<net::Call(net::Done<Nothing>)>;

    Link(const Clock& clock, Wakeups& wakeups, EngineListener& listener);

    void start(Probe probe);
    void retryNow();
    void heard() override;
    void notHeard(const Error& error) override;

    State state() const { return m_state; }
    bool isOnline() const { return m_state == State::Online; }
    Instant since() const { return m_since; }
    std::optional<Instant> lastHeard() const { return m_lastHeard; }

private:
    void probe();
    void move(State state);

    const Clock& m_clock;
    Wakeups& m_wakeups;
    EngineListener& m_listener;
    EngineBound m_bound;
    Probe m_probe;
    net::Call m_probing;
    Wakeups::Handle m_next;
    State m_state = State::Connecting;
    Instant m_since{};
    std::optional<Instant> m_lastHeard;
    int m_failures = 0;
};

} // namespace waydesk::sync
