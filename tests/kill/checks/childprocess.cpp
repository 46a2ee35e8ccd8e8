// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kill/checks/childprocess.h"

#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace waydesk::test {

ChildProcess::ChildProcess(const QByteArrayList& argv, const QByteArray& logFile)
{
    std::vector<char*> arguments; // made before the fork: the child may not allocate
    for (const QByteArray& argument : argv)
        arguments.push_back(const_cast<char*>(argument.constData()));
    arguments.push_back(nullptr);
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return;
    const pid_t parent = getpid();
    m_pid = fork();
    if (m_pid == 0) {
#ifdef __linux__
        prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
        const int log = open(logFile.constData(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        const int nothing = open("/dev/null", O_RDONLY);
        if (getppid() != parent || log < 0 || nothing < 0)
            _exit(126);
        dup2(nothing, STDIN_FILENO);
        dup2(ends[1], STDOUT_FILENO);
        dup2(log, STDERR_FILENO);
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    close(ends[1]);
    m_out = ends[0];
    fcntl(m_out, F_SETFL, O_NONBLOCK);
}

ChildProcess::~ChildProcess()
{
    kill();
    if (m_out >= 0)
        close(m_out);
}

void ChildProcess::reap(bool wait)
{
    if (m_pid <= 0 || m_reaped)
        return;
    int status = 0;
    if (waitpid(m_pid, &status, wait ? 0 : WNOHANG) != m_pid)
        return;
    m_reaped = true;
    m_exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool ChildProcess::isRunning()
{
    reap(false);
    return m_pid > 0 && !m_reaped;
}

bool ChildProcess::fill(QDeadlineTimer until)
{
    pollfd waiting{m_out, POLLIN, 0};
    const qint64 left = until.isForever() ? -1 : until.remainingTime();
    if (m_out < 0 || poll(&waiting, 1, static_cast<int>(left)) <= 0)
        return false;
    char bytes[4096];
    const ssize_t got = read(m_out, bytes, sizeof bytes);
    if (got > 0)
        m_buffer.append(bytes, got);
    return got > 0;
}

std::optional<QByteArray> ChildProcess::readLine(QDeadlineTimer until)
{
    qsizetype end = 0;
    while ((end = m_buffer.indexOf('\n')) < 0) {
        if (!fill(until))
            return std::nullopt;
    }
    const QByteArray line = m_buffer.first(end);
    m_buffer.remove(0, end + 1);
    return line;
}

QByteArrayList ChildProcess::readLines()
{
    QByteArrayList lines;
    while (const auto line = readLine(QDeadlineTimer(0)))
        lines += *line;
    return lines;
}

QByteArrayList ChildProcess::kill()
{
    if (m_pid <= 0)
        return {};
    if (isRunning()) {
        ::kill(m_pid, SIGKILL);
        reap(true);
    }
    return readLines();
}

std::optional<int> ChildProcess::waitForExit(QDeadlineTimer until)
{
    while (isRunning() && !until.hasExpired()) {
        pollfd ended{m_out, POLLIN, 0}; // its end closes the pipe
        if (poll(&ended, 1, 20) > 0 && !fill(QDeadlineTimer(0)))
            usleep(1000);
    }
    return isRunning() ? std::nullopt : std::optional(m_exitCode);
}

} // namespace waydesk::test
