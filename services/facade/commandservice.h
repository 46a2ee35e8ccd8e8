// SPDX-License-Identifier: GPL-3.0-or-later
// The way out: every mutation goes through submit(), which writes one outbox row on disk (engine thread) and answers
// with accepted() or notAccepted(), exactly one of them, in this order per command. What a person typed survives: the
// command is handed back with notAccepted().
#pragma once

#include "services/domain/command.h"
#include "services/store/outboxentry.h"

#include <QObject>
#include <QTimeZone>
#include <memory>

namespace waydesk::store {
class Reader;
}
namespace waydesk::sync {
class Engine;
}

namespace waydesk::facade {

struct CommandCounts
{
    int queued = 0, sending = 0, unknown = 0, refused = 0, doneToday = 0;
    bool operator==(const CommandCounts&) const = default;
};

// What a conflict shows: mine, theirs, the server's words, who waits behind it.
struct Conflict
{
    store::OutboxEntry entry;
    std::optional<Waybill> theirs;             // the server's present row, from the store
    std::optional<Trip> theirTrip;             // the same, where it is about a trip
    std::optional<ReturnQueueRow> theirReturn; // where it is about a return request, or an exception
    std::optional<DeliveryCase> theirCase;
    QList<Delivery> deliveries; // those that the command names, as now known
    QList<store::OutboxEntry> waitingBehind;
};

class CommandService : public QObject
{
    Q_OBJECT

public:
    CommandService(store::Reader& reader, sync::Engine& engine, QObject* parent = nullptr);
    ~CommandService() override;

    // Answers the key made for it (a UUID). `seenVersion`: updated_at of the row that the person saw.
    QString submit(const Command& command, const std::optional<Instant>& seenVersion = {});
    // All of them in one transaction on disk, or none: accepted() or notAccepted() comes for each.
    QStringList submitAll(const QList<Command>& commands, const std::optional<Instant>& seenVersion = {});
    // New, unused local ids.
    static WaybillId newLocalId();
    static TripId newLocalTripId();
    static DeliveryId newLocalDeliveryId();

    // What counts as today; the machine's clock unless a test hands in its own, which must outlive this.
    void setClock(const Clock& clock);
    void setZone(const QTimeZone& zone); // and where its day begins

    QList<store::OutboxEntry> open() const;         // queued, sending, unknown, refused; oldest first
    QList<store::OutboxEntry> done(int most) const; // confirmed or dropped; newest first
    CommandCounts counts() const;
    std::optional<Conflict> conflict(qint64 seq) const;

    void retry(qint64 seq);                             // refused or unknown: send again as it is (new key if refused)
    QString replace(qint64 seq, const Command& edited); // "change what I asked": the old row becomes discarded
    void discard(qint64 seq);                           // "keep the server's": only queued, refused or unknown
    // Undo of something not sent yet; false (through undone()) when it was too late.
    void undo(qint64 seq);

Q_SIGNALS:
    void accepted(const QString& key, qint64 seq);
    void notAccepted(const QString& key, const waydesk::Command& command, const waydesk::Error& error);
    void changed();                                          // something in the outbox moved
    void finished(const waydesk::store::OutboxEntry& entry); // confirmed, refused or unknown just now: for toasts
    void undone(qint64 seq, bool inTime);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace waydesk::facade
