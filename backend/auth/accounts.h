// SPDX-License-Identifier: GPL-3.0-or-later
// Tenants and users in the database, their roles, and their passwords (argon2id). Plain functions over a Connection;
// the writing ones expect to be inside a transaction.
#pragma once

#include "backend/http/message.h"

#include <QStringList>

namespace waydesk::backend {

struct NewUser
{
    UserId id;
    TenantId tenant;
    QString email; // stored in lower case; unique over all tenants
    QString fullName, phone, avatarUrl;
    UserRole role = UserRole::Dispatcher;
    QString passwordHash;
    std::optional<DriverId> driver;
    QStringList warehouses; // empty: all of the tenant
    Instant createdAt{};
};

// About 60 ms and 64 MiB for its duration; demo users may share one hash. Empty when memory is short.
QString hashPassword(const QString& password);
// A well-formed hash that no known password has, and that costs as much to check as any other.
QString nobodysHash();
bool passwordMatches(const QString& hash, const QString& password);

void addTenant(Connection& db, const TenantId& id, const QString& name, Instant now);
QString zoneNameOf(Connection& db, const TenantId& tenant); // "Asia/Baghdad": where its days begin and end
// False: the e-mail is taken (or the connection failed).
bool addUser(Connection& db, const NewUser& user);
// Ends every sign-in of the user. False: no such user.
bool changePassword(Connection& db, const QString& email, const QString& passwordHash);

// "trim, lower case": how e-mails are compared.
QString normalisedEmail(const QString& email);

QList<QString> permissionsOf(UserRole role);

} // namespace waydesk::backend
