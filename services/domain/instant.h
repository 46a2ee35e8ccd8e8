// SPDX-License-Identifier: GPL-3.0-or-later
// Instants are UTC, to the microsecond. Read: "Z" or an offset, 0 to 6 fraction digits (more are cut). Written:
// "2026-04-07T12:00:00Z", with fraction digits only where there are any.
#pragma once

#include <QString>
#include <QStringView>
#include <chrono>
#include <optional>

namespace waydesk {

using Instant = std::chrono::sys_time<std::chrono::microseconds>;

std::optional<Instant> parseInstant(QStringView text);
QString formatInstant(Instant instant);

// A clock is handed in by constructor wherever time matters; tests hand in their own.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock
{
public:
    Instant now() const override;
};

} // namespace waydesk
