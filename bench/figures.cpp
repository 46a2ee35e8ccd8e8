// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figures.h"

#include <QFile>
#include <QJsonDocument>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::bench {

namespace {

bool missed = false, hurried = false;

double cpuNow(Stopwatch::Of of)
{
    timespec time{};
    clock_gettime(of == Stopwatch::Of::Process ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

} // namespace

Stopwatch::Stopwatch(Of of)
    : m_of(of)
    , m_wall(SteadyClock::now())
    , m_cpu(cpuNow(of))
{
}

double Stopwatch::wallSeconds() const
{
    return std::chrono::duration<double>(SteadyClock::now() - m_wall).count();
}

double Stopwatch::cpuSeconds() const
{
    return cpuNow(m_of) - m_cpu;
}

double milliseconds(SteadyClock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

double rounded(double value, int digits)
{
    const double scale = std::pow(10.0, digits);
    return std::round(value * scale) / scale;
}

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

double Samples::ms(double quantile) const
{
    if (m_times.empty())
        return 0;
    std::vector<SteadyClock::duration> sorted = m_times;
    std::sort(sorted.begin(), sorted.end());
    const auto rank = static_cast<size_t>(std::ceil(quantile * static_cast<double>(sorted.size())));
    return milliseconds(sorted[std::clamp<size_t>(rank, 1, sorted.size()) - 1]);
}

QJsonObject Samples::summary() const
{
    return {{u"samples"_s, static_cast<qint64>(size())},
            {u"p50_ms"_s, rounded(ms(0.5))},
            {u"p99_ms"_s, rounded(ms(0.99))},
            {u"max_ms"_s, rounded(ms(1))}};
}

bool quick(int argc, char** argv)
{
    hurried = std::any_of(argv, argv + argc, [](const char* word) { return std::strcmp(word, "--quick") == 0; });
    return hurried;
}

bool isQuick()
{
    return hurried;
}

void report(const Figure& figure, const QJsonObject& facts)
{
    QJsonObject line = facts;
    line.insert(u"name"_s, QString::fromLatin1(figure.name));
    line.insert(u"value"_s, rounded(figure.value));
    line.insert(u"unit"_s, QString::fromLatin1(figure.unit));
    line.insert(u"limit"_s, figure.limit);
    line.insert(u"ok"_s, figure.ok);
    double load = 0;
    if (getloadavg(&load, 1) == 1)
        line.insert(u"load"_s, rounded(load, 1));
    if (hurried)
        line.insert(u"judged"_s, false);
    missed = missed || (!figure.ok && !hurried);
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

int exitCode()
{
    return missed ? 1 : 0;
}

} // namespace waydesk::bench
