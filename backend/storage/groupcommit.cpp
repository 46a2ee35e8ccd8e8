// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/groupcommit.h"

#include <algorithm>
#include <iterator>

namespace waydesk::backend {

namespace {

// Under load a little patience makes the transactions larger and fewer; one that comes alone never waits for others.
constexpr size_t kIsLoad = 16;
constexpr std::chrono::milliseconds kGatherFor{40};

Result<Nothing> commitTogether(Connection& db, std::span<GroupCommit::Job> jobs)
{
    db.beginWrite();
    for (const GroupCommit::Job& job : jobs) {
        job.apply(db);
        if (db.failed())
            break;
    }
    return db.commit();
}

} // namespace

GroupCommit::GroupCommit(Database& database)
    : m_database(database)
    , m_thread([this] { work(); })
{
}

GroupCommit::~GroupCommit()
{
    {
        const std::lock_guard lock(m_lock);
        m_stopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

bool GroupCommit::add(Job job)
{
    size_t waiting = 0;
    {
        const std::lock_guard lock(m_lock);
        if (m_jobs.size() >= kMostWaiting)
            return false;
        m_jobs.push_back(std::move(job));
        waiting = m_jobs.size();
    }
    if (waiting == 1 || waiting == kMostTogether) // in between nobody needs to be woken
        m_changed.notify_one();
    return true;
}

void GroupCommit::drain()
{
    std::unique_lock lock(m_lock);
    m_idle.wait(lock, [this] { return m_jobs.empty() && !m_committing; });
}

void GroupCommit::work()
{
    std::vector<Job> jobs;
    while (true) {
        const bool loaded = jobs.size() >= kIsLoad;
        jobs.clear();
        {
            std::unique_lock lock(m_lock);
            m_committing = false;
            if (m_jobs.empty())
                m_idle.notify_all();
            m_changed.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            if (loaded)
                m_changed.wait_for(lock, kGatherFor, [this] { return m_stopping || m_jobs.size() >= kMostTogether; });
            const auto end = m_jobs.begin() + static_cast<std::ptrdiff_t>(std::min(m_jobs.size(), kMostTogether));
            jobs.assign(std::make_move_iterator(m_jobs.begin()), std::make_move_iterator(end));
            m_jobs.erase(m_jobs.begin(), end);
            m_committing = true;
        }
        commit(jobs);
    }
}

void GroupCommit::commit(std::vector<Job>& jobs)
{
    std::vector<Result<Nothing>> results(jobs.size(), Nothing{});
    {
        WriteTurn turn(m_database);
        const Result<Nothing> together = commitTogether(turn.db(), jobs);
        for (size_t i = 0; !together && i < jobs.size(); ++i) // one spoils it for itself alone
            results[i] = jobs.size() == 1 ? together : commitTogether(turn.db(), std::span(&jobs[i], 1));
    }
    for (size_t i = 0; i < jobs.size(); ++i)
        jobs[i].done(results[i]);
}

} // namespace waydesk::backend
