// SPDX-License-Identifier: GPL-3.0-or-later
// A refused or unknown command as the conflict inbox shows it: what was asked, what the server has now, its words,
// who waits behind, and the ways out, the most sensible first.
#pragma once

#include "models/commandtext.h"
#include "services/facade/commandservice.h"

namespace waydesk::models {

class Formats;

struct ConflictLine
{
    QString text;
    bool differs = false; // this is what stands in the way
    bool operator==(const ConflictLine&) const = default;
};

struct ConflictChoice
{
    enum class Kind { SubmitEdited, ChangeByHand, Retry, Discard };
    Kind kind;
    QString label;                 // "Attach the other two"
    std::optional<Command> edited; // for SubmitEdited
    bool operator==(const ConflictChoice&) const = default;
};

struct ConflictView
{
    QString title;    // "Attach 3 parcels to WB00398"
    QString subtitle; // "asked at 13:57:44 by Sara K."
    QList<ConflictLine> mine, theirs;
    QString quote, code; // the server's words in quotes, and its machine-readable word
    QList<ConflictChoice> choices;
    QString waiting; // "Two later actions wait behind this one: …"; empty when none
};

ConflictView conflictView(const facade::Conflict& conflict, const CommandNames& names, const Formats& formats);

} // namespace waydesk::models
