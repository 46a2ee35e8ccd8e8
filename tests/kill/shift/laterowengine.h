// SPDX-License-Identifier: GPL-3.0-or-later
// A test double with the mistake that the outbox exists to avoid: a command is sent first, and its row is written when
// the answer has come. Everything else is done well: one at a time, in order, under its key, repeated until it is
// answered. The reckoning after a killed shift must find it out.
#pragma once

#include "services/backends/backend.h"
#include "services/store/store.h"
#include "services/sync/engine.h"
#include "services/sync/tokenkeeper.h"

#include <deque>

namespace waydesk::test {

class LateRowEngine final : public sync::Engine, private backends::TokenSource, private backends::LinkListener
{
    Q_OBJECT

public:
    LateRowEngine(std::unique_ptr<store::Store> store, sync::TokenKeeper& keeper, backends::MakeBackend makeBackend);

    void connectTo(const QUrl& server) override;
    void signIn(const QString& email, const QString& password) override;
    void submitAll(const QStringList& keys, const QList<Command>& commands, const std::optional<Instant>&) override;

    void signOut() override {}
    void retryNow() override {}
    void refresh() override {}
    void wantDetail(const WaybillId&) override {}
    void wantTrip(const TripId&) override {}
    void confirmScan(quint64, const WaybillId&, const QString&) override {}
    void recordScan(const sync::ScanRecord&) override {}
    void wantTravel(quint64, const QUrl&, const QList<QGeoCoordinate>&) override {}
    void watchPositions(bool) override {}
    void lookAt(const DeliveryId&) override {}
    void wantPicture(const QString&, sync::PictureAsk) override {}
    void importCheck(const csv::ImportJob&) override {}
    void importSend(const QString&) override {}
    void importStop(const QString&) override {}
    void importFix(const QString&, qint64, int, const QString&) override {}
    void importForget(const QString&) override {}
    void wantTrack(quint64, const DriverId&, Instant, Instant) override {}
    void retry(qint64) override {}
    void replace(qint64, const QString&, const Command&) override {}
    void discard(qint64) override {}
    void undo(qint64) override {}

private:
    struct Asked
    {
        QString key;
        Command command;
    };
    QString accessToken() const override { return m_kept.access; }
    void refused(const QString&, std::function<void(bool)> then) override { then(false); }
    void heard() override {}
    void notHeard(const Error&) override {}
    void tell();
    void sendFirst();
    void answered(const Result<backends::CommandAnswer>& answer);

    std::unique_ptr<store::Store> m_store;
    sync::TokenKeeper& m_keeper;
    backends::MakeBackend m_makeBackend;
    backends::Backend m_backend;
    QUrl m_server;
    sync::KeptSession m_kept;
    std::deque<Asked> m_asked;
    bool m_sending = false;
    net::Call m_call;
};

} // namespace waydesk::test
