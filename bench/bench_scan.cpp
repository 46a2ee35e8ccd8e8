// SPDX-License-Identifier: GPL-3.0-or-later
// A scanner's Enter to its verdict on the screen, in the real scan station over a cache of a million parcels, while the
// desk's real engine loads pages without a pause (its own thread, its own writing connection, rows that differ from
// what is known). Keys go through the window as a keyboard wedge sends them; the clock runs from the Enter key's event
// until the verdict panel has been painted. Limit: one frame of a 60 Hz screen, at the 99th percentile.
#include "bench/figures.h"
#include "bench/fixture.h"
#include "bench/memorydepot.h"
#include "bench/painted.h"
#include "models/formats.h"
#include "services/store/reader.h"
#include "services/store/store.h"
#include "services/sync/liveengine.h"
#include "ui/scan/scanstationpage.h"
#include "ui/scan/verdictpanel.h"
#include "ui/settings/preferences.h"
#include "ui/window/memory.h"

#include <QApplication>
#include <QFile>
#include <QKeyEvent>
#include <QMainWindow>
#include <QRandomGenerator>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::bench;

namespace {

constexpr int kScansPerWaybill = 60;
constexpr double kLimitMs = 16.7;
constexpr qint64 kPagesKept = 150; // of each kind and generation: enough that nothing is hot by accident

std::shared_ptr<DepotPages> somePages()
{
    auto pages = std::make_shared<DepotPages>();
    const qint64 kept = std::min(kPagesKept, many() / kPageRows), apart = many() / kept / kPageRows * kPageRows;
    for (const int generation : {1, 2}) {
        for (qint64 i = 0; i < kept; ++i) {
            pages->deliveries << deliveryPage(i * apart, kPageRows, many(), generation);
            pages->waybills << waybillPage(i * apart, kPageRows, many(), generation);
        }
    }
    return pages;
}

bool forgetLoad(const QString& folder) // so that the engine finds a load to do, the same on every run
{
    auto opened = store::Store::open(folder);
    if (!opened)
        return false;
    for (const QString& key : {u"first.lookups"_s, u"first.waybill_page"_s, u"first.delivery_cursor"_s})
        std::ignore = (*opened)->syncState().remove(key).ok();
    return true;
}

struct Desk
{
    explicit Desk(const QString& folder, std::shared_ptr<DepotPages> pages)
        : engine(options(folder, std::move(pages)))
    {
    }
    static sync::EngineOptions options(const QString& folder, std::shared_ptr<DepotPages> pages)
    {
        sync::EngineOptions out;
        out.folder = folder;
        out.makeBackend = [pages](const QUrl&, backends::TokenSource&, backends::LinkListener& link) {
            return makeMemoryDepot(pages, link);
        };
        return out;
    }
    bool open(const QString& folder)
    {
        if (!engine.open())
            return false;
        auto opened = store::Reader::open(folder);
        if (!opened)
            return false;
        reader = std::move(*opened);
        connection = std::make_unique<facade::ConnectionService>(engine);
        waybills = std::make_unique<facade::WaybillService>(*reader, engine);
        lookups = std::make_unique<facade::LookupService>(*reader, engine);
        commands = std::make_unique<facade::CommandService>(*reader, engine);
        scans = std::make_unique<facade::ScanService>(*reader, engine);
        station = new ui::ScanStationPage(theme, {{*scans, *waybills, *commands, *connection}, *lookups, formats},
                                          memory, keeper);
        window.setCentralWidget(station);
        window.setFixedSize(1440, 900);
        window.show();
        station->shown();
        return true;
    }

    sync::LiveEngine engine;
    std::unique_ptr<store::Reader> reader;
    SystemClock clock;
    models::Formats formats{clock, QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc()};
    std::unique_ptr<facade::ConnectionService> connection;
    std::unique_ptr<facade::WaybillService> waybills;
    std::unique_ptr<facade::LookupService> lookups;
    std::unique_ptr<facade::CommandService> commands;
    std::unique_ptr<facade::ScanService> scans;
    ui::ShortMemory memory;
    ui::PreferenceKeeper keeper{memory};
    ui::Theme theme;
    QMainWindow window;
    ui::ScanStationPage* station = nullptr;
};

void key(QWidget& window, int code, const QString& text)
{
    QWidget* to = window.focusWidget() ? window.focusWidget() : &window;
    QKeyEvent press(QEvent::KeyPress, code, Qt::NoModifier, text);
    QCoreApplication::sendEvent(to, &press);
    QKeyEvent release(QEvent::KeyRelease, code, Qt::NoModifier, text);
    QCoreApplication::sendEvent(to, &release);
}

// What this thread has waited for a processor so far, though it could have run.
double queuedMs()
{
    QFile file(u"/proc/thread-self/schedstat"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() / 1e6 : 0;
}

struct Scan
{
    double ms = 0, cpuMs = 0, queuedMs = 0;
};

// The slowest hundredth: how much of it was work of the window's thread, and how much waiting for a processor. What is
// in neither was waited for the disk.
QJsonObject slowest(std::vector<Scan> scans)
{
    std::sort(scans.begin(), scans.end(), [](const Scan& a, const Scan& b) { return a.ms > b.ms; });
    scans.resize(std::max<size_t>(scans.size() / 100, 1));
    Scan sum;
    for (const Scan& scan : scans)
        sum = {sum.ms + scan.ms, sum.cpuMs + scan.cpuMs, sum.queuedMs + scan.queuedMs};
    const auto n = static_cast<double>(scans.size());
    return {{u"ms"_s, rounded(sum.ms / n)},
            {u"cpu_ms"_s, rounded(sum.cpuMs / n)},
            {u"queued_ms"_s, rounded(sum.queuedMs / n)}};
}

WaybillId draft(int number)
{
    return waybillOf(number * kDraftEvery * 7).id;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    quick(argc, argv);
    const QString folder = filledFolder();
    if (folder.isEmpty() || !forgetLoad(folder))
        return 1;
    const auto pages = somePages();
    Desk desk(folder, pages);
    desk.theme.apply(app);
    if (!desk.open(folder))
        return 1;
    desk.engine.connectTo(QUrl(u"http://depot.example.org"_s));
    desk.engine.signIn(u"bench@example.org"_s, u"x"_s);
    auto* panel = desk.station->findChild<ui::VerdictPanel*>();
    for (int i = 0; i < 500 && pages->served == 0; ++i)
        idle(20);
    if (!panel || pages->served == 0) {
        std::fprintf(stderr, "the load did not begin\n");
        return 1;
    }

    QRandomGenerator random(20260407);
    Painted painted(*panel);
    Samples all;
    std::vector<Scan> each;
    const qint64 servedBefore = pages->served;
    const Stopwatch watch;
    double gui = 0;
    const int scans = isQuick() ? 100 : 1500;
    int unpainted = 0, ready = 0, known = 0;
    for (int scan = 0; scan < scans; ++scan) {
        if (scan % kScansPerWaybill == 0) {
            desk.station->setTarget(draft(scan / kScansPerWaybill));
            idle(50);
        }
        const QString code = scanCodeOf(random.bounded(int(many())) / 10 * 10 + (scan % 3 == 0 ? 1 : 0));
        for (const QChar c : code)
            key(desk.window, c.isDigit() ? Qt::Key_0 + c.digitValue() : c.unicode(), c);
        QCoreApplication::processEvents();
        const double queuedBefore = queuedMs();
        const Stopwatch own(Stopwatch::Of::Thread);
        const auto start = SteadyClock::now();
        key(desk.window, Qt::Key_Return, u"\r"_s);
        const bool seen = painted.waitForNext();
        const auto took = SteadyClock::now() - start;
        const double cpu = own.cpuSeconds();
        gui += cpu;
        each.push_back({milliseconds(took), cpu * 1000, queuedMs() - queuedBefore});
        all.add(took);
        unpainted += seen ? 0 : 1;
        if (!desk.station->session().entries().isEmpty()) {
            const ui::ScanEntry& entry = desk.station->session().entries().last();
            known += entry.verdict.known && entry.verdict.delivery->delivery.barcode == code ? 1 : 0;
            ready += entry.isReady() ? 1 : 0;
        }
        idle(4 + random.bounded(14)); // out of step with everything
    }
    const double wall = watch.wallSeconds();
    const qint64 synced = pages->served - servedBefore;
    const bool loaded = double(synced) / wall > 500; // it was a full load that ran beside
    QJsonObject facts = all.summary();
    facts.insert(u"deliveries"_s, many());
    facts.insert(u"slowest_hundredth"_s, slowest(std::move(each)));
    facts.insert(u"known"_s, known);
    facts.insert(u"ready"_s, ready);
    facts.insert(u"unpainted"_s, unpainted);
    facts.insert(u"synced_rows"_s, synced);
    facts.insert(u"synced_rows_per_s"_s, rounded(double(synced) / wall, 0));
    facts.insert(u"cpu_s"_s, rounded(watch.cpuSeconds()));
    facts.insert(u"gui_cpu_ms_per_scan"_s, rounded(gui * 1000 / scans));
    facts.insert(u"wall_s"_s, rounded(wall));
    report({"scan_to_verdict", all.ms(0.99), "ms", u"p99 <= 16.7 while a full sync runs"_s,
            all.ms(0.99) <= kLimitMs && unpainted == 0 && known == scans && ready > 0 && loaded},
           facts);
    return exitCode();
}
