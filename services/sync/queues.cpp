// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/queues.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

namespace {

const QString kAsOf = u"queues.as_of"_s;
constexpr std::chrono::seconds kPollEvery{60}, kAfterFault{5};

} // namespace

Queues::Queues(backends::Backend& backend, Ingest& ingest, Wakeups& wakeups, EngineListener& listener)
    : m_backend(backend)
    , m_ingest(ingest)
    , m_wakeups(wakeups)
    , m_listener(listener)
{
    if (const auto at = ingest.remembered(kAsOf))
        m_asOf = parseInstant(*at);
}

void Queues::resume(bool hasFeed)
{
    m_bound.assertHere();
    m_hasFeed = hasFeed;
    if (!m_backend.queues || std::exchange(m_active, true))
        return;
    readWhole();
}

void Queues::pause()
{
    m_bound.assertHere();
    m_active = false;
    m_isReading = false;
    m_wantsWhole = false;
    m_returns.clear(); // the next resume() reads all
    m_cases.clear();
    m_call.cancel();
    m_next.reset();
}

void Queues::refresh()
{
    m_bound.assertHere();
    if (!m_active)
        return;
    if (m_call.isHeld())
        m_wantsWhole = true;
    else
        readWhole();
}

void Queues::again(std::chrono::milliseconds in)
{
    m_next = m_wakeups.after(in, [this] { readWhole(); });
}

void Queues::failed(const Error& error)
{
    m_isReading = false;
    if (error.status == 404 || error.status == 405) { // a plain server
        pause();
        m_backend.queues.reset();
        m_isThere = false;
        m_listener.statusTouched();
        return;
    }
    m_listener.failed(error);
    again(std::max<std::chrono::seconds>(std::chrono::seconds{error.retryAfter}, kAfterFault));
}

void Queues::readWhole()
{
    m_next.reset();
    m_isReading = true;
    m_wantsWhole = false;
    m_startedAt = m_ingest.now();
    askReturns({});
}

void Queues::askReturns(const QString& cursor)
{
    m_call = m_backend.queues->returns(cursor, [this](Result<wire::QueuePage<wire::SeenReturn>> answer) {
        m_call.cancel();
        if (!answer) {
            failed(answer.error());
            return;
        }
        m_listener.drifted(answer->drift);
        for (const wire::SeenReturn& row : answer->rows)
            m_returns.remove(row.value.request.id);
        if (!m_ingest.returnRequests(answer->rows))
            again(kAfterFault);
        else if (answer->nextCursor && !answer->rows.isEmpty() && (m_isReading || !m_returns.isEmpty()))
            askReturns(*answer->nextCursor);
        else if (m_isReading)
            askCases({});
        else {
            m_returns.clear(); // those that no list names are not there any more
            serve();
        }
    });
}

void Queues::askCases(const QString& cursor)
{
    m_call = m_backend.queues->cases(cursor, [this](Result<wire::QueuePage<wire::SeenCase>> answer) {
        m_call.cancel();
        if (!answer) {
            failed(answer.error());
            return;
        }
        m_listener.drifted(answer->drift);
        for (const wire::SeenCase& row : answer->rows)
            m_cases.remove(row.value.id);
        if (!m_ingest.cases(answer->rows))
            again(kAfterFault);
        else if (answer->nextCursor && !answer->rows.isEmpty() && (m_isReading || !m_cases.isEmpty()))
            askCases(*answer->nextCursor);
        else if (m_isReading)
            askColleagues();
        else {
            m_cases.clear();
            serve();
        }
    });
}

void Queues::askColleagues()
{
    m_call = m_backend.queues->colleagues([this](Result<wire::Colleagues> answer) {
        m_call.cancel();
        if (!answer) {
            failed(answer.error());
            return;
        }
        m_listener.drifted(answer->drift);
        if (m_ingest.colleagues(answer->rows) && m_ingest.dropOlderQueueRows(m_startedAt))
            whole();
        else
            again(kAfterFault);
    });
}

void Queues::whole()
{
    m_isReading = false;
    m_isThere = true;
    m_asOf = m_startedAt;
    m_ingest.remember(kAsOf, formatInstant(m_startedAt));
    m_listener.statusTouched();
    if (!m_hasFeed)
        again(kPollEvery);
    serve();
}

void Queues::changed(const QList<wire::Change>& changes, Instant heardAt)
{
    m_bound.assertHere();
    if (!m_active)
        return; // read whole with the next resume()
    for (const wire::Change& change : changes) {
        const bool isGone = change.op == u"delete";
        if (change.entity == u"return") {
            const ReturnRequestId id{change.id};
            if (isGone)
                m_ingest.removeReturn(id);
            else if (m_ingest.returnHeardAt(id) < heardAt) // its parcel has not told it just now
                m_returns.insert(id);
        } else if (change.entity == u"exception") {
            const ExceptionId id{change.id};
            if (isGone)
                m_ingest.removeCase(id);
            else if (m_ingest.caseHeardAt(id) < heardAt)
                m_cases.insert(id);
        }
    }
    serve();
}

template<class AnyId>
std::optional<DeliveryId> Queues::takeKnown(QSet<AnyId>& wanted)
{
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        if (auto parcel = m_ingest.parcelOf(*it)) {
            wanted.erase(it);
            return parcel;
        }
    }
    return std::nullopt;
}

// Known rows are told by their parcels; one that nobody has heard of stands somewhere in its list.
void Queues::serve()
{
    if (!m_active || m_isReading || m_call.isHeld())
        return;
    if (m_wantsWhole) {
        readWhole();
        return;
    }
    if (m_backend.deliveries) {
        auto parcel = takeKnown(m_returns);
        if (!parcel)
            parcel = takeKnown(m_cases);
        if (parcel) {
            askParcel(*parcel);
            return;
        }
    }
    if (!m_returns.isEmpty())
        askReturns({});
    else if (!m_cases.isEmpty())
        askCases({});
}

void Queues::askParcel(const DeliveryId& parcel)
{
    m_call = m_backend.deliveries->one(parcel, [this](Result<wire::SeenDelivery> answer) {
        m_call.cancel();
        if (answer) {
            m_ingest.deliveries({*answer}); // with what it says of its returns and exceptions
        } else if (answer.error().kind != Error::Kind::NotFound) {
            m_listener.failed(answer.error());
            again(kAfterFault);
            return;
        }
        serve();
    });
}

} // namespace waydesk::sync
