// SPDX-License-Identifier: GPL-3.0-or-later
// Fetches whole waybills on demand: the detail with its timeline, and every page of its deliveries. Asked twice,
// fetched once; few at a time; those that a person is looking at first. A waybill that is gone is removed. Engine
// thread.
#pragma once

#include "services/backends/backend.h"
#include "services/sync/ingest.h"

#include <QHash>

namespace waydesk::sync {

class Details
{
public:
    Details(backends::WaybillSource& source, Ingest& ingest, EngineListener& listener);

    enum class Why { Asked, Followed };
    void want(const WaybillId& id, Why why);
    void pause();  // offline: what was asked for stays asked for
    void resume(); // online and signed in

private:
    struct Fetch
    {
        net::Call call;
        QList<wire::SeenDelivery> children;
        bool again = false; // asked for while it was being fetched
    };
    void next();
    void gotDetail(const WaybillId& id, Result<wire::WaybillAnswer> answer);
    void askChildren(const WaybillId& id, int page);
    void gotChildren(const WaybillId& id, int page, Result<wire::DeliveryPage> answer);
    void ended(const WaybillId& id, const std::optional<Error>& error);

    backends::WaybillSource& m_source;
    Ingest& m_ingest;
    EngineListener& m_listener;
    EngineBound m_bound;
    QList<WaybillId> m_wanted;
    QHash<WaybillId, std::shared_ptr<Fetch>> m_running;
    bool m_active = false;
};

} // namespace waydesk::sync
