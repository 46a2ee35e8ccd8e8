// SPDX-License-Identifier: GPL-3.0-or-later
// The map on one core's raster, 1920 × 1080: ten thousand marks that all move each frame, each for itself; a hundred
// thousand that move, clustered; and dragging over them. A frame is from the change of every mark until the view has
// been painted. Beside them, in the same run and with the same places, MapLibre GL JS and Leaflet in headless Chromium
// (bench/map_peers): their frames are timed by the page itself, drawing forced to its end. Peers are measured where
// Chromium, node and the npm packages are there; otherwise that is said, and no ratio is claimed.
#include "bench/figures.h"
#include "ui/map/mapview.h"
#include "ui/map/marklayer.h"
#include "ui/map/places.h"

#include <QApplication>
#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace waydesk;
using namespace waydesk::bench;
using namespace waydesk::ui;

namespace {

constexpr QSize kScreen(1920, 1080);
constexpr double kMovingLimit = 5, kClusteredLimit = 8, kDragLimit = 16.7; // ms, p99
constexpr double kMapLibreTimes = 25, kLeafletTimes = 300;
const QGeoCoordinate kMiddle(36.1911, 44.0092);
constexpr double kZoom = 12;

class Scene
{
public:
    Scene(int count, bool clustered)
        : m_layer(m_theme)
        , m_view(m_theme, basemap())
    {
        QRandomGenerator dice(11);
        const Camera camera(kMiddle, kZoom, kScreen);
        const QRectF world = camera.worldBounds();
        std::vector<Mark> marks;
        for (int i = 0; i < count; ++i) {
            Mark mark;
            mark.world = {world.left() + dice.generateDouble() * world.width(),
                          world.top() + dice.generateDouble() * world.height()};
            mark.heading = static_cast<float>(dice.bounded(360));
            mark.freshness = dice.bounded(20) == 0 ? Freshness::Stale : Freshness::Fresh;
            const double angle = mark.heading * 3.14159265 / 180;
            m_speeds.push_back(QPointF(std::sin(angle), -std::cos(angle)) * world.width() / kScreen.width());
            marks.push_back(mark);
        }
        m_layer.setMarks(std::move(marks));
        m_layer.setClustered(clustered);
        m_view.addLayer(m_layer);
        m_view.resize(kScreen);
        m_view.show();
        m_view.setCamera(camera);
        QApplication::processEvents();
    }
    void move()
    {
        std::vector<Mark>& marks = m_layer.marks();
        for (size_t i = 0; i < marks.size(); ++i)
            marks[i].world += m_speeds[i];
    }
    void drag(int step) { m_view.setCamera(m_view.camera().pannedBy({step % 200 < 100 ? -9.0 : 9.0, 4})); }
    void paint() { m_view.repaint(); }

private:
    static const Basemap& basemap()
    {
        static const Basemap map = Basemap::embedded();
        return map;
    }
    Theme m_theme;
    MarkLayer m_layer;
    MapView m_view;
    std::vector<QPointF> m_speeds;
};

struct Measured
{
    Samples frames;
    double cpuMs = 0; // of a frame
};

template<class Step>
Measured measure(Scene& scene, int frames, Step step)
{
    for (int i = 0; i < 5; ++i) { // sprites, fonts and the ground are made once
        step(i);
        scene.paint();
    }
    Measured measured;
    const Stopwatch watch;
    for (int i = 0; i < frames; ++i) {
        const auto from = SteadyClock::now();
        step(i);
        scene.paint();
        measured.frames.add(SteadyClock::now() - from);
    }
    measured.cpuMs = watch.cpuSeconds() * 1000 / frames;
    return measured;
}

void tell(const char* name, const Measured& measured, double limit, int marks)
{
    QJsonObject facts = measured.frames.summary();
    facts[u"cpu_ms"_s] = rounded(measured.cpuMs);
    facts[u"marks"_s] = marks;
    const double p99 = rounded(measured.frames.ms(0.99));
    report(Figure{.name = name, .value = p99, .unit = "ms", .limit = u"p99 <= %1"_s.arg(limit), .ok = p99 <= limit},
           facts);
}

// The peers' frames in milliseconds: {"maplibre":…, "leaflet":…}; empty: they are not here.
QJsonObject peers(int marks, int seconds)
{
    const QString script = QStringLiteral(WAYDESK_SOURCE_DIR "/bench/map_peers/measure.mjs");
    QProcess node;
    node.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    node.start(u"node"_s, {script, QString::number(marks), QString::number(seconds)});
    if (!node.waitForStarted() || !node.waitForFinished(180'000)) {
        node.kill();
        node.waitForFinished();
        return {};
    }
    return QJsonDocument::fromJson(node.readAllStandardOutput()).object();
}

void compare(const char* name, double own, const QJsonObject& theirs, const QString& peer, double times)
{
    const double frame = theirs[peer].toObject()[u"p50_ms"_s].toDouble();
    if (frame <= 0) {
        std::fprintf(stderr, "%s: not measured, %s is not here\n", name, qPrintable(peer));
        return;
    }
    const double ratio = rounded(frame / own, 1);
    report(Figure{.name = name, .value = ratio, .unit = "x", .limit = u">= %1"_s.arg(times), .ok = ratio >= times},
           {{u"own_p50_ms"_s, rounded(own)}, {u"peer"_s, theirs[peer]}});
}

} // namespace

int main(int argc, char** argv)
{
    quick(argc, argv);
    QApplication app(argc, argv);
    const int moving = isQuick() ? 500 : 10'000, clustered = isQuick() ? 2'000 : 100'000;
    const int frames = isQuick() ? 20 : 400, rounds = isQuick() ? 1 : 3;
    double ownMoving = 0;
    {
        Scene scene(moving, false);
        Measured best;
        for (int round = 0; round < rounds; ++round) {
            Measured now = measure(scene, frames, [&](int) { scene.move(); });
            if (best.frames.size() == 0 || now.frames.ms(0.99) < best.frames.ms(0.99))
                best = now;
        }
        tell("map_moving", best, kMovingLimit, moving);
        ownMoving = best.frames.ms(0.5);
    }
    {
        Scene scene(clustered, true);
        Measured best;
        for (int round = 0; round < rounds; ++round) {
            Measured now = measure(scene, frames, [&](int) { scene.move(); });
            if (best.frames.size() == 0 || now.frames.ms(0.99) < best.frames.ms(0.99))
                best = now;
        }
        tell("map_clustered", best, kClusteredLimit, clustered);
        tell("map_dragged", measure(scene, frames, [&](int i) { scene.drag(i); }), kDragLimit, clustered);
    }
    const QJsonObject theirs = peers(moving, isQuick() ? 2 : 8);
    compare("map_over_maplibre", ownMoving, theirs, u"maplibre"_s, kMapLibreTimes);
    compare("map_over_leaflet", ownMoving, theirs, u"leaflet"_s, kLeafletTimes);
    return exitCode();
}
