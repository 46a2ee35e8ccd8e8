// SPDX-License-Identifier: GPL-3.0-or-later
// The map's tiles as a person chose them. Decoded pictures are held up to 64 MiB; disk, network and decoding are the
// tile thread's, which starts with the first choice that needs it. GUI thread.
#pragma once

#include "services/domain/instant.h"
#include "services/facade/tilesource.h"
#include "services/tiles/tileworker.h"

#include <QCache>
#include <QThread>

namespace waydesk::facade {

class TileService final : public TileSource
{
    Q_OBJECT

public:
    static constexpr int kMostHeldKiB = 64 << 10;

    TileService(tiles::TileOptions options, const Clock& clock, QObject* parent = nullptr); // the clock outlives it
    ~TileService() override;

    void use(const TileChoice& choice);
    const TileChoice& choice() const { return m_choice; }
    void measure(); // told() comes with what is kept on disk
    void empty();   // of all addresses; what maps show stays until they want something else

    const TileReport& report() const override { return m_report; }
    QImage picture(const Tile& tile) override;
    void want(const QObject* viewer, const QList<Tile>& tiles) override;

    qint64 heldKiB() const { return m_held.totalCost(); }
    const QThread& worker() const { return m_thread; }

private:
    void start();
    void pass();
    void take(quint64 generation, const Tile& tile, const QImage& picture);

    tiles::TileOptions m_options;
    const Clock& m_clock;
    QThread m_thread;
    tiles::TileWorker* m_worker = nullptr; // lives there
    TileChoice m_choice;
    quint64 m_generation = 0;
    TileReport m_report;
    QCache<Tile, QImage> m_held{kMostHeldKiB};
    QHash<const QObject*, QList<Tile>> m_wanted;
    QList<Tile> m_passed; // what the worker looks for
};

} // namespace waydesk::facade
