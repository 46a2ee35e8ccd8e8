// SPDX-License-Identifier: GPL-3.0-or-later
// Many trackers that report on time over a few hundred kept connections of this computer, from one thread. A report
// that is due waits only for the one before it on its connection. Remembers what was answered "accepted".
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace waydesk::bench {

struct TrackerPlan
{
    std::uint16_t port = 0;
    int devices = 0, connections = 0;
    std::chrono::milliseconds every{5000};
    std::chrono::milliseconds lasts{30000};
    std::chrono::milliseconds patience{10000}; // for what is still unanswered at the end
};

struct TrackerResult
{
    std::int64_t due = 0, sent = 0, accepted = 0, refused = 0, failed = 0; // failed: no 200, or no answer
    double seconds = 0;                                                    // until the last answer
    double latestMs = 0;                                                   // how late the latest report went out
    std::vector<double> answerMs;
    std::vector<std::vector<std::int64_t>> acceptedAt; // of each device: the times, ms since 1970
};

std::string deviceName(int device);
TrackerResult runTrackers(const TrackerPlan& plan);

} // namespace waydesk::bench
