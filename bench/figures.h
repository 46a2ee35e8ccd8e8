// SPDX-License-Identifier: GPL-3.0-or-later
// What every measurement needs: CPU seconds beside wall time, percentiles, and one JSON line per figure on stdout.
// A figure carries its limit and whether it was met; the program's exit code is the sum of that.
#pragma once

#include <QJsonObject>
#include <chrono>
#include <vector>

namespace waydesk::bench {

using SteadyClock = std::chrono::steady_clock;

// From its construction on: wall time, and the CPU time (user and system) of the whole process or of this thread alone.
class Stopwatch
{
public:
    enum class Of { Process, Thread };
    explicit Stopwatch(Of of = Of::Process);
    double wallSeconds() const;
    double cpuSeconds() const;

private:
    Of m_of;
    SteadyClock::time_point m_wall;
    double m_cpu;
};

double milliseconds(SteadyClock::duration time);
double rounded(double value, int digits = 3);
qint64 residentBytes(); // of this process, now

// Durations of many equal things.
class Samples
{
public:
    void add(SteadyClock::duration time) { m_times.push_back(time); }
    size_t size() const { return m_times.size(); }
    double ms(double quantile) const; // 0 … 1; the smallest value that so much of all does not exceed
    QJsonObject summary() const;      // {"samples","p50_ms","p99_ms","max_ms"}

private:
    std::vector<SteadyClock::duration> m_times;
};

// `--quick` on the command line: little of everything, to see that it works; nothing is judged. Call it first.
bool quick(int argc, char** argv);
bool isQuick();

// What was measured, and the most or the least that it may be.
struct Figure
{
    const char* name;
    double value;
    const char* unit;
    QString limit;
    bool ok;
};
// Prints {"name","value","unit","limit","ok", …facts} and remembers a miss.
void report(const Figure& figure, const QJsonObject& facts);
int exitCode();

} // namespace waydesk::bench
