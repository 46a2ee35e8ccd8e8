// SPDX-License-Identifier: GPL-3.0-or-later
// Where a session survives a restart: the system's keychain in the product (app), memory where none answers. Called on
// the engine thread; answers come there too, later or at once.
#pragma once

#include "services/domain/instant.h"
#include "services/domain/place.h"

#include <QHash>
#include <QStringList>
#include <QUrl>
#include <functional>

namespace waydesk::sync {

struct KeptSession
{
    QString access, refresh;
    Instant accessUntil{};
    UserRef user;
    QString role; // the word
    TenantId tenant;
    QStringList permissions;
    bool operator==(const KeptSession&) const = default;
};

class TokenKeeper
{
public:
    virtual ~TokenKeeper() = default;
    virtual void load(const QUrl& server, std::function<void(std::optional<KeptSession>)> then) = 0;
    // then(false): it could not be kept, and lives in memory only.
    virtual void save(const QUrl& server, const KeptSession& session, std::function<void(bool)> then) = 0;
    virtual void erase(const QUrl& server) = 0;
    virtual bool isMemoryOnly() const = 0;
};

class MemoryTokenKeeper final : public TokenKeeper
{
public:
    void load(const QUrl& server, std::function<void(std::optional<KeptSession>)> then) override
    {
        const auto it = m_kept.constFind(server);
        then(it == m_kept.constEnd() ? std::nullopt : std::optional(*it));
    }
    void save(const QUrl& server, const KeptSession& session, std::function<void(bool)> then) override
    {
        m_kept.insert(server, session);
        then(true);
    }
    void erase(const QUrl& server) override { m_kept.remove(server); }
    bool isMemoryOnly() const override { return true; }

private:
    QHash<QUrl, KeptSession> m_kept;
};

} // namespace waydesk::sync
