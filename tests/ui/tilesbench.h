// SPDX-License-Identifier: GPL-3.0-or-later
// A map with tiles that a test hands out, picture by picture.
#pragma once

#include "services/facade/tilesource.h"
#include "tests/ui/mapbench.h"

#include <QPainter>

namespace waydesk::test {

inline QImage plain(QColor colour, int side = 256)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

// Four quarters: red, green, blue, yellow, line by line.
inline QImage quarters()
{
    QImage image = plain(Qt::red);
    QPainter painter(&image);
    painter.fillRect(128, 0, 128, 128, Qt::green);
    painter.fillRect(0, 128, 128, 128, Qt::blue);
    painter.fillRect(128, 128, 128, 128, Qt::yellow);
    return image;
}

class HandTiles final : public facade::TileSource
{
public:
    HandTiles()
    {
        m_report.isOn = true;
        m_report.mostZoom = 19;
        m_report.attribution = QStringLiteral("© The surveyors of the depot");
    }
    const TileReport& report() const override { return m_report; }
    QImage picture(const Tile& tile) override { return everywhere.isNull() ? at.value(tile) : everywhere; }
    void want(const QObject*, const QList<Tile>& tiles) override { wanted = tiles; }
    void put(const Tile& tile, const QImage& image)
    {
        at.insert(tile, image);
        Q_EMIT came();
    }
    void fill(const QImage& image)
    {
        everywhere = image;
        Q_EMIT came();
    }
    void set(const TileReport& report)
    {
        m_report = report;
        Q_EMIT changed();
    }

    QHash<Tile, QImage> at;
    QImage everywhere;
    QList<Tile> wanted;

private:
    TileReport m_report;
};

struct TiledBench : MapBench
{
    explicit TiledBench(ui::Theme::Preference scheme = ui::Theme::Preference::Light, QSize size = {900, 600})
        : MapBench(scheme, size)
    {
        view.setTiles(tiles);
    }
    // Above scale bar and credit, within the ring of the focus.
    QImage middle() { return picture().copy(4, 4, view.width() - 8, view.height() - 60); }
    HandTiles tiles;
};

} // namespace waydesk::test
