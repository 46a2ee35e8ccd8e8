// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for a better order of a trip's stops on a thread of its own; GUI thread otherwise. By road where a router is
// known and answers, else by a guess: which of the two is told with the answer.
#pragma once

#include "services/domain/tripplanning.h"
#include "services/facade/travelservice.h"

#include <QObject>
#include <atomic>
#include <memory>

namespace waydesk::models {

class TripOptimiser : public QObject
{
    Q_OBJECT

public:
    explicit TripOptimiser(facade::TravelService& travel, QObject* parent = nullptr);
    ~TripOptimiser() override;

    void setBudget(std::chrono::milliseconds atMost) { m_atMost = atMost; }
    bool isSearching() const { return m_stop != nullptr || m_ticket.has_value(); }
    void start(const PlannedTrip& trip); // whatever was looked for before is given up
    void stop();

Q_SIGNALS:
    // nullopt: the present order is as good as any that was found. `byRoad`: a router told the way.
    void found(const std::optional<waydesk::OrderProposal>& proposal, bool byRoad);

private:
    void search(const std::optional<routing::TravelMatrix>& matrix);

    facade::TravelService& m_travel;
    std::chrono::milliseconds m_atMost{1500};
    PlannedTrip m_trip;
    std::optional<quint64> m_ticket;
    std::shared_ptr<std::atomic_bool> m_stop; // of the search under way
};

} // namespace waydesk::models
