// SPDX-License-Identifier: GPL-3.0-or-later
// The filter box: `status:sealed driver:karwan cod>50000 from:main after:yesterday number:WB004 free words` to a
// WaybillFilter and back. Field words are English and the person's language; "quotes" keep blanks together.
// after: and before: as in mail search: after includes its day, before does not; until: includes it, on: is one day.
#pragma once

#include "services/facade/rows.h"

#include <functional>

namespace waydesk::models {

struct FilterNames // answered from this desk's store
{
    std::function<QList<DriverRef>(const QString& search)> drivers;
    std::function<QList<Warehouse>()> warehouses;
    QDate today;                              // in the tenant's zone
    QString currency = QStringLiteral("IQD"); // cod>50 means 50 of this
};

struct FilterChip
{
    QString field, value;          // "from", "Main Warehouse", in the person's language
    qsizetype start = 0, size = 0; // of its token in the text
    bool operator==(const FilterChip&) const = default;
};

struct FilterFault
{
    QString token;   // as typed
    QString message; // a sentence that names it
    qsizetype start = 0, size = 0;
    bool operator==(const FilterFault&) const = default;
};

struct ParsedFilter
{
    facade::WaybillFilter filter; // without the tokens at fault
    QList<FilterChip> chips;
    QList<FilterFault> faults;
};

struct FilterCandidates
{
    struct Candidate
    {
        QString insert; // replaces the range
        QString label;
        QString hint;
        bool operator==(const Candidate&) const = default;
    };
    qsizetype start = 0, size = 0; // what is replaced
    QList<Candidate> candidates;
};

ParsedFilter parseFilter(const QString& text, const FilterNames& names);
// Text that parses to the same filter.
QString filterText(const facade::WaybillFilter& filter, const FilterNames& names);
FilterCandidates filterCandidates(const QString& text, qsizetype cursor, const FilterNames& names);
// The text without one chip's token.
QString withoutChip(const QString& text, const FilterChip& chip);

} // namespace waydesk::models
