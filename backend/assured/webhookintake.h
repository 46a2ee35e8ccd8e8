// SPDX-License-Identifier: GPL-3.0-or-later
// ONRO's webhooks about where drivers are. Each body is on the disk as it came before anything of it is read; then it
// is answered; then it is judged, in the order of coming. Many are stored, and many judged, in one transaction. What
// waited when the server ended is judged when the next one begins. The same body again changes nothing. Thread-safe.
#pragma once

#include "backend/depot/positionintake.h"
#include "backend/depot/webhooks.h"

#include <QMap>
#include <atomic>
#include <mutex>

namespace waydesk::backend::assured {

inline constexpr qsizetype kLargestWebhook = 64 * 1024; // a position says what it says in far less
inline const QString kDriverLocation = QStringLiteral("onro/driver_location");

// Who sends the webhooks.
struct Source
{
    QString tenant;    // the name of the tenant whose drivers it speaks of; empty: the only one there is
    QByteArray secret; // empty: unsigned ones are taken
};

class WebhookIntake
{
public:
    WebhookIntake(Database& database, ChangeWaiters& waiters, const Clock& clock, Source source);

    const Source& source() const { return m_source; }
    // `told` is called once, on another thread, when the body is on the disk or could not be put there; false: too
    // much is waiting, and it is not called.
    bool take(const QByteArray& body, std::function<void(const Result<Nothing>&)> told);
    void countRefused(const QString& why); // "unsigned", "too_large": nothing is kept but how many
    void drain() { m_commits.drain(); }    // returns when everything that was taken before has been judged

private:
    struct Round;
    void writeRefused();
    void processSoon();
    void process(Connection& db, Round& round);

    ChangeWaiters& m_waiters;
    const Clock& m_clock;
    const Source m_source;
    std::atomic<bool> m_processing{false}; // a round waits for its turn
    std::atomic<qint64> m_waitingBytes{0};
    std::mutex m_lock;
    QMap<QString, qint64> m_refused; // not yet in the database
    bool m_counting = false;         // a job waits that counts them
    qint64 m_settledSincePruned = 0; // of the committing thread
    GroupCommit m_commits;           // the last member: what still waits is done with the others
};

} // namespace waydesk::backend::assured
