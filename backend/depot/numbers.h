// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers that people read on waybills and trips: drawn from the tenant's own counter, in the same transaction as
// the row that takes them.
#pragma once

#include "backend/http/message.h"

#include <string>

namespace waydesk::backend {

struct NumberSeries
{
    std::string table;   // has tenant_id and number_key
    std::string counter; // its column in depot, the next number
    QString prefix;      // "WB" → "WB00001"
};

// Numbers that were brought in from elsewhere are stepped over, up to a bound: beyond it a person has to look.
std::optional<QString> freeNumber(Call& call, const NumberSeries& series);

// "wb-00001" → "WB00001": what a search compares, and what is unique.
QString numberKey(const QString& number);

} // namespace waydesk::backend
