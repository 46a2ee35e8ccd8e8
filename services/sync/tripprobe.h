// SPDX-License-Identifier: GPL-3.0-or-later
// As Probe, for commands on trips: was it done, although its answer never came? Looks at the trip as it now is, or for
// one that could be what a create made. Answers exactly once, unless dropped. What was read is handed on as facts.
// Engine thread.
#pragma once

#include "services/sync/probe.h"

namespace waydesk::sync {

// What the trip and its parcels, in their order, say of the command. Pure.
Finding judgeTripFinding(const Command& command, const Trip& now, const QList<DeliveryId>& members);

// Could `candidate` be what this create made? Its parcels are a question of their own. Pure.
bool couldBeTrip(const CreateTrip& command, Instant asked, const Trip& candidate);

class TripProbe final : public std::enable_shared_from_this<TripProbe>
{
public:
    using Finished = std::function<void(Result<ProbeResult>)>;

    // `source` may be null: a server that tells no trips cannot be asked. `isTaken`: the trip was known
    // before; asked where it has no parcels to be told by.
    static std::shared_ptr<TripProbe> start(backends::TripSource* source, Ingest& ingest, store::OutboxEntry entry,
                                            std::function<bool(const TripId&)> isTaken, Finished finished);

private:
    TripProbe(backends::TripSource* source, Ingest& ingest, store::OutboxEntry entry,
              std::function<bool(const TripId&)> isTaken, Finished finished);
    void look();
    void search(int page);
    void checkCandidate(qsizetype index);
    void finish(Result<ProbeResult> result);

    backends::TripSource* const m_source;
    Ingest& m_ingest;
    const store::OutboxEntry m_entry;
    const std::function<bool(const TripId&)> m_isTaken;
    Finished m_finished;
    net::Call m_call;
    QList<TripId> m_candidates, m_matches;
};

} // namespace waydesk::sync
