// SPDX-License-Identifier: GPL-3.0-or-later
// One request on its way. Its `done` is called exactly once, later (never from inside the call that started it), on the
// thread that asked; and never once this handle is gone: dropping the handle cancels. `done` may drop the handle
// itself.
#pragma once

#include "services/domain/result.h"

#include <functional>
#include <memory>

namespace waydesk::net {

template<class T>
using Done = std::function<void(Result<T>)>;

class [[nodiscard]] Call
{
public:
    Call() = default;
    explicit Call(std::shared_ptr<void> running)
        : m_running(std::move(running))
    {
    }
    Call(Call&&) noexcept = default;
    Call& operator=(Call&&) noexcept = default;
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    void cancel() { m_running.reset(); }
    bool isHeld() const { return m_running != nullptr; }

private:
    std::shared_ptr<void> m_running;
};

} // namespace waydesk::net
