// SPDX-License-Identifier: GPL-3.0-or-later
// Thirty thousand trackers that report every five seconds to one server process that has one core, while a desk follows
// the change feed and reads where they are. positions_taken: reports that were answered as accepted, per second; every
// one of them is looked for in the database afterwards. positions_behind: from the time that a report carries until a
// desk has it. The load comes from the other cores; where there are none, the server has less than its own.
#include "backend/auth/accounts.h"
#include "backend/depot/devices.h"
#include "backend/storage/database.h"
#include "bench/figures.h"
#include "bench/trackerload.h"
#include "services/domain/instant.h"
#include "tests/backend/support/testclient.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QUrl>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::bench;

namespace {

constexpr double kShareTaken = 0.98; // of what was asked: the first round and the last are not whole
constexpr double kMostBehind = 1000; // ms, p99

const TenantId kTenant{u"tenant"_s};

QString driverName(int device)
{
    return u"driver-%1"_s.arg(device, 5, 10, QChar(u'0'));
}

bool makeDepot(const QString& path, int devices)
{
    auto database = backend::Database::open(path, backend::Durability::NewFile);
    if (!database)
        return false;
    backend::WriteTurn turn(**database);
    backend::Connection& db = turn.db();
    db.beginWrite();
    const Instant now = SystemClock().now();
    backend::addTenant(db, kTenant, u"Bench"_s, now);
    const QString hash = backend::hashPassword(u"bench"_s);
    backend::addUser(db, {.id = {u"desk"_s},
                          .tenant = kTenant,
                          .email = u"desk@bench.test"_s,
                          .fullName = u"Desk"_s,
                          .role = UserRole::Dispatcher,
                          .passwordHash = hash,
                          .createdAt = now});
    for (int i = 0; i < devices; ++i) {
        const QString driver = driverName(i), email = driver + u"@bench.test"_s;
        backend::addUser(db, {.id = {u"user-"_s + driver},
                              .tenant = kTenant,
                              .email = email,
                              .fullName = driver,
                              .role = UserRole::Driver,
                              .passwordHash = hash,
                              .driver = DriverId{driver},
                              .createdAt = now});
        db.execute("INSERT INTO driver(id, tenant_id, user_id, status, search_text) VALUES (?, ?, ?, 'active', ?)",
                   {driver, kTenant.value, u"user-"_s + driver, driver});
        db.execute("INSERT INTO device(tenant_id, device_id, driver_id, bound_at) VALUES (?, ?, ?, 0)",
                   {kTenant.value, QString::fromStdString(deviceName(i)), driver});
    }
    return db.commit().ok();
}

void pin(int core, bool toAllOthers)
{
    const long cores = sysconf(_SC_NPROCESSORS_ONLN);
    if (cores < 2)
        return;
    cpu_set_t set;
    CPU_ZERO(&set);
    for (int i = 0; i < cores; ++i) {
        if ((i == core) != toAllOthers)
            CPU_SET(static_cast<size_t>(i), &set);
    }
    sched_setaffinity(0, sizeof set, &set);
}

class ServerProcess
{
public:
    ServerProcess(const QString& program, const QString& database, int core)
    {
        int out[2];
        if (::pipe(out) != 0)
            return;
        const QByteArray path = program.toLocal8Bit(), file = "sqlite:" + database.toLocal8Bit();
        m_pid = ::fork();
        if (m_pid == 0) {
            pin(core, false);
            ::dup2(out[1], STDOUT_FILENO);
            ::close(out[0]);
            ::execl(path.constData(), path.constData(), "--listen", "127.0.0.1:0", "--database", file.constData(),
                    static_cast<char*>(nullptr));
            ::_exit(127);
        }
        ::close(out[1]);
        QByteArray line;
        char byte = 0;
        while (::read(out[0], &byte, 1) == 1 && byte != '\n')
            line += byte;
        m_out = out[0];
        port = static_cast<std::uint16_t>(QUrl(QJsonDocument::fromJson(line)[u"listening"_s].toString()).port(0));
    }
    ~ServerProcess()
    {
        stop();
        ::close(m_out);
    }
    void stop()
    {
        if (m_pid <= 0)
            return;
        ::kill(m_pid, SIGTERM);
        ::waitpid(m_pid, nullptr, 0);
        m_pid = -1;
    }
    double cpuSeconds() const
    {
        QFile file(u"/proc/%1/stat"_s.arg(m_pid));
        if (!file.open(QFile::ReadOnly))
            return 0;
        const QList<QByteArray> fields = file.readAll().split(')').last().split(' ');
        return static_cast<double>(fields[12].toLongLong() + fields[13].toLongLong()) /
               static_cast<double>(sysconf(_SC_CLK_TCK));
    }
    std::uint16_t port = 0;

private:
    pid_t m_pid = -1;
    int m_out = -1;
};

// A desk: waits for changes, then reads the news of the map, as often as there are any.
class Follower
{
public:
    explicit Follower(std::uint16_t port)
        : m_client(port)
    {
        const backend::Reply reply =
            m_client.post("/auth/login", {{u"email"_s, u"desk@bench.test"_s}, {u"password"_s, u"bench"_s}});
        m_token = reply.data()[u"access_token"_s].toString().toLatin1();
        m_thread = std::thread([this] { follow(); });
    }
    void stop()
    {
        m_stopping = true;
        m_thread.join();
    }

    Samples behind;
    qint64 rows = 0, polls = 0, bytes = 0;
    bool failed = false;

private:
    void follow()
    {
        QByteArray feed = m_client.get("/delivery/changes", m_token).data()[u"cursor"_s].toString().toLatin1();
        qint64 cursor = 0;
        while (!m_stopping && !failed) {
            const backend::Reply changes = m_client.get("/delivery/changes?wait=1&since=" + feed, m_token);
            failed = failed || changes.status != 200;
            feed = changes.data()[u"cursor"_s].toString().toLatin1();
            if (changes.data()[u"changes"_s].toArray().isEmpty())
                continue;
            bool more = true;
            while (more && !failed) {
                const backend::Reply reply =
                    m_client.get("/delivery/positions?since=" + QByteArray::number(cursor), m_token);
                failed = reply.status != 200;
                const auto now = std::chrono::system_clock::now();
                const QJsonObject data = reply.data();
                for (const QJsonValue& row : data[u"positions"_s].toArray()) {
                    if (const auto at = parseInstant(row[u"at"_s].toString()))
                        behind.add(now - std::chrono::system_clock::time_point(at->time_since_epoch()));
                    ++rows;
                }
                ++polls;
                bytes += reply.body.size();
                cursor = data[u"cursor"_s].toInteger();
                more = data[u"more"_s].toBool();
            }
        }
    }

    backend::TestClient m_client;
    QByteArray m_token;
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

struct Kept
{
    qint64 lost = 0, unknown = 0; // accepted and not there; there and never accepted
};

Kept compare(const QString& path, const TrackerResult& result)
{
    Kept kept;
    auto database = backend::Database::open(path);
    if (!database)
        return {result.accepted, 0};
    const auto reader = (*database)->newReader();
    std::vector<std::vector<std::int64_t>> there(result.acceptedAt.size());
    const auto rows = (*reader)->run("SELECT driver_id, at FROM driver_position ORDER BY day, driver_id, at", {});
    while (rows->next())
        there[rows->text(0).mid(7).toULongLong()].push_back(rows->integer(1) / 1000);
    for (size_t i = 0; i < there.size(); ++i) {
        std::vector<std::int64_t> missing, extra;
        const auto& accepted = result.acceptedAt[i];
        std::set_difference(accepted.begin(), accepted.end(), there[i].begin(), there[i].end(),
                            std::back_inserter(missing));
        std::set_difference(there[i].begin(), there[i].end(), accepted.begin(), accepted.end(),
                            std::back_inserter(extra));
        kept.lost += static_cast<qint64>(missing.size());
        kept.unknown += static_cast<qint64>(extra.size());
    }
    return kept;
}

} // namespace

int main(int argc, char** argv)
{
    quick(argc, argv);
    QCoreApplication app(argc, argv);
    std::signal(SIGPIPE, SIG_IGN);
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);

    QTemporaryDir folder;
    const QString path = folder.filePath(u"depot.db"_s);
    TrackerPlan plan;
    plan.devices = isQuick() ? 1'000 : 30'000;
    plan.connections = isQuick() ? 50 : 1'000;
    plan.lasts = std::chrono::seconds(isQuick() ? 3 : 35);
    if (isQuick())
        plan.every = std::chrono::seconds(1);
    if (!makeDepot(path, plan.devices)) {
        std::fprintf(stderr, "no depot\n");
        return 2;
    }
    const int core = static_cast<int>(sysconf(_SC_NPROCESSORS_ONLN)) - 1;
    const QString program = QFileInfo(QCoreApplication::applicationDirPath() + u"/../bin/waydesk-backend"_s).filePath();
    ServerProcess server(program, path, core);
    if (server.port == 0) {
        std::fprintf(stderr, "no server\n");
        return 2;
    }
    pin(core, true);
    plan.port = server.port;
    Follower follower(server.port);
    const double before = server.cpuSeconds();
    const TrackerResult result = runTrackers(plan);
    const double cpu = server.cpuSeconds() - before;
    follower.stop();
    server.stop();
    const Kept kept = compare(path, result);

    const double asked = static_cast<double>(plan.devices) / std::chrono::duration<double>(plan.every).count();
    const double perSecond = static_cast<double>(result.accepted) / result.seconds;
    std::vector<double> answers = result.answerMs;
    std::sort(answers.begin(), answers.end());
    const auto quantile = [&answers](double q) {
        return answers.empty() ? 0.0
                               : rounded(answers[static_cast<size_t>(q * static_cast<double>(answers.size() - 1))]);
    };
    report(Figure{.name = "positions_taken",
                  .value = rounded(perSecond, 1),
                  .unit = "1/s",
                  .limit = u">= %1 on one core, none lost"_s.arg(asked * kShareTaken),
                  .ok = kept.lost == 0 && kept.unknown == 0 && result.failed == 0 && perSecond >= asked * kShareTaken},
           {{u"devices"_s, plan.devices},
            {u"connections"_s, plan.connections},
            {u"due"_s, qint64{result.due}},
            {u"accepted"_s, qint64{result.accepted}},
            {u"refused"_s, qint64{result.refused}},
            {u"failed"_s, qint64{result.failed}},
            {u"lost"_s, kept.lost},
            {u"unknown"_s, kept.unknown},
            {u"wall_s"_s, rounded(result.seconds)},
            {u"server_cpu_s"_s, rounded(cpu)},
            {u"core_share"_s, rounded(cpu / result.seconds)},
            {u"per_cpu_s"_s, rounded(static_cast<double>(result.accepted) / cpu, 0)},
            {u"answer_p50_ms"_s, quantile(0.5)},
            {u"answer_p99_ms"_s, quantile(0.99)},
            {u"latest_sent_ms"_s, rounded(result.latestMs)},
            {u"database_bytes"_s, QFileInfo(path).size()}});
    const double p99 = rounded(follower.behind.ms(0.99));
    report(Figure{.name = "positions_behind",
                  .value = p99,
                  .unit = "ms",
                  .limit = u"<= %1 at p99"_s.arg(kMostBehind),
                  .ok = !follower.failed && follower.behind.size() > 0 && p99 <= kMostBehind},
           {{u"rows"_s, follower.rows},
            {u"polls"_s, follower.polls},
            {u"bytes"_s, follower.bytes},
            {u"p50_ms"_s, rounded(follower.behind.ms(0.5))},
            {u"max_ms"_s, rounded(follower.behind.ms(1))}});
    return exitCode();
}
