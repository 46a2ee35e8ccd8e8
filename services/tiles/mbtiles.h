// SPDX-License-Identifier: GPL-3.0-or-later
// A file of tiles after the MBTiles form, opened to be read only and taken as one that nobody changes meanwhile. Reads
// PNG and JPEG; vector tiles are told by name and refused. One thread, never the window's.
#pragma once

#include "services/domain/tiles/tile.h"
#include "services/domain/tiles/tilechoice.h"

#include <QByteArray>
#include <QRectF>
#include <memory>

struct sqlite3;

namespace waydesk::tiles {

struct MbTilesFacts
{
    QString name, format, attribution; // plain text
    int leastZoom = 0, mostZoom = 0;
    QRectF bounds; // degrees, x eastwards and y northwards; null: not told
};

struct OpenedMbTiles;

class MbTiles
{
public:
    static OpenedMbTiles open(const QString& path);
    ~MbTiles();

    const MbTilesFacts& facts() const { return m_facts; }
    QByteArray picture(const Tile& tile);      // empty: it has none, or it could not be read
    bool isBroken() const { return m_broken; } // a page of it could not be read

private:
    explicit MbTiles(sqlite3* db)
        : m_db(db)
    {
    }
    bool readMetadata();
    void readZooms();
    bool reachesInto(const Tile& tile) const;

    sqlite3* m_db;
    MbTilesFacts m_facts;
    bool m_broken = false;
};

struct OpenedMbTiles
{
    std::unique_ptr<MbTiles> file; // null: refused
    TileFault fault = TileFault::None;
    QString detail; // the format's name
};

// "&copy; <a href=…>OpenStreetMap</a>" as it is read aloud.
QString plainText(const QString& html);

} // namespace waydesk::tiles
