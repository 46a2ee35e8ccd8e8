// SPDX-License-Identifier: GPL-3.0-or-later
// Small writes of many requests in one transaction: a thread of its own takes what waits, in the order of its coming,
// and commits it together, so that the disk is waited for once and not once for each. Whoever asked is told when its
// own work is on the disk, or why it is not. Thread-safe. The destructor does what still waits.
#pragma once

#include "backend/storage/database.h"

#include <deque>
#include <functional>
#include <thread>

namespace waydesk::backend {

class GroupCommit
{
public:
    struct Job
    {
        // Inside the transaction. May be called again, when somebody else's work has spoilt the first one.
        std::function<void(Connection&)> apply;
        std::function<void(const Result<Nothing>&)> done; // once, outside the transaction, on the committing thread
    };

    explicit GroupCommit(Database& database);
    ~GroupCommit();
    GroupCommit(const GroupCommit&) = delete;
    GroupCommit& operator=(const GroupCommit&) = delete;

    bool add(Job job); // false: too much is waiting already, and nothing will be told
    void drain();      // returns when everything that was added before, and what that added, has been told

    static constexpr size_t kMostWaiting = 8'192, kMostTogether = 1'024;

private:
    void work();
    void commit(std::vector<Job>& jobs);

    Database& m_database;
    std::mutex m_lock;
    std::condition_variable m_changed, m_idle;
    std::deque<Job> m_jobs;
    bool m_stopping = false, m_committing = false;
    std::thread m_thread; // the last member: it uses the others
};

} // namespace waydesk::backend
