// SPDX-License-Identifier: GPL-3.0-or-later
// An Engine for tests of facades, models and screens: no network and no second thread. It owns a real Store in a folder
// that goes with it, so a Reader of that folder sees what a desk would. Commands are written to the real outbox and
// stay queued until the test answers them: confirm(), refuse(), loseAnswer(), or confirmAll() which does what the
// server is expected to do. Every answer is told by the same signals, in the same order, as the real engine's.
#pragma once

#include "services/store/reader.h"
#include "services/store/store.h"
#include "services/sync/engine.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>

namespace waydesk::test {

class FakeEngine : public sync::Engine
{
    Q_OBJECT

public:
    explicit FakeEngine(QObject* parent = nullptr);
    ~FakeEngine() override;

    // The depot's side.
    void tell(const Waybill& waybill); // upsert, then waybillsChanged
    void tell(const QList<Waybill>& waybills);
    void tell(const Delivery& delivery);
    void tell(const Trip& trip, const std::optional<TripPlan>& plan = {});
    void tell(const Warehouse& warehouse);
    void tell(const Zone& zone);
    void tell(const DriverRef& driver);
    void tell(const CustomerRef& customer);
    void tell(const ReturnQueueRow& row);
    void tell(const DeliveryCase& row);
    void tell(const QList<Colleague>& colleagues); // all of them
    void tell(const QList<Position>& positions);   // then positionsChanged
    void tellTimeline(const WaybillId& id, const QList<TimelineEvent>& events);
    void forget(const WaybillId& id);             // deleted at the server
    void seedDepot(int waybills, int deliveries); // two warehouses, eight drivers, waybills of every status
    void setStatus(const sync::EngineStatus& status);
    const sync::EngineStatus& status() const { return m_status; }

    // Answers to what was submitted. A create gets "wb-server-N" or "trip-server-N".
    void confirm(qint64 seq);
    void confirmAll();
    void refuse(qint64 seq, const Error& error);
    void loseAnswer(qint64 seq);
    void failNextSubmit(const Error& error) { m_failNext = error; }
    // What the next scan is answered with; nullopt: no answer (Offline).
    void answerScans(std::optional<sync::ScanAnswer> answer) { m_scanAnswer = std::move(answer); }

    store::Store& store() { return *m_store; }
    store::Reader& reader() { return *m_reader; }
    FakeClock& clock() { return m_clock; }
    const QList<WaybillId>& wantedDetails() const { return m_wanted; }
    const QList<TripId>& wantedTrips() const { return m_wantedTrips; }
    struct TravelAsked
    {
        quint64 ticket = 0;
        QUrl router;
        QList<QGeoCoordinate> places;
    };
    QList<csv::ImportJob> importsAsked;
    QStringList importCalls;
    QList<TravelAsked> travelAsked; // answered by the test, with travelAnswered()
    struct TrackAsked
    {
        quint64 ticket = 0;
        DriverId driver;
        Instant from{}, to{};
    };
    QList<TrackAsked> tracksAsked; // answered by the test, with trackAnswered()
    bool positionsWatched = false;
    // What happened to a parcel, as the server tells it: kept, then storyTold(). Pictures are answered by the test.
    void tellStory(const DeliveryId& id, const QJsonObject& raw);
    void tellPicture(const QString& url, const QByteArray& bytes); // kept, then pictureTold()
    QList<DeliveryId> lookedAt;
    QList<std::pair<QString, sync::PictureAsk>> picturesAsked;
    int refreshes() const { return m_refreshes; }
    QString lastEmail() const { return m_lastEmail; }
    QUrl server() const { return m_status.server; }

    void connectTo(const QUrl& server) override;
    void signIn(const QString& email, const QString& password) override; // "wrong" is refused
    void signOut() override;
    void retryNow() override { ++m_retries; }
    void refresh() override { ++m_refreshes; }
    void wantDetail(const WaybillId& id) override { m_wanted << id; }
    void wantTrip(const TripId& id) override { m_wantedTrips << id; }
    void confirmScan(quint64 ticket, const WaybillId& target, const QString& code) override;
    void recordScan(const sync::ScanRecord& record) override;
    void wantTravel(quint64 ticket, const QUrl& router, const QList<QGeoCoordinate>& places) override;
    void lookAt(const DeliveryId& parcel) override { lookedAt.append(parcel); }
    void wantPicture(const QString& url, sync::PictureAsk ask) override { picturesAsked.append({url, ask}); }
    // An import is kept as it was asked for; the test says how it goes on, with importMoved().
    void importCheck(const csv::ImportJob& job) override { importsAsked.append(job); }
    void importSend(const QString& id) override { importCalls.append(QStringLiteral("send ") + id); }
    void importStop(const QString& id) override { importCalls.append(QStringLiteral("stop ") + id); }
    void importFix(const QString& id, qint64 line, int column, const QString& text) override
    {
        importCalls.append(QStringLiteral("fix %1 %2 %3 %4").arg(id).arg(line).arg(column).arg(text));
    }
    void importForget(const QString& id) override { importCalls.append(QStringLiteral("forget ") + id); }
    void watchPositions(bool watched) override { positionsWatched = watched; }
    void wantTrack(quint64 ticket, const DriverId& driver, Instant from, Instant to) override
    {
        tracksAsked.append({ticket, driver, from, to});
    }
    void submitAll(const QStringList& keys, const QList<Command>& commands,
                   const std::optional<Instant>& seenVersion) override;
    void retry(qint64 seq) override;
    void replace(qint64 seq, const QString& newKey, const Command& edited) override;
    void discard(qint64 seq) override;
    void undo(qint64 seq) override;

private:
    void finish(qint64 seq);
    void tellRekeyed(); // parcels whose place in an order another row has moved
    void carryOut(const Command& command, const WaybillId& subjectNow);
    bool carryOutQueues(const Command& command); // false: it is about something else
    void carryOutTrip(const Command& command, const TripId& now);
    void carryOutParcel(const Command& command, const DeliveryId& now);

    QTemporaryDir m_folder;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<store::Reader> m_reader;
    FakeClock m_clock;
    sync::EngineStatus m_status;
    std::optional<Error> m_failNext;
    std::optional<sync::ScanAnswer> m_scanAnswer;
    QList<WaybillId> m_wanted;
    QList<TripId> m_wantedTrips;
    QString m_lastEmail;
    int m_created = 0, m_refreshes = 0, m_retries = 0;
};

} // namespace waydesk::test
