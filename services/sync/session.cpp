// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/session.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

namespace {
const QString kLastUser = u"session.last_user"_s;
const QString kTimeZone = u"session.time_zone"_s; // "server zone"
constexpr qsizetype kLongestZone = 64;

bool isKnownZone(const QString& name)
{
    return name.size() <= kLongestZone && QTimeZone(name.toUtf8()).isValid();
}
} // namespace

Session::Session(const QUrl& server, const Clock& clock, TokenKeeper& keeper, store::SyncState& settings,
                 EngineListener& listener)
    : m_server(server)
    , m_clock(clock)
    , m_keeper(keeper)
    , m_settings(settings)
    , m_listener(listener)
    , m_memoryOnly(keeper.isMemoryOnly())
{
}

void Session::start(backends::Sessions& port)
{
    m_bound.assertHere();
    m_port = &port;
    if (const QString told = m_settings.value(kTimeZone).value_or(QString());
        told.startsWith(m_server.toString() + u' '))
        m_timeZone = told.section(u' ', -1);
    m_keeper.load(m_server, [this, alive = std::weak_ptr(m_alive)](std::optional<KeptSession> kept) {
        if (alive.expired() || m_state != State::SignedOut)
            return;
        m_memoryOnly = m_keeper.isMemoryOnly();
        if (kept && !kept->refresh.isEmpty()) {
            m_kept = *std::move(kept);
            move(State::SignedIn);
        } else if (auto last = rememberedUser()) {
            m_kept = *std::move(last); // known, but the password is needed
            move(State::Expired);
        }
    });
}

void Session::signIn(const QString& email, const QString& password, const std::function<void(const Error&)>& failed)
{
    m_bound.assertHere();
    const State before = m_state == State::SigningIn ? State::SignedOut : m_state;
    move(State::SigningIn);
    m_signingIn = m_port->signIn(email, password, [this, before, failed](Result<wire::Tokens> result) {
        m_signingIn.cancel();
        if (!result) {
            move(before);
            failed(result.error());
            return;
        }
        if (result->user)
            m_kept = {}; // perhaps another person
        take(*result, [this] { move(State::SignedIn); });
    });
}

void Session::signOut()
{
    m_bound.assertHere();
    m_signingIn.cancel();
    m_renewing.cancel();
    if (!m_kept.refresh.isEmpty()) // politely; whether it arrives changes nothing here
        m_signingOut = m_port->signOut(m_kept.refresh, [this](const Result<Nothing>&) { m_signingOut.cancel(); });
    m_keeper.erase(m_server);
    if (auto forgotten = m_settings.remove(kLastUser); !forgotten)
        m_listener.failed(forgotten.error());
    m_kept = {};
    for (const auto& then : std::exchange(m_waiting, {}))
        then(false);
    move(State::SignedOut);
}

void Session::refused(const QString& token, std::function<void(bool)> then)
{
    m_bound.assertHere();
    if (token != m_kept.access && !m_kept.access.isEmpty()) { // somebody has renewed it meanwhile
        then(true);
        return;
    }
    if (m_state != State::SignedIn || m_kept.refresh.isEmpty()) {
        then(false);
        return;
    }
    m_waiting.append(std::move(then));
    if (m_renewing.isHeld())
        return;
    m_renewing = m_port->refresh(m_kept.refresh, [this](Result<wire::Tokens> result) { renewed(std::move(result)); });
}

void Session::renewed(Result<wire::Tokens> result)
{
    if (result) {
        take(*result, [this] {
            m_renewing.cancel();
            for (const auto& then : std::exchange(m_waiting, {}))
                then(true);
        });
        return;
    }
    m_renewing.cancel();
    switch (result.error().kind) {
    case Error::Kind::Unauthorised:
    case Error::Kind::Forbidden:
    case Error::Kind::Rejected:
    case Error::Kind::NotFound:
        m_kept.access.clear();
        m_kept.refresh.clear();
        m_keeper.erase(m_server);
        m_listener.failed(result.error());
        move(State::Expired);
        break;
    case Error::Kind::Offline:
    case Error::Kind::Timeout:
    case Error::Kind::RateLimited:
    case Error::Kind::Server:
    case Error::Kind::Malformed:
    case Error::Kind::Storage:
        break; // the session may well be good: whoever asked tries again
    }
    for (const auto& then : std::exchange(m_waiting, {}))
        then(false);
}

// Keeps first, uses then: a program killed in between finds the newer token.
void Session::take(const wire::Tokens& tokens, const std::function<void()>& then)
{
    KeptSession next = m_kept;
    next.access = tokens.access;
    if (!tokens.refresh.isEmpty())
        next.refresh = tokens.refresh;
    next.accessUntil = m_clock.now() + tokens.expiresIn;
    if (tokens.user) {
        next.user = tokens.user->ref;
        next.role = tokens.user->roleWord;
        next.tenant = tokens.user->tenant;
        next.permissions = tokens.user->permissions;
    }
    m_listener.drifted(tokens.drift);
    const auto zone = tokens.user ? std::optional(tokens.user->timeZone) : std::nullopt;
    m_keeper.save(m_server, next, [this, next, zone, then, alive = std::weak_ptr(m_alive)](bool kept) {
        if (alive.expired())
            return;
        m_memoryOnly = !kept || m_keeper.isMemoryOnly();
        m_kept = next;
        rememberUser();
        if (zone)
            rememberZone(*zone);
        then();
    });
}

void Session::rememberUser()
{
    const QJsonObject user{{u"server"_s, m_server.toString()},
                           {u"id"_s, m_kept.user.id.value},
                           {u"full_name"_s, m_kept.user.fullName},
                           {u"email"_s, m_kept.user.email},
                           {u"role"_s, m_kept.role},
                           {u"tenant_id"_s, m_kept.tenant.value},
                           {u"permissions"_s, QJsonArray::fromStringList(m_kept.permissions)}};
    const QString text = QString::fromUtf8(QJsonDocument(user).toJson(QJsonDocument::Compact));
    if (auto done = m_settings.set(kLastUser, text); !done)
        m_listener.failed(done.error());
}

// A name that is not known here is as good as none, and is noted once: this machine's own days go on.
void Session::rememberZone(const QString& name)
{
    const bool isGood = !name.isEmpty() && isKnownZone(name);
    if (!isGood && !name.isEmpty() && name != m_refusedZone) {
        m_refusedZone = name;
        Error unknown;
        unknown.kind = Error::Kind::Malformed;
        unknown.code = u"unknown_time_zone"_s;
        unknown.detail = u"the depot's time zone is \"%1\""_s.arg(name.left(kLongestZone));
        m_listener.failed(unknown);
    }
    const QString zone = isGood ? name : QString();
    if (zone == m_timeZone)
        return;
    m_timeZone = zone;
    const auto done =
        isGood ? m_settings.set(kTimeZone, m_server.toString() + u' ' + zone) : m_settings.remove(kTimeZone);
    if (!done)
        m_listener.failed(done.error());
    m_listener.statusTouched();
}

std::optional<KeptSession> Session::rememberedUser() const
{
    const auto text = m_settings.value(kLastUser);
    if (!text)
        return std::nullopt;
    const QJsonObject user = QJsonDocument::fromJson(text->toUtf8()).object();
    if (user.value(u"server"_s).toString() != m_server.toString() || user.value(u"id"_s).toString().isEmpty())
        return std::nullopt;
    KeptSession kept;
    kept.user.id = {user.value(u"id"_s).toString()};
    kept.user.fullName = user.value(u"full_name"_s).toString();
    kept.user.email = user.value(u"email"_s).toString();
    kept.role = user.value(u"role"_s).toString();
    kept.tenant = {user.value(u"tenant_id"_s).toString()};
    const QJsonArray permissions = user.value(u"permissions"_s).toArray();
    for (const QJsonValue& permission : permissions)
        kept.permissions.append(permission.toString());
    return kept;
}

void Session::move(State state)
{
    m_state = state;
    m_listener.sessionMoved();
}

} // namespace waydesk::sync
