// SPDX-License-Identifier: GPL-3.0-or-later
// How long a tile is kept before it is asked for again, and how long a server is left alone that did not give one.
// The OpenStreetMap tile policy asks for seven days at least; a longer promise of the server is believed up to a year.
// Pure: the moment is handed in.
#pragma once

#include "services/domain/instant.h"

#include <QByteArray>

namespace waydesk {

struct CacheHeaders
{
    QByteArray cacheControl, expires, etag, lastModified;
};

inline constexpr std::chrono::hours kLeastFresh{7 * 24}, kMostFresh{365 * 24}, kAbsentFor{24}, kUnreadableFor{1};

Instant freshUntil(const CacheHeaders& headers, Instant now);
bool mayKeep(const CacheHeaders& headers); // false: "no-store"
std::optional<Instant> httpDate(const QByteArray& text);

enum class TileAnswer {
    Picture,   // 200
    Unchanged, // 304
    Absent,    // 404, 410, 204: not asked for again for a day
    Wait,      // 429, 5xx: the server is left alone for a while
    Refused,   // anything else: left alone for longer
};
TileAnswer tileAnswer(int status);

// A server that is left alone: longer each time it fails, as it was before once it answers.
class TilePause
{
public:
    void failed(Instant now, std::chrono::seconds asked); // asked: Retry-After, 0 where none
    void refused(Instant now);
    void answered();
    bool isOver(Instant now) const { return now >= m_until; }
    Instant until() const { return m_until; }

private:
    int m_failures = 0;
    Instant m_until{};
};

} // namespace waydesk
