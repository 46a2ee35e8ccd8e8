// SPDX-License-Identifier: GPL-3.0-or-later
// The fault proxy does what it says, fault by fault: what reaches the server, and what comes back.
#include "tests/proxy/faultproxy.h"

#include <QTest>

#include <boost/asio.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <mutex>

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::use_awaitable;
using asio::ip::tcp;
using boost::system::error_code;
using waydesk::test::Fault;
using waydesk::test::FaultPlan;
using waydesk::test::FaultProxy;

namespace {

constexpr auto kPatience = std::chrono::seconds(10); // only a broken proxy comes near it

// Answers every POST with its body and the number of times that it has seen that body; remembers the keys.
class CountingServer
{
public:
    CountingServer()
        : m_acceptor(m_io, tcp::endpoint(asio::ip::address_v4::loopback(), 0))
    {
        asio::co_spawn(m_io, accept(), asio::detached);
        m_thread = std::thread([this] { m_io.run(); });
    }
    ~CountingServer()
    {
        m_io.stop();
        m_thread.join();
    }
    std::uint16_t port() const { return m_acceptor.local_endpoint().port(); }
    std::vector<std::string> keys() const
    {
        const std::lock_guard hold(m_lock);
        return m_keys;
    }

private:
    asio::awaitable<void> accept()
    {
        for (;;)
            asio::co_spawn(m_io, serve(co_await m_acceptor.async_accept(use_awaitable)), asio::detached);
    }
    asio::awaitable<void> serve(tcp::socket socket)
    {
        try {
            boost::beast::flat_buffer buffer;
            for (;;) {
                http::request<http::string_body> request;
                co_await http::async_read(socket, buffer, request, use_awaitable);
                {
                    const std::lock_guard hold(m_lock);
                    m_keys.emplace_back(request["Idempotency-Key"]);
                }
                http::response<http::string_body> answer{http::status::ok, 11};
                answer.body() = "heard " + request.body();
                answer.prepare_payload();
                co_await http::async_write(socket, answer, use_awaitable);
            }
        } catch (const std::exception&) {
            // the client went away
        }
    }

    mutable std::mutex m_lock;
    std::vector<std::string> m_keys;
    asio::io_context m_io{1};
    tcp::acceptor m_acceptor;
    std::thread m_thread;
};

class Client
{
public:
    explicit Client(std::uint16_t port) { m_socket.connect(tcp::endpoint(asio::ip::address_v4::loopback(), port)); }
    void send(const std::string& body)
    {
        http::request<http::string_body> request{http::verb::post, "/", 11};
        request.set("Idempotency-Key", "key of " + body);
        request.body() = body;
        request.prepare_payload();
        http::write(m_socket, request);
    }
    // The answer's body, or nothing when the connection ended (`failure` says how) or nothing came in time.
    std::optional<std::string> answer(std::chrono::milliseconds patience = kPatience)
    {
        http::response<http::string_body> response;
        std::optional<error_code> done;
        http::async_read(m_socket, m_buffer, response, [&](error_code ec, std::size_t) { done = ec; });
        m_io.restart();
        m_io.run_for(patience);
        failure = done.value_or(asio::error::timed_out);
        if (!done) { // the read is still on: end it before what it writes to goes
            m_socket.cancel();
            m_io.restart();
            m_io.run();
        }
        return failure ? std::nullopt : std::optional(response.body());
    }
    error_code failure;

private:
    asio::io_context m_io{1};
    tcp::socket m_socket{m_io};
    boost::beast::flat_buffer m_buffer;
};

} // namespace

class TestProxyFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesManyRequestsOnOneConnection_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("clean") << static_cast<int>(Fault::None);
        QTest::newRow("slow") << static_cast<int>(Fault::Latency);
    }
    void passesManyRequestsOnOneConnection()
    {
        QFETCH(int, fault);
        CountingServer server;
        FaultProxy proxy(server.port(), FaultPlan::only(static_cast<Fault>(fault)));
        Client client(proxy.port());
        for (int i = 0; i < 5; ++i) {
            client.send(std::to_string(i));
            QCOMPARE(client.answer(), std::optional("heard " + std::to_string(i)));
        }
        QCOMPARE(server.keys().size(), 5u);
        QCOMPARE(proxy.count(static_cast<Fault>(fault)), 5);
    }

    void resetsBeforeTheServerHears()
    {
        CountingServer server;
        FaultProxy proxy(server.port(), FaultPlan::only(Fault::Reset));
        Client client(proxy.port());
        client.send("a");
        QVERIFY(!client.answer());
        QCOMPARE(client.failure, error_code(asio::error::connection_reset));
        QVERIFY(server.keys().empty());
    }

    void losesTheAnswerAfterTheServerActed()
    {
        CountingServer server;
        FaultProxy proxy(server.port(), FaultPlan::only(Fault::LostResponse));
        Client client(proxy.port());
        client.send("a");
        QVERIFY(!client.answer());
        QCOMPARE(client.failure, error_code(http::error::end_of_stream));
        QCOMPARE(server.keys().size(), 1u);
    }

    void cutsAnAnswerInTheMiddle()
    {
        CountingServer server;
        FaultProxy proxy(server.port(), FaultPlan::only(Fault::CutResponse));
        Client client(proxy.port());
        client.send("a");
        QVERIFY(!client.answer());
        QCOMPARE(client.failure, error_code(http::error::partial_message));
        QCOMPARE(server.keys().size(), 1u);
    }

    void closesSlowlyAfterAWholeAnswer()
    {
        CountingServer server;
        FaultProxy proxy(server.port(), FaultPlan::only(Fault::SlowClose));
        Client client(proxy.port());
        client.send("a");
        QCOMPARE(client.answer(), std::optional<std::string>("heard a"));
        client.send("b"); // into a connection that nobody reads any more
        QVERIFY(!client.answer());
        QCOMPARE(server.keys().size(), 1u);
    }

    void deliversARequestTwiceAndAnswersOnce()
    {
        CountingServer server;
        FaultProxy proxy(server.port(), FaultPlan::only(Fault::Duplicate));
        Client client(proxy.port());
        client.send("a");
        QCOMPARE(client.answer(), std::optional<std::string>("heard a"));
        QTRY_COMPARE(server.keys(), (std::vector<std::string>{"key of a", "key of a"}));
        QVERIFY(!client.answer(std::chrono::milliseconds(50))); // no second answer
        QCOMPARE(client.failure, error_code(asio::error::timed_out));
    }

    void holdsBackUntilTheNetworkHeals()
    {
        CountingServer server;
        int late = 0, reset = 0;
        for (std::uint32_t seed = 1; seed <= 12; ++seed) {
            FaultProxy proxy(server.port(), FaultPlan::only(Fault::Drop, seed));
            Client client(proxy.port());
            const std::size_t before = server.keys().size();
            client.send("a");
            QTRY_COMPARE(proxy.count(Fault::Drop), 1);
            QVERIFY(!client.answer(std::chrono::milliseconds(5)));
            QCOMPARE(client.failure, error_code(asio::error::timed_out));
            QCOMPARE(server.keys().size(), before);
            proxy.heal();
            if (client.answer())
                ++late;
            else if (client.failure == asio::error::connection_reset)
                ++reset;
        }
        QVERIFY2(late > 0 && reset > 0, qPrintable(QStringLiteral("%1 late, %2 reset").arg(late).arg(reset)));
        QCOMPARE(late + reset, 12);
    }

    void isCleanOnceHealed()
    {
        CountingServer server;
        FaultProxy proxy(server.port(), FaultPlan::only(Fault::LostResponse));
        proxy.heal();
        Client client(proxy.port());
        for (int i = 0; i < 20; ++i) {
            client.send("a");
            QVERIFY(client.answer());
        }
        QCOMPARE(server.keys().size(), 20u);
    }

    void eatsAHeader()
    {
        CountingServer server;
        FaultPlan plan = FaultPlan::only(Fault::None);
        plan.withoutHeader = "Idempotency-Key";
        FaultProxy proxy(server.port(), plan);
        Client client(proxy.port());
        client.send("a");
        QVERIFY(client.answer());
        QCOMPARE(server.keys(), std::vector<std::string>{""});
    }

    void throwsTheSameDiceForTheSameSeed()
    {
        const auto faultsOf = [](std::uint32_t seed) {
            CountingServer server;
            FaultPlan plan;
            plan.seed = seed;
            plan.weights = {1, 0, 0, 1, 1, 1, 0, 0}; // those that answer or end at once
            FaultProxy proxy(server.port(), plan);
            std::string story;
            for (int connection = 0; connection < 12; ++connection) {
                Client client(proxy.port());
                client.send("a");
                story += client.answer() ? 'a' : client.failure == asio::error::connection_reset ? 'r' : 'l';
            }
            return story;
        };
        const std::string first = faultsOf(7);
        QCOMPARE(faultsOf(7), first);
        QVERIFY(faultsOf(8) != first);
    }

    void endsWithTheServer()
    {
        auto server = std::make_unique<CountingServer>();
        FaultProxy proxy(server->port(), FaultPlan::only(Fault::None));
        Client client(proxy.port());
        client.send("a");
        QVERIFY(client.answer());
        server.reset();
        QVERIFY(!client.answer());
        Client late(proxy.port());
        late.send("b");
        QVERIFY(!late.answer());
        QVERIFY(late.failure != error_code(asio::error::timed_out));
    }
};

QTEST_GUILESS_MAIN(TestProxyFaults)
#include "tst_proxyfaults.moc"
