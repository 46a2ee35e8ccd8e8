// SPDX-License-Identifier: GPL-3.0-or-later
// Wake-ups that follow a test's own clock: nothing happens until the test lets time pass.
#pragma once

#include "services/sync/wakeups.h"
#include "tests/support/fakeclock.h"

#include <QList>

namespace waydesk::test {

class FakeWakeups final : public sync::Wakeups
{
public:
    explicit FakeWakeups(FakeClock& clock)
        : m_clock(clock)
    {
    }

    Handle after(std::chrono::milliseconds in, std::function<void()> what) override
    {
        auto alarm = std::make_shared<Alarm>(Alarm{m_clock.now() + in, std::move(what)});
        m_alarms.append(alarm);
        return alarm;
    }

    // Lets time pass, ringing each alarm at its own moment.
    void advance(std::chrono::milliseconds by)
    {
        const Instant until = m_clock.now() + by;
        while (const auto next = nextBefore(until)) {
            m_clock.set(std::max(m_clock.now(), next->at));
            const auto what = std::exchange(next->what, nullptr);
            what();
        }
        m_clock.set(until);
    }

private:
    struct Alarm
    {
        Instant at;
        std::function<void()> what;
    };
    std::shared_ptr<Alarm> nextBefore(Instant until)
    {
        std::shared_ptr<Alarm> next;
        for (const auto& weak : m_alarms) {
            const auto alarm = weak.lock();
            if (alarm && alarm->what && alarm->at <= until && (!next || alarm->at < next->at))
                next = alarm;
        }
        return next;
    }

    FakeClock& m_clock;
    QList<std::weak_ptr<Alarm>> m_alarms;
};

} // namespace waydesk::test
