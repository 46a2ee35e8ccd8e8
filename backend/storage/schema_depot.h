// SPDX-License-Identifier: GPL-3.0-or-later
// The indexes of the one table that may hold a million rows, by name: bulk loading drops them and makes them again,
// which costs a fraction of keeping them up to date row by row.
#pragma once

#include <span>

namespace waydesk::backend {

struct NamedIndex
{
    const char* name;
    const char* sql; // CREATE INDEX …
};
std::span<const NamedIndex> deliveryIndexes();     // of step 2
std::span<const NamedIndex> tripDeliveryIndexes(); // of step 3

} // namespace waydesk::backend
