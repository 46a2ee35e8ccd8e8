// SPDX-License-Identifier: GPL-3.0-or-later
// The demo depot's drivers at work, on a thread of its own, over the server's own loopback door. A few stay silent, so
// that there is something to notice.
#pragma once

#include <QtGlobal>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace waydesk::backend {

class Simulation
{
public:
    Simulation(quint16 port, int speed, quint64 seed);
    ~Simulation(); // stops
    void stop();

private:
    void run(quint16 port, int speed, quint64 seed);

    std::mutex m_lock;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace waydesk::backend
