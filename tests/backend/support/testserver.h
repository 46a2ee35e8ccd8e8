// SPDX-License-Identifier: GPL-3.0-or-later
// The real server on a free loopback port, over a database file of its own in a temporary folder, with a fake clock and
// two tenants: "north" (dispatcher, manager, driver, merchant, admin @north.test) and "south" (dispatcher@south.test).
// Every password is "secret pass". restart() keeps the file.
#pragma once

#include "backend/auth/signins.h"
#include "backend/http/peer.h"
#include "backend/http/server.h"
#include "backend/uuids.h"
#include "tests/backend/support/fakeclock.h"
#include "tests/backend/support/testclient.h"

#include <QTemporaryDir>
#include <functional>

namespace waydesk::backend {

inline const QString kTestPassword = QStringLiteral("secret pass");

class TestServer
{
public:
    using Routes = std::function<std::vector<Route>()>;

    explicit TestServer(Routes extra = {}, std::function<void(Limits&)> adjust = {}, ServerOptions options = {});
    ~TestServer();

    void restart();
    void stop();
    quint16 port() const { return m_port; }
    // The access token; asked for once per e-mail, until forgetTokens() or restart().
    QByteArray signIn(const QString& email, const QString& password = kTestPassword);
    void forgetTokens() { m_tokens.clear(); }
    QString databasePath() const { return m_folder.filePath(QStringLiteral("depot.db")); }

    // Runs inside one committed write transaction.
    void write(const std::function<void(Connection&)>& work);
    QString text(std::string_view sql); // the first column of the first row

    FakeClock clock;
    RandomIds ids;
    Database& database() { return *m_database; }
    ChangeWaiters& waiters() { return *m_waiters; }
    Server& server() { return *m_server; }
    Front& front() { return *m_front; }

private:
    void start();
    void addUsers();

    QTemporaryDir m_folder;
    Routes m_extra;
    std::function<void(Limits&)> m_adjust;
    ServerOptions m_options;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<SignIns> m_signIns;
    std::unique_ptr<ChangeWaiters> m_waiters;
    std::unique_ptr<Front> m_front;
    std::unique_ptr<Server> m_server;
    QHash<QString, QByteArray> m_tokens;
    quint16 m_port = 0;
};

} // namespace waydesk::backend
