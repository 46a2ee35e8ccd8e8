// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/signins.h"

#include "backend/auth/accounts.h"

#include <cstring>
#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr size_t kMostKnown = 10'000;
constexpr std::chrono::seconds kCheckAgainAfter{10};
constexpr qint64 kPruneStep = 2'000;
constexpr qsizetype kTokenLength = 43; // 256 bits in base64url

std::string hashOf(std::string_view token)
{
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()),
                       reinterpret_cast<const unsigned char*>(token.data()), token.size());
    return hash;
}

QByteArray blob(const std::string& hash)
{
    return QByteArray(hash.data(), static_cast<qsizetype>(hash.size()));
}

std::string_view tokenIn(std::string_view authorization)
{
    constexpr std::string_view kScheme = "Bearer ";
    if (authorization.size() != kScheme.size() + kTokenLength ||
        qstrnicmp(authorization.data(), kScheme.data(), kScheme.size()) != 0)
        return {};
    return authorization.substr(kScheme.size());
}

QString newToken()
{
    QByteArray bytes(32, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<size_t>(bytes.size()));
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

qint64 stored(Instant at)
{
    return at.time_since_epoch().count();
}

Error refused(Error::Kind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

#define PROFILE_COLUMNS "u.id, u.tenant_id, u.role, u.full_name, u.driver_id, u.email, u.warehouse_ids"

// From a row whose first columns are PROFILE_COLUMNS.
std::optional<Profile> readProfile(const Rows& rows)
{
    const std::optional<UserRole> role = parseWord<UserRole>(rows.text(2));
    if (!role)
        return std::nullopt;
    Profile profile;
    profile.caller.user = {rows.text(0)};
    profile.caller.tenant = {rows.text(1)};
    profile.caller.role = *role;
    profile.caller.fullName = rows.text(3);
    profile.caller.permissions = permissionsOf(*role);
    if (!rows.isNull(4))
        profile.caller.driver = DriverId{rows.text(4)};
    profile.email = rows.text(5);
    profile.warehouses = rows.text(6).split(u',', Qt::SkipEmptyParts);
    return profile;
}

} // namespace

size_t SignIns::HashOfHash::operator()(const std::string& hash) const
{
    size_t start = 0;
    std::memcpy(&start, hash.data(), std::min(sizeof start, hash.size()));
    return start;
}

SignIns::SignIns(Database& database, const Clock& clock, IdSource& ids)
    : m_database(database)
    , m_clock(clock)
    , m_ids(ids)
    , m_attempts(clock)
{
}

std::shared_ptr<const Caller> SignIns::callerOf(std::string_view authorization, Connection& reader)
{
    const std::string_view token = tokenIn(authorization);
    if (token.empty())
        return nullptr;
    const std::string hash = hashOf(token);
    const Instant now = m_clock.now();
    quint64 generation = 0;
    {
        const std::shared_lock lock(m_lock);
        generation = m_generation;
        const auto found = m_known.find(hash);
        if (found != m_known.end() && now < found->second.expiresAt &&
            now - found->second.checkedAt < kCheckAgainAfter && now >= found->second.checkedAt)
            return found->second.caller;
    }
    const auto rows = reader.run("SELECT " PROFILE_COLUMNS ", t.expires_at, s.id FROM token t "
                                 "JOIN sign_in s ON s.id = t.sign_in_id JOIN app_user u ON u.id = s.user_id "
                                 "WHERE t.hash = ? AND t.kind = 'access' AND t.expires_at > ? AND u.active = 1",
                                 {blob(hash), stored(now)});
    if (!rows->next())
        return nullptr;
    const std::optional<Profile> profile = readProfile(*rows);
    if (!profile)
        return nullptr;
    auto caller = std::make_shared<const Caller>(profile->caller);
    const Instant expiresAt{std::chrono::microseconds(rows->integer(7))};
    remember(hash, {caller, expiresAt, now, rows->text(8)}, generation);
    return caller;
}

void SignIns::remember(const std::string& hash, Known known, quint64 generation)
{
    const std::unique_lock lock(m_lock);
    if (generation != m_generation)
        return;
    if (m_known.size() >= kMostKnown)
        m_known.clear();
    m_known.insert_or_assign(hash, std::move(known));
}

void SignIns::forgetSignIn(const QString& signIn)
{
    const std::unique_lock lock(m_lock);
    ++m_generation;
    std::erase_if(m_known, [&](const auto& entry) { return entry.second.signIn == signIn; });
}

Result<Tokens> SignIns::signIn(const QString& email, const QString& password, Connection& reader)
{
    const QString address = normalisedEmail(email);
    if (!m_attempts.charge(address))
        return refused(Error::Kind::RateLimited);
    std::optional<Profile> profile;
    QString passwordHash = nobodysHash(); // an unknown e-mail takes as long as a wrong password
    {
        const auto rows = reader.run("SELECT " PROFILE_COLUMNS ", u.password_hash FROM app_user u "
                                     "WHERE u.email = ? AND u.active = 1",
                                     {address});
        if (rows->next()) {
            profile = readProfile(*rows);
            passwordHash = rows->text(7);
        }
    }
    if (reader.failed())
        return reader.error();
    if (!passwordMatches(passwordHash, password) || !profile)
        return refused(Error::Kind::Unauthorised);
    m_attempts.forget(address);

    const Instant now = m_clock.now();
    WriteTurn turn(m_database);
    Connection& db = turn.db();
    db.beginWrite();
    const QString signIn = m_ids.newId();
    // Only while the password is still the one that was looked at.
    db.execute("INSERT INTO sign_in(id, user_id, created_at, expires_at) "
               "SELECT ?, id, ?, ? FROM app_user WHERE id = ? AND password_hash = ? AND active = 1",
               {signIn, stored(now), stored(now + kRefreshLasts), profile->caller.user.value, passwordHash});
    const Tokens tokens = issue(db, *profile, signIn);
    const Result<Nothing> done = db.commit();
    if (!done)
        return done.error();
    return tokens;
}

Tokens SignIns::issue(Connection& db, const Profile& profile, const QString& signIn)
{
    Tokens tokens{newToken(), newToken(), profile};
    const Instant now = m_clock.now();
    const auto keep = [&](const QString& token, const QString& kind, Instant expiresAt) {
        db.execute("INSERT INTO token(hash, sign_in_id, kind, expires_at) VALUES (?, ?, ?, ?)",
                   {blob(hashOf(token.toStdString())), signIn, kind, stored(expiresAt)});
    };
    keep(tokens.access, u"access"_s, now + kAccessLasts);
    keep(tokens.refresh, u"refresh"_s, now + kRefreshLasts);
    return tokens;
}

Result<Tokens> SignIns::refresh(const QString& refreshToken)
{
    const Instant now = m_clock.now();
    const QByteArray hash = blob(hashOf(refreshToken.toStdString()));
    WriteTurn turn(m_database);
    Connection& db = turn.db();
    db.beginWrite();
    std::optional<Profile> profile;
    QString signIn;
    bool used = false;
    {
        const auto rows = db.run("SELECT " PROFILE_COLUMNS ", s.id, t.used FROM token t "
                                 "JOIN sign_in s ON s.id = t.sign_in_id JOIN app_user u ON u.id = s.user_id "
                                 "WHERE t.hash = ? AND t.kind = 'refresh' AND t.expires_at > ? AND u.active = 1",
                                 {hash, stored(now)});
        if (rows->next()) {
            profile = readProfile(*rows);
            signIn = rows->text(7);
            used = rows->integer(8) != 0;
        }
    }
    if (db.failed())
        return db.error();
    if (!profile)
        return refused(Error::Kind::Unauthorised);
    if (used) {
        db.execute("DELETE FROM sign_in WHERE id = ?", {signIn});
        const Result<Nothing> ended = db.commit();
        forgetSignIn(signIn);
        return ended ? refused(Error::Kind::Unauthorised) : ended.error();
    }
    db.execute("UPDATE token SET used = 1 WHERE hash = ?", {hash});
    db.execute("DELETE FROM token WHERE sign_in_id = ? AND kind = 'access' AND expires_at <= ?", {signIn, stored(now)});
    db.execute("UPDATE sign_in SET expires_at = ? WHERE id = ?", {stored(now + kRefreshLasts), signIn});
    const Tokens tokens = issue(db, *profile, signIn);
    const Result<Nothing> done = db.commit();
    if (!done)
        return done.error();
    return tokens;
}

Result<Nothing> SignIns::signOut(std::string_view authorization)
{
    const QByteArray hash = blob(hashOf(tokenIn(authorization)));
    WriteTurn turn(m_database);
    Connection& db = turn.db();
    db.beginWrite();
    QString signIn;
    {
        const auto rows = db.run("SELECT sign_in_id FROM token WHERE hash = ?", {hash});
        if (rows->next())
            signIn = rows->text(0);
    }
    db.execute("DELETE FROM sign_in WHERE id = ?", {signIn});
    Result<Nothing> done = db.commit();
    if (done)
        forgetSignIn(signIn);
    return done;
}

std::optional<Profile> SignIns::profileOf(const UserId& user, Connection& reader) const
{
    const auto rows = reader.run("SELECT " PROFILE_COLUMNS " FROM app_user u WHERE u.id = ?", {user.value});
    if (!rows->next())
        return std::nullopt;
    return readProfile(*rows);
}

bool SignIns::prune(Connection& db, Instant now)
{
    const qint64 signIns =
        db.execute("DELETE FROM sign_in WHERE id IN (SELECT id FROM sign_in WHERE expires_at <= ? LIMIT ?)",
                   {stored(now), kPruneStep});
    const qint64 tokens = db.execute("DELETE FROM token WHERE hash IN "
                                     "(SELECT hash FROM token WHERE expires_at <= ? LIMIT ?)",
                                     {stored(now), kPruneStep});
    return signIns == kPruneStep || tokens == kPruneStep;
}

} // namespace waydesk::backend
