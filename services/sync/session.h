// SPDX-License-Identifier: GPL-3.0-or-later
// Who is signed in at one server, and with which tokens. One refresh at a time, whoever asks; a renewed refresh token
// is kept before it is used. When renewal is refused the session is Expired: the person stays known, work waits.
// Passwords pass through. Engine thread.
#pragma once

#include "services/backends/backend.h"
#include "services/store/syncstate.h"
#include "services/sync/enginelistener.h"
#include "services/sync/tokenkeeper.h"

namespace waydesk::sync {

class Session final : public backends::TokenSource
{
public:
    enum class State { SignedOut, SigningIn, SignedIn, Expired };

    // `settings`: remembers, beside the tokens, who was last here.
    Session(const QUrl& server, const Clock& clock, TokenKeeper& keeper, store::SyncState& settings,
            EngineListener& listener);

    void start(backends::Sessions& port); // takes up what was kept
    void signIn(const QString& email, const QString& password, const std::function<void(const Error&)>& failed);
    void signOut();

    QString accessToken() const override { return m_kept.access; }
    void refused(const QString& token, std::function<void(bool)> then) override;

    State state() const { return m_state; }
    bool canWork() const { return m_state == State::SignedIn; }
    bool hasUser() const { return !m_kept.user.id.isEmpty(); }
    const KeptSession& kept() const { return m_kept; }
    // Where the depot's days begin and end, by its name, as this server told last: also when nobody is signed in.
    // Empty: not told, or told by a name that this machine does not know.
    const QString& timeZone() const { return m_timeZone; }
    bool isMemoryOnly() const { return m_memoryOnly; }

private:
    void take(const wire::Tokens& tokens, const std::function<void()>& then);
    void renewed(Result<wire::Tokens> result);
    void move(State state);
    void rememberUser();
    void rememberZone(const QString& name);
    std::optional<KeptSession> rememberedUser() const;

    const QUrl m_server;
    const Clock& m_clock;
    TokenKeeper& m_keeper;
    store::SyncState& m_settings;
    EngineListener& m_listener;
    EngineBound m_bound;
    backends::Sessions* m_port = nullptr;
    State m_state = State::SignedOut;
    KeptSession m_kept;
    QString m_timeZone, m_refusedZone;
    bool m_memoryOnly = false;
    net::Call m_signingIn, m_renewing, m_signingOut;
    QList<std::function<void(bool)>> m_waiting;             // for the renewal that runs
    std::shared_ptr<int> m_alive = std::make_shared<int>(); // a keeper may answer after we are gone
};

} // namespace waydesk::sync
