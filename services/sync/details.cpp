// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/details.h"

namespace waydesk::sync {

namespace {
constexpr int kAtOnce = 2;
constexpr int kMostPages = 100; // 10,000 parcels in one waybill: beyond that the list itself is wrong
} // namespace

Details::Details(backends::WaybillSource& source, Ingest& ingest, EngineListener& listener)
    : m_source(source)
    , m_ingest(ingest)
    , m_listener(listener)
{
}

void Details::want(const WaybillId& id, Why why)
{
    m_bound.assertHere();
    if (id.isLocal() || id.isEmpty())
        return;
    if (const auto running = m_running.value(id)) {
        running->again = true;
        return;
    }
    switch (why) {
    case Why::Asked:
        m_wanted.removeOne(id);
        m_wanted.prepend(id);
        break;
    case Why::Followed:
        if (!m_wanted.contains(id))
            m_wanted.append(id);
        break;
    }
    next();
}

void Details::pause()
{
    m_active = false;
    for (auto it = m_running.begin(); it != m_running.end(); ++it)
        m_wanted.append(it.key());
    m_running.clear();
}

void Details::resume()
{
    m_active = true;
    next();
}

void Details::next()
{
    while (m_active && m_running.size() < kAtOnce && !m_wanted.isEmpty()) {
        const WaybillId id = m_wanted.takeFirst();
        auto fetch = std::make_shared<Fetch>();
        m_running.insert(id, fetch);
        fetch->call = m_source.detail(id, [this, id](auto answer) { gotDetail(id, std::move(answer)); });
    }
}

void Details::gotDetail(const WaybillId& id, Result<wire::WaybillAnswer> answer)
{
    if (!answer) {
        if (answer.error().kind == Error::Kind::NotFound)
            m_ingest.removeWaybills({id});
        ended(id, answer.error());
        return;
    }
    m_ingest.answer(*answer);
    askChildren(id, 1);
}

void Details::askChildren(const WaybillId& id, int page)
{
    m_running.value(id)->call =
        m_source.deliveries(id, page, [this, id, page](auto answer) { gotChildren(id, page, std::move(answer)); });
}

void Details::gotChildren(const WaybillId& id, int page, Result<wire::DeliveryPage> answer)
{
    if (!answer) {
        ended(id, answer.error());
        return;
    }
    m_listener.drifted(answer->drift);
    const auto fetch = m_running.value(id);
    fetch->children.append(answer->rows);
    const qint64 total = answer->paging ? answer->paging->total : 0;
    if (!answer->rows.isEmpty() && fetch->children.size() < total && page < kMostPages) {
        askChildren(id, page + 1);
        return;
    }
    if (fetch->children.size() >= total) // a list that moved while it was read proves nothing about who left
        m_ingest.members(id, fetch->children);
    else
        m_ingest.deliveries(fetch->children, id);
    ended(id, std::nullopt);
}

void Details::ended(const WaybillId& id, const std::optional<Error>& error)
{
    const auto fetch = m_running.take(id);
    if (error && error->kind != Error::Kind::NotFound)
        m_listener.failed(*error);
    const bool lost = error && (error->kind == Error::Kind::Offline || error->kind == Error::Kind::Timeout);
    if (lost || (fetch && fetch->again))
        m_wanted.append(id);
    if (!lost) // else it waits for the next resume(), which comes with the link
        next();
}

} // namespace waydesk::sync
