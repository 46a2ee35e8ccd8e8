// SPDX-License-Identifier: GPL-3.0-or-later
// A snapshot of the engine: link, session, how far the store is in step. Plain values, copied across threads.
#pragma once

#include "services/domain/instant.h"
#include "services/domain/place.h"
#include "services/domain/result.h"

#include <QStringList>
#include <QUrl>

namespace waydesk::sync {

struct EntityAge
{
    QString entity;
    qint64 rows = 0;
    std::optional<Instant> asOf;
    bool operator==(const EntityAge&) const = default;
};

struct EngineStatus
{
    enum class Link { Connecting, Online, Offline };
    enum class Session { SignedOut, SigningIn, SignedIn, Expired };
    enum class Feed { Unknown, Changes, Polling };
    Link link = Link::Connecting;
    Session session = Session::SignedOut;
    Feed feed = Feed::Unknown;
    Instant linkSince{};
    QUrl server;
    UserRef user;
    std::optional<UserRole> role;
    QStringList permissions;
    QString timeZone; // the depot's, by a name that this machine knows; empty: not told
    std::optional<Instant> lastHeard, lastSynced;
    bool firstSyncRunning = false;
    qint64 syncedRows = 0;
    std::optional<qint64> syncTotal;
    bool tokensInMemoryOnly = false;
    std::optional<Error> lastError;
    QList<Error> recentErrors; // newest first, at most 50
    int contractDrift = 0;
    QList<EntityAge> ages;
    std::optional<bool> hasQueues;     // of returns and exceptions; nullopt: not found out yet
    std::optional<Instant> queuesAsOf; // when they were whole last
    bool operator==(const EngineStatus&) const = default;
};

} // namespace waydesk::sync
