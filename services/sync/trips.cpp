// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/trips.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

namespace {

const QString kPage = u"first.trip_page"_s; // the next one to ask for; "done"
const QString kDone = u"done"_s;
constexpr std::chrono::seconds kPollEvery{10}, kAfterFault{5};

} // namespace

Trips::Trips(backends::Backend& backend, Ingest& ingest, Wakeups& wakeups, EngineListener& listener)
    : m_backend(backend)
    , m_ingest(ingest)
    , m_wakeups(wakeups)
    , m_listener(listener)
{
}

void Trips::resume(bool hasFeed)
{
    m_bound.assertHere();
    m_hasFeed = hasFeed;
    if (!m_backend.trips || std::exchange(m_active, true))
        return;
    step();
    askDetail();
}

void Trips::pause()
{
    m_bound.assertHere();
    m_active = false;
    m_call.cancel();
    m_detailCall.cancel();
    m_next.reset();
}

void Trips::refresh()
{
    m_bound.assertHere();
    if (m_active && !m_call.isHeld())
        askPage(1);
}

bool Trips::isRead() const
{
    return m_ingest.remembered(kPage) == kDone;
}

void Trips::step()
{
    const QString page = m_ingest.remembered(kPage).value_or(u"1"_s);
    if (page != kDone)
        askPage(std::max(1, page.toInt()));
    else if (!m_hasFeed)
        askPage(1);
}

void Trips::again(std::chrono::milliseconds in)
{
    m_next = m_wakeups.after(in, [this] { step(); });
}

void Trips::askPage(int page)
{
    m_next.reset();
    m_call = m_backend.trips->page(page, [this, page](auto answer) { gotPage(page, std::move(answer)); });
}

void Trips::gotPage(int page, Result<wire::TripPage> answer)
{
    m_call.cancel();
    if (!answer) {
        if (answer.error().status == 404) { // a server that has no trips
            pause();
            m_backend.trips.reset();
            return;
        }
        m_listener.failed(answer.error());
        again(std::max<std::chrono::seconds>(std::chrono::seconds{answer.error().retryAfter}, kAfterFault));
        return;
    }
    m_listener.drifted(answer->drift);
    if (!m_ingest.trips(answer->rows)) {
        again(kAfterFault);
        return;
    }
    const int limit = std::max(1, answer->paging.limit);
    m_pages = static_cast<int>((answer->paging.total + limit - 1) / limit);
    if (m_ingest.remembered(kPage) != kDone) {
        const bool more = !answer->rows.isEmpty() && page < m_pages;
        if (!m_ingest.remember(kPage, more ? QString::number(page + 1) : kDone))
            again(kAfterFault);
        else if (more)
            askPage(page + 1);
        else if (!m_hasFeed)
            again(kPollEvery);
        m_listener.statusTouched(); // how many there are, and of when
        return;
    }
    if (m_hasFeed)
        return;
    if (page == 1 && m_pages > 1) { // what is further back is looked at again in turn
        m_turn = m_turn >= m_pages ? 2 : m_turn + 1;
        askPage(m_turn);
        return;
    }
    again(kPollEvery);
}

void Trips::want(const TripId& id)
{
    m_bound.assertHere();
    if (id.isEmpty() || id.isLocal())
        return;
    m_wanted.removeOne(id);
    m_wanted.prepend(id);
    askDetail();
}

void Trips::askDetail()
{
    if (!m_active || !m_backend.trips || m_detailCall.isHeld() || m_wanted.isEmpty())
        return;
    const TripId id = m_wanted.takeFirst();
    m_detailCall = m_backend.trips->detail(id, [this, id](auto answer) { gotDetail(id, std::move(answer)); });
}

void Trips::gotDetail(const TripId& id, Result<wire::TripAnswer> answer)
{
    m_detailCall.cancel();
    if (answer) {
        m_ingest.trip(*answer);
    } else if (answer.error().kind == Error::Kind::NotFound) {
        m_ingest.removeTrip(id);
    } else {
        m_listener.failed(answer.error());
        if (answer.error().kind == Error::Kind::Offline || answer.error().kind == Error::Kind::Timeout) {
            if (!m_wanted.contains(id))
                m_wanted.append(id); // waits for the next resume(), which comes with the link
            return;
        }
    }
    askDetail();
}

} // namespace waydesk::sync
