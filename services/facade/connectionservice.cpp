// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/connectionservice.h"

#include "services/sync/engine.h"

namespace waydesk::facade {

namespace {

ConnectionState::Link linkOf(sync::EngineStatus::Link link)
{
    switch (link) {
    case sync::EngineStatus::Link::Connecting:
        return ConnectionState::Link::Connecting;
    case sync::EngineStatus::Link::Online:
        return ConnectionState::Link::Online;
    case sync::EngineStatus::Link::Offline:
        return ConnectionState::Link::Offline;
    }
    Q_UNREACHABLE();
}

ConnectionState::Session sessionOf(sync::EngineStatus::Session session)
{
    switch (session) {
    case sync::EngineStatus::Session::SignedOut:
        return ConnectionState::Session::SignedOut;
    case sync::EngineStatus::Session::SigningIn:
        return ConnectionState::Session::SigningIn;
    case sync::EngineStatus::Session::SignedIn:
        return ConnectionState::Session::SignedIn;
    case sync::EngineStatus::Session::Expired:
        return ConnectionState::Session::Expired;
    }
    Q_UNREACHABLE();
}

ConnectionState::Feed feedOf(sync::EngineStatus::Feed feed)
{
    switch (feed) {
    case sync::EngineStatus::Feed::Unknown:
        return ConnectionState::Feed::Unknown;
    case sync::EngineStatus::Feed::Changes:
        return ConnectionState::Feed::Changes;
    case sync::EngineStatus::Feed::Polling:
        return ConnectionState::Feed::Polling;
    }
    Q_UNREACHABLE();
}

ConnectionState stateOf(const sync::EngineStatus& s)
{
    ConnectionState out;
    out.link = linkOf(s.link);
    out.session = sessionOf(s.session);
    out.linkSince = s.linkSince;
    out.server = s.server;
    out.user = s.user;
    out.role = s.role;
    out.permissions = s.permissions;
    out.timeZone = s.timeZone;
    out.lastHeard = s.lastHeard;
    out.lastSynced = s.lastSynced;
    out.firstSyncRunning = s.firstSyncRunning;
    out.syncedRows = s.syncedRows;
    out.syncTotal = s.syncTotal;
    out.feed = feedOf(s.feed);
    out.tokensInMemoryOnly = s.tokensInMemoryOnly;
    out.lastError = s.lastError;
    out.contractDrift = s.contractDrift;
    return out;
}

} // namespace

struct ConnectionService::Private
{
    sync::Engine& engine;
    sync::EngineStatus status;
    ConnectionState state;
};

ConnectionService::ConnectionService(sync::Engine& engine, QObject* parent)
    : QObject(parent)
    , d(new Private{engine})
{
    connect(&engine, &sync::Engine::signInFailed, this, &ConnectionService::signInFailed);
    connect(&engine, &sync::Engine::statusChanged, this, [this](const sync::EngineStatus& status) {
        if (status == d->status)
            return;
        d->status = status;
        d->state = stateOf(status);
        Q_EMIT changed();
    });
}

ConnectionService::~ConnectionService() = default;

const ConnectionState& ConnectionService::state() const
{
    return d->state;
}

QList<DataAge> ConnectionService::ages() const
{
    QList<DataAge> out;
    for (const sync::EntityAge& age : d->status.ages)
        out << DataAge{age.entity, age.rows, age.asOf};
    return out;
}

QList<Error> ConnectionService::recentErrors() const
{
    return d->status.recentErrors;
}

void ConnectionService::connectTo(const QUrl& server)
{
    d->engine.connectTo(server);
}

void ConnectionService::signIn(const QString& email, const QString& password)
{
    d->engine.signIn(email, password);
}

void ConnectionService::signOut()
{
    d->engine.signOut();
}

void ConnectionService::retryNow()
{
    d->engine.retryNow();
}

} // namespace waydesk::facade
