// SPDX-License-Identifier: GPL-3.0-or-later
// One thread with a reader of its own for the few calls that are slow on purpose (a password check), so that the
// threads that answer everybody else never wait for them. The queue is bounded.
#pragma once

#include "backend/storage/connection.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace waydesk::backend {

class SlowLane
{
public:
    using Job = std::function<void(Connection& reader)>;

    explicit SlowLane(std::unique_ptr<Connection> reader);
    ~SlowLane() { stop(); }

    bool add(Job job); // false: too much is waiting already
    void stop();       // what is being done is finished, what waits is dropped

private:
    void work();

    static constexpr size_t kMostWaiting = 64;
    std::unique_ptr<Connection> m_reader;
    std::mutex m_lock;
    std::condition_variable m_changed;
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace waydesk::backend
