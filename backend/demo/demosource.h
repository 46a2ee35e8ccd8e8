// SPDX-License-Identifier: GPL-3.0-or-later
// Where the demo's chance and ids come from: one generator whose numbers are the same on every machine (the standard
// library's distributions are not), and a clock that a story moves.
#pragma once

#include "backend/http/message.h"

#include <span>

namespace waydesk::backend {

class DemoChance
{
public:
    explicit DemoChance(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next() // splitmix64
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    qint64 below(qint64 bound) { return static_cast<qint64>(next() % static_cast<quint64>(bound)); }
    qint64 from(qint64 least, qint64 most) { return least + below(most - least + 1); }
    bool outOf(qint64 hundredths) { return below(100) < hundredths; }
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; } // [0, 1)
    template<class T, size_t N>
    const T& pick(std::span<const T, N> all)
    {
        return all[static_cast<size_t>(below(static_cast<qint64>(all.size())))];
    }

private:
    quint64 m_state;
};

class DemoIds final : public IdSource
{
public:
    explicit DemoIds(quint64 seed)
        : m_chance(seed)
    {
    }
    QString newId() override { return uuid(m_chance.next(), m_chance.next(), '4'); }
    // In the order of `at`, as version 7 orders them: a million of them go into an index one behind the other.
    QString idAt(Instant at);

private:
    static QString uuid(quint64 high, quint64 low, char version);
    DemoChance m_chance;
};

class DemoClock final : public Clock
{
public:
    explicit DemoClock(Instant at)
        : m_at(at)
    {
    }
    Instant now() const override { return m_at; }
    void set(Instant at) { m_at = at; }
    void pass(std::chrono::microseconds time) { m_at += time; }

private:
    Instant m_at;
};

} // namespace waydesk::backend
