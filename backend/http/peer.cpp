// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/peer.h"

#include "backend/http/answers.h"
#include "backend/http/responsehead.h"

#include <array>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <sys/socket.h>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;
using SteadyClock = std::chrono::steady_clock;

constexpr size_t kFirstRead = 1024, kBodyRead = 16 * 1024, kKeptCapacity = 4 * 1024, kMostBuffered = 64 * 1024;
constexpr quint64 kSmallBody = 16 * 1024; // not counted against the bodies in flight
constexpr size_t kMostDrained = 256 * 1024;

template<class Stream>
class PeerOver final : public Peer
{
    static constexpr bool kTls = !std::is_same_v<Stream, tcp::socket>;
    enum class Phase { Reading, Idle, Answering, Parked, Sending };

public:
    PeerOver(Stream stream, PeerContext& context)
        : m_stream(std::move(stream))
        , m_context(context)
        , m_file(m_stream.lowest_layer().native_handle())
        , m_buffer(kMostBuffered)
    {
    }
    ~PeerOver() override
    {
        m_context.peers.remove(this); // from here on nobody touches m_file
        giveBackBody();
    }

    void start() override
    {
        if (!m_context.peers.add(this, m_context.limits.peers))
            return;
        until(m_context.limits.sendRequest);
        m_parser.emplace();
        if constexpr (kTls) {
            m_stream.async_handshake(asio::ssl::stream_base::server, [self = self()](ErrorCode error) {
                if (!error)
                    self->nextRequest(true);
            });
        } else {
            nextRequest(true);
        }
    }

    void sweep(SteadyClock::time_point now) override
    {
        if (now.time_since_epoch().count() < m_deadline.load(std::memory_order_relaxed))
            return;
        const Phase phase = m_phase.load();
        if (phase == Phase::Parked)
            resume(true);
        else if (phase != Phase::Answering) // that time is ours, not the client's
            ::shutdown(m_file, SHUT_RDWR);  // its operation ends with an error, and with it the peer
    }

    void serverStops() override
    {
        const Phase phase = m_phase.load();
        if (phase == Phase::Parked)
            resume(true);
        else if (phase == Phase::Idle)
            ::shutdown(m_file, SHUT_RDWR);
    }

private:
    std::shared_ptr<PeerOver> self() { return std::static_pointer_cast<PeerOver>(shared_from_this()); }

    void until(std::chrono::milliseconds time)
    {
        m_deadline.store((SteadyClock::now() + time).time_since_epoch().count(), std::memory_order_relaxed);
    }

    void giveBackBody() { m_context.bodyBytes -= std::exchange(m_promised, 0); }

    void nextRequest(bool first)
    {
        m_headSeen = false;
        m_parser.emplace();
        m_parser->header_limit(m_context.limits.headerBytes);
        m_parser->body_limit(m_context.limits.bodyBytes);
        m_parser->eager(true);
        if (m_buffer.size() > 0) { // pipelined
            m_phase = Phase::Reading;
            until(m_context.limits.sendRequest);
            return parse();
        }
        if (m_buffer.capacity() > kKeptCapacity)
            m_buffer.shrink_to_fit();
        m_phase = first ? Phase::Reading : Phase::Idle;
        if (!first)
            until(m_context.limits.idle);
        if (m_context.stopping)
            return;
        read();
    }

    void read()
    {
        const size_t wanted = m_headSeen ? kBodyRead : std::max(kFirstRead, m_buffer.size());
        const size_t room = std::min(wanted, kMostBuffered - m_buffer.size());
        if (room == 0) // a chunk's head without an end
            return refuse(400, u"bad_request"_s, u"This is not a request that can be read"_s);
        m_stream.async_read_some(m_buffer.prepare(room), [self = self()](ErrorCode error, size_t size) {
            if (error)
                return;
            self->m_buffer.commit(size);
            if (self->m_phase == Phase::Idle) {
                self->m_phase = Phase::Reading;
                self->until(self->m_context.limits.sendRequest);
            }
            self->parse();
        });
    }

    void parse()
    {
        ErrorCode error;
        while (m_buffer.size() > 0 && !m_parser->is_done() && !error) {
            m_buffer.consume(m_parser->put(m_buffer.data(), error));
            if (!error && !m_headSeen && m_parser->is_header_done())
                break;
        }
        if (error && error != http::error::need_more)
            return refuse(error);
        if (m_parser->is_header_done() && !m_headSeen) {
            m_headSeen = true;
            if (!takeHead())
                return;
            if (m_buffer.size() > 0 && !m_parser->is_done())
                return parse();
        }
        if (m_parser->is_done())
            return plan();
        read();
    }

    void refuse(ErrorCode error)
    {
        if (error == http::error::header_limit || error == http::error::buffer_overflow)
            return refuse(431, u"headers_too_large"_s, u"The headers of the request are too large"_s);
        if (error == http::error::body_limit)
            return refuse(413, u"body_too_large"_s, u"The body of the request is too large"_s);
        refuse(400, u"bad_request"_s, u"This is not a request that can be read"_s);
    }

    void refuse(int status, const QString& code, const QString& message)
    {
        m_keepAlive = false;
        send(failure(status, code, message));
    }

    // What can be refused before the body is read. Answers whether to go on.
    bool takeHead()
    {
        const auto& head = m_parser->get();
        if (head.version() != 10 && head.version() != 11) {
            refuse(505, u"bad_request"_s, u"HTTP 1.1 is spoken here"_s);
            return false;
        }
        // Two readings of where a body ends are how a request is smuggled past a proxy.
        const auto encodings = head.equal_range(http::field::transfer_encoding);
        const auto hosts = head.equal_range(http::field::host);
        const bool chunked = encodings.first != encodings.second;
        const bool plainlyChunked = chunked && std::next(encodings.first) == encodings.second &&
                                    boost::beast::iequals(encodings.first->value(), "chunked") && head.version() == 11;
        const auto length = head[http::field::content_length];
        const bool plainLength = std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!plainLength || (chunked && (!plainlyChunked || head.count(http::field::content_length) > 0)) ||
            std::distance(hosts.first, hosts.second) > 1 || (head.version() == 11 && hosts.first == hosts.second)) {
            refuse(400, u"bad_request"_s, u"This is not a request that can be read"_s);
            return false;
        }
        const quint64 promised = chunked ? m_context.limits.bodyBytes : m_parser->content_length().value_or(0);
        if (promised > kSmallBody && !m_parser->is_done()) {
            m_promised = static_cast<qint64>(promised);
            if (m_context.bodyBytes.fetch_add(m_promised) + m_promised > m_context.limits.bodiesInFlight) {
                refuse(503, u"server_busy"_s, u"The server is busy. Please try again."_s);
                return false;
            }
        }
        if (m_parser->is_done() || !boost::beast::iequals(head[http::field::expect], "100-continue"))
            return true;
        asio::async_write(m_stream, asio::buffer("HTTP/1.1 100 Continue\r\n\r\n", 25),
                          [self = self()](ErrorCode error, size_t) {
                              if (!error)
                                  self->parse();
                          });
        return false;
    }

    void plan()
    {
        const auto& message = m_parser->get();
        const auto view = [](boost::beast::string_view text) { return std::string_view(text.data(), text.size()); };
        m_phase = Phase::Answering;
        m_keepAlive = m_parser->keep_alive() && !m_context.stopping;
        m_withoutBody = message.method() == http::verb::head;
        m_incoming = {
            .method = methodOf(message.method()),
            .target = view(message.target()),
            .authorization = view(message[http::field::authorization]),
            .idempotencyKey = view(message["Idempotency-Key"]),
            .signature = view(message["X-Waydesk-Signature"]),
            .contentType = view(message[http::field::content_type]),
            .body = QByteArray::fromRawData(message.body().data(), static_cast<qsizetype>(message.body().size()))};
        m_waitUntil = {};
        m_plan = m_context.front.plan(m_incoming);
        if (!m_plan.slow())
            return run(workerReader());
        if (!m_context.slowLane.add([self = self()](Connection& reader) { self->run(reader); }))
            send(failure(503, u"server_busy"_s, u"The server is busy. Please try again."_s));
    }

    static std::optional<Method> methodOf(http::verb verb)
    {
        if (verb == http::verb::get)
            return Method::Get;
        if (verb == http::verb::post)
            return Method::Post;
        if (verb == http::verb::put)
            return Method::Put;
        if (verb == http::verb::patch)
            return Method::Patch;
        if (verb == http::verb::delete_)
            return Method::Delete;
        return std::nullopt;
    }

    void run(Connection& reader)
    {
        if (m_ticket != 0)
            m_context.waiters.leave(m_tenant, std::exchange(m_ticket, 0));
        const quint64 seen = m_context.waiters.generation();
        Answer answer = m_context.front.run(m_plan, m_incoming, reader);
        if (answer.response.later)
            return answerLater(answer.response.later);
        if (answer.response.waitFor.count() == 0 || m_incoming.waitedOut || m_context.stopping)
            return send(std::move(answer.response));

        if (m_waitUntil == SteadyClock::time_point())
            m_waitUntil = SteadyClock::now() + answer.response.waitFor;
        m_tenant = answer.tenant;
        m_deadline.store(m_waitUntil.time_since_epoch().count(), std::memory_order_relaxed);
        // Not parked yet, so nobody can resume us: m_ticket would be written here and read in run() on another thread.
        m_ticket = m_context.waiters.park(answer.tenant, seen, [self = self()] { self->resume(false); });
        if (m_ticket == 0)
            return postRun();
        m_phase = Phase::Parked;
        // From here on another thread may be in run(). Whoever told a change or asked for a stop since park() has found
        // nobody parked, so that has to be looked at once more.
        if (m_context.stopping || m_context.waiters.changedSince(answer.tenant, seen))
            resume(m_context.stopping);
    }

    // The phase stays Answering, so nobody else touches this peer until the answer is there. The server does not end
    // before what is owed has been given to the executor; from then on no copy of `answer` keeps the peer.
    void answerLater(const Response::Later& later)
    {
        const auto owing = std::make_shared<std::shared_ptr<PeerOver>>(self());
        const auto answer = [owing](Response response) {
            std::shared_ptr<PeerOver> peer = std::exchange(*owing, nullptr);
            if (!peer)
                return;
            PeerContext& context = peer->m_context;
            const auto executor = peer->m_stream.get_executor();
            asio::post(executor, [peer = std::move(peer), response = std::move(response)]() mutable {
                peer->send(std::move(response));
            });
            --context.owed;
        };
        ++m_context.owed;
        try {
            later(answer);
        } catch (const std::exception&) {
            answer(internalError());
        }
    }

    void resume(bool waitedOut)
    {
        Phase parked = Phase::Parked;
        if (!m_phase.compare_exchange_strong(parked, Phase::Answering))
            return;
        if (waitedOut)
            m_incoming.waitedOut = true;
        postRun();
    }

    void postRun()
    {
        asio::post(m_stream.get_executor(), [self = self()] { self->run(workerReader()); });
    }

    void send(Response response)
    {
        m_phase = Phase::Sending;
        m_parser.reset(); // with it the body
        giveBackBody();
        if (m_context.stopping)
            m_keepAlive = false;
        until(m_context.limits.takeAnswer);
        m_head = responseHead(response, m_keepAlive);
        m_body = m_withoutBody ? QByteArray() : std::move(response.body);
        const std::array<asio::const_buffer, 2> bytes{
            asio::buffer(m_head), asio::const_buffer(m_body.constData(), static_cast<size_t>(m_body.size()))};
        asio::async_write(m_stream, bytes, [self = self()](ErrorCode error, size_t) {
            self->m_body.clear();
            if (error)
                return;
            if (self->m_keepAlive)
                self->nextRequest(false);
            else
                self->sayGoodbye();
        });
    }

    // A close with unread bytes would destroy the answer on its way: read a little of what still comes, then close.
    void sayGoodbye()
    {
        until(m_context.limits.linger);
        m_buffer.clear();
        if constexpr (kTls) {
            m_stream.async_shutdown([self = self()](ErrorCode) {});
        } else {
            ErrorCode ignored;
            m_stream.shutdown(tcp::socket::shutdown_send, ignored);
            drain();
        }
    }

    void drain()
    {
        m_stream.async_read_some(m_buffer.prepare(kKeptCapacity), [self = self()](ErrorCode error, size_t size) {
            self->m_drained += size;
            if (!error && self->m_drained < kMostDrained)
                self->drain();
        });
    }

    Stream m_stream;
    PeerContext& m_context;
    const int m_file;
    std::atomic<qint64> m_deadline{0}; // ticks of the steady clock
    std::atomic<Phase> m_phase{Phase::Reading};

    boost::beast::flat_buffer m_buffer;
    std::optional<http::request_parser<http::string_body>> m_parser;
    bool m_headSeen = false, m_keepAlive = true, m_withoutBody = false;
    qint64 m_promised = 0;
    size_t m_drained = 0;

    Incoming m_incoming;
    Front::Plan m_plan;
    TenantId m_tenant;
    quint64 m_ticket = 0;
    SteadyClock::time_point m_waitUntil;

    std::string m_head;
    QByteArray m_body;
};

} // namespace

std::shared_ptr<Peer> makePeer(tcp::socket socket, PeerContext& context)
{
    return std::make_shared<PeerOver<tcp::socket>>(std::move(socket), context);
}

std::shared_ptr<Peer> makeTlsPeer(tcp::socket socket, asio::ssl::context& tls, PeerContext& context)
{
    using TlsStream = asio::ssl::stream<tcp::socket>;
    return std::make_shared<PeerOver<TlsStream>>(TlsStream(std::move(socket), tls), context);
}

} // namespace waydesk::backend
