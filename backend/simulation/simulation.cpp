// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/simulation/simulation.h"

#include "backend/simulation/demodriver.h"

#include <vector>

namespace waydesk::backend {

namespace {

constexpr int kDrivers = 40;                      // as many as the demo depot has
constexpr std::chrono::milliseconds kRound{5000}; // each reports once in this time

bool staysSilent(int number)
{
    return number == 2 || number % 9 == 7;
}

} // namespace

Simulation::Simulation(quint16 port, int speed, quint64 seed)
    : m_thread([=, this] { run(port, speed, seed); })
{
}

Simulation::~Simulation()
{
    stop();
}

void Simulation::stop()
{
    {
        const std::lock_guard hold(m_lock);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Simulation::run(quint16 port, int speed, quint64 seed)
{
    const SystemClock clock;
    LoopbackClient client(port);
    std::vector<DemoDriver> drivers;
    for (int number = 1; number <= kDrivers; ++number) {
        if (!staysSilent(number))
            drivers.emplace_back(client, number, speed, seed);
    }
    const auto pause = kRound / static_cast<int>(drivers.size());
    for (size_t next = 0;; next = (next + 1) % drivers.size()) {
        {
            std::unique_lock hold(m_lock);
            if (m_wake.wait_for(hold, pause, [this] { return m_stopping; }))
                return;
        }
        drivers[next].step(clock.now());
    }
}

} // namespace waydesk::backend
