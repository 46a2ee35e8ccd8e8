// SPDX-License-Identifier: GPL-3.0-or-later
// One square of the web map's pyramid: at level z the world is 2^z by 2^z of them. Pure.
#pragma once

#include <QHashFunctions>
#include <QMetaType>

namespace waydesk {

struct Tile
{
    int z = 0, x = 0, y = 0; // x and y in [0, 2^z), y counted from the north
    bool operator==(const Tile&) const = default;
};

inline size_t qHash(const Tile& tile, size_t seed = 0)
{
    return qHashMulti(seed, tile.z, tile.x, tile.y);
}

// The one that holds it, that many levels up; the caller goes no higher than level 0.
constexpr Tile parentOf(const Tile& tile, int levels = 1)
{
    return {tile.z - levels, tile.x >> levels, tile.y >> levels};
}

// The row as TMS and MBTiles count it: from the south.
constexpr int tmsRow(const Tile& tile)
{
    return (1 << tile.z) - 1 - tile.y;
}

} // namespace waydesk

Q_DECLARE_METATYPE(waydesk::Tile)
