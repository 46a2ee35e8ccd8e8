// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/travelservice.h"

#include "services/sync/engine.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::facade {

namespace {
constexpr qsizetype kMostPlaces = 500; // what a trip may hold many times over
}

TravelService::TravelService(sync::Engine& engine, QObject* parent)
    : QObject(parent)
    , m_engine(engine)
{
    connect(&m_engine, &sync::Engine::travelAnswered, this, [this](const sync::TravelAnswer& answer) {
        if (answer.ticket != m_awaited)
            return; // an older question's
        m_awaited = 0;
        if (answer.error)
            Q_EMIT failed(answer.ticket, *answer.error);
        else
            Q_EMIT told(answer.ticket, answer.matrix);
    });
}

void TravelService::setRouter(const QUrl& router)
{
    const bool isUsable =
        router.isValid() && !router.host().isEmpty() && (router.scheme() == u"http" || router.scheme() == u"https");
    m_router = isUsable ? router : QUrl();
}

std::optional<quint64> TravelService::ask(const QList<QGeoCoordinate>& places)
{
    m_awaited = 0;
    const auto isInvalid = [](const QGeoCoordinate& place) { return !place.isValid(); };
    if (!hasRouter() || places.size() < 2 || places.size() > kMostPlaces ||
        std::any_of(places.begin(), places.end(), isInvalid))
        return std::nullopt;
    m_awaited = ++m_last;
    m_engine.wantTravel(m_awaited, m_router, places);
    return m_awaited;
}

void TravelService::cancel()
{
    m_awaited = 0;
}

} // namespace waydesk::facade
