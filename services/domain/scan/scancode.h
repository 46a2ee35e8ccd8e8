// SPDX-License-Identifier: GPL-3.0-or-later
// One scan, made fit for people and look-ups: control characters become visible signs, invisible and direction marks
// go, blanks around it go, its length is bounded; leading zeros, letters of any script and emoji stay. A symbology
// prefix (]C1 …) is understood and set aside, GS1 contents give further things to look up. Pure functions.
#pragma once

#include "services/domain/scan/gs1message.h"

#include <QByteArray>
#include <optional>

namespace waydesk::scan {

inline constexpr qsizetype kLongestCode = 256; // characters

struct ScanCode
{
    enum class Problem { None, Empty, TooLong };
    Problem problem = Problem::None;
    QString text;                  // cleaned; cut to kLongestCode when too long
    QString symbology;             // "]C1", empty when the scanner sent none
    std::optional<Gs1Message> gs1; // where the symbol says so, or the text itself is one without a fault
    QStringList candidates;        // to be looked up in this order: the text, then what GS1 offers
    bool operator==(const ScanCode&) const = default;
};

ScanCode readScan(const QString& scanned);
// Serial scanners send bytes: UTF-8, or Latin-1 where it is not UTF-8.
ScanCode readScan(const QByteArray& scanned);

// The plain word for a symbology prefix: "Code 128", "QR"; empty when unknown.
QString symbologyName(QStringView prefix);

} // namespace waydesk::scan
