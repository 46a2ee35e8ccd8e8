// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/tileservice.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::facade {

TileService::TileService(tiles::TileOptions options, const Clock& clock, QObject* parent)
    : TileSource(parent)
    , m_options(std::move(options))
    , m_clock(clock)
{
    m_thread.setObjectName(u"tiles"_s);
    m_report.mostKeptBytes = m_options.mostKeptBytes;
}

TileService::~TileService()
{
    // Questions on their way are dropped while the thread's loop still runs: after it nothing is deleted later twice
    // over.
    if (m_worker)
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker] { worker->drop(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void TileService::start()
{
    if (m_worker)
        return;
    qRegisterMetaType<Tile>();
    qRegisterMetaType<TileReport>();
    m_worker = new tiles::TileWorker(m_options, m_clock);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &tiles::TileWorker::came, this, &TileService::take);
    connect(m_worker, &tiles::TileWorker::told, this, [this](const TileReport& report) {
        const bool isOther = report.isOn != m_report.isOn || report.leastZoom != m_report.leastZoom ||
                             report.mostZoom != m_report.mostZoom || report.attribution != m_report.attribution;
        m_report = report;
        if (isOther)
            Q_EMIT changed();
        Q_EMIT told();
    });
    m_thread.start(QThread::LowPriority);
}

void TileService::use(const TileChoice& choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    m_held.clear();
    m_passed.clear();
    for (QList<Tile>& wanted : m_wanted)
        wanted.clear(); // viewers ask anew for what the new source has
    m_report = {.keptBytes = m_report.keptBytes, .mostKeptBytes = m_options.mostKeptBytes};
    ++m_generation;
    if (m_worker || choice.from != TileChoice::From::Nothing) {
        start();
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, choice, generation = m_generation] { worker->use(choice, generation); });
    }
    Q_EMIT changed();
}

void TileService::measure()
{
    start();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->measure(); });
}

void TileService::empty()
{
    start();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->empty(); });
}

QImage TileService::picture(const Tile& tile)
{
    const QImage* held = m_held.object(tile);
    return held ? *held : QImage();
}

void TileService::want(const QObject* viewer, const QList<Tile>& tiles)
{
    if (!m_wanted.contains(viewer))
        connect(viewer, &QObject::destroyed, this, [this, viewer] { m_wanted.remove(viewer); });
    QList<Tile>& wanted = m_wanted[viewer];
    if (wanted == tiles)
        return;
    wanted = tiles;
    pass();
}

// All viewers' lists, one after the other, nothing twice.
void TileService::pass()
{
    QList<Tile> all;
    QSet<Tile> known;
    for (const QList<Tile>& tiles : std::as_const(m_wanted)) {
        for (const Tile& tile : tiles) {
            if (!known.contains(tile) && !m_held.contains(tile)) {
                known.insert(tile);
                all.append(tile);
            }
        }
    }
    if (all == m_passed || !m_worker)
        return;
    m_passed = all;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, all] { worker->want(all); });
}

void TileService::take(quint64 generation, const Tile& tile, const QImage& picture)
{
    if (generation != m_generation)
        return; // of another source
    m_held.insert(tile, new QImage(picture), static_cast<int>(picture.sizeInBytes() >> 10) + 1);
    m_passed.removeOne(tile);
    Q_EMIT came();
}

} // namespace waydesk::facade
