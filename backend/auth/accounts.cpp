// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/accounts.h"

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

QString hashPassword(const QString& password)
{
    char hash[crypto_pwhash_STRBYTES];
    const QByteArray utf8 = password.toUtf8();
    if (sodium_init() < 0 ||
        crypto_pwhash_str(hash, utf8.constData(), static_cast<unsigned long long>(utf8.size()),
                          crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return {};
    return QString::fromLatin1(hash);
}

QString nobodysHash()
{
    return u"$argon2id$v=19$m=65536,t=2,p=1$J0vd2/lLXoOwxXGEBOqtmg$nL9dIvJHkjIeQ8kQ0sH0pOYF5p2hTqKTJnLw8x4A0uE"_s;
}

bool passwordMatches(const QString& hash, const QString& password)
{
    const QByteArray utf8 = password.toUtf8();
    return sodium_init() >= 0 && crypto_pwhash_str_verify(hash.toLatin1().constData(), utf8.constData(),
                                                          static_cast<unsigned long long>(utf8.size())) == 0;
}

void addTenant(Connection& db, const TenantId& id, const QString& name, Instant now)
{
    db.execute("INSERT INTO tenant(id, name, created_at) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
               {id.value, name, qint64(now.time_since_epoch().count())});
}

QString zoneNameOf(Connection& db, const TenantId& tenant)
{
    const auto rows = db.run("SELECT time_zone FROM tenant WHERE id = ?", {tenant.value});
    return rows->next() ? rows->text(0) : QString();
}

bool addUser(Connection& db, const NewUser& user)
{
    return db.execute("INSERT INTO app_user(id, tenant_id, email, full_name, phone, avatar_url, role, password_hash, "
                      "driver_id, warehouse_ids, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                      "ON CONFLICT (email) DO NOTHING",
                      {user.id.value, user.tenant.value, normalisedEmail(user.email), user.fullName,
                       user.phone.isNull() ? u""_s : user.phone, user.avatarUrl.isNull() ? u""_s : user.avatarUrl,
                       word(user.role), user.passwordHash, user.driver ? user.driver->value : QString(),
                       user.warehouses.isEmpty() ? u""_s : user.warehouses.join(u','),
                       qint64(user.createdAt.time_since_epoch().count())}) == 1;
}

bool changePassword(Connection& db, const QString& email, const QString& passwordHash)
{
    const QString address = normalisedEmail(email);
    db.execute("DELETE FROM sign_in WHERE user_id IN (SELECT id FROM app_user WHERE email = ?)", {address});
    return db.execute("UPDATE app_user SET password_hash = ? WHERE email = ?", {passwordHash, address}) == 1;
}

QString normalisedEmail(const QString& email)
{
    return email.trimmed().toLower();
}

QList<QString> permissionsOf(UserRole role)
{
    switch (role) {
    case UserRole::Admin:
    case UserRole::Manager:
        return {u"manage:operations:tenant"_s, u"manage:module:delivery"_s, u"view:module:delivery"_s};
    case UserRole::Dispatcher:
        return {u"manage:module:delivery"_s, u"view:module:delivery"_s};
    case UserRole::Driver:
        return {u"drive:module:delivery"_s};
    case UserRole::Merchant:
        return {u"order:module:delivery"_s};
    }
    Q_UNREACHABLE();
}

} // namespace waydesk::backend
