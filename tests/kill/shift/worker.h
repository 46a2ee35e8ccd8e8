// SPDX-License-Identifier: GPL-3.0-or-later
// The dispatcher of a shift: hands the plan's commands to an engine, a few at a time, and tells what was accepted and
// what came of it. After a restart it looks at the desk's own list first, as a person would: what stands
// there was accepted, what does not is asked for again, under a new key.
#pragma once

#include "services/sync/engine.h"
#include "tests/kill/checks/shiftplan.h"

#include <QSet>
#include <QTimer>

namespace waydesk::test {

class Worker final : public QObject
{
    Q_OBJECT

public:
    // `until`: the number of commands after which it asks for no more, waits until all are done, and leaves.
    Worker(sync::Engine& engine, ShiftPlan& plan, int start, std::optional<int> until);

    // Before the engine opens the folder.
    void lookAtList(const QString& workFile);
    // Connects, signs in as the demo dispatcher where no session was kept, as often as it takes, and begins.
    void begin(const QUrl& server);

Q_SIGNALS:
    void told(const QByteArray& line); // "accepted KEY INDEX", "finished KEY STATE", "trouble KEY WORDS"
    void atRest(int exitCode);         // 0: all done; 2: something was refused that should not be

private:
    void statusMoved(const sync::EngineStatus& status);
    void feed();
    void say(const QString& word, const QString& key, const QString& rest);
    void accepted(const QString& key);
    void finished(const store::OutboxEntry& entry);
    void lookForRest();

    sync::Engine& m_engine;
    ShiftPlan& m_plan;
    int m_next = 0; // the next command to ask for
    const std::optional<int> m_until;
    QSet<QString> m_asked, m_open; // handed over and not answered; accepted and not done
    bool m_refusedWrongly = false, m_begun = false, m_signingIn = false;
    QTimer m_patience;
};

} // namespace waydesk::test
