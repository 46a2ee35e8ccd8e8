// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/probe.h"

#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

namespace {

constexpr int kMostPages = 20;
constexpr std::chrono::minutes kClockDoubt{10}; // how far the desk's clock and the server's may be apart

Finding found(bool done)
{
    return done ? Finding::Done : Finding::NotDone;
}

bool reached(const Waybill& now, std::initializer_list<WaybillStatus> any)
{
    return std::any_of(any.begin(), any.end(), [&](WaybillStatus status) { return now.state.is(status); });
}

struct Finder
{
    const Waybill& now;
    const QList<Delivery>& members;

    bool holds(const DeliveryId& id) const
    {
        return std::any_of(members.begin(), members.end(), [&](const Delivery& d) { return d.id == id; });
    }
    Finding operator()(const CreateWaybill&) const { return Finding::Unclear; }
    Finding operator()(const BulkDeleteDrafts&) const { return Finding::Unclear; }
    Finding operator()(const UpdateWaybill& c) const
    {
        return found((!c.notes || *c.notes == now.notes) && (!c.carrier || now.carrier.is(*c.carrier)) &&
                     (!c.externalCarrierRef || c.externalCarrierRef == now.externalCarrierRef) && !c.origin &&
                     !c.destination);
    }
    Finding operator()(const AttachDeliveries& c) const
    {
        const auto there =
            std::count_if(c.deliveries.begin(), c.deliveries.end(), [this](const DeliveryId& id) { return holds(id); });
        if (there == c.deliveries.size())
            return Finding::Done;
        return there == 0 ? Finding::NotDone : Finding::Unclear; // it joins all or none: somebody else was here
    }
    Finding operator()(const DetachDelivery& c) const { return found(!holds(c.delivery)); }
    Finding operator()(const SealWaybill&) const
    {
        using enum WaybillStatus;
        return found(reached(now, {Sealed, PickedUp, InTransit, Received, Closed}) || now.sealedAt);
    }
    Finding operator()(const AssignDriver& c) const { return found(now.driverId == c.driver); }
    Finding operator()(const SwitchDriver& c) const { return found(now.driverId == c.driver); }
    Finding operator()(const UnassignDriver&) const { return found(!now.driverId); }
    Finding operator()(const DispatchWaybill&) const
    {
        using enum WaybillStatus;
        return found(reached(now, {InTransit, Received, Closed}));
    }
    Finding operator()(const ReceiveWaybill&) const
    {
        using enum WaybillStatus;
        return found(reached(now, {Received, Closed}));
    }
    Finding operator()(const CloseWaybill&) const { return found(reached(now, {WaybillStatus::Closed})); }
    Finding operator()(const CancelWaybill&) const { return found(reached(now, {WaybillStatus::Cancelled})); }
    Finding operator()(const ReturnChildren& c) const
    {
        qsizetype back = 0;
        for (const Delivery& d : members) {
            if (c.deliveries.contains(d.id) && (d.isReturned || d.state.is(DeliveryStatus::Returned)))
                ++back;
        }
        if (back == c.deliveries.size())
            return Finding::Done;
        return back == 0 ? Finding::NotDone : Finding::Unclear;
    }
    template<class Other>
    requires(!WaybillCommand<Other>) Finding operator()(const Other&) const // no waybill can tell
    {
        return Finding::Unclear;
    }
};

bool needsMembers(const Command& command)
{
    return std::holds_alternative<AttachDeliveries>(command) || std::holds_alternative<DetachDelivery>(command) ||
           std::holds_alternative<ReturnChildren>(command);
}

QList<Delivery> valuesOf(const QList<wire::SeenDelivery>& rows)
{
    QList<Delivery> values;
    for (const wire::SeenDelivery& row : rows)
        values.append(row.value);
    return values;
}

bool sameEnd(const Endpoint& asked, const Endpoint& there)
{
    if (asked.type.text != there.type.text)
        return false;
    if (asked.type.is(EndpointType::Warehouse))
        return asked.warehouseId == there.warehouseId;
    return asked.location && there.location && asked.location->fullAddress == there.location->fullAddress;
}

} // namespace

Finding judgeFinding(const Command& command, const Waybill& now, const QList<Delivery>& members)
{
    return std::visit(Finder{now, members}, command);
}

bool couldBe(const CreateWaybill& command, const UserId& author, Instant asked, const Waybill& candidate)
{
    return candidate.createdAt >= asked - kClockDoubt && (!candidate.createdBy || *candidate.createdBy == author) &&
           candidate.notes == command.notes && candidate.carrier.is(command.carrier) &&
           sameEnd(command.origin, candidate.origin) && sameEnd(command.destination, candidate.destination);
}

std::shared_ptr<Probe> Probe::start(backends::WaybillSource& source, Ingest& ingest, store::OutboxEntry entry,
                                    std::function<bool(const WaybillId&)> isTaken, Finished finished)
{
    std::shared_ptr<Probe> probe(new Probe(source, ingest, std::move(entry), std::move(isTaken), std::move(finished)));
    probe->look();
    return probe;
}

Probe::Probe(backends::WaybillSource& source, Ingest& ingest, store::OutboxEntry entry,
             std::function<bool(const WaybillId&)> isTaken, Finished finished)
    : m_source(source)
    , m_ingest(ingest)
    , m_entry(std::move(entry))
    , m_isTaken(std::move(isTaken))
    , m_finished(std::move(finished))
{
}

void Probe::finish(Result<ProbeResult> result)
{
    const auto kept = shared_from_this(); // the owner lets go from inside
    const Finished finished = std::exchange(m_finished, nullptr);
    finished(std::move(result));
}

void Probe::look()
{
    if (std::holds_alternative<CreateWaybill>(m_entry.command)) {
        search(1);
        return;
    }
    const WaybillId id = waybillOf(m_entry.command);
    m_call = m_source.detail(id, [this](Result<wire::WaybillAnswer> answer) {
        if (!answer) {
            // Gone: sending it again brings the refusal that a person should see.
            if (answer.error().kind == Error::Kind::NotFound)
                finish(ProbeResult{Finding::NotDone, {}});
            else
                finish(answer.error());
            return;
        }
        m_ingest.answer(*answer);
        m_waybill = answer->waybill.value;
        if (needsMembers(m_entry.command))
            lookAtMembers(1);
        else
            finish(ProbeResult{judgeFinding(m_entry.command, m_waybill, {}), {}});
    });
}

void Probe::lookAtMembers(int page)
{
    m_call = m_source.deliveries(m_waybill.id, page, [this, page](Result<wire::DeliveryPage> answer) {
        if (!answer) {
            finish(answer.error());
            return;
        }
        m_members.append(answer->rows);
        const qint64 total = answer->paging ? answer->paging->total : 0;
        if (!answer->rows.isEmpty() && m_members.size() < total && page < kMostPages) {
            lookAtMembers(page + 1);
            return;
        }
        m_ingest.deliveries(m_members, m_waybill.id);
        finish(ProbeResult{judgeFinding(m_entry.command, m_waybill, valuesOf(m_members)), {}});
    });
}

// Newest first: a waybill made since the command was given stands at the head of the list.
void Probe::search(int page)
{
    backends::WaybillPageQuery query;
    query.page = page;
    m_call = m_source.page(query, [this, page](Result<wire::WaybillPage> answer) {
        if (!answer) {
            finish(answer.error());
            return;
        }
        const auto& create = std::get<CreateWaybill>(m_entry.command);
        bool olderOnes = answer->rows.isEmpty();
        for (const wire::SeenWaybill& row : answer->rows) {
            if (couldBe(create, m_entry.author, m_entry.createdAt, row.value) && !m_isTaken(row.value.id))
                m_candidates.append(row);
            olderOnes = olderOnes || row.value.createdAt < m_entry.createdAt - kClockDoubt;
        }
        if (!olderOnes && page < kMostPages && qint64{page} * answer->paging.limit < answer->paging.total) {
            search(page + 1);
            return;
        }
        if (!olderOnes && qint64{page} * answer->paging.limit < answer->paging.total)
            finish(ProbeResult{Finding::Unclear, {}}); // too many to look through
        else
            checkCandidate(0, 1);
    });
}

void Probe::checkCandidate(qsizetype index, int page)
{
    const auto& create = std::get<CreateWaybill>(m_entry.command);
    if (index >= m_candidates.size()) {
        if (m_matches.isEmpty())
            finish(ProbeResult{Finding::NotDone, {}});
        else if (m_matches.size() == 1)
            finish(ProbeResult{Finding::Done, SubjectId{m_matches.first().value}});
        else
            finish(ProbeResult{Finding::Unclear, {}});
        return;
    }
    const WaybillId id = m_candidates[index].value.id;
    if (create.deliveries.isEmpty()) { // nothing else to tell it by: two alike leave it to a person
        m_matches.append(id);
        checkCandidate(index + 1, 1);
        return;
    }
    if (page == 1)
        m_members.clear();
    m_call = m_source.deliveries(id, page, [this, id, index, page, create](Result<wire::DeliveryPage> answer) {
        if (!answer) {
            finish(answer.error());
            return;
        }
        m_members.append(answer->rows);
        const qint64 total = answer->paging ? answer->paging->total : 0;
        if (!answer->rows.isEmpty() && m_members.size() < total && page < kMostPages) {
            checkCandidate(index, page + 1);
            return;
        }
        const QList<Delivery> members = valuesOf(m_members);
        if (judgeFinding(AttachDeliveries{id, create.deliveries}, {}, members) == Finding::Done)
            m_matches.append(id);
        checkCandidate(index + 1, 1);
    });
}

} // namespace waydesk::sync
