// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/usercommand.h"

#include "backend/auth/accounts.h"

#include <QUuid>
#include <cstdio>
#include <iostream>
#include <termios.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr qsizetype kShortestPassword = 8;

int complain(const QString& sentence)
{
    std::fprintf(stderr, "waydesk-backend: %s\n", qUtf8Printable(sentence));
    return 1;
}

QString askPassword()
{
    const bool person = isatty(STDIN_FILENO);
    termios before{};
    if (person) {
        std::fputs("Password: ", stderr);
        tcgetattr(STDIN_FILENO, &before);
        termios unseen = before;
        unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
    }
    std::string line;
    std::getline(std::cin, line);
    if (person) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        std::fputc('\n', stderr);
    }
    return QString::fromStdString(line);
}

// The tenant of that name, made when there is none; without a name the only one there is.
std::optional<TenantId> tenantFor(Connection& db, const QString& name, Instant now)
{
    QList<TenantId> found;
    const auto rows = name.isEmpty() ? db.run("SELECT id FROM tenant LIMIT 2", {})
                                     : db.run("SELECT id FROM tenant WHERE name = ?", {name});
    while (rows->next())
        found.append({rows->text(0)});
    if (found.size() == 1)
        return found.first();
    if (found.size() > 1)
        return std::nullopt;
    const TenantId made{QUuid::createUuid().toString(QUuid::WithoutBraces)};
    addTenant(db, made, name.isEmpty() ? u"Depot"_s : name, now);
    return made;
}

int add(const UserOptions& options, Connection& db, const QString& hash)
{
    const Instant now = SystemClock().now();
    const std::optional<TenantId> tenant = tenantFor(db, options.tenant, now);
    if (!tenant)
        return complain(u"there are several tenants: say which with --tenant NAME"_s);
    NewUser user{.id = {QUuid::createUuid().toString(QUuid::WithoutBraces)},
                 .tenant = *tenant,
                 .email = options.email,
                 .fullName = options.name,
                 .role = *parseWord<UserRole>(options.role),
                 .passwordHash = hash,
                 .warehouses = options.warehouses,
                 .createdAt = now};
    if (!options.driver.isEmpty())
        user.driver = DriverId{options.driver};
    if (!addUser(db, user) && !db.failed())
        return complain(u"that e-mail is taken"_s);
    const Result<Nothing> done = db.commit();
    return done ? 0 : complain(done.error().detail);
}

int change(const UserOptions& options, Connection& db, const QString& hash)
{
    if (!changePassword(db, options.email, hash) && !db.failed())
        return complain(u"no user has that e-mail"_s);
    const Result<Nothing> done = db.commit();
    return done ? 0 : complain(done.error().detail);
}

int list(Connection& db)
{
    const auto rows = db.run("SELECT u.email, u.role, u.full_name, t.name FROM app_user u "
                             "JOIN tenant t ON t.id = u.tenant_id ORDER BY t.name, u.email",
                             {});
    while (rows->next())
        std::printf("%s\t%s\t%s\t%s\n", qUtf8Printable(rows->text(0)), qUtf8Printable(rows->text(1)),
                    qUtf8Printable(rows->text(2)), qUtf8Printable(rows->text(3)));
    return db.failed() ? complain(db.error().detail) : 0;
}

} // namespace

int runUserCommand(const UserOptions& options, Database& database)
{
    if (options.verb == u"list") {
        const Result<std::unique_ptr<Connection>> reader = database.newReader();
        return reader ? list(**reader) : complain(reader.error().detail);
    }
    if (options.verb == u"add" && !parseWord<UserRole>(options.role))
        return complain(u"--role is dispatcher, manager, driver, merchant or admin"_s);
    const QString password = askPassword();
    if (password.size() < kShortestPassword)
        return complain(u"a password has at least %1 characters"_s.arg(kShortestPassword));
    const QString hash = hashPassword(password);
    if (hash.isEmpty())
        return complain(u"not enough memory to hash the password"_s);
    WriteTurn turn(database);
    turn.db().beginWrite();
    return options.verb == u"add" ? add(options, turn.db(), hash) : change(options, turn.db(), hash);
}

} // namespace waydesk::backend
