// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the session in the system's keychain through QtKeychain. Where none answers within half a minute, it is kept in
// memory until the desk ends, and says so. Engine thread; answers come there, in the order asked.
#pragma once

#include "services/sync/tokenkeeper.h"

#include <QObject>
#include <qt6keychain/keychain.h>

namespace waydesk::app {

class KeychainKeeper final : public QObject, public sync::TokenKeeper
{
public:
    explicit KeychainKeeper(QString deskName); // tells two data folders apart

    void load(const QUrl& server, std::function<void(std::optional<sync::KeptSession>)> then) override;
    void save(const QUrl& server, const sync::KeptSession& session, std::function<void(bool)> then) override;
    void erase(const QUrl& server) override;
    bool isMemoryOnly() const override { return m_memoryOnly; }

private:
    QString keyOf(const QUrl& server) const;
    void run(QKeychain::Job* job, std::function<void(QKeychain::Error)> then);
    void keepInMemory(QKeychain::Error why);

    QString m_deskName;
    sync::MemoryTokenKeeper m_memory;
    bool m_memoryOnly;
};

// The session as the keychain holds it; nullopt for anything that is not one.
QByteArray encodeSession(const sync::KeptSession& session);
std::optional<sync::KeptSession> decodeSession(const QByteArray& bytes);

} // namespace waydesk::app
