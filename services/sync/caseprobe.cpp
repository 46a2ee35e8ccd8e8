// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/caseprobe.h"

#include "services/wire/ondi/ondiqueues.h"

namespace waydesk::sync {

namespace {

constexpr std::chrono::minutes kClockDoubt{10}; // how far the desk's clock and the server's may be apart

bool shows(const UpdateCase& asked, const DeliveryCase& now)
{
    return (!asked.owner || *asked.owner == now.owner) && (!asked.nextAction || *asked.nextAction == now.nextAction) &&
           (!asked.dueAt || *asked.dueAt == now.dueAt) && (!asked.resolution || asked.resolution == now.resolution);
}

bool couldBeCase(const RaiseCase& asked, Instant at, const DeliveryCase& candidate)
{
    return candidate.raisedAt >= at - kClockDoubt && candidate.kind.is(asked.kind) &&
           candidate.reason == asked.reason && candidate.notes == asked.notes.value_or(QString());
}

} // namespace

bool isAboutCase(const Command& command)
{
    return std::holds_alternative<RaiseCase>(command) || std::holds_alternative<UpdateCase>(command);
}

Finding judgeCaseFinding(const Command& command, Instant asked, const QList<DeliveryCase>& cases,
                         const std::function<bool(const ExceptionId&)>& isTaken)
{
    if (const auto* update = std::get_if<UpdateCase>(&command)) {
        for (const DeliveryCase& now : cases) {
            if (now.id == update->exception)
                return shows(*update, now) ? Finding::Done : Finding::NotDone;
        }
        return Finding::NotDone; // gone: sending it again brings the refusal that a person should see
    }
    const auto* raise = std::get_if<RaiseCase>(&command);
    if (!raise)
        return Finding::Unclear;
    Finding finding = Finding::NotDone;
    for (const DeliveryCase& candidate : cases) {
        if (!couldBeCase(*raise, asked, candidate))
            continue;
        if (!isTaken(candidate.id))
            return Finding::Done;
        finding = Finding::Unclear; // it may be ours, heard of meanwhile, or a colleague's
    }
    return finding;
}

std::shared_ptr<CaseProbe> CaseProbe::start(backends::Deliveries* source, Ingest& ingest,
                                            const store::OutboxEntry& entry, IsTaken isTaken, Finished finished)
{
    std::shared_ptr<CaseProbe> probe(new CaseProbe(ingest, entry, std::move(isTaken), std::move(finished)));
    probe->look(source);
    return probe;
}

CaseProbe::CaseProbe(Ingest& ingest, const store::OutboxEntry& entry, IsTaken isTaken, Finished finished)
    : m_ingest(ingest)
    , m_entry(entry)
    , m_isTaken(std::move(isTaken))
    , m_finished(std::move(finished))
{
}

void CaseProbe::look(backends::Deliveries* source)
{
    if (!source) {
        finish(ProbeResult{Finding::Unclear, {}});
        return;
    }
    m_call = source->one(parcelOf(m_entry.command), [this](Result<wire::SeenDelivery> answer) {
        if (!answer) {
            if (answer.error().kind == Error::Kind::NotFound)
                finish(ProbeResult{Finding::NotDone, {}});
            else
                finish(answer.error());
            return;
        }
        QList<DeliveryCase> cases;
        wire::Drift drift; // counted nowhere: the parcel's own decoder has looked at it
        for (const wire::SeenCase& row : wire::ondidesk::casesOf(answer->raw, drift))
            cases << row.value;
        const Finding finding = judgeCaseFinding(m_entry.command, m_entry.createdAt, cases, m_isTaken);
        m_ingest.deliveries({*answer});
        finish(ProbeResult{finding, {}});
    });
}

void CaseProbe::finish(Result<ProbeResult> result)
{
    const auto kept = shared_from_this(); // the owner lets go from inside
    const Finished finished = std::exchange(m_finished, nullptr);
    finished(std::move(result));
}

} // namespace waydesk::sync
