// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's engine as the facades see it: network, sync, outbox and the only writing connection live behind it on the
// engine thread. Every method may be called from the GUI thread and returns at once; every signal is delivered queued
// to the receiver's thread. Facts arrive as signals after they are on disk.
#pragma once

#include "services/domain/command.h"
#include "services/domain/csv/importjob.h"
#include "services/domain/position.h"
#include "services/domain/result.h"
#include "services/domain/routing/travelmatrix.h"
#include "services/domain/tripplan.h"
#include "services/store/outboxentry.h"
#include "services/sync/enginestatus.h"

#include <QObject>
#include <QUrl>
#include <chrono>
#include <memory>

namespace waydesk::sync {

struct ScanAnswer
{
    quint64 ticket = 0;
    std::optional<Delivery> delivery; // the server allowed it
    std::optional<Error> error;       // refused, or no answer (Offline, Timeout)
    std::chrono::milliseconds took{};
};

struct TravelAnswer
{
    quint64 ticket = 0;
    routing::TravelMatrix matrix; // of the places asked about, in their order; empty with an error
    std::optional<Error> error;
};

struct TrackAnswer
{
    quint64 ticket = 0;
    QList<Position> rows; // in order of time; with an error, those that came before it
    bool isWhole = false; // false: there would be more than one question can bring, or an error
    std::optional<Error> error;
};

// How it stands with what happened to a parcel that is looked at.
struct StoryNews
{
    enum class State {
        Reading,
        Read,    // on disk
        Waiting, // no connection: read when there is one
        Failed,  // see error
        Lacking, // this server does not tell
        Gone     // there is no such parcel any more
    };
    DeliveryId delivery;
    State state = State::Reading;
    std::optional<Error> error;
};

enum class PictureAsk {
    Own,    // the depot's own server alone
    AnyHost // a person asked for this one
};

// Codes of its own: elsewhere (a person must ask), unsafe_address, no_pictures, not_a_picture.
struct PictureNews
{
    QString url;
    QByteArray bytes; // with an error, none
    std::optional<Error> error;
};

struct ScanRecord
{
    WaybillId target;
    QByteArray raw;
    QString code;
    QString verdict; // a refusal's code, "ready", "unknown"
    std::chrono::microseconds took{};
};

class Engine : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void connectTo(const QUrl& server) = 0;
    virtual void signIn(const QString& email, const QString& password) = 0;
    virtual void signOut() = 0;
    virtual void retryNow() = 0;
    virtual void refresh() = 0;
    virtual void wantDetail(const WaybillId& id) = 0;
    virtual void wantTrip(const TripId& id) = 0;
    virtual void confirmScan(quint64 ticket, const WaybillId& target, const QString& code) = 0;
    virtual void recordScan(const ScanRecord& record) = 0;
    // Answered once, unless another question follows first. Needs no connection to the depot's server.
    virtual void wantTravel(quint64 ticket, const QUrl& router, const QList<QGeoCoordinate>& places) = 0;

    // The parcel that somebody looks at; empty: nobody does. What happened to it is read now and when it changes; told
    // by storyTold().
    virtual void lookAt(const DeliveryId& parcel) = 0;
    virtual void wantPicture(const QString& url, PictureAsk ask) = 0; // answered by pictureTold()

    // Whether somebody looks at where drivers are: then it is asked for often.
    // What comes is told by positionsChanged().
    virtual void watchPositions(bool watched) = 0;
    // Of one driver, or of all when it is empty; from <= at < to, at most 48 hours.
    // Answered once, unless another question follows first.
    virtual void wantTrack(quint64 ticket, const DriverId& driver, Instant from, Instant to) = 0;

    // Files of parcels; each is told about by importMoved(), after it is on disk.
    virtual void importCheck(const csv::ImportJob& job) = 0; // read to its end; nothing is sent
    virtual void importSend(const QString& id) = 0;
    virtual void importStop(const QString& id) = 0;
    virtual void importFix(const QString& id, qint64 line, int column, const QString& text) = 0;
    virtual void importForget(const QString& id) = 0;

    void submit(const QString& key, const Command& command, const std::optional<Instant>& seenVersion)
    {
        submitAll({key}, {command}, seenVersion);
    }
    // A key for each command. All come to be on disk together, or none; they are answered one by one.
    virtual void submitAll(const QStringList& keys, const QList<Command>& commands,
                           const std::optional<Instant>& seenVersion) = 0;
    virtual void retry(qint64 seq) = 0;
    virtual void replace(qint64 seq, const QString& newKey, const Command& edited) = 0;
    virtual void discard(qint64 seq) = 0;
    virtual void undo(qint64 seq) = 0;

Q_SIGNALS:
    void statusChanged(const waydesk::sync::EngineStatus& status);
    void signInFailed(const waydesk::Error& error);
    void waybillsChanged(const QList<waydesk::WaybillId>& ids); // empty: many, read again
    void deliveriesChanged(const QList<waydesk::DeliveryId>& ids);
    void tripsChanged(const QList<waydesk::TripId>& ids);
    void returnsChanged();
    void casesChanged(); // or who may own one
    void lookupsChanged();
    void importMoved(const waydesk::csv::ImportJob& job);
    void positionsChanged(const QList<waydesk::Position>& rows); // each the newest of its driver
    void waybillRenamed(const waydesk::WaybillId& local, const waydesk::WaybillId& server);
    void tripRenamed(const waydesk::TripId& local, const waydesk::TripId& server);
    void deliveryRenamed(const waydesk::DeliveryId& local, const waydesk::DeliveryId& server);
    void commandAccepted(const QString& key, qint64 seq);
    void commandNotAccepted(const QString& key, const waydesk::Command& command, const waydesk::Error& error);
    void outboxChanged();
    void commandFinished(const waydesk::store::OutboxEntry& entry);
    void undone(qint64 seq, bool inTime);
    void scanAnswered(const waydesk::sync::ScanAnswer& answer);
    void travelAnswered(const waydesk::sync::TravelAnswer& answer);
    void trackAnswered(const waydesk::sync::TrackAnswer& answer);
    void storyTold(const waydesk::sync::StoryNews& news);
    void pictureTold(const waydesk::sync::PictureNews& news);
};

} // namespace waydesk::sync
