// SPDX-License-Identifier: GPL-3.0-or-later
// The engine on its own thread. Lives on the GUI thread; every call is handed over and returns at once. The store is
// opened by open(), which waits for it, before anything else is asked.
#pragma once

#include "services/sync/enginecore.h"

namespace waydesk::sync {

class LiveEngine final : public Engine
{
    Q_OBJECT

public:
    explicit LiveEngine(EngineOptions options, QObject* parent = nullptr);
    ~LiveEngine() override; // what is on its way is left to the outbox

    // Error codes as of store::Store::open(). Called once, first.
    Result<store::OpenReport> open();

    void connectTo(const QUrl& server) override;
    void signIn(const QString& email, const QString& password) override;
    void signOut() override;
    void retryNow() override;
    void refresh() override;
    void wantDetail(const WaybillId& id) override;
    void wantTrip(const TripId& id) override;
    void confirmScan(quint64 ticket, const WaybillId& target, const QString& code) override;
    void recordScan(const ScanRecord& record) override;
    void wantTravel(quint64 ticket, const QUrl& router, const QList<QGeoCoordinate>& places) override;
    void watchPositions(bool watched) override;
    void wantTrack(quint64 ticket, const DriverId& driver, Instant from, Instant to) override;
    void lookAt(const DeliveryId& parcel) override;
    void wantPicture(const QString& url, PictureAsk ask) override;
    void importCheck(const csv::ImportJob& job) override;
    void importSend(const QString& id) override;
    void importStop(const QString& id) override;
    void importFix(const QString& id, qint64 line, int column, const QString& text) override;
    void importForget(const QString& id) override;
    void submitAll(const QStringList& keys, const QList<Command>& commands,
                   const std::optional<Instant>& seenVersion) override;
    void retry(qint64 seq) override;
    void replace(qint64 seq, const QString& newKey, const Command& edited) override;
    void discard(qint64 seq) override;
    void undo(qint64 seq) override;

private:
    template<class Work>
    void post(Work work);

    QThread m_thread;
    QObject m_door;               // lives on m_thread: what makes and unmakes the core goes through it
    EngineCore* m_core = nullptr; // made and deleted on m_thread
    EngineOptions m_options;
    bool m_isOpen = false;
};

} // namespace waydesk::sync
