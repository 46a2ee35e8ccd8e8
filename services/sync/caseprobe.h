// SPDX-License-Identifier: GPL-3.0-or-later
// As Probe, for commands on exceptions: was it done, although its answer never came? The parcel's detail tells its
// exceptions. Answers exactly once, unless dropped. What was read is handed on as facts. Engine thread.
#pragma once

#include "services/sync/probe.h"

namespace waydesk::sync {

bool isAboutCase(const Command& command);

// What the parcel's exceptions say of the command. `isTaken`: the exception was known before. Pure.
Finding judgeCaseFinding(const Command& command, Instant asked, const QList<DeliveryCase>& cases,
                         const std::function<bool(const ExceptionId&)>& isTaken);

class CaseProbe final : public std::enable_shared_from_this<CaseProbe>
{
public:
    using Finished = std::function<void(Result<ProbeResult>)>;
    using IsTaken = std::function<bool(const ExceptionId&)>;

    // `source` may be null: a server that tells no parcels cannot be asked.
    static std::shared_ptr<CaseProbe> start(backends::Deliveries* source, Ingest& ingest,
                                            const store::OutboxEntry& entry, IsTaken isTaken, Finished finished);

private:
    CaseProbe(Ingest& ingest, const store::OutboxEntry& entry, IsTaken isTaken, Finished finished);
    void look(backends::Deliveries* source);
    void finish(Result<ProbeResult> result);

    Ingest& m_ingest;
    const store::OutboxEntry m_entry;
    const IsTaken m_isTaken;
    Finished m_finished;
    net::Call m_call;
};

} // namespace waydesk::sync
