// SPDX-License-Identifier: GPL-3.0-or-later
// Was a command done whose answer never came? Looks with reads and judges by what they show; for servers that do not
// honour the Idempotency-Key. Answers exactly once, unless dropped. What was read is handed on as facts. Engine thread.
#pragma once

#include "services/backends/backend.h"
#include "services/sync/ingest.h"

namespace waydesk::sync {

enum class Finding {
    Done,    // it shows: confirm
    NotDone, // it does not: sending it is safe
    Unclear, // nobody can tell: a person decides
};

struct ProbeResult
{
    Finding finding = Finding::Unclear;
    std::optional<SubjectId> createdAs;
};

// What the waybill, its deliveries and the command say. `members`: the complete list, in any order. Pure.
Finding judgeFinding(const Command& command, const Waybill& now, const QList<Delivery>& members);

// Could `candidate` be what this create made? `members` as above. Pure.
bool couldBe(const CreateWaybill& command, const UserId& author, Instant asked, const Waybill& candidate);

class Probe final : public std::enable_shared_from_this<Probe>
{
public:
    using Finished = std::function<void(Result<ProbeResult>)>;

    // `isTaken`: another command of ours is already known to have made this waybill, or it was known before.
    static std::shared_ptr<Probe> start(backends::WaybillSource& source, Ingest& ingest, store::OutboxEntry entry,
                                        std::function<bool(const WaybillId&)> isTaken, Finished finished);

private:
    Probe(backends::WaybillSource& source, Ingest& ingest, store::OutboxEntry entry,
          std::function<bool(const WaybillId&)> isTaken, Finished finished);
    void look();
    void lookAtMembers(int page);
    void search(int page);
    void checkCandidate(qsizetype index, int page);
    void finish(Result<ProbeResult> result);

    backends::WaybillSource& m_source;
    Ingest& m_ingest;
    const store::OutboxEntry m_entry;
    const std::function<bool(const WaybillId&)> m_isTaken;
    Finished m_finished;
    net::Call m_call;
    Waybill m_waybill;
    QList<wire::SeenDelivery> m_members;
    QList<wire::SeenWaybill> m_candidates;
    QList<WaybillId> m_matches;
};

} // namespace waydesk::sync
