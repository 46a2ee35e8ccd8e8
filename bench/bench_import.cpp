// SPDX-License-Identifier: GPL-3.0-or-later
// A merchant's file of a million rows through the desk to the real server, the desk closed and opened again in the
// middle. import_memory: how much more memory the desk's process holds at the most while it does that than before.
// import_rows: what the server holds afterwards, each row once. The rows per second, beside the CPU time of the desk's
// process, are told and not judged: the server and the machine's other work have their share in them.
#include "bench/figures.h"
#include "tests/sync/support/importingdesk.h"
#include "tests/sync/support/realserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::bench;
using csv::ImportState;

namespace {

constexpr double kMostMemory = 100; // MiB

bool writeFile(const QString& path, int rows)
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly))
        return false;
    file.write("Order no,Barcode,Customer,Phone,Address,City,COD,Notes\n");
    for (int n = 1; n <= rows; ++n) {
        const QByteArray number = QByteArray::number(n);
        file.write("REF-" + number + ",BIG" + number + ",Customer " + QByteArray::number(n % 5000) + ",0750 " +
                   QByteArray::number(1000000 + n % 5000) + ",\"Street " + number + ", house " +
                   QByteArray::number(n % 90) + "\",Erbil,\"" + QByteArray::number(n % 200) + ",000\",Call first\n");
    }
    return file.flush();
}

using Desk = test::ImportingDesk;

// Turns the event loop until it is so, and notes the most memory that was held.
bool waitFor(const std::function<bool()>& isSo, qint64& most)
{
    QElapsedTimer patience;
    patience.start();
    while (!isSo()) {
        if (patience.elapsed() > 50 * 60 * 1000)
            return false;
        QEventLoop loop;
        QTimer::singleShot(100, &loop, &QEventLoop::quit);
        loop.exec();
        most = std::max(most, residentBytes());
    }
    return true;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const int rows = quick(argc, argv) ? 20'000 : 1'000'000;
    if (!qEnvironmentVariableIsSet("WAYDESK_BIN"))
        qputenv("WAYDESK_BIN", (QCoreApplication::applicationDirPath() + u"/../bin"_s).toUtf8());
    test::RealServer server(10);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"million.csv"_s);
    if (!server.start() || !writeFile(path, rows))
        return 1;
    const QString warehouse = server.cell(u"SELECT id FROM warehouse ORDER BY id LIMIT 1"_s).toString();
    auto desk = std::make_unique<Desk>(folder.path(), server.url());
    const qint64 before = residentBytes();
    qint64 most = before;

    auto look = desk->imports->look(path);
    if (!look)
        return 1;
    look->setup.pickup = {warehouse};
    Stopwatch checking;
    const QString id = desk->imports->check(*look);
    const auto job = [&] { return desk->imports->find(id).value_or(csv::ImportJob{}); };
    if (!waitFor([&] { return job().state == ImportState::Checked; }, most))
        return 1;
    const QJsonObject checked{{u"rows_per_s"_s, rounded(rows / checking.wallSeconds(), 0)},
                              {u"cpu_s"_s, rounded(checking.cpuSeconds())}};
    Stopwatch sending;
    desk->imports->send(id);
    if (!waitFor([&] { return job().done > rows / 2; }, most))
        return 1;
    desk.reset();
    desk = std::make_unique<Desk>(folder.path(), server.url());
    if (!waitFor([&] { return job().state == ImportState::Done; }, most))
        return 1;
    const QJsonObject sent{{u"rows_per_s"_s, rounded(rows / sending.wallSeconds(), 0)},
                           {u"cpu_s"_s, rounded(sending.cpuSeconds())}};

    const double memory = double(most - before) / (1024 * 1024);
    report({"import_memory", rounded(memory, 1), "MiB", u"at most %1"_s.arg(kMostMemory), memory <= kMostMemory},
           {{u"rows"_s, rows}, {u"check"_s, checked}, {u"send"_s, sent}});
    const qint64 there = server.cell(u"SELECT count(*) FROM delivery WHERE barcode LIKE 'BIG%'"_s).toLongLong();
    const qint64 once =
        server.cell(u"SELECT count(DISTINCT barcode) FROM delivery WHERE barcode LIKE 'BIG%'"_s).toLongLong();
    report({"import_rows", double(there), "rows", u"exactly %1, each once"_s.arg(rows), there == rows && once == rows},
           {{u"different"_s, once}});
    return exitCode();
}
