// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/enginecore.h"

#include "services/backends/ondi/ondiconnection.h"
#include "services/sync/connection.h"
#include "services/sync/split.h"

#include <QRandomGenerator>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

namespace {

const QString kServer = u"server"_s;
const QString kCacheOwner = u"cache.owner"_s;

Error error(Error::Kind kind, const QString& code, const QString& detail)
{
    Error result;
    result.kind = kind;
    result.code = code;
    result.detail = detail;
    return result;
}

constexpr std::chrono::seconds kCheckAfter{60}; // a start has better things to read from the disk

QString newKey()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

EngineCore::EngineCore(Engine& engine, EngineOptions options)
    : m_engine(engine)
    , m_options(std::move(options))
{
    if (!m_options.makeBackend) {
        m_options.makeBackend = [](const QUrl& server, backends::TokenSource& tokens, backends::LinkListener& link) {
            return backends::makeOndiBackend(server, tokens, link);
        };
    }
    if (!m_options.clock)
        m_options.clock = std::make_shared<SystemClock>();
    if (!m_options.jitter)
        m_options.jitter = [] { return QRandomGenerator::global()->generateDouble(); };
    m_wakeups = m_options.makeWakeups ? m_options.makeWakeups() : std::make_unique<TimerWakeups>();
    m_keeper = m_options.makeKeeper ? m_options.makeKeeper() : std::make_unique<MemoryTokenKeeper>();
}

EngineCore::~EngineCore()
{
    Q_ASSERT(thread() == QThread::currentThread());
    m_importer.reset();
    m_scans.clear();
    m_connection.reset();
}

Result<store::OpenReport> EngineCore::open()
{
    Q_ASSERT(thread() == QThread::currentThread());
    auto opened = store::Store::open(m_options.folder);
    if (!opened)
        return opened.error();
    m_store = std::move(opened).value();
    Pump::takeUpAfterRestart(*m_store, *m_options.clock, *this);
    makeImporter();
    indexInIdle();
    if (!m_store->isCacheChecked())
        m_checkLater = m_wakeups->after(kCheckAfter, [this] {
            m_check = std::make_unique<CacheCheck>(m_options.folder, [this] {
                failed(error(Error::Kind::Storage, u"cache_damaged"_s,
                             u"the copy of the depot is damaged; the next start reads it again from the server"_s));
            });
        });
    statusTouched();
    return m_store->report();
}

void EngineCore::connectTo(const QUrl& server)
{
    if (m_connection && m_connection->server == server)
        return;
    m_importer->pause();
    m_scans.clear();
    m_connection.reset();
    if (auto kept = m_store->settings().set(kServer, server.toString()); !kept)
        failed(kept.error());
    m_connection = std::make_unique<Connection>(server, m_options, *m_store, *m_keeper, *m_wakeups, *this, m_engine);
    m_connection->stories.look(m_lookedAt);
    m_connection->tracking.watch(m_watchingPositions);
    m_connection->session.start(*m_connection->backend.sessions);
    m_connection->link.start([sessions = m_connection->backend.sessions.get()](net::Done<Nothing> done) {
        return sessions->ping(std::move(done));
    });
    statusTouched();
}

void EngineCore::signIn(const QString& email, const QString& password)
{
    if (!m_connection) {
        Q_EMIT m_engine.signInFailed(error(Error::Kind::Offline, u"no_server"_s, u"no server is chosen"_s));
        return;
    }
    m_connection->session.signIn(email, password, [this](const Error& why) { Q_EMIT m_engine.signInFailed(why); });
}

void EngineCore::signOut()
{
    if (m_connection)
        m_connection->session.signOut();
}

void EngineCore::retryNow()
{
    if (!m_connection)
        return;
    m_connection->backend.forgetConnections();
    m_connection->link.retryNow();
    m_connection->pump.work();
}

void EngineCore::refresh()
{
    if (!m_connection)
        return;
    m_connection->poller.refresh();
    m_connection->trips.refresh();
    m_connection->queues.refresh();
}

void EngineCore::wantDetail(const WaybillId& id)
{
    if (m_connection)
        m_connection->details.want(m_store->outbox().currentId(id), Details::Why::Asked);
}

void EngineCore::wantTrip(const TripId& id)
{
    if (m_connection)
        m_connection->trips.want(id);
}

store::OutboxEntry EngineCore::entryFor(const Command& command, const QString& key) const
{
    const KeptSession& kept = m_connection->session.kept();
    store::OutboxEntry entry;
    entry.key = key;
    entry.command = command;
    entry.author = kept.user.id;
    entry.authorName = kept.user.fullName;
    entry.createdAt = m_options.clock->now();
    entry.dueAt = entry.createdAt;
    entry.rule = ruleFor(command, m_connection->poller.feed() != Poller::Feed::Polling); // looked at again when sent
    return entry;
}

void EngineCore::submitAll(const QStringList& keys, const QList<Command>& commands,
                           const std::optional<Instant>& seenVersion)
{
    Q_ASSERT(keys.size() == commands.size() && !keys.isEmpty());
    const auto refuseAll = [&](const Error& why) {
        for (qsizetype i = 0; i < keys.size(); ++i)
            Q_EMIT m_engine.commandNotAccepted(keys[i], commands[i], why);
    };
    if (!m_connection || !m_connection->session.hasUser()) {
        refuseAll(error(Error::Kind::Unauthorised, u"nobody_signed_in"_s, u"nobody is signed in"_s));
        return;
    }
    if (m_store->outbox().findByKey(keys.first())) { // said twice is asked once
        for (const QString& key : keys) {
            if (const auto already = m_store->outbox().findByKey(key))
                Q_EMIT m_engine.commandAccepted(key, already->seq);
        }
        return;
    }
    QList<store::OutboxEntry> parts;
    QList<qsizetype> firstParts; // of each command
    for (qsizetype i = 0; i < keys.size(); ++i) {
        firstParts << parts.size();
        for (const Command& part : split(commands[i])) {
            parts.append(entryFor(part, parts.size() == firstParts.last() ? keys[i] : newKey()));
            parts.last().seenVersion = seenVersion;
        }
    }
    const Result<qint64> first = m_store->outbox().append(parts);
    if (!first) {
        failed(first.error());
        refuseAll(first.error());
        return;
    }
    for (qsizetype i = 0; i < keys.size(); ++i)
        Q_EMIT m_engine.commandAccepted(keys[i], *first + firstParts[i]); // one transaction: no seq between them
    outboxChanged();
    m_connection->pump.work();
}

void EngineCore::queueMoved(const Result<Nothing>& result)
{
    if (!result)
        failed(result.error());
    outboxChanged();
    if (m_connection)
        m_connection->pump.work();
}

void EngineCore::retry(qint64 seq)
{
    queueMoved(m_store->outbox().retry(seq, m_options.clock->now(), newKey()));
}

void EngineCore::replace(qint64 seq, const QString& newKeyText, const Command& edited)
{
    const auto done = m_store->outbox().replace(seq, newKeyText, edited, m_options.clock->now());
    if (done)
        Q_EMIT m_engine.commandAccepted(newKeyText, *done);
    else
        Q_EMIT m_engine.commandNotAccepted(newKeyText, edited, done.error());
    queueMoved(done ? Result<Nothing>(Nothing{}) : Result<Nothing>(done.error()));
}

void EngineCore::discard(qint64 seq)
{
    const auto done = m_store->outbox().discard(seq, m_options.clock->now());
    queueMoved(done ? Result<Nothing>(Nothing{}) : Result<Nothing>(done.error()));
}

// What is cached belongs to one tenant of one server. Another one's rows are forgotten; the outbox stays.
bool EngineCore::ownCache()
{
    const QString owner = m_connection->server.toString() + u' ' + m_connection->session.kept().tenant.value;
    const auto before = m_store->settings().value(kCacheOwner);
    if (before == owner)
        return true;
    if (before) {
        m_connection->poller.pause();
        m_connection->trips.pause();
        m_connection->tracking.pause();
        m_connection->queues.pause();
        if (auto cleared = m_store->clearCache(); !cleared) {
            failed(cleared.error());
            return false;
        }
        waybillsChanged({});
        deliveriesChanged({});
        tripsChanged({});
        returnsChanged();
        casesChanged();
        lookupsChanged();
    }
    if (auto kept = m_store->settings().set(kCacheOwner, owner); !kept) {
        failed(kept.error());
        return false;
    }
    return true;
}

void EngineCore::arrange()
{
    if (!m_connection)
        return;
    Connection& c = *m_connection;
    if (!c.link.isOnline() || !c.session.canWork() || !ownCache()) {
        c.pump.pause();
        c.poller.pause();
        c.details.pause();
        c.trips.pause();
        c.tracking.pause();
        c.queues.pause();
        arrangeParcels(false);
        m_importer->pause();
        return;
    }
    const bool wasLoading = c.poller.isFirstSyncRunning();
    c.poller.resume();
    if (!wasLoading && !c.poller.isFirstSyncRunning())
        indexInIdle();
    c.details.resume();
    arrangeParcels(true);
    if (c.poller.feed() != Poller::Feed::Unknown && !c.poller.isFirstSyncRunning()) {
        c.trips.resume(c.poller.feed() == Poller::Feed::Changes);
        c.tracking.resume();
        c.queues.resume(c.poller.feed() == Poller::Feed::Changes);
        m_importer->resume(c.backend.imports.get(), m_store->settings().value(kCacheOwner).value_or(QString()));
    }
    if (c.poller.feed() != Poller::Feed::Unknown || c.poller.isFeedInDoubt()) // in doubt: as if it honoured no keys
        c.pump.resume(c.session.kept().user.id, c.poller.feed() == Poller::Feed::Changes);
}

void EngineCore::indexInIdle()
{
    if (m_indexing)
        return;
    m_indexing = m_wakeups->after(std::chrono::milliseconds{1}, [this] {
        m_indexing.reset();
        if (m_connection && m_connection->poller.isFirstSyncRunning())
            return; // comes again when it has ended
        const Result<bool> done = m_store->indexSome(std::chrono::milliseconds{5});
        if (!done)
            failed(done.error());
        else if (!*done)
            indexInIdle();
    });
}

void EngineCore::statusTouched()
{
    if (std::exchange(m_publishing, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_publishing = false;
            arrange();
            publish();
        },
        Qt::QueuedConnection);
}

void EngineCore::linkMoved()
{
    if (m_connection && !m_connection->link.isOnline())
        m_connection->backend.forgetConnections();
    statusTouched(); // arranged from the loop: whoever told it is still on the stack
}

void EngineCore::sessionMoved()
{
    statusTouched();
}

void EngineCore::failed(const Error& why)
{
    constexpr qsizetype kKept = 50;
    m_recentErrors.prepend(why);
    m_recentErrors = m_recentErrors.first(std::min(kKept, m_recentErrors.size()));
    statusTouched();
}

void EngineCore::drifted(const wire::Drift& drift)
{
    if (drift.count == 0)
        return;
    m_drift += drift.count;
    statusTouched();
}

void EngineCore::publish()
{
    Q_EMIT m_engine.statusChanged(status());
}

} // namespace waydesk::sync
