// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/signinattempts.h"

#include <algorithm>
#include <cmath>

namespace waydesk::backend {

double SignInAttempts::leftNow(const Budget& budget) const
{
    const std::chrono::duration<double> passed = m_clock.now() - budget.at;
    return std::min(kMost, budget.left + std::max(0.0, passed.count()) / double(kOneBack.count()));
}

bool SignInAttempts::charge(const QString& email)
{
    const std::lock_guard lock(m_lock);
    if (m_budgets.size() >= kMostEmails) {
        m_budgets.removeIf([this](const QHash<QString, Budget>::iterator& it) { return leftNow(*it) >= kMost; });
        if (m_budgets.size() >= kMostEmails) // a flood of made-up e-mails: the known ones start anew
            m_budgets.clear();
    }
    Budget& budget = m_budgets[email];
    budget = {leftNow(budget), m_clock.now()};
    if (budget.left < 1)
        return false;
    budget.left -= 1;
    return true;
}

void SignInAttempts::forget(const QString& email)
{
    const std::lock_guard lock(m_lock);
    m_budgets.remove(email);
}

std::chrono::seconds SignInAttempts::retryAfter(const QString& email) const
{
    const std::lock_guard lock(m_lock);
    const auto found = m_budgets.constFind(email);
    const double missing = found == m_budgets.constEnd() ? 0 : std::max(0.0, 1 - leftNow(*found));
    return std::chrono::seconds(static_cast<qint64>(std::ceil(missing * double(kOneBack.count()))));
}

} // namespace waydesk::backend
