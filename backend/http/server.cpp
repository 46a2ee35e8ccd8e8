// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/server.h"

#include "backend/http/log.h"
#include "backend/http/peer.h"

#include <QFile>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;

constexpr int kBacklog = 1024;
constexpr std::chrono::milliseconds kAcceptAgainAfter{100}; // out of file descriptors
constexpr std::chrono::seconds kStopPatience{3};

thread_local Connection* t_reader = nullptr; // set for the life of a worker thread

Error listenError(const QString& detail)
{
    Error error;
    error.kind = Error::Kind::Offline;
    error.code = u"cannot_listen"_s;
    error.detail = detail;
    return error;
}

} // namespace

Connection& workerReader()
{
    return *t_reader;
}

struct Server::Parts
{
    Parts(Database& database_, Front& front_, ChangeWaiters& waiters_)
        : database(database_)
        , front(front_)
        , waiters(waiters_)
    {
    }

    void accept();
    void sweepLater();
    void upkeepLater();
    void work(Connection& reader);

    Database& database;
    Front& front;
    ChangeWaiters& waiters;
    Limits limits;
    std::vector<std::unique_ptr<Connection>> readers;
    std::unique_ptr<SlowLane> slowLane;
    std::unique_ptr<PeerContext> context; // outlives the peers, which live in handlers of `io`
    std::unique_ptr<asio::ssl::context> tls;
    std::unique_ptr<asio::io_context> io;
    // What stop() closes and cancels is used on this strand alone, by whichever thread.
    std::optional<asio::strand<asio::io_context::executor_type>> door;
    std::unique_ptr<tcp::acceptor> acceptor;
    std::unique_ptr<asio::steady_timer> sweepTimer, upkeepTimer, acceptTimer;
    std::vector<std::thread> threads;
};

void Server::Parts::accept()
{
    acceptor->async_accept(*io, asio::bind_executor(*door, [this](ErrorCode error, tcp::socket socket) {
        if (error == asio::error::operation_aborted || context->stopping)
            return;
        if (error) {
            acceptTimer->expires_after(kAcceptAgainAfter);
            acceptTimer->async_wait(asio::bind_executor(*door, [this](ErrorCode cancelled) {
                if (!cancelled)
                    accept();
            }));
            return;
        }
        ErrorCode ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        (tls ? makeTlsPeer(std::move(socket), *tls, *context) : makePeer(std::move(socket), *context))->start();
        accept();
    }));
}

void Server::Parts::sweepLater()
{
    sweepTimer->expires_after(limits.sweepEvery);
    sweepTimer->async_wait([this](ErrorCode cancelled) {
        if (cancelled)
            return;
        context->peers.sweep();
        waiters.tellPending();
        sweepLater();
    });
}

void Server::Parts::upkeepLater()
{
    upkeepTimer->expires_after(limits.upkeepEvery);
    upkeepTimer->async_wait(asio::bind_executor(*door, [this](ErrorCode cancelled) {
        if (cancelled || context->stopping)
            return;
        slowLane->add([this](Connection&) { front.upkeep(); });
        upkeepLater();
    }));
}

void Server::Parts::work(Connection& reader)
{
    t_reader = &reader;
    while (true) {
        try {
            io->run();
            break;
        } catch (const std::exception& exception) { // one client's misfortune (no memory) is not everybody's
            logEvent(u"worker_exception"_s, {{"why", QString::fromUtf8(exception.what())}});
        }
    }
    t_reader = nullptr;
}

Server::Server(Database& database, Front& front, ChangeWaiters& waiters)
    : m_parts(std::make_unique<Parts>(database, front, waiters))
{
}

Server::~Server()
{
    stop();
}

Limits& Server::limits()
{
    return m_parts->limits;
}

size_t Server::clientCount() const
{
    return m_parts->context ? m_parts->context->peers.size() : 0;
}

Result<quint16> Server::start(const ServerOptions& options)
{
    Parts& parts = *m_parts;
    ErrorCode error;
    if (!options.tlsCertificate.isEmpty()) {
        parts.tls = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
        parts.tls->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                               asio::ssl::context::no_tlsv1_1);
        parts.tls->use_certificate_chain_file(QFile::encodeName(options.tlsCertificate).toStdString(), error);
        if (!error)
            parts.tls->use_private_key_file(QFile::encodeName(options.tlsKey).toStdString(), asio::ssl::context::pem,
                                            error);
        if (error)
            return listenError(u"TLS certificate or key: "_s + QString::fromStdString(error.message()));
    }
    for (int i = 0; i <= options.threads; ++i) { // one more for the slow lane
        Result<std::unique_ptr<Connection>> reader = parts.database.newReader();
        if (!reader)
            return reader.error();
        parts.readers.push_back(std::move(reader).value());
    }
    const auto address = asio::ip::make_address(options.address.toStdString(), error);
    if (error)
        return listenError(u"not a numeric address: "_s + options.address);
    const tcp::endpoint endpoint(address, options.port);
    parts.io = std::make_unique<asio::io_context>(options.threads);
    parts.acceptor = std::make_unique<tcp::acceptor>(*parts.io);
    parts.acceptor->open(endpoint.protocol(), error);
    if (!error)
        parts.acceptor->set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        parts.acceptor->bind(endpoint, error);
    if (!error)
        parts.acceptor->listen(kBacklog, error);
    if (error)
        return listenError(QString::fromStdString(error.message()));

    parts.slowLane = std::make_unique<SlowLane>(std::move(parts.readers.back()));
    parts.readers.pop_back();
    parts.context.reset(new PeerContext{parts.front, parts.waiters, *parts.slowLane, parts.limits});
    parts.sweepTimer = std::make_unique<asio::steady_timer>(*parts.io);
    parts.upkeepTimer = std::make_unique<asio::steady_timer>(*parts.io);
    parts.acceptTimer = std::make_unique<asio::steady_timer>(*parts.io);
    parts.door.emplace(parts.io->get_executor());
    parts.accept();
    parts.sweepLater();
    parts.upkeepLater();
    for (const auto& reader : parts.readers)
        parts.threads.emplace_back([&parts, connection = reader.get()] { parts.work(*connection); });
    return parts.acceptor->local_endpoint().port();
}

void Server::stop()
{
    Parts& parts = *m_parts;
    if (!parts.context)
        return;
    parts.context->stopping = true;
    asio::post(*parts.door, [&parts] {
        ErrorCode ignored;
        parts.acceptor->close(ignored);
        parts.acceptTimer->cancel();
        parts.upkeepTimer->cancel();
    });
    parts.context->peers.serverStops();
    const auto patience = std::chrono::steady_clock::now() + kStopPatience;
    while (parts.context->peers.size() > 0 && std::chrono::steady_clock::now() < patience)
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    while (parts.context->owed > 0) // whoever owes an answer always gives it
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    parts.io->stop(); // a handler that runs is finished
    for (std::thread& thread : parts.threads)
        thread.join();
    parts.threads.clear();
    parts.slowLane->stop();
    parts.waiters.clear();
    parts.acceptor.reset();
    parts.sweepTimer.reset();
    parts.upkeepTimer.reset();
    parts.acceptTimer.reset();
    parts.door.reset();
    parts.io.reset(); // with it the peers that were still there
    parts.context.reset();
    parts.slowLane.reset();
    parts.readers.clear();
    parts.tls.reset();
}

} // namespace waydesk::backend
