// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/proxy/faultproxy.h"

#include <utility> // Boost 1.74 forgets it

#include <boost/asio.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <random>
#include <sstream>

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::use_awaitable;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::milliseconds;

namespace waydesk::test {

namespace {
constexpr std::uint64_t kLargestBody = 64u << 20;
using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;
using Wait = asio::awaitable<void>;

// One way to the server, opened with the first request on it.
struct Link
{
    tcp::socket socket;
    boost::beast::flat_buffer buffer = {};
};

// A client's connection with its own link. `phase` tells a watcher that what it watched is over.
struct Session : std::enable_shared_from_this<Session>
{
    Session(tcp::socket socket, asio::io_context& io, std::uint32_t seed)
        : client(std::move(socket))
        , server{tcp::socket(io)}
        , dice(seed)
    {
    }
    tcp::socket client;
    Link server;
    boost::beast::flat_buffer inbox;
    std::mt19937 dice;
    int phase = 0;

    // Hangs up on `other` when this side goes away meanwhile; stops caring when the phase is over.
    void hangUpWith(tcp::socket& watched, tcp::socket& other)
    {
        if (!watched.is_open())
            return;
        watched.async_wait(tcp::socket::wait_read,
                           [self = shared_from_this(), &watched, &other, now = phase](error_code failed) {
                               error_code ignored;
                               if (!failed && now == self->phase && watched.available(ignored) == 0)
                                   other.close(ignored);
                           });
    }
};

} // namespace

FaultPlan FaultPlan::only(Fault fault, std::uint32_t seed)
{
    FaultPlan plan;
    plan.seed = seed;
    plan.weights.fill(0);
    plan.weights[static_cast<std::size_t>(fault)] = 1;
    return plan;
}

struct FaultProxy::Network
{
    Network(std::uint16_t serverPort, FaultPlan given, std::uint16_t ownPort,
            std::array<std::atomic<int>, kFaults>& tally)
        : plan(std::move(given))
        , server(asio::ip::address_v4::loopback(), serverPort)
        , acceptor(io, tcp::endpoint(asio::ip::address_v4::loopback(), ownPort))
        , healing(io, asio::steady_timer::time_point::max())
        , counts(tally)
    {
    }

    const FaultPlan plan;
    const tcp::endpoint server;
    asio::io_context io{1};
    tcp::acceptor acceptor;
    asio::steady_timer healing;
    std::array<std::atomic<int>, kFaults>& counts;
    bool healed = false;
    std::uint32_t connections = 0;

    Wait accept()
    {
        for (;;) {
            error_code failed;
            tcp::socket socket = co_await acceptor.async_accept(asio::redirect_error(use_awaitable, failed));
            if (failed)
                co_return;
            const auto session = std::make_shared<Session>(std::move(socket), io, plan.seed * 7919 + ++connections);
            asio::co_spawn(io, serve(session), asio::detached);
        }
    }

    Fault draw(Session& session)
    {
        std::discrete_distribution<std::size_t> loaded(plan.weights.begin(), plan.weights.end());
        const std::size_t drawn = healed ? 0 : loaded(session.dice);
        ++counts[drawn];
        return static_cast<Fault>(drawn);
    }

    milliseconds delay(Session& session)
    {
        return plan.latency + milliseconds(session.dice() % static_cast<unsigned>(plan.jitter.count() + 1));
    }

    Wait pause(milliseconds time)
    {
        asio::steady_timer timer(io, time);
        co_await timer.async_wait(use_awaitable);
    }

    asio::awaitable<Response> exchange(Link& link, Request& request)
    {
        if (!link.socket.is_open())
            co_await link.socket.async_connect(server, use_awaitable);
        co_await http::async_write(link.socket, request, use_awaitable);
        http::response_parser<http::string_body> parser;
        parser.body_limit(kLargestBody);
        co_await http::async_read(link.socket, link.buffer, parser, use_awaitable);
        co_return parser.release();
    }

    // The second of two equal requests, on a connection of its own; its answer is thrown away.
    Wait sendCopy(Request request, milliseconds late)
    {
        try {
            co_await pause(late);
            Link link{tcp::socket(io)};
            co_await exchange(link, request);
        } catch (const std::exception&) { // a copy that got lost is a fault less
        }
    }

    Wait answerInPieces(Session& session, const Response& answer, bool whole)
    {
        std::ostringstream text;
        text << answer;
        const std::string bytes = text.str(), first = bytes.substr(0, bytes.size() / 2);
        co_await asio::async_write(session.client, asio::buffer(first), use_awaitable);
        co_await pause(delay(session));
        if (!whole)
            co_return;
        co_await asio::async_write(session.client, asio::buffer(bytes) + first.size(), use_awaitable);
        co_await pause(delay(session));
    }

    // One request from its first byte to its answer. False: the connection is over.
    asio::awaitable<bool> pass(Session& session)
    {
        http::request_parser<http::string_body> parser;
        parser.body_limit(kLargestBody);
        session.hangUpWith(session.server.socket, session.client);
        co_await http::async_read(session.client, session.inbox, parser, use_awaitable);
        ++session.phase;
        Request request = parser.release();
        if (!plan.withoutHeader.empty())
            request.erase(plan.withoutHeader);

        const Fault fault = draw(session);
        error_code cancelled;
        if (fault == Fault::Drop && !healed)
            co_await healing.async_wait(asio::redirect_error(use_awaitable, cancelled));
        if (fault == Fault::Reset || (fault == Fault::Drop && session.dice() % 2 == 0)) {
            session.client.set_option(asio::socket_base::linger(true, 0));
            co_return false;
        }
        if (fault == Fault::Latency)
            co_await pause(delay(session));
        if (fault == Fault::Duplicate) {
            const milliseconds late = session.dice() % 2 == 0 ? milliseconds(0) : delay(session);
            asio::co_spawn(io, sendCopy(request, late), asio::detached);
        }

        session.hangUpWith(session.client, session.server.socket);
        Response answer = co_await exchange(session.server, request);
        ++session.phase;
        if (fault == Fault::LostResponse)
            co_return false;
        if (fault == Fault::CutResponse || fault == Fault::SlowClose) {
            co_await answerInPieces(session, answer, fault == Fault::SlowClose);
            co_return false;
        }
        if (fault == Fault::Latency)
            co_await pause(delay(session));
        co_await http::async_write(session.client, answer, use_awaitable);
        co_return answer.keep_alive();
    }

    Wait serve(std::shared_ptr<Session> session)
    {
        try {
            bool more = true;
            while (more)
                more = co_await pass(*session);
        } catch (const std::exception&) { // either side went away: so does the other
        }
        error_code ignored;
        ++session->phase;
        session->client.close(ignored);
        session->server.socket.close(ignored);
    }
};

FaultProxy::FaultProxy(std::uint16_t serverPort, FaultPlan plan, std::uint16_t ownPort)
    : m_network(std::make_unique<Network>(serverPort, std::move(plan), ownPort, m_counts))
    , m_port(m_network->acceptor.local_endpoint().port())
{
    asio::co_spawn(m_network->io, m_network->accept(), asio::detached);
    m_thread = std::thread([network = m_network.get()] { network->io.run(); });
}

FaultProxy::~FaultProxy()
{
    m_network->io.stop();
    m_thread.join();
}

void FaultProxy::heal()
{
    asio::post(m_network->io, [network = m_network.get()] {
        network->healed = true;
        network->healing.cancel();
    });
}

} // namespace waydesk::test
