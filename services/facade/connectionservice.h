// SPDX-License-Identifier: GPL-3.0-or-later
// Who is signed in, whether the server answers, how old what we know is. Passwords pass through and are not kept.
#pragma once

#include "services/domain/instant.h"
#include "services/domain/place.h"
#include "services/domain/result.h"

#include <QObject>
#include <QStringList>
#include <QUrl>
#include <memory>

namespace waydesk::sync {
class Engine;
}

namespace waydesk::facade {

struct ConnectionState
{
    enum class Link { Connecting, Online, Offline };
    enum class Session { SignedOut, SigningIn, SignedIn, Expired }; // Expired: work goes on, the password is asked for
    Link link = Link::Connecting;
    Session session = Session::SignedOut;
    Instant linkSince{};
    QUrl server;
    UserRef user;
    std::optional<UserRole> role;
    QStringList permissions;
    QString timeZone;                  // of the depot; empty: not told, the machine's holds
    std::optional<Instant> lastHeard;  // last answer of any kind
    std::optional<Instant> lastSynced; // the store was complete as of
    bool firstSyncRunning = false;
    qint64 syncedRows = 0;
    std::optional<qint64> syncTotal;
    enum class Feed { Unknown, Changes, Polling } feed = Feed::Unknown;
    bool tokensInMemoryOnly = false; // no keychain answered
    std::optional<Error> lastError;
    int contractDrift = 0; // words and fields that the contract does not know
    bool operator==(const ConnectionState&) const = default;
};

struct DataAge // one line of "what we know and how old"
{
    QString entity; // "waybills", "deliveries", "drivers" …
    qint64 rows = 0;
    std::optional<Instant> asOf;
    bool operator==(const DataAge&) const = default;
};

class ConnectionService : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionService(sync::Engine& engine, QObject* parent = nullptr);
    ~ConnectionService() override;

    const ConnectionState& state() const;
    QList<DataAge> ages() const;
    QList<Error> recentErrors() const; // newest first, at most 50

    void connectTo(const QUrl& server);
    void signIn(const QString& email, const QString& password);
    void signOut();  // the outbox stays; it belongs to its author
    void retryNow(); // do not wait for the next attempt

Q_SIGNALS:
    void changed();
    void signInFailed(const waydesk::Error& error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace waydesk::facade
