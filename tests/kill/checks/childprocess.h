// SPDX-License-Identifier: GPL-3.0-or-later
// A program of ours, started and killed by its process id. It dies with its owner, whichever way the owner ends (on
// Linux the kernel sees to it), and nothing that it printed before it died is lost.
#pragma once

#include <QByteArrayList>
#include <QDeadlineTimer>
#include <optional>

namespace waydesk::test {

class ChildProcess
{
public:
    // argv[0] is the program's path. What it says on stderr is appended to `logFile`.
    ChildProcess(const QByteArrayList& argv, const QByteArray& logFile);
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;

    qint64 pid() const { return m_pid; }
    bool isRunning();                                         // false also when it could not be started
    std::optional<QByteArray> readLine(QDeadlineTimer until); // nullopt: time is up, or it has ended and all is read
    QByteArrayList readLines();                               // whole lines that are there now
    // SIGKILL; answers what it had still printed. An unfinished last line is dropped, as nobody acted on it.
    QByteArrayList kill();
    std::optional<int> waitForExit(QDeadlineTimer until); // its exit code; a signal is 128 + its number

private:
    bool fill(QDeadlineTimer until); // false: nothing came
    void reap(bool wait);

    int m_pid = -1, m_out = -1;
    bool m_reaped = false;
    int m_exitCode = 0;
    QByteArray m_buffer;
};

} // namespace waydesk::test
