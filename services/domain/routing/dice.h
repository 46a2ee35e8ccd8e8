// SPDX-License-Identifier: GPL-3.0-or-later
// Random numbers that are the same on every machine and with every standard library for the same seed (SplitMix64).
#pragma once

#include <QtGlobal>

namespace waydesk::routing {

class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_state(seed)
    {
    }
    quint64 next()
    {
        quint64 z = (m_state += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    int below(int bound) // 0 … bound - 1; bound is at least 1
    {
        return static_cast<int>(((next() >> 32) * static_cast<quint64>(bound)) >> 32);
    }

private:
    quint64 m_state;
};

} // namespace waydesk::routing
