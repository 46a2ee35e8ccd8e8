// SPDX-License-Identifier: GPL-3.0-or-later
// Waydesk asks no keychain where no session bus can lead to one, starts no bus, and keeps the session in memory.
#include "app/keychainkeeper.h"

#include <QTemporaryDir>
#include <QTest>

using namespace waydesk;
using namespace Qt::Literals::StringLiterals;

class KeychainKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsInMemoryWithoutABus()
    {
        const QTemporaryDir runtime; // nobody listens here
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime.path()));
        app::KeychainKeeper keeper(u"desk"_s);
        QVERIFY(keeper.isMemoryOnly());
        sync::KeptSession session;
        session.access = session.refresh = u"token"_s;
        const QUrl server(u"http://depot.test"_s);
        std::optional<bool> kept;
        keeper.save(server, session, [&](bool toDisk) { kept = toDisk; });
        QCOMPARE(kept, std::optional(false)); // answered at once, and it says that it is in memory only
        std::optional<sync::KeptSession> loaded;
        keeper.load(server, [&](std::optional<sync::KeptSession> found) { loaded = std::move(found); });
        QVERIFY(loaded);
        QCOMPARE(loaded->refresh, u"token"_s);
        keeper.erase(server);
        keeper.load(server, [&](std::optional<sync::KeptSession> found) { loaded = std::move(found); });
        QVERIFY(!loaded);
    }
};

QTEST_GUILESS_MAIN(KeychainKeeperTest)
#include "tst_keychainkeeper.moc"
