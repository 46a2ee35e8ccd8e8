// SPDX-License-Identifier: GPL-3.0-or-later
// Tiles of addresses kept on disk, a file each, with when they are to be asked for again. Bounded: when it is full the
// ones that were looked at longest ago go. A file is written beside and renamed, so that a kill leaves the old one or
// the new one; what cannot be read is as if it were not there. One thread, never the window's.
#pragma once

#include "services/domain/tiles/tile.h"
#include "services/domain/tiles/tilerules.h"

#include <QString>

namespace waydesk::tiles {

struct KeptTile
{
    QByteArray picture; // empty: the server has none
    QByteArray etag, lastModified;
    Instant freshUntil{};
    bool operator==(const KeptTile&) const = default;
};

class DiskCache
{
public:
    DiskCache(QString folder, qint64 mostBytes);

    std::optional<KeptTile> find(const QString& source, const Tile& tile);
    bool keep(const QString& source, const Tile& tile, const KeptTile& kept); // false: the disk did not take it
    void remove(const QString& source, const Tile& tile);
    void empty();
    qint64 bytes(); // reads the folder the first time

private:
    QString path(const QString& source, const Tile& tile) const;
    void makeRoom();

    QString m_folder;
    qint64 m_mostBytes;
    std::optional<qint64> m_bytes;
};

} // namespace waydesk::tiles
