// SPDX-License-Identifier: GPL-3.0-or-later
// A shift and its server in a folder of their own, killed again and again at random points, then left to come to rest
// and reckoned up. Processes are children of this one, ended by their id, and die with it.
#pragma once

#include "tests/kill/checks/childprocess.h"
#include "tests/kill/checks/ledger.h"
#include "tests/proxy/faultproxy.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace waydesk::test {

struct KillOptions
{
    enum class Weakness {
        None,
        NoKey,  // the network eats the Idempotency-Key
        LateRow // the outbox row is written after the request
    };
    quint32 seed = 1;
    int cycles = 60;
    QString programs; // folder of waydesk-backend and waydesk-shift
    Weakness weakness = Weakness::None;
    bool keep = false; // the folder stays for a look
};

class KillRun
{
public:
    explicit KillRun(const KillOptions& options);
    ~KillRun();

    // Server up, depot known, a first command through. Otherwise an explanation.
    std::optional<QString> prepare();
    void cycle();
    // Lets everything converge, ends both, and reckons. Can be followed by more cycles.
    Ledger reckon();

    QJsonObject figures() const; // kills, cycles, seconds

private:
    enum class Victim { Desk, Server, Both };
    void startServer();
    void startDesk(std::optional<int> until = {});
    void killDesk();
    void killServer();
    bool listenToDesk(QDeadlineTimer until); // false: it said nothing
    void heard(const QByteArray& line);
    void checkFilesAtRest();
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QByteArray log(const QString& name) const { return path(name).toLocal8Bit(); }

    const KillOptions m_options;
    QRandomGenerator m_dice;
    QTemporaryDir m_folder;
    quint16 m_port = 0;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<ShiftPlan> m_plan;
    std::optional<ChildProcess> m_server, m_desk;
    int m_accepted = 0, m_finished = 0, m_cycles = 0, m_kills[3] = {};
    QList<Finding> m_faults; // seen on the way
    QElapsedTimer m_clock;
};

} // namespace waydesk::test
