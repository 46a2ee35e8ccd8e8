// SPDX-License-Identifier: GPL-3.0-or-later
// A GS1 element string taken apart and judged: as scanned (identifiers and values run together, FNC1 sent as the GS
// character), or as printed under the symbol ("(01)09506000134352(21)12345"). Pure functions.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace waydesk::scan {

enum class Gs1Fault {
    None,
    Malformed, // no structure of identifiers and values
    UnknownAi,
    TooShort,
    TooLong,
    Characters,    // a character outside the value's set
    Content,       // a check digit, a date, a country … that cannot be
    Pairing,       // two identifiers that exclude each other
    Missing,       // another identifier is required
    Contradiction, // one identifier with two values
};

struct Gs1Element
{
    QString ai, value;
    bool sound = true; // the value by itself keeps its rules
    bool operator==(const Gs1Element&) const = default;
};

struct Gs1Message
{
    QList<Gs1Element> elements;
    Gs1Fault fault = Gs1Fault::None; // the first one found
    QString faultAi;
    bool valid() const { return fault == Gs1Fault::None && !elements.isEmpty(); }
    bool operator==(const Gs1Message&) const = default;
};

inline constexpr QChar kGroupSeparator = QChar(0x1D);

Gs1Message parseElementString(QStringView scanned);
Gs1Message parseBracketed(QStringView printed);
// The values by which a parcel may be known, likeliest first: SSCC, GTIN, serial, order and shipment numbers, assets,
// the company's own fields. Only sound elements offer anything.
QStringList lookupCandidates(const Gs1Message& message);

} // namespace waydesk::scan
