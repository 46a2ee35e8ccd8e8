// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP server: listens, hands each client to a Peer, and runs the worker threads, each with a reader connection of
// its own. start() and stop() are called from one thread; stop() lets running requests finish and is called by the
// destructor too.
#pragma once

#include "backend/http/front.h"

#include <memory>

namespace waydesk::backend {

struct Limits;

struct ServerOptions
{
    QString address = QStringLiteral("127.0.0.1"); // a numeric one
    quint16 port = 0;                              // 0: a free one
    int threads = 4;
    QString tlsCertificate, tlsKey; // PEM files; both or none
};

class Server
{
public:
    Server(Database& database, Front& front, ChangeWaiters& waiters);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    Limits& limits();                                    // tests shorten them before start()
    Result<quint16> start(const ServerOptions& options); // the port
    void stop();
    size_t clientCount() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace waydesk::backend
