// SPDX-License-Identifier: GPL-3.0-or-later
// A clock that stands still until it is told to move. Any thread.
#pragma once

#include "services/domain/instant.h"

#include <atomic>

namespace waydesk::backend {

class FakeClock final : public Clock
{
public:
    Instant now() const override { return Instant(std::chrono::microseconds(m_now.load())); }
    void advance(std::chrono::microseconds time) { m_now += time.count(); }

private:
    std::atomic<qint64> m_now{1'775'563'200'000'000}; // 2026-04-07T12:00:00Z
};

} // namespace waydesk::backend
