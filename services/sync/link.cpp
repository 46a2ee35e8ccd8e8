// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/link.h"

#include <QRandomGenerator>

namespace waydesk::sync {

using std::chrono::milliseconds;

Link::Link(const Clock& clock, Wakeups& wakeups, EngineListener& listener)
    : m_clock(clock)
    , m_wakeups(wakeups)
    , m_listener(listener)
    , m_since(clock.now())
{
}

void Link::start(Probe probe)
{
    m_bound.assertHere();
    m_probe = std::move(probe);
    this->probe();
}

void Link::retryNow()
{
    m_bound.assertHere();
    m_failures = 0;
    m_probing.cancel();
    probe();
}

void Link::heard()
{
    m_bound.assertHere();
    m_lastHeard = m_clock.now();
    m_failures = 0;
    m_next.reset();
    move(State::Online);
}

void Link::notHeard(const Error& error)
{
    m_bound.assertHere();
    Q_UNUSED(error);
    if (m_state == State::Online)
        probe();
}

void Link::probe()
{
    if (!m_probe || m_probing.isHeld())
        return;
    m_next.reset();
    m_probing = m_probe([this](const Result<Nothing>& result) {
        m_probing.cancel();
        if (result)
            return; // heard() was told by the connection itself
        move(State::Offline);
        const milliseconds step = std::min(milliseconds{250} * (1 << std::min(m_failures, 5)), milliseconds{3000});
        ++m_failures;
        const double spread = 0.75 + 0.25 * QRandomGenerator::global()->generateDouble();
        m_next = m_wakeups.after(std::chrono::duration_cast<milliseconds>(step * spread), [this] { probe(); });
    });
}

void Link::move(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    m_since = m_clock.now();
    m_listener.linkMoved();
}

} // namespace waydesk::sync
