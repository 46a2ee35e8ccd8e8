// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/slowlane.h"

namespace waydesk::backend {

SlowLane::SlowLane(std::unique_ptr<Connection> reader)
    : m_reader(std::move(reader))
    , m_thread([this] { work(); })
{
}

bool SlowLane::add(Job job)
{
    {
        const std::lock_guard lock(m_lock);
        if (m_stopping || m_jobs.size() >= kMostWaiting)
            return false;
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_one();
    return true;
}

void SlowLane::stop()
{
    std::deque<Job> dropped; // dies outside the lock
    {
        const std::lock_guard lock(m_lock);
        m_stopping = true;
        dropped.swap(m_jobs);
    }
    m_changed.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void SlowLane::work()
{
    while (true) {
        Job job;
        {
            std::unique_lock lock(m_lock);
            m_changed.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
            if (m_stopping)
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job(*m_reader);
    }
}

} // namespace waydesk::backend
