// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/tracking.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

namespace {

// Watched, the picture is at most this and one answer's time behind the server's.
constexpr std::chrono::milliseconds kWatchedEvery{500}, kUnwatchedEvery{15'000}, kAfterFault{5'000};
constexpr qsizetype kLongestTrack = 200'000; // of one question: forty drivers for a day at 20 seconds each

} // namespace

Tracking::Tracking(backends::Backend& backend, Ingest& ingest, Wakeups& wakeups, EngineListener& listener)
    : m_backend(backend)
    , m_ingest(ingest)
    , m_wakeups(wakeups)
    , m_listener(listener)
{
}

void Tracking::resume()
{
    m_bound.assertHere();
    if (!m_backend.tracking || std::exchange(m_active, true))
        return;
    poll();
}

void Tracking::pause()
{
    m_bound.assertHere();
    m_active = false;
    m_call.cancel();
    m_next.reset();
}

void Tracking::watch(bool watched)
{
    m_bound.assertHere();
    if (std::exchange(m_watched, watched) == watched || !watched)
        return;
    if (m_active && !m_call.isHeld())
        poll();
}

void Tracking::poll()
{
    m_next.reset();
    m_call = m_backend.tracking->news(m_cursor, [this](auto answer) { heard(std::move(answer)); });
}

void Tracking::heard(Result<wire::PositionNews> answer)
{
    m_call.cancel();
    const auto again = [this](std::chrono::milliseconds in) { m_next = m_wakeups.after(in, [this] { poll(); }); };
    if (!answer) {
        if (answer.error().status == 404) { // a plain server: it tells nobody where drivers are
            pause();
            m_backend.tracking.reset();
            return;
        }
        m_listener.failed(answer.error());
        again(std::max<std::chrono::milliseconds>(std::chrono::seconds{answer.error().retryAfter}, kAfterFault));
        return;
    }
    m_listener.drifted(answer->drift);
    if (!answer->rows.isEmpty() && !m_ingest.positions(answer->rows)) {
        again(kAfterFault); // the cursor stays: they come again
        return;
    }
    m_cursor = answer->cursor;
    if (answer->more)
        poll();
    else
        again(m_watched ? kWatchedEvery : kUnwatchedEvery);
}

void Tracking::ask(quint64 ticket, const DriverId& driver, Instant from, Instant to, Answered answered)
{
    m_bound.assertHere();
    m_question = std::make_shared<Question>();
    m_question->answer.ticket = ticket;
    m_question->driver = driver;
    m_question->from = from;
    m_question->to = to;
    m_question->answered = std::move(answered);
    if (m_active && m_backend.tracking) {
        askOn(m_question, {});
        return;
    }
    m_question->answer.error = Error{Error::Kind::Offline, 0, {}, {}, u"not asked: offline"_s, {}};
    m_question->answered(m_question->answer);
    m_question.reset();
}

void Tracking::askOn(const std::shared_ptr<Question>& question, const QString& after)
{
    const auto heard = [this, weak = std::weak_ptr(question)](Result<wire::Track> answer) {
        const auto asked = weak.lock();
        if (!asked || asked != m_question)
            return;
        asked->call.cancel();
        if (answer) {
            m_listener.drifted(answer->drift);
            asked->answer.rows += answer->rows;
            if (answer->nextCursor && asked->answer.rows.size() < kLongestTrack) {
                askOn(asked, *answer->nextCursor);
                return;
            }
            asked->answer.isWhole = !answer->nextCursor;
        } else {
            asked->answer.error = answer.error();
        }
        m_question.reset();
        asked->answered(asked->answer);
    };
    question->call = m_backend.tracking->track(question->driver, question->from, question->to, after, heard);
}

} // namespace waydesk::sync
