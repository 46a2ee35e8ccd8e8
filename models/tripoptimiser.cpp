// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tripoptimiser.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <atomic>

namespace waydesk::models {

namespace {
constexpr quint64 kSeed = 1;
constexpr qint64 kEnough = 20'000; // iterations: long before them nothing more is found in a trip of usual size
} // namespace

TripOptimiser::TripOptimiser(facade::TravelService& travel, QObject* parent)
    : QObject(parent)
    , m_travel(travel)
{
    connect(&travel, &facade::TravelService::told, this, [this](quint64 ticket, const routing::TravelMatrix& matrix) {
        if (m_ticket == ticket) {
            m_ticket.reset();
            search(matrix);
        }
    });
    connect(&travel, &facade::TravelService::failed, this, [this](quint64 ticket, const Error&) {
        if (m_ticket == ticket) {
            m_ticket.reset();
            search(std::nullopt); // a guess is better than nothing, and said to be one
        }
    });
}

TripOptimiser::~TripOptimiser()
{
    stop();
}

void TripOptimiser::stop()
{
    if (m_ticket) {
        m_ticket.reset();
        m_travel.cancel();
    }
    if (m_stop)
        m_stop->store(true);
    m_stop.reset();
}

void TripOptimiser::start(const PlannedTrip& trip)
{
    stop();
    m_trip = trip;
    m_ticket = m_travel.ask(placesOf(trip));
    if (!m_ticket)
        search(std::nullopt);
}

void TripOptimiser::search(const std::optional<routing::TravelMatrix>& matrix)
{
    m_stop = std::make_shared<std::atomic_bool>(false);
    const auto deadline = std::chrono::steady_clock::now() + m_atMost;
    QThreadPool::globalInstance()->start([self = QPointer(this), stop = m_stop, trip = m_trip, matrix, deadline] {
        routing::Budget budget;
        budget.iterations = kEnough;
        budget.enough = [&](const routing::Progress&) {
            return stop->load() || std::chrono::steady_clock::now() >= deadline;
        };
        const auto proposal = propose(trip, kSeed, budget, matrix);
        if (stop->load())
            return;
        QMetaObject::invokeMethod(
            qApp,
            [self, stop, proposal, byRoad = matrix.has_value()] {
                if (!self || self->m_stop != stop)
                    return;
                self->m_stop.reset();
                Q_EMIT self->found(proposal, byRoad);
            },
            Qt::QueuedConnection);
    });
}

} // namespace waydesk::models
