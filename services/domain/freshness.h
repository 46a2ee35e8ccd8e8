// SPDX-License-Identifier: GPL-3.0-or-later
// How much a position that was seen at some moment still says about where its driver is. Pure.
#pragma once

#include "services/domain/instant.h"

namespace waydesk {

enum class Freshness { Fresh, Ageing, Stale }; // in order: the later, the worse

// Trackers report at least once a minute while they are heard: two missed in a row are worth a look, ten minutes of
// silence mean that nobody knows.
inline constexpr std::chrono::minutes kAgesAfter{2}, kStaleAfter{10};

constexpr Freshness freshnessOf(Instant seen, Instant now)
{
    return now - seen <= kAgesAfter    ? Freshness::Fresh
           : now - seen <= kStaleAfter ? Freshness::Ageing
                                       : Freshness::Stale;
}

} // namespace waydesk
