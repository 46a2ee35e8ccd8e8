// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/peer.h"

namespace waydesk::backend {

bool PeerSet::add(Peer* peer, size_t most)
{
    const std::lock_guard lock(m_lock);
    if (m_peers.size() >= most)
        return false;
    m_peers.insert(peer);
    return true;
}

void PeerSet::remove(Peer* peer)
{
    const std::lock_guard lock(m_lock);
    m_peers.erase(peer);
}

void PeerSet::sweep()
{
    const auto now = std::chrono::steady_clock::now();
    const std::lock_guard lock(m_lock);
    for (Peer* peer : m_peers)
        peer->sweep(now);
}

void PeerSet::serverStops()
{
    const std::lock_guard lock(m_lock);
    for (Peer* peer : m_peers)
        peer->serverStops();
}

size_t PeerSet::size() const
{
    const std::lock_guard lock(m_lock);
    return m_peers.size();
}

} // namespace waydesk::backend
