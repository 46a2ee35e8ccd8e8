// SPDX-License-Identifier: GPL-3.0-or-later
// Travel times by road, where a router is known; who asks must have a guess of its own until the answer comes, and
// goes on with it when the answer is an error. GUI thread, never waits.
#pragma once

#include "services/domain/result.h"
#include "services/domain/routing/travelmatrix.h"

#include <QObject>
#include <QUrl>

namespace waydesk::sync {
class Engine;
}

namespace waydesk::facade {

class TravelService : public QObject
{
    Q_OBJECT

public:
    explicit TravelService(sync::Engine& engine, QObject* parent = nullptr);

    // The base URL of an OSRM-compatible router, http or https; anything else means that there is none.
    void setRouter(const QUrl& router);
    bool hasRouter() const { return !m_router.isEmpty(); }

    // nullopt: there is no router, a place is invalid, or there are more than it could be asked about. Otherwise
    // exactly one of told() and failed() comes with this ticket, unless ask() or cancel() is called again before it.
    std::optional<quint64> ask(const QList<QGeoCoordinate>& places);
    void cancel();

Q_SIGNALS:
    void told(quint64 ticket, const waydesk::routing::TravelMatrix& matrix);
    void failed(quint64 ticket, const waydesk::Error& error);

private:
    sync::Engine& m_engine;
    QUrl m_router;
    quint64 m_last = 0, m_awaited = 0;
};

} // namespace waydesk::facade
