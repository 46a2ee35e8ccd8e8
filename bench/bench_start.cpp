// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of a process to its first table on the screen: the desk itself over a cache of a million waybills and
// parcels (its server does not answer, as on a morning without a network), against an empty QMainWindow of the same
// size. Each says "painted" on its standard output once its loop has painted. Rounds take turns, the best of each
// counts; CPU is the process's own from its start to its end. Limit: four empty windows.
#include "bench/figures.h"
#include "bench/fixture.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <cstdio>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::bench;

extern char** environ;

namespace {

constexpr double kLimit = 4;

struct Start
{
    double wall = 1e9, cpu = 1e9;
};

double seconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

// nullopt: it ended without having painted.
std::optional<Start> startOf(const QStringList& command)
{
    std::vector<QByteArray> words;
    for (const QString& word : command)
        words.push_back(QFile::encodeName(word));
    std::vector<char*> arguments;
    for (QByteArray& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    int ends[2];
    if (::pipe(ends) != 0)
        return std::nullopt;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    const auto began = SteadyClock::now();
    pid_t child = 0;
    const int spawned = posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    Start start;
    bool painted = false;
    QByteArray said;
    char bytes[256];
    for (ssize_t read = 0; spawned == 0 && (read = ::read(ends[0], bytes, sizeof bytes)) > 0;) {
        said.append(bytes, read);
        if (!painted && said.contains("painted\n")) {
            painted = true;
            start.wall = std::chrono::duration<double>(SteadyClock::now() - began).count();
        }
    }
    ::close(ends[0]);
    int status = 0;
    rusage used{};
    if (spawned != 0 || ::wait4(child, &status, 0, &used) != child || !painted || status != 0)
        return std::nullopt;
    start.cpu = seconds(used.ru_utime) + seconds(used.ru_stime);
    return start;
}

bool writeSettings(const QString& folder)
{
    QFile file(folder + u"/settings.json"_s);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
           file.write(R"({"depot/kind":"server","depot/server":"http://127.0.0.1:9"})") > 0;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    quick(argc, argv);
    const QString here = QCoreApplication::applicationDirPath(), folder = filledFolder();
    const QStringList desk{QFileInfo(here + u"/../bin/waydesk"_s).absoluteFilePath(), u"--data-dir"_s, folder,
                           u"--exit-when-painted"_s};
    const QStringList empty{here + u"/empty_window"_s};
    if (folder.isEmpty())
        return 1;
    const int rounds = isQuick() ? 1 : 12;
    Start our, their;
    for (int round = 0; round < rounds; ++round) {
        const auto bare = startOf(empty);
        const auto full = writeSettings(folder) ? startOf(desk) : std::nullopt;
        if (!bare || !full) {
            std::fprintf(stderr, "%s ended without painting\n", qUtf8Printable(bare ? desk.first() : empty.first()));
            return 1;
        }
        our = {std::min(our.wall, full->wall), std::min(our.cpu, full->cpu)};
        their = {std::min(their.wall, bare->wall), std::min(their.cpu, bare->cpu)};
    }
    const double ratio = our.wall / their.wall;
    const auto side = [](const Start& start) {
        return QJsonObject{{u"wall_ms"_s, rounded(start.wall * 1000, 1)}, {u"cpu_ms"_s, rounded(start.cpu * 1000, 1)}};
    };
    report({"start_to_painted_table", ratio, "x", u"<= 4 empty QMainWindow starts"_s, ratio <= kLimit},
           {{u"rounds"_s, rounds},
            {u"cpu_s"_s, rounded(our.cpu)},
            {u"ratio_cpu"_s, rounded(our.cpu / their.cpu, 2)},
            {u"waydesk"_s, side(our)},
            {u"empty_window"_s, side(their)}});
    return exitCode();
}
