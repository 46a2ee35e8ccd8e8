// SPDX-License-Identifier: GPL-3.0-or-later
// The seam through which sync waits: one-shot wake-ups on the engine thread. Dropping the handle cancels. Tests hand in
// one that follows their own clock.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace waydesk::sync {

class Wakeups
{
public:
    using Handle = std::shared_ptr<void>;
    virtual ~Wakeups() = default;
    // `what` is called once, later, never from inside after(). It may drop its own handle.
    [[nodiscard]] virtual Handle after(std::chrono::milliseconds in, std::function<void()> what) = 0;
};

class TimerWakeups final : public Wakeups
{
public:
    Handle after(std::chrono::milliseconds in, std::function<void()> what) override;
};

} // namespace waydesk::sync
