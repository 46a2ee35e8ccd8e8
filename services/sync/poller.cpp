// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/poller.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

const QString kCursor = u"feed.cursor"_s;
const QString kSyncedAt = u"synced_at"_s;
constexpr seconds kFeedWait{25};
constexpr seconds kPollEvery{10};
constexpr milliseconds kAfterFault{5000};
constexpr int kReadsAtOnce = 4;

bool isLinkFault(const Error& error)
{
    return error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout;
}

bool saysNoSuchCall(const Error& error)
{
    return error.status == 404 || error.status == 405 || error.status == 501;
}

} // namespace

Poller::Poller(backends::Backend& backend, Ingest& ingest, Wakeups& wakeups, EngineListener& listener)
    : m_backend(backend)
    , m_ingest(ingest)
    , m_wakeups(wakeups)
    , m_listener(listener)
    , m_first(backend, ingest, listener)
{
    if (const auto at = ingest.remembered(kSyncedAt))
        m_lastSynced = parseInstant(*at);
}

void Poller::resume()
{
    m_bound.assertHere();
    if (std::exchange(m_active, true))
        return;
    findFeed();
}

void Poller::pause()
{
    m_bound.assertHere();
    m_active = false;
    m_call.cancel();
    m_next.reset();
    m_first.stop();
    m_isLookupReload = false;
    m_batch.clear(); // the cursor has not moved: it will be told again
    m_reading.clear();
    m_windows.clear();
    m_window.cancel();
}

void Poller::refresh()
{
    m_bound.assertHere();
    if (!m_active || isFirstSyncRunning())
        return;
    if (m_feed == Feed::Polling)
        tick();
    // With a feed we hear of everything already; a list read again heals what a lost change would leave.
    if (m_feed == Feed::Changes && !m_window.isHeld()) {
        m_windows.append(backends::WaybillPageQuery{});
        nextWindow();
    }
}

void Poller::again(milliseconds in, std::function<void()> what)
{
    m_next = m_wakeups.after(in, std::move(what));
}

bool Poller::wentWrong(const Error& error)
{
    m_listener.failed(error);
    if (!m_active)
        return true;
    const bool link = isLinkFault(error);
    const milliseconds after =
        std::max<milliseconds>(seconds{error.retryAfter}, link ? milliseconds{1000} : kAfterFault);
    // A broken link is told by pause() and resume(); this is for when it was only this one call.
    again(after, [this] { findFeed(); });
    return link;
}

void Poller::findFeed()
{
    if (m_feed == Feed::Polling || !m_backend.feed) {
        m_feed = Feed::Polling;
        load();
        return;
    }
    const auto cursor = m_ingest.remembered(kCursor);
    if (cursor && FirstSync::wasDone(m_ingest)) {
        m_feed = Feed::Changes;
        m_listener.statusTouched();
        follow();
        return;
    }
    if (cursor && m_feed == Feed::Changes) { // the first load was cut short
        load();
        return;
    }
    // The cursor is taken before the first load: what changes while it runs is told afterwards.
    m_call = m_backend.feed->since({}, seconds{0}, [this](Result<wire::Changes> answer) {
        m_call.cancel();
        if (answer) {
            m_feed = Feed::Changes;
            if (!m_ingest.remembered(kCursor) && !m_ingest.remember(kCursor, answer->cursor))
                return;
        } else if (saysNoSuchCall(answer.error())) {
            m_feed = Feed::Polling; // a plain server: it lives on the documented calls alone
            m_backend.feed.reset();
            m_backend.lookups.reset();
            m_backend.deliveries.reset();
        } else {
            m_isInDoubt |= !isLinkFault(answer.error());
            wentWrong(answer.error()); // which touches the status
            return;
        }
        m_listener.statusTouched();
        load();
    });
}

void Poller::load()
{
    if (FirstSync::wasDone(m_ingest)) {
        loaded(std::nullopt);
        return;
    }
    m_first.start([this](const std::optional<Error>& error) { loaded(error); });
    m_listener.statusTouched();
}

void Poller::loaded(const std::optional<Error>& error)
{
    m_listener.statusTouched();
    if (error) {
        wentWrong(*error);
        return;
    }
    if (!FirstSync::wasDone(m_ingest)) // our own disk refused; it was told
        return;
    inStep();
    m_listener.waybillsChanged({});
    if (m_feed == Feed::Changes)
        follow();
    else
        tick();
}

void Poller::inStep()
{
    m_lastSynced = m_ingest.now();
    m_ingest.remember(kSyncedAt, formatInstant(*m_lastSynced));
    m_listener.statusTouched();
}

void Poller::follow()
{
    const QString cursor = m_ingest.remembered(kCursor).value_or(QString());
    m_call = m_backend.feed->since(cursor, kFeedWait,
                                   [this](Result<wire::Changes> answer) { heardChanges(std::move(answer)); });
}

void Poller::startOver()
{
    m_ingest.forget(kCursor);
    FirstSync::forgetMarks(m_ingest);
    findFeed();
}

void Poller::heardChanges(Result<wire::Changes> answer)
{
    m_call.cancel();
    if (!answer) {
        if (answer.error().status == 410 || answer.error().status == 400) // a cursor that is no longer kept
            startOver();
        else
            wentWrong(answer.error());
        return;
    }
    m_listener.drifted(answer->drift);
    m_batchCursor = answer->cursor;
    m_batch.clear();
    m_batchFailed = false;
    m_lookupsMoved = false;
    m_queueChanges.clear();
    m_heardAt = m_ingest.now();
    QSet<QString> seen;
    for (auto it = answer->changes.crbegin(); it != answer->changes.crend(); ++it) { // the last word on each counts
        const QString what = it->entity + u'/' + it->id;
        if (seen.contains(what))
            continue;
        seen.insert(what);
        if (it->entity == u"waybill" || it->entity == u"delivery" || it->entity == u"trip")
            m_batch.prepend(*it);
        else if (it->entity == u"return" || it->entity == u"exception")
            m_queueChanges.prepend(*it);
        else if (it->entity != u"position") // those are asked for as news, by whoever shows them
            m_lookupsMoved = true;
    }
    readNext();
}

void Poller::readNext()
{
    while (m_reading.size() < kReadsAtOnce && !m_batch.isEmpty()) {
        const wire::Change change = m_batch.takeFirst();
        const bool isGone = change.op == u"delete";
        if (change.entity == u"waybill")
            isGone ? void(m_ingest.removeWaybills({WaybillId{change.id}})) : readWaybill({change.id});
        else if (change.entity == u"delivery")
            isGone ? void(m_ingest.removeDelivery({change.id})) : readDelivery({change.id});
        else
            isGone ? void(m_ingest.removeTrip({change.id})) : readTrip({change.id});
    }
    if (m_reading.isEmpty() && m_batch.isEmpty())
        batchDone();
}

void Poller::readWaybill(const WaybillId& id)
{
    auto call = std::make_shared<net::Call>();
    m_reading.insert(id.value, call);
    *call = m_backend.waybills->detail(id, [this, id](Result<wire::WaybillAnswer> answer) {
        if (answer) {
            readEnded(id.value, m_ingest.answer(*answer) ? std::nullopt : std::optional(Error{Error::Kind::Storage}));
        } else {
            if (answer.error().kind == Error::Kind::NotFound)
                m_ingest.removeWaybills({id});
            readEnded(id.value, answer.error());
        }
    });
}

void Poller::readDelivery(const DeliveryId& id)
{
    if (!m_backend.deliveries)
        return;
    auto call = std::make_shared<net::Call>();
    m_reading.insert(id.value, call);
    *call = m_backend.deliveries->one(id, [this, id](Result<wire::SeenDelivery> answer) {
        if (answer) {
            readEnded(id.value,
                      m_ingest.deliveries({*answer}) ? std::nullopt : std::optional(Error{Error::Kind::Storage}));
        } else {
            if (answer.error().kind == Error::Kind::NotFound)
                m_ingest.removeDelivery(id);
            readEnded(id.value, answer.error());
        }
    });
}

void Poller::readTrip(const TripId& id)
{
    if (!m_backend.trips)
        return;
    auto call = std::make_shared<net::Call>();
    m_reading.insert(id.value, call);
    *call = m_backend.trips->detail(id, [this, id](Result<wire::TripAnswer> answer) {
        if (answer) {
            readEnded(id.value, m_ingest.trip(*answer) ? std::nullopt : std::optional(Error{Error::Kind::Storage}));
        } else {
            if (answer.error().kind == Error::Kind::NotFound)
                m_ingest.removeTrip(id);
            readEnded(id.value, answer.error());
        }
    });
}

void Poller::readEnded(const QString& what, const std::optional<Error>& error)
{
    const auto kept = m_reading.take(what);
    if (error && error->kind != Error::Kind::NotFound) {
        m_listener.failed(*error);
        m_batchFailed = true;
        m_batch.clear();
    }
    readNext();
}

void Poller::batchDone()
{
    if (m_batchFailed) { // the cursor stays: the same changes come again
        again(milliseconds{1000}, [this] { findFeed(); });
        return;
    }
    const auto advance = [this] {
        if (!m_ingest.remember(kCursor, m_batchCursor))
            return;
        inStep();
        if (m_tellQueues && !m_queueChanges.isEmpty())
            m_tellQueues(m_queueChanges, m_heardAt);
        follow();
    };
    if (!m_lookupsMoved || !m_backend.lookups) {
        advance();
        return;
    }
    m_isLookupReload = true;
    m_first.reloadLookups([this, advance](const std::optional<Error>& error) {
        m_isLookupReload = false;
        if (error)
            wentWrong(*error);
        else
            advance();
    });
}

// Polling: the first page always; every tab whose count moved; and one further page in turn, so that all are read again
// in time.
void Poller::tick()
{
    m_windows = {backends::WaybillPageQuery{}};
    nextWindow();
}

void Poller::nextWindow()
{
    if (m_windows.isEmpty()) {
        inStep();
        if (m_feed == Feed::Polling)
            again(kPollEvery, [this] { tick(); });
        return;
    }
    const backends::WaybillPageQuery query = m_windows.takeFirst();
    m_window = m_backend.waybills->page(query, [this, query](auto answer) { gotWindow(query, std::move(answer)); });
}

void Poller::gotWindow(const backends::WaybillPageQuery& query, Result<wire::WaybillPage> answer)
{
    m_window.cancel();
    if (!answer) {
        m_windows.clear();
        if (m_feed == Feed::Polling)
            wentWrong(answer.error());
        else
            m_listener.failed(answer.error());
        return;
    }
    m_listener.drifted(answer->drift);
    if (!m_ingest.waybills(answer->rows))
        return;
    if (m_feed == Feed::Polling && query == backends::WaybillPageQuery{}) {
        if (!m_matrix.isEmpty()) {
            for (const wire::StatusCount& count : answer->statuses) {
                if (m_matrix.contains(count) || !count.state.known)
                    continue;
                backends::WaybillPageQuery tab;
                tab.status = count.state.known;
                m_windows.append(tab);
            }
        }
        m_matrix = answer->statuses;
        const int limit = std::max(1, answer->paging.limit);
        const int pages = static_cast<int>((answer->paging.total + limit - 1) / limit);
        if (pages >= 2) {
            m_rotation = m_rotation > pages ? 2 : m_rotation;
            backends::WaybillPageQuery turn;
            turn.page = m_rotation++;
            m_windows.append(turn);
        }
    }
    nextWindow();
}

} // namespace waydesk::sync
