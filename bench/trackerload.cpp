// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/trackerload.h"

#include <arpa/inet.h>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace waydesk::bench {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

struct Due
{
    int device = 0;
    Clock::time_point at;
};

struct Line // one kept connection
{
    int socket = -1;
    std::deque<Due> waiting;
    bool busy = false;
    int device = 0;
    std::int64_t at = 0; // of the report under way
    Clock::time_point sentAt;
    std::string read;
};

std::int64_t nowMs()
{
    return std::chrono::duration_cast<milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

int connectTo(std::uint16_t port)
{
    const int file = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(file, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(file);
        return -1;
    }
    const int on = 1;
    setsockopt(file, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    fcntl(file, F_SETFL, O_NONBLOCK);
    return file;
}

class Load
{
public:
    explicit Load(const TrackerPlan& plan)
        : m_plan(plan)
        , m_lines(static_cast<size_t>(plan.connections))
        , m_epoll(epoll_create1(EPOLL_CLOEXEC))
    {
        m_result.acceptedAt.resize(static_cast<size_t>(plan.devices));
    }
    ~Load()
    {
        for (const Line& line : m_lines) {
            if (line.socket >= 0)
                ::close(line.socket);
        }
        ::close(m_epoll);
    }

    TrackerResult run()
    {
        for (size_t i = 0; i < m_lines.size(); ++i) {
            m_lines[i].socket = connectTo(m_plan.port);
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.u64 = i;
            epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_lines[i].socket, &event);
        }
        const Clock::time_point start = Clock::now(), end = start + m_plan.lasts;
        const double gap = std::chrono::duration<double>(m_plan.every).count() / m_plan.devices;
        const auto total = static_cast<std::int64_t>(std::chrono::duration<double>(m_plan.lasts).count() / gap);
        while (true) {
            const Clock::time_point now = Clock::now();
            // Device after device, evenly over the cadence: each comes back after exactly one round.
            const double passed = std::chrono::duration<double>(now - start).count();
            while (m_result.due < total && static_cast<double>(m_result.due) * gap <= passed) {
                const int device = static_cast<int>(m_result.due % m_plan.devices);
                const auto at = start + std::chrono::duration_cast<Clock::duration>(
                                            std::chrono::duration<double>(static_cast<double>(m_result.due) * gap));
                Line& line = m_lines[static_cast<size_t>(device % m_plan.connections)];
                line.waiting.push_back({device, at});
                ++m_result.due;
                if (!line.busy)
                    send(line);
            }
            if ((m_result.due == total && m_open == 0) || now > end + m_plan.patience)
                break;
            epoll_event events[256];
            const int count = epoll_wait(m_epoll, events, 256, 1);
            for (int i = 0; i < count; ++i)
                receive(m_lines[events[i].data.u64]);
        }
        m_result.seconds = std::chrono::duration<double>(Clock::now() - start).count();
        m_result.failed = m_result.due - m_result.accepted - m_result.refused;
        return std::move(m_result);
    }

private:
    void send(Line& line)
    {
        const Due due = line.waiting.front();
        line.waiting.pop_front();
        line.busy = true;
        line.device = due.device;
        line.sentAt = Clock::now();
        m_result.latestMs =
            std::max(m_result.latestMs, std::chrono::duration<double, std::milli>(line.sentAt - due.at).count());
        line.at = nowMs();
        ++m_open;
        ++m_result.sent;
        // Round a circle of its own at some 30 km/h.
        const double turn = static_cast<double>(line.at % 3'600'000) / 3'600'000 * 6.283185307179586 * 10;
        const double latitude = 36 + due.device * 1e-5 + 0.004 * std::sin(turn);
        const double longitude = 44 + due.device * 1e-5 + 0.005 * std::cos(turn);
        char text[400];
        const int size = std::snprintf(text, sizeof text,
                                       "GET /track?id=%s&lat=%.6f&lon=%.6f&timestamp=%lld&speed=16.2&bearing=%.1f"
                                       "&accuracy=6.0&altitude=420.0&batt=87.0 HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                       "User-Agent: tracker/1\r\nConnection: keep-alive\r\n\r\n",
                                       deviceName(due.device).c_str(), latitude, longitude,
                                       static_cast<long long>(line.at), std::fmod(turn * 57.29578 + 360, 360));
        if (::send(line.socket, text, static_cast<size_t>(size), MSG_NOSIGNAL) != size)
            broken(line);
    }

    void receive(Line& line)
    {
        char bytes[2048];
        const ssize_t count = ::recv(line.socket, bytes, sizeof bytes, 0);
        if (count <= 0)
            return broken(line);
        line.read.append(bytes, static_cast<size_t>(count));
        const size_t end = line.read.find("\r\n\r\n");
        const size_t length = line.read.find("Content-Length: ");
        if (end == std::string::npos || length == std::string::npos)
            return;
        const auto body = static_cast<size_t>(std::atol(line.read.c_str() + length + 16));
        if (line.read.size() < end + 4 + body)
            return;
        m_result.answerMs.push_back(std::chrono::duration<double, std::milli>(Clock::now() - line.sentAt).count());
        const bool good = line.read.compare(9, 3, "200") == 0;
        if (good && line.read.find("\"accepted\":true", end) != std::string::npos) {
            ++m_result.accepted;
            m_result.acceptedAt[static_cast<size_t>(line.device)].push_back(line.at);
        } else if (good) {
            ++m_result.refused;
        }
        line.read.clear();
        line.busy = false;
        --m_open;
        if (!line.waiting.empty())
            send(line);
    }

    void broken(Line& line) // what it had is failed, and what it would have had too
    {
        epoll_ctl(m_epoll, EPOLL_CTL_DEL, line.socket, nullptr);
        if (line.busy && m_open > 0)
            --m_open;
        line.busy = true;
        line.waiting.clear();
    }

    const TrackerPlan m_plan;
    std::vector<Line> m_lines;
    int m_epoll;
    std::int64_t m_open = 0;
    TrackerResult m_result;
};

} // namespace

std::string deviceName(int device)
{
    char text[20];
    std::snprintf(text, sizeof text, "3538610%08d", device);
    return text;
}

TrackerResult runTrackers(const TrackerPlan& plan)
{
    return Load(plan).run();
}

} // namespace waydesk::bench
