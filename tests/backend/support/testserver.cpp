// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/support/testserver.h"

#include "backend/auth/accounts.h"
#include "backend/auth/routes.h"
#include "backend/http/changes.h"

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

QString quickHash(const QString& password) // the cheapest that argon2id allows
{
    char hash[crypto_pwhash_STRBYTES];
    const QByteArray utf8 = password.toUtf8();
    if (sodium_init() < 0 || crypto_pwhash_str(hash, utf8.constData(), static_cast<unsigned long long>(utf8.size()),
                                               crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN) != 0)
        qFatal("cannot hash a password");
    return QString::fromLatin1(hash);
}

} // namespace

TestServer::TestServer(Routes extra, std::function<void(Limits&)> adjust, ServerOptions options)
    : m_extra(std::move(extra))
    , m_adjust(std::move(adjust))
    , m_options(std::move(options))
{
    start();
    addUsers();
}

TestServer::~TestServer()
{
    stop();
}

void TestServer::start()
{
    auto database = Database::open(databasePath(), Durability::ForTests);
    if (!database)
        qFatal("%s", qUtf8Printable(database.error().detail));
    m_database = std::move(database).value();
    m_signIns = std::make_unique<SignIns>(*m_database, clock, ids);
    m_waiters = std::make_unique<ChangeWaiters>();
    m_front = std::make_unique<Front>(*m_database, *m_signIns, *m_waiters, clock, ids);
    m_front->add(authRoutes(*m_signIns));
    m_front->add(changeRoutes());
    if (m_extra)
        m_front->add(m_extra());
    m_server = std::make_unique<Server>(*m_database, *m_front, *m_waiters);
    if (m_adjust)
        m_adjust(m_server->limits());
    const Result<quint16> port = m_server->start(m_options);
    if (!port)
        qFatal("%s", qUtf8Printable(port.error().detail));
    m_port = *port;
}

void TestServer::stop()
{
    m_server.reset();
    m_front.reset();
    m_waiters.reset();
    m_signIns.reset();
    m_database.reset();
}

void TestServer::restart()
{
    stop();
    m_tokens.clear();
    start();
}

void TestServer::write(const std::function<void(Connection&)>& work)
{
    WriteTurn turn(*m_database);
    turn.db().beginWrite();
    work(turn.db());
    const Result<Nothing> done = turn.db().commit();
    if (!done)
        qFatal("%s", qUtf8Printable(done.error().detail));
}

QString TestServer::text(std::string_view sql)
{
    const auto reader = m_database->newReader();
    if (!reader)
        qFatal("%s", qUtf8Printable(reader.error().detail));
    const auto rows = (*reader)->run(sql, {});
    return rows->next() ? rows->text(0) : QString();
}

void TestServer::addUsers()
{
    const QString hash = quickHash(kTestPassword);
    write([&](Connection& db) {
        const TenantId north{u"tenant-north"_s}, south{u"tenant-south"_s};
        addTenant(db, north, u"North depot"_s, clock.now());
        addTenant(db, south, u"South depot"_s, clock.now());
        for (const UserRole role : kUserRoles) {
            NewUser user{.id = {u"user-"_s + word(role)},
                         .tenant = north,
                         .email = word(role) + u"@north.test"_s,
                         .fullName = u"North "_s + word(role),
                         .role = role,
                         .passwordHash = hash,
                         .createdAt = clock.now()};
            if (role == UserRole::Driver)
                user.driver = DriverId{u"driver-north"_s};
            addUser(db, user);
        }
        addUser(db, {.id = {u"user-south"_s},
                     .tenant = south,
                     .email = u"dispatcher@south.test"_s,
                     .fullName = u"South dispatcher"_s,
                     .role = UserRole::Dispatcher,
                     .passwordHash = hash,
                     .createdAt = clock.now()});
    });
}

QByteArray TestServer::signIn(const QString& email, const QString& password)
{
    QByteArray& token = m_tokens[email];
    if (token.isEmpty()) {
        TestClient client(m_port);
        const Reply reply = client.post("/auth/login", {{u"email"_s, email}, {u"password"_s, password}});
        token = reply.data().value(u"access_token"_s).toString().toLatin1();
        if (token.isEmpty())
            qFatal("%s cannot sign in: %s", qUtf8Printable(email), reply.body.constData());
    }
    return token;
}

} // namespace waydesk::backend
