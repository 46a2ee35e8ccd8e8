// SPDX-License-Identifier: GPL-3.0-or-later
// A clock that stands until a test moves it.
#pragma once

#include "services/domain/instant.h"

#include <utility>

namespace waydesk::test {

class FakeClock final : public Clock
{
public:
    explicit FakeClock(QStringView start = u"2026-04-07T12:00:00Z")
        : m_now(*parseInstant(start))
    {
    }
    Instant now() const override { return std::exchange(m_now, m_now + m_costOfALook); }
    void advance(std::chrono::microseconds by) { m_now += by; }
    void set(Instant now) { m_now = now; }
    void setCostOfALook(std::chrono::microseconds cost) { m_costOfALook = cost; } // time passes while one looks

private:
    mutable Instant m_now;
    std::chrono::microseconds m_costOfALook{0};
};

} // namespace waydesk::test
