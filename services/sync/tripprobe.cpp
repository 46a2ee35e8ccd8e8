// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/tripprobe.h"

#include "services/domain/tripcommands.h"

namespace waydesk::sync {

namespace {

constexpr int kMostPages = 20;
constexpr std::chrono::minutes kClockDoubt{10}; // how far the desk's clock and the server's may be apart

Finding found(bool done)
{
    return done ? Finding::Done : Finding::NotDone;
}

template<class Ref>
bool isNow(const std::optional<Ref>& ref, const std::optional<decltype(Ref::id)>& asked)
{
    return ref ? asked == ref->id : !asked;
}

bool isNow(const std::optional<Known<TripType>>& type, const std::optional<TripType>& asked)
{
    return type ? type->known == asked : !asked;
}

struct Finder
{
    const Trip& now;
    const QList<DeliveryId>& members;

    Finding operator()(const UpdateTrip& c) const
    {
        return found((!c.driver || isNow(now.driver, *c.driver)) && (!c.vehicle || isNow(now.vehicle, *c.vehicle)) &&
                     (!c.type || isNow(now.type, *c.type)) && (!c.notes || now.notes == *c.notes));
    }
    Finding operator()(const SyncTripDeliveries& c) const { return found(members == inSequence(c.deliveries)); }
    Finding operator()(const RemoveFromTrip& c) const { return found(!members.contains(c.delivery)); }
    Finding operator()(const ReorderTrip& c) const { return found(members == c.order); }
    Finding operator()(const CancelTrip&) const { return found(now.state.is(TripStatus::Cancelled)); }
    Finding operator()(const auto&) const { return Finding::Unclear; } // a create, and what is not about trips
};

QList<DeliveryId> membersOf(const wire::TripAnswer& answer)
{
    QList<DeliveryId> ids;
    if (answer.plan) {
        for (const PlanMember& member : answer.plan->members)
            ids << member.delivery;
    } else if (answer.deliveries) {
        for (const wire::SeenDelivery& row : *answer.deliveries)
            ids << row.value.id;
    }
    return ids;
}

} // namespace

Finding judgeTripFinding(const Command& command, const Trip& now, const QList<DeliveryId>& members)
{
    return std::visit(Finder{now, members}, command);
}

bool couldBeTrip(const CreateTrip& command, Instant asked, const Trip& candidate)
{
    return candidate.createdAt >= asked - kClockDoubt && candidate.notes == command.notes &&
           isNow(candidate.driver, command.driver) && isNow(candidate.vehicle, command.vehicle) &&
           isNow(candidate.type, command.type);
}

std::shared_ptr<TripProbe> TripProbe::start(backends::TripSource* source, Ingest& ingest, store::OutboxEntry entry,
                                            std::function<bool(const TripId&)> isTaken, Finished finished)
{
    std::shared_ptr<TripProbe> probe(
        new TripProbe(source, ingest, std::move(entry), std::move(isTaken), std::move(finished)));
    probe->look();
    return probe;
}

TripProbe::TripProbe(backends::TripSource* source, Ingest& ingest, store::OutboxEntry entry,
                     std::function<bool(const TripId&)> isTaken, Finished finished)
    : m_source(source)
    , m_ingest(ingest)
    , m_entry(std::move(entry))
    , m_isTaken(std::move(isTaken))
    , m_finished(std::move(finished))
{
}

void TripProbe::finish(Result<ProbeResult> result)
{
    const auto kept = shared_from_this(); // the owner lets go from inside
    const Finished finished = std::exchange(m_finished, nullptr);
    finished(std::move(result));
}

void TripProbe::look()
{
    if (!m_source) {
        finish(ProbeResult{Finding::Unclear, {}});
        return;
    }
    if (std::holds_alternative<CreateTrip>(m_entry.command)) {
        search(1);
        return;
    }
    m_call = m_source->detail(tripOf(m_entry.command), [this](Result<wire::TripAnswer> answer) {
        if (!answer) {
            // Gone: sending it again brings the refusal that a person should see.
            if (answer.error().kind == Error::Kind::NotFound)
                finish(ProbeResult{Finding::NotDone, {}});
            else
                finish(answer.error());
            return;
        }
        m_ingest.trip(*answer);
        finish(ProbeResult{judgeTripFinding(m_entry.command, answer->trip.value, membersOf(*answer)), {}});
    });
}

// Newest first: a trip made since the command was given stands at the head of the list.
void TripProbe::search(int page)
{
    m_call = m_source->page(page, [this, page](Result<wire::TripPage> answer) {
        if (!answer) {
            finish(answer.error());
            return;
        }
        const auto& create = std::get<CreateTrip>(m_entry.command);
        bool olderOnes = answer->rows.isEmpty();
        for (const wire::SeenTrip& row : answer->rows) {
            // Its parcels tell a trip apart, as each is in one trip only. One without any may be anybody's.
            const bool isOthers = create.deliveries.isEmpty() && m_isTaken(row.value.id);
            if (couldBeTrip(create, m_entry.createdAt, row.value) && !isOthers)
                m_candidates << row.value.id;
            olderOnes = olderOnes || row.value.createdAt < m_entry.createdAt - kClockDoubt;
        }
        const bool more = !olderOnes && qint64{page} * answer->paging.limit < answer->paging.total;
        if (more && page < kMostPages)
            search(page + 1);
        else if (more)
            finish(ProbeResult{Finding::Unclear, {}}); // too many to look through
        else
            checkCandidate(0);
    });
}

void TripProbe::checkCandidate(qsizetype index)
{
    if (index >= m_candidates.size()) {
        if (m_matches.isEmpty())
            finish(ProbeResult{Finding::NotDone, {}});
        else if (m_matches.size() == 1)
            finish(ProbeResult{Finding::Done, SubjectId{m_matches.first().value}});
        else
            finish(ProbeResult{Finding::Unclear, {}});
        return;
    }
    m_call = m_source->detail(m_candidates[index], [this, index](Result<wire::TripAnswer> answer) {
        if (!answer) {
            finish(answer.error());
            return;
        }
        if (membersOf(*answer) == inSequence(std::get<CreateTrip>(m_entry.command).deliveries))
            m_matches << m_candidates[index];
        checkCandidate(index + 1);
    });
}

} // namespace waydesk::sync
