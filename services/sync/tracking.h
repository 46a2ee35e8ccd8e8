// SPDX-License-Identifier: GPL-3.0-or-later
// Where drivers are: asked for twice a second while somebody watches, seldom otherwise; and where one was, when asked.
// A server without these calls is asked once. Engine thread.
#pragma once

#include "services/backends/backend.h"
#include "services/sync/engine.h"
#include "services/sync/ingest.h"
#include "services/sync/wakeups.h"

namespace waydesk::sync {

class Tracking
{
public:
    using Answered = std::function<void(const TrackAnswer&)>;

    Tracking(backends::Backend& backend, Ingest& ingest, Wakeups& wakeups, EngineListener& listener);

    void resume(); // online and signed in
    void pause();
    void watch(bool watched);
    void ask(quint64 ticket, const DriverId& driver, Instant from, Instant to, Answered answered);

private:
    struct Question
    {
        TrackAnswer answer;
        DriverId driver;
        Instant from{}, to{};
        Answered answered;
        net::Call call;
    };
    void poll();
    void heard(Result<wire::PositionNews> answer);
    void askOn(const std::shared_ptr<Question>& question, const QString& after);

    backends::Backend& m_backend;
    Ingest& m_ingest;
    Wakeups& m_wakeups;
    EngineListener& m_listener;
    EngineBound m_bound;
    bool m_active = false, m_watched = false;
    qint64 m_cursor = 0;
    net::Call m_call;
    Wakeups::Handle m_next;
    std::shared_ptr<Question> m_question; // one at a time; a new one takes the place of the last
};

} // namespace waydesk::sync
