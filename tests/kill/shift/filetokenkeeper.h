// SPDX-License-Identifier: GPL-3.0-or-later
// The shift's stand-in for the system's keychain: one file, replaced whole, so that a killed desk is signed in again at
// once, as a real one would be. For tests only: the tokens lie there as they are.
#pragma once

#include "services/sync/tokenkeeper.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace waydesk::test {

class FileTokenKeeper final : public sync::TokenKeeper
{
public:
    explicit FileTokenKeeper(const QString& path)
        : m_path(path)
    {
    }

    void load(const QUrl&, std::function<void(std::optional<sync::KeptSession>)> then) override
    {
        QFile file(m_path);
        if (!file.open(QFile::ReadOnly))
            return then(std::nullopt);
        const QJsonObject o = QJsonDocument::fromJson(file.readAll()).object();
        sync::KeptSession kept;
        kept.access = o[QStringLiteral("access")].toString();
        kept.refresh = o[QStringLiteral("refresh")].toString();
        kept.accessUntil = Instant(std::chrono::microseconds(o[QStringLiteral("until")].toInteger()));
        kept.user.id.value = o[QStringLiteral("user")].toString();
        kept.user.fullName = o[QStringLiteral("name")].toString();
        kept.role = o[QStringLiteral("role")].toString();
        kept.tenant.value = o[QStringLiteral("tenant")].toString();
        for (const QJsonValue& each : o[QStringLiteral("permissions")].toArray())
            kept.permissions += each.toString();
        then(kept);
    }

    void save(const QUrl&, const sync::KeptSession& kept, std::function<void(bool)> then) override
    {
        const QJsonObject o{{QStringLiteral("access"), kept.access},
                            {QStringLiteral("refresh"), kept.refresh},
                            {QStringLiteral("until"), qint64{kept.accessUntil.time_since_epoch().count()}},
                            {QStringLiteral("user"), kept.user.id.value},
                            {QStringLiteral("name"), kept.user.fullName},
                            {QStringLiteral("role"), kept.role},
                            {QStringLiteral("tenant"), kept.tenant.value},
                            {QStringLiteral("permissions"), QJsonArray::fromStringList(kept.permissions)}};
        QSaveFile file(m_path);
        const bool open = file.open(QFile::WriteOnly);
        if (open)
            file.write(QJsonDocument(o).toJson());
        then(open && file.commit());
    }

    void erase(const QUrl&) override { QFile::remove(m_path); }
    bool isMemoryOnly() const override { return false; }

private:
    const QString m_path;
};

} // namespace waydesk::test
