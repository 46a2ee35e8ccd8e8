// SPDX-License-Identifier: GPL-3.0-or-later
// What a route sees of HTTP: a decoded request, who is calling, this worker's database connection, and the answer it
// returns. Owned by the front (http/server); a handler runs on a worker thread, start to end, and keeps no reference.
#pragma once

#include "backend/storage/connection.h"
#include "services/domain/id.h"
#include "services/domain/instant.h"
#include "services/domain/status.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <chrono>
#include <functional>
#include <optional>

namespace waydesk::backend {

enum class Method { Get, Post, Put, Patch, Delete };

struct Request
{
    Method method = Method::Get;
    QString path;                             // percent-decoded, for logs only
    QHash<QString, QString> captures;         // "{waybill_id}" → decoded segment ("/" may be inside)
    QList<std::pair<QString, QString>> query; // decoded, in order
    QByteArray body;
    QString idempotencyKey;         // empty: none was sent
    std::string_view authorization; // for /auth alone
    std::string_view signature;     // X-Waydesk-Signature, for the webhooks
    std::string_view contentType;   // for bodies that are no JSON
    bool waitedOut = false;         // asked again after Response::waitFor has passed: answer with what there is

    QString capture(const QString& name) const { return captures.value(name); }
    std::optional<QString> queryValue(QStringView name) const // the last one; nullopt when absent
    {
        for (auto it = query.crbegin(); it != query.crend(); ++it) {
            if (it->first == name)
                return it->second;
        }
        return std::nullopt;
    }
};

struct Response
{
    int status = 200;
    QByteArray body; // complete JSON, unless contentType says otherwise
    QList<std::pair<QByteArray, QByteArray>> headers;
    const char* contentType = "application/json"; // this and the next: literals
    const char* cacheControl = "no-store";
    // Not an answer yet: ask this handler again when something of the tenant has changed, or after this long. Reads
    // only.
    std::chrono::milliseconds waitFor{0};
    // Not an answer yet either: the front calls this when the handler is through, and it calls back once, on any
    // thread, whatever happens. It must own what it needs: the request's bytes are gone by then. Routes that do not
    // write only.
    using Later = std::function<void(std::function<void(Response)>)>;
    Later later = {};
};

// Who is signed in. Every statement a handler runs is bound to `tenant`.
struct Caller
{
    UserId user;
    TenantId tenant;
    UserRole role = UserRole::Dispatcher;
    QString fullName;
    QList<QString> permissions;     // "manage:operations:tenant", "manage:module:delivery", "view:module:delivery" …
    std::optional<DriverId> driver; // set for role driver
    bool may(const QString& permission) const { return permissions.contains(permission); }
};
// What Access::Dispatch and Access::View ask; for routes that let others in too.
bool mayDispatch(const Caller& caller);
bool mayView(const Caller& caller);

// Ids of new rows: random version-4 UUIDs; deterministic in tests and in the demo depot.
class IdSource
{
public:
    virtual ~IdSource() = default;
    virtual QString newId() = 0;
};

struct Call
{
    const Request& request;
    const Caller& caller;
    Connection& db;
    const Clock& clock;
    IdSource& ids;
    bool changed = false; // set by recordChange
};

using Handler = std::function<Response(Call&)>;

enum class Access {
    Anyone,     // no token needed (sign-in, refresh, health)
    SignedIn,   // any role
    Dispatch,   // reads and writes of the dispatcher's desk: needs manage:operations:tenant or manage:module:delivery
    View,       // reads: the above, or view:module:delivery
    DriverOnly, // role driver
};

// A route that writes runs inside one immediate transaction opened by the front: it may return any status; 2xx commits
// its effect, everything else rolls the effect back. With an Idempotency-Key the answer (below 500) is stored in the
// same transaction. Handlers never begin or commit themselves.
struct Route
{
    Method method;
    QString pattern; // "/delivery/waybills/{waybill_id}/seal"
    Access access;
    bool writes;
    Handler handler;
    bool slow = false;        // runs on the slow lane, beside the threads that answer everybody else
    QString failureCode = {}; // the words of a 500 of this route; empty: the general ones
    QString failureMessage = {};
    bool takesBytes = false; // the body is no JSON; the handler looks at it
};

// One row of the change feed, written in the caller's transaction. entity: "waybill", "delivery", "driver" …;
// op: "upsert" or "delete".
void recordChange(Call& call, const QString& entity, const QString& id, const QString& op = QStringLiteral("upsert"));

} // namespace waydesk::backend
