// SPDX-License-Identifier: GPL-3.0-or-later
// The map with tiles on one core's raster, 1920 × 1080: dragged and zoomed by the wheel while its tiles come from a
// server on loopback, in a thread of this program. A frame is from the change of the camera, with the pictures that
// came in meanwhile taken up, until the view has been painted; frames follow each other as on a screen, each 16.7 ms.
// Every round begins with nothing kept; drags and zooms take turns, and the best round of each counts.
#include "bench/figures.h"
#include "services/facade/tileservice.h"
#include "tests/support/tilepeer.h"
#include "ui/map/mapview.h"
#include "ui/map/places.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QThread>
#include <QWheelEvent>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::bench;
using namespace waydesk::ui;

namespace {

constexpr QSize kScreen(1920, 1080);
constexpr double kLimit = 16.7; // ms, p99
constexpr std::chrono::microseconds kFrame{16'700};
const QGeoCoordinate kMiddle(36.1911, 44.0092);

// Streets and houses, drawn once: some 20 KB each, as such tiles are.
std::vector<QByteArray> drawnTiles()
{
    QRandomGenerator dice(5);
    std::vector<QByteArray> tiles;
    for (int i = 0; i < 8; ++i) {
        QImage image(256, 256, QImage::Format_RGB32);
        image.fill(QColor(242, 239, 233));
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        for (int house = 0; house < 120; ++house)
            painter.fillRect(QRectF(dice.bounded(250), dice.bounded(250), 4 + dice.bounded(9), 4 + dice.bounded(9)),
                             QColor(217, 208, 201));
        for (int street = 0; street < 14; ++street) {
            painter.setPen(QPen(QColor(255, 255, 255), 3 + dice.bounded(5)));
            painter.drawLine(dice.bounded(256), 0, dice.bounded(256), 256);
            painter.drawLine(0, dice.bounded(256), 256, dice.bounded(256));
        }
        painter.end();
        tiles.push_back(test::tileBytes(image));
    }
    return tiles;
}

// Answers in a thread of its own, so that serving costs the window nothing but the core.
class Server
{
public:
    Server()
    {
        m_thread.start();
        m_door.moveToThread(&m_thread);
        QMetaObject::invokeMethod(
            &m_door,
            [this] {
                m_peer = std::make_unique<test::TilePeer>();
                m_peer->answer = [this, tiles = drawnTiles()](const test::TilePeer::Request& request) {
                    ++m_served;
                    return test::httpAnswer(200, tiles[qHash(request.path) % tiles.size()],
                                            "Cache-Control: max-age=604800\r\n");
                };
            },
            Qt::BlockingQueuedConnection);
    }
    ~Server()
    {
        QMetaObject::invokeMethod(
            &m_door, [this] { m_peer.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    QString address() const { return m_peer->address(); }
    int served() const { return m_served; }

private:
    QThread m_thread;
    QObject m_door;
    std::unique_ptr<test::TilePeer> m_peer;
    std::atomic<int> m_served = 0;
};

struct Measured
{
    Samples frames, cpuOfFrames; // by the clock; of the window's thread alone
    double cpuMs = 0;            // of a frame, all threads
    int loaded = 0;              // tiles, meanwhile
};

class Scene
{
public:
    Scene(const Basemap& basemap, const Towns& towns, Server& server, double zoom)
        : m_server(server)
        , m_tiles({.folder = m_folder.path(), .product = "Waydesk/bench"}, m_clock)
        , m_towns(m_theme, towns)
        , m_view(m_theme, basemap)
    {
        TileChoice choice;
        choice.from = TileChoice::From::Address;
        choice.address = server.address();
        m_tiles.use(choice);
        m_view.setTiles(m_tiles);
        m_view.addLayer(m_towns);
        m_view.resize(kScreen);
        m_view.show();
        m_view.setCamera(Camera(kMiddle, zoom, kScreen));
        while (!m_tiles.report().isOn)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        for (int i = 0; i < 5; ++i)
            m_view.repaint();
    }
    void drag(int step) { m_view.setCamera(m_view.camera().pannedBy({step % 300 < 150 ? -11.0 : 11.0, -5})); }
    void zoom(int step)
    {
        const QPointF at(700, 500);
        QWheelEvent event(at, at, QPoint(), QPoint(0, step % 80 < 40 ? 30 : -30), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&m_view, &event);
    }
    template<class Step>
    Measured measure(int frames, Step step)
    {
        Measured measured;
        const int before = m_server.served();
        const Stopwatch watch;
        for (int i = 0; i < frames; ++i) {
            const auto from = SteadyClock::now();
            const Stopwatch own(Stopwatch::Of::Thread);
            QApplication::processEvents();
            step(i);
            m_view.repaint();
            const auto took = SteadyClock::now() - from;
            measured.frames.add(took);
            measured.cpuOfFrames.add(
                std::chrono::duration_cast<SteadyClock::duration>(std::chrono::duration<double>(own.cpuSeconds())));
            if (took < kFrame)
                QThread::usleep(static_cast<unsigned long>(
                    std::chrono::duration_cast<std::chrono::microseconds>(kFrame - took).count()));
        }
        measured.cpuMs = watch.cpuSeconds() * 1000 / frames;
        measured.loaded = m_server.served() - before;
        return measured;
    }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    Server& m_server;
    Theme m_theme;
    facade::TileService m_tiles;
    TownLayer m_towns;
    MapView m_view;
};

void better(Measured& best, Measured now)
{
    if (best.frames.size() == 0 || now.frames.ms(0.99) < best.frames.ms(0.99))
        best = std::move(now);
}

void tell(const char* name, const Measured& measured)
{
    QJsonObject facts = measured.frames.summary();
    facts[u"cpu_ms"_s] = rounded(measured.cpuMs);
    facts[u"window_cpu_p50_ms"_s] = rounded(measured.cpuOfFrames.ms(0.5));
    facts[u"window_cpu_p99_ms"_s] = rounded(measured.cpuOfFrames.ms(0.99));
    facts[u"tiles_loaded"_s] = measured.loaded;
    const double p99 = rounded(measured.frames.ms(0.99));
    report(Figure{.name = name, .value = p99, .unit = "ms", .limit = u"p99 <= %1"_s.arg(kLimit), .ok = p99 <= kLimit},
           facts);
}

} // namespace

int main(int argc, char** argv)
{
    quick(argc, argv);
    QApplication app(argc, argv);
    const Basemap basemap = Basemap::embedded();
    const Towns towns = Towns::embedded();
    const int frames = isQuick() ? 30 : 300, rounds = isQuick() ? 1 : 3;
    Server server;
    Measured dragged, zoomed;
    for (int round = 0; round < rounds; ++round) {
        {
            Scene scene(basemap, towns, server, 12.4);
            better(dragged, scene.measure(frames, [&](int i) { scene.drag(i); }));
        }
        {
            Scene scene(basemap, towns, server, 9.3);
            better(zoomed, scene.measure(frames, [&](int i) { scene.zoom(i); }));
        }
    }
    tell("tiles_dragged", dragged);
    tell("tiles_zoomed", zoomed);
    return exitCode();
}
