// SPDX-License-Identifier: GPL-3.0-or-later
// The tiles over the ground, for one view. A missing one is shown by its parent's part, up to five levels up, or by its
// children; where there is nothing the ground stays. Standing or dragged, tiles are painted from pictures scaled once
// per zoom, a bounded number of pixels in a frame; until then, and while the zoom changes, straight and coarse from
// what is at hand. The source must outlive it; GUI thread.
#pragma once

#include "services/facade/tilesource.h"
#include "ui/map/tilegrid.h"

#include <QPixmap>
#include <QTimer>
#include <unordered_map>

class QPainter;

namespace waydesk::ui {

class TileLayer final : public QObject
{
    Q_OBJECT

public:
    TileLayer(facade::TileSource& source, QObject* parent);

    struct Look
    {
        double ratio = 1;               // device pixels to a logical one
        QColor shade = Qt::transparent; // laid over tiles
        bool zooming = false;           // the zoom changes from frame to frame
        bool operator==(const Look&) const = default;
    };

    bool isOn() const { return m_source.report().isOn; }
    QString attribution() const { return m_source.report().attribution; }
    // Before paint(): finds what is at hand for this frame and asks for the rest.
    void prepare(const Camera& camera, const Look& look);
    bool coversAll() const { return m_coversAll; }   // whatever lies beneath is not seen
    bool isComplete() const { return m_isComplete; } // every tile that shows is there itself
    void paint(QPainter& painter) const;
    const std::vector<QRectF>& whole() const { return m_whole; } // where a tile of its own level is shown
    int timesScaled() const { return m_timesScaled; }

Q_SIGNALS:
    void changed(); // another picture is to be painted

private:
    struct Piece
    {
        QImage picture;
        QRect from; // of the picture
        QRect to;   // of the cell
    };
    struct Shown
    {
        std::vector<Piece> pieces;
        int missing = 0; // 0: itself; otherwise how far what is shown for it is away
    };
    struct Scaled
    {
        QPixmap picture;
        int missing = 0;
        bool isSolid = false;
    };

    Shown find(const Tile& tile, QSize cell);
    bool addParent(const Tile& tile, QSize cell, Shown& shown);
    bool addChildren(const Tile& tile, QSize cell, Shown& shown);
    void scale(const GridCell& cell, const Shown& shown);
    static bool covers(const Shown& shown, QSize cell); // nothing shines through
    void forget();

    facade::TileSource& m_source;
    Look m_look;
    double m_zoom = -1;
    std::vector<GridCell> m_cells;
    bool m_isDirect = false;    // without pictures of their own
    std::vector<Shown> m_shown; // beside the cells: what is painted straight; empty for the others
    struct CellHash
    {
        size_t operator()(const Tile& tile) const { return qHash(tile); }
    };
    std::unordered_map<Tile, Scaled, CellHash> m_scaled; // of this zoom
    std::vector<QRectF> m_whole;
    bool m_coversAll = false, m_isComplete = false;
    int m_timesScaled = 0;
    QTimer m_more; // the rest is to be scaled
};

} // namespace waydesk::ui
