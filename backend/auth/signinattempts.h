// SPDX-License-Identifier: GPL-3.0-or-later
// Slows down guessing: each e-mail has five failed sign-ins, and gains one back a minute. An attempt is charged before
// the password is looked at, so that many at once gain nothing. In memory only, bounded. Thread-safe.
#pragma once

#include "services/domain/instant.h"

#include <QHash>
#include <QString>
#include <mutex>

namespace waydesk::backend {

class SignInAttempts
{
public:
    explicit SignInAttempts(const Clock& clock)
        : m_clock(clock)
    {
    }

    // False: too many; retryAfter() tells when the next one counts.
    bool charge(const QString& email);
    void forget(const QString& email); // the password was right
    std::chrono::seconds retryAfter(const QString& email) const;

private:
    static constexpr double kMost = 5;
    static constexpr std::chrono::seconds kOneBack{60};
    static constexpr qsizetype kMostEmails = 20'000;
    struct Budget
    {
        double left = kMost;
        Instant at{};
    };
    double leftNow(const Budget& budget) const;

    const Clock& m_clock;
    mutable std::mutex m_lock;
    QHash<QString, Budget> m_budgets;
};

} // namespace waydesk::backend
