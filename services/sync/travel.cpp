// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/travel.h"

namespace waydesk::sync {

namespace {
// Somebody waits with a proposal in front of them: a router that is not there must not hold it up for long.
constexpr net::HttpLimits kImpatient{.connect = std::chrono::milliseconds{2000},
                                     .silence = std::chrono::milliseconds{5000}};
} // namespace

void Travel::ask(quint64 ticket, const QUrl& router, const QList<QGeoCoordinate>& places, Answered answered)
{
    m_bound.assertHere();
    m_call.cancel();
    if (!m_router || m_router->router() != router)
        m_router = std::make_unique<backends::OsrmTravel>(router, kImpatient);
    m_call = m_router->table(std::span(places.constData(), static_cast<size_t>(places.size())),
                             [ticket, answered = std::move(answered)](Result<routing::TravelMatrix> matrix) {
                                 TravelAnswer answer;
                                 answer.ticket = ticket;
                                 if (matrix)
                                     answer.matrix = *std::move(matrix);
                                 else
                                     answer.error = matrix.error();
                                 answered(answer);
                             });
}

} // namespace waydesk::sync
