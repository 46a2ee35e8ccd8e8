// SPDX-License-Identifier: GPL-3.0-or-later
// One TCP client, from accept to close. It has at most one operation under way, so it needs no strand; its deadline is
// watched from outside (PeerSet::sweep), so it needs no timer, and an idle one costs about 2 KB. Internal to http.
#pragma once

#include "backend/http/front.h"
#include "backend/http/slowlane.h"

#include <atomic>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <unordered_set>

namespace waydesk::backend {

struct Limits
{
    std::chrono::milliseconds sendRequest{10'000}; // from the first byte (or the accept) to the last
    std::chrono::milliseconds idle{60'000};        // between two requests
    std::chrono::milliseconds takeAnswer{30'000};
    std::chrono::milliseconds linger{2'000}; // for a refused client to read why
    std::chrono::milliseconds sweepEvery{250};
    std::chrono::minutes upkeepEvery{10};
    quint32 headerBytes = 16 * 1024;
    quint64 bodyBytes = 1024 * 1024;
    qint64 bodiesInFlight = 64 * 1024 * 1024; // over all clients
    size_t peers = 4096;
};

class Peer : public std::enable_shared_from_this<Peer>
{
public:
    virtual ~Peer() = default;
    virtual void start() = 0;
    // Called under the set's lock, from any thread.
    virtual void sweep(std::chrono::steady_clock::time_point now) = 0;
    virtual void serverStops() = 0;
};

class PeerSet
{
public:
    bool add(Peer* peer, size_t most);
    void remove(Peer* peer);
    void sweep();
    void serverStops();
    size_t size() const;

private:
    mutable std::mutex m_lock;
    std::unordered_set<Peer*> m_peers;
};

struct PeerContext
{
    Front& front;
    ChangeWaiters& waiters;
    SlowLane& slowLane;
    Limits limits;
    PeerSet peers{};
    std::atomic<bool> stopping{false};
    std::atomic<qint64> bodyBytes{0}; // promised by requests that are being read
    std::atomic<qint64> owed{0};      // answers that come later (Response::later) and have not come yet
};

// The reader connection of the worker thread that asks.
Connection& workerReader();

std::shared_ptr<Peer> makePeer(boost::asio::ip::tcp::socket socket, PeerContext& context);
std::shared_ptr<Peer> makeTlsPeer(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context& tls,
                                  PeerContext& context);

} // namespace waydesk::backend
