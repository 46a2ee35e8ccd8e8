// SPDX-License-Identifier: GPL-3.0-or-later
// One scan as the station shows it: what was read, this desk's verdict, and what the server said about it since.
#pragma once

#include "services/domain/scan/scancode.h"
#include "services/facade/scanservice.h"

namespace waydesk::ui {

enum class ScanOutcome {
    Ready,       // may be attached
    Twice,       // is already in this list
    AlreadyHere, // is already in this waybill, or queued to join one
    Found,       // find mode: known, nothing is asked of it
    Refused,     // the rules or the server say no
    NotKnown,    // nobody here has heard of it
    TooLong,
    NoWaybill, // nothing is chosen to scan into
};

struct ScanEntry
{
    enum class Server { NotAsked, Asked, Agreed, Changed, Silent };
    int number = 0; // from 1, in order of scanning
    QString raw;
    scan::ScanCode code;
    facade::ScanVerdict verdict; // of the candidate that was known, or of the text itself
    ScanOutcome outcome = ScanOutcome::NotKnown;
    Server server = Server::NotAsked;
    quint64 ticket = 0;
    std::chrono::milliseconds serverTook{};
    std::optional<Error> refusedBy; // the server's own words
    bool restored = false;          // from an earlier start of the desk
    bool isReady() const { return outcome == ScanOutcome::Ready; }
    bool isRefused() const
    {
        return outcome == ScanOutcome::Refused || outcome == ScanOutcome::NotKnown || outcome == ScanOutcome::TooLong;
    }
};

} // namespace waydesk::ui
