// SPDX-License-Identifier: GPL-3.0-or-later
// waydesk-backend: reads its options, opens the database, and serves until it is told to stop.
#include "backend/assured/routes.h"
#include "backend/auth/routes.h"
#include "backend/demo/demodepot.h"
#include "backend/devicecommand.h"
#include "backend/http/changes.h"
#include "backend/http/log.h"
#include "backend/http/server.h"
#include "backend/ondi/routes.h"
#include "backend/options.h"
#include "backend/osmand/routes.h"
#include "backend/simulation/simulation.h"
#include "backend/usercommand.h"
#include "backend/uuids.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::backend;

namespace {

int complain(const QString& sentence, int exitCode = 1)
{
    std::fprintf(stderr, "waydesk-backend: %s\n", qUtf8Printable(sentence));
    return exitCode;
}

Error storageError(const QString& detail)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.detail = detail;
    return error;
}

QString defaultDatabase(bool demo)
{
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/waydesk-backend"_s;
    return folder + (demo ? u"/demo.db"_s : u"/depot.db"_s);
}

// Demo users have a password that everybody knows, so a file with them is served only with --demo, which is loopback
// only; and a real depot's file never gets them.
Result<Nothing> prepareDemo(const ServeOptions& options, Database& database)
{
    WriteTurn turn(database);
    Connection& db = turn.db();
    db.beginWrite();
    bool isDemo = false, hasUsers = false;
    { // an open SELECT would keep the bulk load from dropping its indexes
        const auto rows = db.run("SELECT (SELECT count(*) FROM property WHERE name = 'demo_seed'), "
                                 "EXISTS (SELECT 1 FROM app_user)",
                                 {});
        if (!rows->next())
            return db.error();
        isDemo = rows->integer(0) > 0;
        hasUsers = rows->integer(1) > 0;
    }
    Error error;
    error.kind = Error::Kind::Rejected;
    if (isDemo != options.demo && (isDemo || hasUsers)) {
        error.detail = isDemo ? u"this file holds the demo depot: start it with --demo"_s
                              : u"this file holds a real depot: --demo needs a file of its own"_s;
        return error;
    }
    if (!options.demo || isDemo)
        return Nothing{};
    Result<Nothing> seeded =
        seedDemo(db, DemoOptions{.deliveries = options.demoDeliveries, .seed = options.demoSeed, .now = {}});
    if (!seeded)
        return seeded;
    db.execute("INSERT INTO property(name, value) VALUES ('demo_seed', ?)", {QString::number(options.demoSeed)});
    return db.commit();
}

// A demo depot begins as a file beside, which takes its place only when it is whole: nothing of a million rows is
// written twice, and an end in the middle leaves nothing half made. A file that is there already is left alone.
Result<Nothing> makeDemoFile(const ServeOptions& options, const QString& path)
{
    if (!options.demo || QFileInfo::exists(path))
        return Nothing{};
    const QString beside = path + u".new"_s;
    QLockFile mine(beside + u"-making"_s);
    mine.setStaleLockTime(0);
    if (!mine.tryLock(0))
        return storageError(u"another server is making this database"_s);
    QFile::remove(beside); // of somebody who did not come to the end
    {
        const auto database = Database::open(beside, Durability::NewFile);
        if (!database)
            return database.error();
        Result<Nothing> seeded = prepareDemo(options, **database);
        if (!seeded)
            return seeded;
    }
    QFile whole(beside);
    if (!whole.open(QIODevice::ReadWrite) || ::fsync(whole.handle()) != 0)
        return storageError(u"the demo depot could not be written"_s);
    if (::renameat2(AT_FDCWD, QFile::encodeName(beside).constData(), AT_FDCWD, QFile::encodeName(path).constData(),
                    RENAME_NOREPLACE) != 0)
        return storageError(u"the demo depot could not be put in place"_s);
    QFile::remove(beside + u"-lock"_s);
    return Nothing{};
}

void raiseFileLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

// Blocks the signals for every thread that is made after; answers a file that tells of them.
int catchSignals()
{
    std::signal(SIGPIPE, SIG_IGN);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    return signalfd(-1, &set, SFD_CLOEXEC);
}

void waitForTheEnd(int signals, bool watchStdin)
{
    while (true) {
        pollfd files[2] = {{signals, POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}};
        if (poll(files, watchStdin ? 2 : 1, -1) < 0 && errno == EINTR)
            continue;
        if (files[0].revents != 0)
            return;
        char ignored[256];
        if (watchStdin && files[1].revents != 0 && ::read(STDIN_FILENO, ignored, sizeof ignored) <= 0)
            return;
    }
}

// From a file or the environment: the command line is there for everybody on the machine to read. A secret that was
// meant and is not there must not let unsigned webhooks in.
Result<QByteArray> onroSecret(const QString& path)
{
    Error error;
    error.kind = Error::Kind::Rejected;
    QByteArray secret;
    if (!path.isEmpty()) {
        QFile file(path);
        if (!file.open(QFile::ReadOnly)) {
            error.detail = u"cannot read --onro-secret-file: "_s + file.errorString();
            return error;
        }
        secret = file.readAll().trimmed();
    } else if (qEnvironmentVariableIsSet("WAYDESK_ONRO_SECRET")) {
        secret = qgetenv("WAYDESK_ONRO_SECRET").trimmed();
    } else {
        return secret;
    }
    if (!secret.isEmpty())
        return secret;
    error.detail = u"the ONRO secret is empty"_s;
    return error;
}

int serve(const ServeOptions& options, Database& database, int signals)
{
    const Result<QByteArray> secret = onroSecret(options.onroSecretFile);
    if (!secret)
        return complain(secret.error().detail);
    if (!database.claimForServer())
        return complain(u"another server uses this database"_s);
    const Result<Nothing> demo = prepareDemo(options, database);
    if (!demo)
        return complain(demo.error().detail);

    const SystemClock clock;
    RandomIds ids;
    SignIns signIns(database, clock, ids);
    ChangeWaiters waiters;
    Front front(database, signIns, waiters, clock, ids);
    front.add(authRoutes(signIns));
    front.add(changeRoutes());
    front.add(ondiWaybillRoutes());
    front.add(ondiTripRoutes());
    front.add(ondiDeliveryRoutes());
    front.add(ondiLookupRoutes());
    front.add(ondiPositionRoutes());
    front.add(ondiCashRoutes());
    front.add(ondiReturnRoutes());
    front.add(ondiCaseRoutes());
    front.add(ondiMediaRoutesWithin(options.mediaLimit));
    PositionIntake positions(database, waiters, clock);
    assured::WebhookIntake webhooks(database, waiters, clock, {.tenant = options.onroTenant, .secret = *secret});
    front.add(assured::positionRoutes(webhooks));
    front.add(osmand::trackRoutes(positions));
    front.addPruner(
        [days = options.keepPositions](Connection& db, Instant now) { return prunePositions(db, now, days); });
    front.addPruner([days = options.keepWebhooks](Connection& db, Instant now) {
        const bool old = pruneOldWebhooks(db, now, days);
        return pruneSurplusWebhooks(db) || old;
    });
    Server server(database, front, waiters);
    const Result<quint16> port = server.start({.address = options.address,
                                               .port = options.port,
                                               .tlsCertificate = options.tlsCertificate,
                                               .tlsKey = options.tlsKey});
    if (!port)
        return complain(u"cannot listen: "_s + port.error().detail);
    const QString host = options.address.contains(u':') ? u'[' + options.address + u']' : options.address;
    const QString url =
        (options.tlsKey.isEmpty() ? u"http://"_s : u"https://"_s) + host + u':' + QString::number(*port);
    std::printf("{\"listening\":\"%s\"}\n", qUtf8Printable(url));
    std::fflush(stdout);
    std::optional<Simulation> simulation;
    if (options.simulateDrivers > 0)
        simulation.emplace(*port, options.simulateDrivers, options.demoSeed);
    waitForTheEnd(signals, options.stopWithStdin);
    simulation.reset(); // it talks to the server: the server goes after it
    server.stop();
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    umask(0077);
    const int signals = catchSignals();
    raiseFileLimit();
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    const Result<Options> options = readOptions(words);
    if (!options) {
        complain(options.error().detail);
        std::fputs(qUtf8Printable(usage()), stderr);
        return 2;
    }
    if (options->help) {
        std::fputs(qUtf8Printable(usage()), stdout);
        return 0;
    }
    QString path = options->databasePath;
    if (path.isEmpty()) {
        path = defaultDatabase(options->serve.demo);
        QDir().mkpath(QFileInfo(path).absolutePath());
    }
    if (!options->user && !options->device) {
        if (const Result<Nothing> made = makeDemoFile(options->serve, path); !made)
            return complain(made.error().detail);
    }
    const auto database = Database::open(path);
    if (!database)
        return complain(u"cannot open the database: "_s + database.error().detail);
    if (options->user)
        return runUserCommand(*options->user, **database);
    if (options->device)
        return runDeviceCommand(*options->device, **database);
    return serve(options->serve, **database, signals);
}
