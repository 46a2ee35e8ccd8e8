// SPDX-License-Identifier: GPL-3.0-or-later
// Sign-ins and their tokens: random 256-bit, stored hashed, access for 60 minutes, refresh for 30 days and only once.
// An old refresh token shown again ends the whole sign-in: one of two holders is a thief. Who an access token belongs
// to is kept in a small cache, checked against the database every ten seconds (another process may change a password),
// and at once where this process ends a sign-in. Thread-safe.
#pragma once

#include "backend/auth/signinattempts.h"
#include "backend/http/message.h"
#include "backend/storage/database.h"

#include <shared_mutex>
#include <unordered_map>

namespace waydesk::backend {

inline constexpr std::chrono::minutes kAccessLasts{60};
inline constexpr std::chrono::hours kRefreshLasts{24 * 30};

struct Profile
{
    Caller caller;
    QString email;
    QStringList warehouses;
};

struct Tokens
{
    QString access, refresh;
    Profile profile;
};

class SignIns
{
public:
    SignIns(Database& database, const Clock& clock, IdSource& ids);

    // Of an "Authorization: Bearer …" header; null when it names nobody who is signed in.
    std::shared_ptr<const Caller> callerOf(std::string_view authorization, Connection& reader);

    // Slow on purpose (argon2id): for the slow lane. Errors: Unauthorised, RateLimited, Storage.
    Result<Tokens> signIn(const QString& email, const QString& password, Connection& reader);
    Result<Tokens> refresh(const QString& refreshToken);
    Result<Nothing> signOut(std::string_view authorization);
    std::optional<Profile> profileOf(const UserId& user, Connection& reader) const;

    std::chrono::seconds retryAfter(const QString& email) const { return m_attempts.retryAfter(email); }

    // A bounded piece of work inside a write transaction; true: there is more to prune.
    static bool prune(Connection& db, Instant now);

private:
    struct Known
    {
        std::shared_ptr<const Caller> caller;
        Instant expiresAt{}, checkedAt{};
        QString signIn;
    };
    struct HashOfHash
    {
        size_t operator()(const std::string& hash) const;
    };
    Tokens issue(Connection& db, const Profile& profile, const QString& signIn);
    void forgetSignIn(const QString& signIn);
    void remember(const std::string& hash, Known known, quint64 generation);

    Database& m_database;
    const Clock& m_clock;
    IdSource& m_ids;
    SignInAttempts m_attempts;

    std::shared_mutex m_lock;
    quint64 m_generation = 0; // rises when a sign-in ends: what was read before may not be remembered after
    std::unordered_map<std::string, Known, HashOfHash> m_known;
};

} // namespace waydesk::backend
