// SPDX-License-Identifier: GPL-3.0-or-later
// A clock that stands until a test moves it.
#pragma once

#include "services/domain/instant.h"

namespace waydesk::test {

class FakeClock final : public Clock
{
public:
    explicit FakeClock(QStringView start = u"2026-04-07T12:00:00Z")
        : m_now(*parseInstant(start))
    {
    }
    Instant now() const override { return m_now; }
    void advance(std::chrono::microseconds by) { m_now += by; }
    void set(Instant now) { m_now = now; }

private:
    Instant m_now;
};

} // namespace waydesk::test
