// SPDX-License-Identifier: GPL-3.0-or-later
// A network that misbehaves on purpose: an HTTP/1.1 proxy on 127.0.0.1 in front of one server port. Each request draws
// a fault from its connection's own dice, which the plan's seed and the connection's number throw; heal() turns every
// later request into a clean passage and settles what was held back. It runs on one thread of its own and ends with its
// owner, with every connection. Reading and counting are whole messages (Boost.Beast), so a fault hits a request, not a
// byte.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>

namespace waydesk::test {

enum class Fault {
    None,
    Latency,      // both ways, with jitter
    Drop,         // swallowed; when the network heals it either arrives late or is reset (the dice say)
    Reset,        // nothing reaches the server
    Duplicate,    // reaches the server twice, the copy at once or late; one answer comes back
    LostResponse, // the server answers, nobody hears it
    CutResponse,  // half an answer
    SlowClose,    // an answer in two pieces, then a connection that reads nothing more and closes in its own time
};
inline constexpr std::size_t kFaults = 8;

struct FaultPlan
{
    std::uint32_t seed = 0;
    std::array<unsigned, kFaults> weights{6, 4, 2, 2, 3, 3, 1, 1}; // how often each, relative
    std::chrono::milliseconds latency{15}, jitter{60};
    std::string withoutHeader; // a request header that this network eats, healed or not

    static FaultPlan only(Fault fault, std::uint32_t seed = 1); // every request meets it
};

class FaultProxy
{
public:
    FaultProxy(std::uint16_t serverPort, FaultPlan plan, std::uint16_t ownPort = 0); // 0: a free one
    ~FaultProxy();
    std::uint16_t port() const { return m_port; }
    void heal();
    int count(Fault fault) const { return m_counts[static_cast<std::size_t>(fault)].load(); } // requests that met it

private:
    struct Network;
    std::array<std::atomic<int>, kFaults> m_counts{};
    std::unique_ptr<Network> m_network;
    std::uint16_t m_port = 0;
    std::thread m_thread;
};

} // namespace waydesk::test
