// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychainkeeper.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <qt6keychain/keychain.h>

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(lcKeychain, "waydesk.keychain")

namespace {
const QString kService = u"Waydesk"_s;
}

QByteArray encodeSession(const sync::KeptSession& s)
{
    return QJsonDocument(QJsonObject{{u"access"_s, s.access},
                                     {u"refresh"_s, s.refresh},
                                     {u"accessUntil"_s, formatInstant(s.accessUntil)},
                                     {u"userId"_s, s.user.id.value},
                                     {u"fullName"_s, s.user.fullName},
                                     {u"email"_s, s.user.email},
                                     {u"role"_s, s.role},
                                     {u"tenant"_s, s.tenant.value},
                                     {u"permissions"_s, QJsonArray::fromStringList(s.permissions)}})
        .toJson(QJsonDocument::Compact);
}

std::optional<sync::KeptSession> decodeSession(const QByteArray& bytes)
{
    const QJsonObject o = QJsonDocument::fromJson(bytes).object();
    sync::KeptSession s;
    s.access = o["access"_L1].toString();
    s.refresh = o["refresh"_L1].toString();
    if (s.refresh.isEmpty() && s.access.isEmpty())
        return {};
    s.accessUntil = parseInstant(o["accessUntil"_L1].toString()).value_or(Instant{});
    s.user.id.value = o["userId"_L1].toString();
    s.user.fullName = o["fullName"_L1].toString();
    s.user.email = o["email"_L1].toString();
    s.role = o["role"_L1].toString();
    s.tenant.value = o["tenant"_L1].toString();
    const QJsonArray permissions = o["permissions"_L1].toArray();
    for (const QJsonValue& permission : permissions)
        s.permissions.append(permission.toString());
    return s;
}

KeychainKeeper::KeychainKeeper(QString deskName)
    : m_deskName(std::move(deskName))
{
}

QString KeychainKeeper::keyOf(const QUrl& server) const
{
    return m_deskName + u'|' + server.toString(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash);
}

void KeychainKeeper::load(const QUrl& server, std::function<void(std::optional<sync::KeptSession>)> then)
{
    auto* job = new QKeychain::ReadPasswordJob(kService, this);
    job->setInsecureFallback(false);
    job->setKey(keyOf(server));
    connect(job, &QKeychain::Job::finished, this, [this, job, server, then] {
        switch (job->error()) {
        case QKeychain::NoError:
            then(decodeSession(job->binaryData()));
            return;
        case QKeychain::EntryNotFound:
            then({});
            return;
        case QKeychain::CouldNotDeleteEntry:
        case QKeychain::AccessDeniedByUser:
        case QKeychain::AccessDenied:
        case QKeychain::NoBackendAvailable:
        case QKeychain::NotImplemented:
        case QKeychain::OtherError:
            break;
        }
        qCInfo(lcKeychain, "no keychain answered (%d): the session is kept in memory", static_cast<int>(job->error()));
        m_memoryOnly = true;
        m_memory.load(server, then);
    });
    job->start();
}

void KeychainKeeper::save(const QUrl& server, const sync::KeptSession& session, std::function<void(bool)> then)
{
    m_memory.save(server, session, [](bool) {});
    if (m_memoryOnly) {
        then(false);
        return;
    }
    auto* job = new QKeychain::WritePasswordJob(kService, this);
    job->setInsecureFallback(false);
    job->setKey(keyOf(server));
    job->setBinaryData(encodeSession(session));
    connect(job, &QKeychain::Job::finished, this, [this, job, then] {
        m_memoryOnly = job->error() != QKeychain::NoError;
        if (m_memoryOnly)
            qCInfo(lcKeychain, "no keychain answered (%d): the session is kept in memory",
                   static_cast<int>(job->error()));
        then(!m_memoryOnly);
    });
    job->start();
}

void KeychainKeeper::erase(const QUrl& server)
{
    m_memory.erase(server);
    if (m_memoryOnly)
        return;
    auto* job = new QKeychain::DeletePasswordJob(kService, this);
    job->setInsecureFallback(false);
    job->setKey(keyOf(server));
    job->start();
}

} // namespace waydesk::app
