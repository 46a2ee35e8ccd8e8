// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's inside: lives on the engine thread, owns the store and one connection, and tells the world through the
// signals of `engine`. Made and destroyed there.
#pragma once

#include "services/backends/backend.h"
#include "services/store/store.h"
#include "services/sync/cachecheck.h"
#include "services/sync/engine.h"
#include "services/sync/enginelistener.h"
#include "services/sync/importer.h"
#include "services/sync/tokenkeeper.h"
#include "services/sync/travel.h"
#include "services/sync/wakeups.h"

namespace waydesk::sync {

struct EngineOptions
{
    QString folder;                                           // the store's
    backends::MakeBackend makeBackend;                        // null: OnDi over HTTP
    std::function<std::unique_ptr<TokenKeeper>()> makeKeeper; // null: memory only
    std::function<std::unique_ptr<Wakeups>()> makeWakeups;    // null: timers
    std::shared_ptr<const Clock> clock;                       // null: the system's
    std::function<double()> jitter;                           // null: random
};

struct Connection;

class EngineCore final : public QObject, public EngineListener
{
    Q_OBJECT

public:
    EngineCore(Engine& engine, EngineOptions options);
    ~EngineCore() override;

    Result<store::OpenReport> open();

    void connectTo(const QUrl& server);
    void signIn(const QString& email, const QString& password);
    void signOut();
    void retryNow();
    void refresh();
    void wantDetail(const WaybillId& id);
    void wantTrip(const TripId& id);
    void confirmScan(quint64 ticket, const WaybillId& target, const QString& code);
    void recordScan(const ScanRecord& record);
    void wantTravel(quint64 ticket, const QUrl& router, const QList<QGeoCoordinate>& places);
    void watchPositions(bool watched);
    void wantTrack(quint64 ticket, const DriverId& driver, Instant from, Instant to);
    void lookAt(const DeliveryId& parcel);
    void wantPicture(const QString& url, PictureAsk ask);
    void importCheck(const csv::ImportJob& job);
    void importSend(const QString& id);
    void importStop(const QString& id);
    void importFix(const QString& id, qint64 line, int column, const QString& text);
    void importForget(const QString& id);
    void submitAll(const QStringList& keys, const QList<Command>& commands, const std::optional<Instant>& seenVersion);
    void retry(qint64 seq);
    void replace(qint64 seq, const QString& newKey, const Command& edited);
    void discard(qint64 seq);
    void undo(qint64 seq);

    // EngineListener
    void statusTouched() override;
    void linkMoved() override;
    void sessionMoved() override;
    void waybillsChanged(const QList<WaybillId>& ids) override;
    void deliveriesChanged(const QList<DeliveryId>& ids) override;
    void tripsChanged(const QList<TripId>& ids) override;
    void returnsChanged() override;
    void casesChanged() override;
    void positionsChanged(const QList<Position>& rows) override;
    void lookupsChanged() override;
    void renamed(const Command& create, const SubjectId& server) override;
    void outboxChanged() override;
    void commandFinished(const store::OutboxEntry& entry) override;
    void failed(const Error& error) override;
    void drifted(const wire::Drift& drift) override;

private:
    void arrange(); // who may run, as link and session stand
    void makeImporter();
    void arrangeParcels(bool mayRun);
    void indexInIdle(); // makes searchable what a first load brought
    bool ownCache();
    void publish();
    EngineStatus status() const;
    void queueMoved(const Result<Nothing>& result);
    store::OutboxEntry entryFor(const Command& command, const QString& key) const;

    Engine& m_engine;
    EngineOptions m_options;
    std::unique_ptr<Wakeups> m_wakeups;
    std::unique_ptr<TokenKeeper> m_keeper;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<Connection> m_connection;
    QHash<quint64, std::shared_ptr<net::Call>> m_scans;
    Travel m_travel;
    std::unique_ptr<Importer> m_importer; // from open()
    DeliveryId m_lookedAt;
    QList<Error> m_recentErrors;
    int m_drift = 0;
    bool m_publishing = false, m_watchingPositions = false;
    Wakeups::Handle m_indexing, m_checkLater;
    std::unique_ptr<CacheCheck> m_check;
};

} // namespace waydesk::sync
