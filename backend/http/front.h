// SPDX-License-Identifier: GPL-3.0-or-later
// From a whole request to its answer: route, caller, permission, idempotency key, one transaction, answer. Knows no
// socket. Thread-safe; a call runs start to end on the thread it is made on.
#pragma once

#include "backend/auth/signins.h"
#include "backend/http/changewaiters.h"
#include "backend/http/router.h"

namespace waydesk::backend {

struct Incoming // views into the peer's buffers, alive until the answer is there
{
    std::optional<Method> method; // nullopt: none that a route may have
    std::string_view target, authorization, idempotencyKey, signature, contentType;
    QByteArray body;
    bool waitedOut = false;
};

struct Answer
{
    Response response;
    TenantId tenant; // whose changes to wait for when response.waitFor is set
};

class Front
{
public:
    Front(Database& database, SignIns& signIns, ChangeWaiters& waiters, const Clock& clock, IdSource& ids);

    void add(std::vector<Route> routes) { m_router.add(std::move(routes)); } // before the first request
    // A bounded piece of pruning inside a write transaction, for upkeep(); true: there is more. Before the first
    // request.
    using Pruner = std::function<bool(Connection&, Instant now)>;
    void addPruner(Pruner pruner) { m_pruners.push_back(std::move(pruner)); }

    struct Plan
    {
        Router::Match match;
        Request request;
        bool slow() const { return match.route && match.route->slow; }
    };
    Plan plan(const Incoming& incoming) const;
    Answer run(Plan& plan, const Incoming& incoming, Connection& reader);

    // Prunes old keys, tokens, changes and what pruners were added for, in steps that each take a short write turn.
    void upkeep();

private:
    Response read(const Route& route, const Request& request, const Caller& caller, Connection& reader);
    Response write(const Route& route, const Request& request, const Caller& caller, const Incoming& incoming);

    Database& m_database;
    SignIns& m_signIns;
    ChangeWaiters& m_waiters;
    const Clock& m_clock;
    IdSource& m_ids;
    Router m_router;
    std::vector<Pruner> m_pruners;
};

} // namespace waydesk::backend
