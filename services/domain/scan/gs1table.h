// SPDX-License-Identifier: GPL-3.0-or-later
// The table of GS1 application identifiers: how long each value is, what it is made of, and which others it needs or
// excludes. Components: "N18,csum" = 18 digits under the check-digit rule, "X..20" = up to 20 characters, "[N4]" = may
// be left out. Requires: "01,02;37" = one of 01 and 02, and also 37; "01+21" = both.
#pragma once

#include <QStringView>
#include <span>

namespace waydesk::scan {

struct Gs1Row
{
    QStringView first, last; // 3100 … 3105: one row for the family
    bool fnc1Ends;           // false: the length is fixed and known from the identifier
    QStringView components, required, excludes;
};

std::span<const Gs1Row> gs1Rows();
const Gs1Row* gs1Row(QStringView ai); // null: no such identifier

} // namespace waydesk::scan
