// SPDX-License-Identifier: GPL-3.0-or-later
// EngineCore's snapshot of itself.
#include "services/sync/connection.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

namespace {

EngineStatus::Link shown(Link::State state)
{
    switch (state) {
    case Link::State::Connecting:
        return EngineStatus::Link::Connecting;
    case Link::State::Online:
        return EngineStatus::Link::Online;
    case Link::State::Offline:
        return EngineStatus::Link::Offline;
    }
    Q_UNREACHABLE();
}

EngineStatus::Session shown(Session::State state)
{
    switch (state) {
    case Session::State::SignedOut:
        return EngineStatus::Session::SignedOut;
    case Session::State::SigningIn:
        return EngineStatus::Session::SigningIn;
    case Session::State::SignedIn:
        return EngineStatus::Session::SignedIn;
    case Session::State::Expired:
        return EngineStatus::Session::Expired;
    }
    Q_UNREACHABLE();
}

EngineStatus::Feed shown(Poller::Feed feed)
{
    switch (feed) {
    case Poller::Feed::Unknown:
        return EngineStatus::Feed::Unknown;
    case Poller::Feed::Changes:
        return EngineStatus::Feed::Changes;
    case Poller::Feed::Polling:
        return EngineStatus::Feed::Polling;
    }
    Q_UNREACHABLE();
}

} // namespace

EngineStatus EngineCore::status() const
{
    EngineStatus status;
    status.recentErrors = m_recentErrors;
    if (!m_recentErrors.isEmpty())
        status.lastError = m_recentErrors.first();
    status.contractDrift = m_drift;
    if (!m_connection || !m_store)
        return status;
    const Connection& c = *m_connection;
    status.server = c.server;
    status.link = shown(c.link.state());
    status.linkSince = c.link.since();
    status.lastHeard = c.link.lastHeard();
    status.session = shown(c.session.state());
    status.user = c.session.kept().user;
    status.role = parseWord<UserRole>(c.session.kept().role);
    status.permissions = c.session.kept().permissions;
    status.timeZone = c.session.timeZone();
    status.tokensInMemoryOnly = c.session.isMemoryOnly();
    status.feed = shown(c.poller.feed());
    status.lastSynced = c.poller.lastSynced();
    status.firstSyncRunning = c.poller.isFirstSyncRunning();
    status.syncedRows = c.poller.syncedRows();
    status.syncTotal = c.poller.syncTotal();
    status.ages = {{u"waybills"_s, m_store->waybills().count(), status.lastSynced},
                   {u"deliveries"_s, m_store->deliveries().count(), status.lastSynced}};
    const bool tripsRead = m_connection && m_connection->trips.isRead();
    status.ages.append({u"trips"_s, m_store->trips().count(), tripsRead ? status.lastSynced : std::nullopt});
    status.hasQueues = c.queues.isThere();
    status.queuesAsOf = c.queues.asOf();
    const std::pair<QString, QString> kinds[]{{u"drivers"_s, u"driver"_s},
                                              {u"vehicles"_s, u"vehicle"_s},
                                              {u"warehouses"_s, u"warehouse"_s},
                                              {u"zones"_s, u"zone"_s},
                                              {u"customers"_s, u"customer"_s}};
    for (const auto& [entity, kind] : kinds)
        status.ages.append({entity, m_store->lookups().count(kind), status.lastSynced});
    return status;
}

void EngineCore::wantTravel(quint64 ticket, const QUrl& router, const QList<QGeoCoordinate>& places)
{
    m_travel.ask(ticket, router, places,
                 [this](const TravelAnswer& answer) { Q_EMIT m_engine.travelAnswered(answer); });
}

void EngineCore::watchPositions(bool watched)
{
    m_watchingPositions = watched;
    if (m_connection)
        m_connection->tracking.watch(watched);
}

void EngineCore::wantTrack(quint64 ticket, const DriverId& driver, Instant from, Instant to)
{
    const auto answered = [this](const TrackAnswer& answer) { Q_EMIT m_engine.trackAnswered(answer); };
    if (m_connection) {
        m_connection->tracking.ask(ticket, driver, from, to, answered);
        return;
    }
    TrackAnswer answer;
    answer.ticket = ticket;
    answer.error = Error{Error::Kind::Offline, 0, u"no_server"_s, {}, u"no server is chosen"_s, {}};
    answered(answer);
}

void EngineCore::positionsChanged(const QList<Position>& rows)
{
    Q_EMIT m_engine.positionsChanged(rows);
}

void EngineCore::waybillsChanged(const QList<WaybillId>& ids)
{
    Q_EMIT m_engine.waybillsChanged(ids);
}

void EngineCore::tripsChanged(const QList<TripId>& ids)
{
    Q_EMIT m_engine.tripsChanged(ids);
}

void EngineCore::returnsChanged()
{
    Q_EMIT m_engine.returnsChanged();
}

void EngineCore::casesChanged()
{
    Q_EMIT m_engine.casesChanged();
}

void EngineCore::lookupsChanged()
{
    Q_EMIT m_engine.lookupsChanged();
}

void EngineCore::renamed(const Command& create, const SubjectId& server)
{
    if (const WaybillId local = waybillOf(create); !local.isEmpty())
        Q_EMIT m_engine.waybillRenamed(local, {server.value});
    else if (const TripId trip = tripOf(create); !trip.isEmpty())
        Q_EMIT m_engine.tripRenamed(trip, {server.value});
    else if (const DeliveryId parcel = parcelOf(create); !parcel.isEmpty())
        Q_EMIT m_engine.deliveryRenamed(parcel, {server.value});
}

void EngineCore::outboxChanged()
{
    Q_EMIT m_engine.outboxChanged();
}

void EngineCore::commandFinished(const store::OutboxEntry& entry)
{
    Q_EMIT m_engine.commandFinished(entry);
}

void EngineCore::undo(qint64 seq)
{
    const auto done = m_store->outbox().undo(seq, m_options.clock->now());
    Q_EMIT m_engine.undone(seq, done.ok());
    outboxChanged();
    if (m_connection)
        m_connection->pump.work();
}

void EngineCore::makeImporter()
{
    m_importer = std::make_unique<Importer>(*m_store, *m_wakeups,
                                            [this](const csv::ImportJob& job) { Q_EMIT m_engine.importMoved(job); });
    m_importer->goOn();
}

void EngineCore::importCheck(const csv::ImportJob& job)
{
    m_importer->check(job);
}

void EngineCore::importSend(const QString& id)
{
    m_importer->send(id);
}

void EngineCore::importStop(const QString& id)
{
    m_importer->stop(id);
}

void EngineCore::importFix(const QString& id, qint64 line, int column, const QString& text)
{
    m_importer->fix(id, line, column, text);
}

void EngineCore::importForget(const QString& id)
{
    m_importer->forget(id);
}

} // namespace waydesk::sync
