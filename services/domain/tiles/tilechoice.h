// SPDX-License-Identifier: GPL-3.0-or-later
// Where the map's tiles come from, as a person chose it, and what became of the choice. Values.
#pragma once

#include <QMetaType>
#include <QString>

namespace waydesk {

struct TileChoice
{
    static constexpr int kLeastZoom = 1, kMostZoom = 22;

    enum class From { Nothing, Address, File };
    From from = From::Nothing;
    QString address;     // a template, as of tiletemplate.h; may hold a key: never to a log
    QString file;        // MBTiles
    QString attribution; // empty: the file's own, or the address's host
    QString contact;     // told to the tile server in the User-Agent: an address of mail or web
    int mostZoom = 19;   // of an address; a file tells its own
    bool operator==(const TileChoice&) const = default;
};

enum class TileFault {
    None,
    NoFile,       // not there, or not to be read
    NotMbtiles,   // something else, or broken
    VectorTiles,  // pbf
    OtherFormat,  // neither PNG nor JPEG
    BadAddress,   // as of checkTemplate()
    NoAnswer,     // the server is not reached
    Busy,         // 429, 5xx: asked to wait
    Refused,      // 401, 403 and the like
    NotAPicture,  // what comes is none, or larger than 1 MiB
    CacheTrouble, // the folder of kept tiles cannot be written
};

// What there is, for maps and settings. Bytes count what is kept on disk of all addresses.
struct TileReport
{
    TileFault fault = TileFault::None;
    QString detail;    // the format's name, the status: no sentence
    bool isOn = false; // there is something that tiles can come from
    int leastZoom = 0, mostZoom = 0;
    QString attribution; // never empty while on
    qint64 keptBytes = 0, mostKeptBytes = 0;
    bool operator==(const TileReport&) const = default;
};

} // namespace waydesk

Q_DECLARE_METATYPE(waydesk::TileReport)
