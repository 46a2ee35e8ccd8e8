// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychainkeeper.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QTimer>

namespace waydesk::app {

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(lcKeychain, "waydesk.keychain")

namespace {
const QString kService = u"Waydesk"_s;
constexpr std::chrono::seconds kPatience{30};

// Keychains are spoken to over the session's bus. Where there is none, the libraries would start one of their own, that
// nobody ends, and find no keychain on it.
bool mayHaveKeychain()
{
#ifdef Q_OS_LINUX
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR", u"/nowhere"_s) + u"/bus"_s);
#else
    return true;
#endif
}
} // namespace

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
    , m_memoryOnly(!mayHaveKeychain())
{
}

QString KeychainKeeper::keyOf(const QUrl& server) const
{
    return m_deskName + u'|' + server.toString(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash);
}

// The job's end, or that none came: a keychain may wait for a person, or hang for good.
void KeychainKeeper::run(QKeychain::Job* job, std::function<void(QKeychain::Error)> then)
{
    job->setInsecureFallback(false);
    const auto once = std::make_shared<std::function<void(QKeychain::Error)>>(std::move(then));
    const auto tell = [once](QKeychain::Error how) {
        if (const auto told = std::exchange(*once, nullptr))
            told(how);
    };
    connect(job, &QKeychain::Job::finished, this, [job, tell] { tell(job->error()); });
    QTimer::singleShot(kPatience, job, [tell] { tell(QKeychain::OtherError); });
    job->start();
}

void KeychainKeeper::keepInMemory(QKeychain::Error why)
{
    qCInfo(lcKeychain, "no keychain answered (%d): the session is kept in memory", static_cast<int>(why));
    m_memoryOnly = true;
}

void KeychainKeeper::load(const QUrl& server, std::function<void(std::optional<sync::KeptSession>)> then)
{
    if (m_memoryOnly) {
        m_memory.load(server, then);
        return;
    }
    auto* job = new QKeychain::ReadPasswordJob(kService, this);
    job->setKey(keyOf(server));
    run(job, [this, job, server, then](QKeychain::Error how) {
        switch (how) {
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
        keepInMemory(how);
        m_memory.load(server, then);
    });
}

void KeychainKeeper::save(const QUrl& server, const sync::KeptSession& session, std::function<void(bool)> then)
{
    m_memory.save(server, session, [](bool) {});
    if (m_memoryOnly) {
        then(false);
        return;
    }
    auto* job = new QKeychain::WritePasswordJob(kService, this);
    job->setKey(keyOf(server));
    job->setBinaryData(encodeSession(session));
    run(job, [this, then](QKeychain::Error how) {
        if (how != QKeychain::NoError)
            keepInMemory(how);
        then(how == QKeychain::NoError);
    });
}

void KeychainKeeper::erase(const QUrl& server)
{
    m_memory.erase(server);
    if (m_memoryOnly)
        return;
    auto* job = new QKeychain::DeletePasswordJob(kService, this);
    job->setKey(keyOf(server));
    run(job, [](QKeychain::Error) {});
}

} // namespace waydesk::app
