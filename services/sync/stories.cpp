// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/stories.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

Stories::Stories(backends::Backend& backend, Ingest& ingest, EngineListener& listener, Told told)
    : m_backend(backend)
    , m_ingest(ingest)
    , m_listener(listener)
    , m_told(std::move(told))
{
}

void Stories::look(const DeliveryId& id)
{
    m_bound.assertHere();
    m_looked = id;
    ask();
}

void Stories::changed(const QList<DeliveryId>& ids)
{
    if (m_looked.isEmpty() || !ids.contains(m_looked))
        return;
    if (const auto fetch = running())
        fetch->again = true;
    else
        ask();
}

void Stories::pause()
{
    m_bound.assertHere();
    if (!std::exchange(m_active, false))
        return;
    m_running.clear();
    if (!m_looked.isEmpty())
        tell(m_looked, StoryNews::State::Waiting);
}

void Stories::resume()
{
    m_bound.assertHere();
    if (!std::exchange(m_active, true))
        ask();
}

void Stories::ask()
{
    if (m_looked.isEmpty() || m_looked.isLocal())
        return;
    if (!m_backend.stories) {
        tell(m_looked, StoryNews::State::Lacking);
        return;
    }
    if (!m_active) {
        tell(m_looked, StoryNews::State::Waiting);
        return;
    }
    if (running())
        return;
    const DeliveryId id = m_looked;
    auto fetch = std::make_shared<Fetch>();
    m_running.insert(id, fetch);
    tell(id, StoryNews::State::Reading);
    fetch->call = m_backend.stories->story(id, [this, id](auto answer) { got(id, std::move(answer)); });
}

void Stories::got(const DeliveryId& id, Result<wire::SeenStory> answer)
{
    using State = StoryNews::State;
    const auto fetch = m_running.take(id);
    if (answer) {
        m_listener.drifted(answer->drift);
        if (m_ingest.story(*answer))
            tell(id, State::Read);
        else
            tell(id, State::Failed, Error{Error::Kind::Storage});
    } else if (const Error& error = answer.error(); error.code == u"delivery_not_found") {
        m_ingest.removeDelivery(id);
        tell(id, State::Gone);
    } else if (error.status == 404 || error.status == 405) { // a plain server tells nobody what happened
        m_backend.stories.reset();
        tell(id, State::Lacking);
    } else if (error.kind == Error::Kind::Offline) {
        tell(id, State::Waiting, error); // for the next resume(), which comes with the link
    } else {
        m_listener.failed(error);
        tell(id, State::Failed, error);
    }
    if (fetch && fetch->again && m_looked == id)
        ask();
}

void Stories::tell(const DeliveryId& id, StoryNews::State state, const std::optional<Error>& error)
{
    m_told({id, state, error});
}

} // namespace waydesk::sync
