// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/pump.h"

#include "services/sync/caseprobe.h"

#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

namespace {

Q_LOGGING_CATEGORY(lcPump, "waydesk.sync.pump")

constexpr int kAtOnce = 4;
constexpr std::chrono::seconds kUntilTheDiskMayDo{5};

Error notNoted()
{
    Error error;
    error.kind = Error::Kind::Timeout;
    error.detail = u"what became of it could not be kept"_s;
    return error;
}

Error unfit()
{
    Error error;
    error.kind = Error::Kind::Rejected;
    error.code = u"cannot_be_sent"_s;
    error.detail = u"the command does not fit the system's bounds, or names a waybill that was never made"_s;
    return error;
}

// The answers of these say nothing, or not all, about the row and its children.
bool needsReading(const Command& command)
{
    return std::holds_alternative<AttachDeliveries>(command) || std::holds_alternative<DetachDelivery>(command) ||
           std::holds_alternative<ReturnChildren>(command) || std::holds_alternative<ReceiveWaybill>(command) ||
           std::holds_alternative<DispatchWaybill>(command) || std::holds_alternative<AssignDriver>(command) ||
           std::holds_alternative<CancelWaybill>(command) || !tripOf(command).isEmpty();
}

// A create, once it is done, is about what it made.
Command renamedCreate(Command create, const SubjectId& server)
{
    if (auto* waybill = std::get_if<CreateWaybill>(&create))
        waybill->localId.value = server.value;
    else if (auto* trip = std::get_if<CreateTrip>(&create))
        trip->localId.value = server.value;
    else if (auto* parcel = std::get_if<CreateDelivery>(&create))
        parcel->localId.value = server.value;
    return create;
}

// An earlier attempt may have been heard: its outcome was never learnt.
bool mayHaveBeenDone(const store::OutboxEntry& entry)
{
    return entry.attempts > 0 && (!entry.lastError || isUnknownOutcome(*entry.lastError));
}

} // namespace

Pump::Pump(backends::Backend& backend, store::Store& store, Ingest& ingest, Details& details, Trips& trips,
           const Clock& clock, Wakeups& wakeups, std::function<double()> jitter, EngineListener& listener)
    : m_backend(backend)
    , m_store(store)
    , m_ingest(ingest)
    , m_details(details)
    , m_trips(trips)
    , m_clock(clock)
    , m_wakeups(wakeups)
    , m_jitter(std::move(jitter))
    , m_listener(listener)
{
}

void Pump::takeUpAfterRestart(store::Store& store, const Clock& clock, EngineListener& listener)
{
    Error cutShort;
    cutShort.kind = Error::Kind::Timeout;
    cutShort.detail = u"the program ended while this was being sent"_s;
    for (const store::OutboxEntry& entry : store.outbox().inState(store::CommandState::Sending)) {
        if (auto moved = store.outbox().requeue(entry.seq, clock.now(), cutShort, true); !moved)
            listener.failed(moved.error());
    }
}

void Pump::takeUpStranded()
{
    bool refused = false;
    const QList<qint64> stranded = m_stranded.values();
    for (const qint64 seq : stranded) {
        const auto entry = m_store.outbox().find(seq);
        const bool isSending = entry && entry->state == store::CommandState::Sending;
        if (isSending && !m_store.outbox().requeue(seq, m_clock.now(), notNoted(), true))
            refused = true;
        else
            m_stranded.remove(seq);
    }
    if (refused) {
        m_rescue = m_wakeups.after(kUntilTheDiskMayDo, [this] { takeUpStranded(); });
        return;
    }
    m_rescue.reset();
    m_listener.outboxChanged();
    work();
}

void Pump::resume(const UserId& author, bool honoursKeys)
{
    m_bound.assertHere();
    m_active = true;
    m_author = author;
    m_honoursKeys = honoursKeys;
    work();
}

void Pump::pause()
{
    m_bound.assertHere();
    m_active = false;
    m_next.reset();
}

void Pump::work()
{
    m_bound.assertHere();
    if (!m_active || m_working)
        return;
    m_working = true; // begin() may settle at once, which asks for more work
    const Instant now = m_clock.now();
    bool more = true;
    while (more && m_sending.size() < kAtOnce) {
        const auto heads = m_store.outbox().heads(now, kAtOnce - static_cast<int>(m_sending.size()), m_author);
        more = false;
        for (const store::OutboxEntry& entry : heads) {
            if (!m_sending.contains(entry.seq) && !m_stranded.contains(entry.seq)) {
                begin(entry);
                more = true;
            }
        }
    }
    m_working = false;
    wakeWhenDue(now);
}

// What was due at the look and is not on its way waits for a free place. What fell due since the look wakes at once.
void Pump::wakeWhenDue(Instant lookedAt)
{
    m_next.reset();
    const auto due = m_store.outbox().nextDue(lookedAt, m_author);
    if (!m_active || !due)
        return;
    const auto in = std::chrono::ceil<std::chrono::milliseconds>(*due - m_clock.now());
    m_next = m_wakeups.after(std::max(in, std::chrono::milliseconds{0}), [this] { work(); });
}

void Pump::begin(const store::OutboxEntry& entry)
{
    if (!m_backend.commands->canSend(entry.command)) {
        done(entry.seq, m_store.outbox().refuse(entry.seq, unfit(), m_clock.now()), true);
        return;
    }
    const store::RetryRule rule = ruleFor(entry.command, m_honoursKeys);
    const bool perhapsDone = mayHaveBeenDone(entry);
    if (perhapsDone && rule == store::RetryRule::Never && entry.lastError) {
        done(entry.seq, m_store.outbox().setUnknown(entry.seq, *entry.lastError, m_clock.now()), true);
        return;
    }
    if (auto moved = m_store.outbox().markSending(entry.seq); !moved) {
        m_listener.failed(moved.error());
        return;
    }
    auto sending = std::make_shared<Sending>();
    sending->entry = entry;
    sending->entry.attempts += 1;
    sending->entry.rule = rule;
    m_sending.insert(entry.seq, sending);
    m_listener.outboxChanged();
    if (perhapsDone && rule == store::RetryRule::ProbeFirst)
        lookFirst(sending->entry);
    else
        transmit(sending->entry);
}

void Pump::transmit(const store::OutboxEntry& entry)
{
    const qint64 seq = entry.seq;
    m_sending.value(seq)->call = m_backend.commands->send(
        entry.command, entry.key, [this, seq](auto answer) { answered(seq, std::move(answer)); });
}

void Pump::lookFirst(const store::OutboxEntry& entry)
{
    const qint64 seq = entry.seq;
    const auto sending = m_sending.value(seq); // a probe that cannot ask answers at once, and this is gone then
    const auto finished = [this, seq](Result<ProbeResult> result) { probed(seq, std::move(result)); };
    if (!tripOf(entry.command).isEmpty()) {
        const auto isTaken = [this](const TripId& id) { return m_store.trips().find(id).has_value(); };
        sending->probe = TripProbe::start(m_backend.trips.get(), m_ingest, entry, isTaken, finished);
        return;
    }
    if (isAboutCase(entry.command)) {
        const auto isTaken = [this](const ExceptionId& id) { return m_store.queues().find(id).has_value(); };
        sending->probe = CaseProbe::start(m_backend.deliveries.get(), m_ingest, entry, isTaken, finished);
        return;
    }
    const auto isTaken = [this](const WaybillId& id) { return m_store.waybills().find(id).has_value(); };
    sending->probe = Probe::start(*m_backend.waybills, m_ingest, entry, isTaken, finished);
}

void Pump::probed(qint64 seq, Result<ProbeResult> result)
{
    const auto sending = m_sending.value(seq);
    const store::OutboxEntry& entry = sending->entry;
    Error unclear;
    unclear.kind = Error::Kind::Timeout;
    unclear.detail = u"whether it was done could not be seen"_s;
    if (!result) { // could not look: the question stays open
        const auto after = judge(store::RetryRule::Idempotent, entry.attempts, unclear, m_jitter()).after;
        done(seq, m_store.outbox().requeue(seq, m_clock.now() + after, unclear, true), false);
        return;
    }
    switch (result->finding) {
    case Finding::Done: {
        const auto moved = m_store.outbox().confirm(seq, m_clock.now(), result->createdAs);
        if (moved && result->createdAs) {
            m_listener.renamed(entry.command, *result->createdAs);
            readAgain(renamedCreate(entry.command, *result->createdAs), Details::Why::Followed);
        }
        done(seq, moved, true);
        return;
    }
    case Finding::NotDone:
        transmit(entry);
        return;
    case Finding::Unclear:
        done(seq, m_store.outbox().setUnknown(seq, unclear, m_clock.now()), true);
        return;
    }
    Q_UNREACHABLE();
}

void Pump::answered(qint64 seq, Result<backends::CommandAnswer> answer)
{
    const auto sending = m_sending.value(seq);
    if (answer)
        confirm(sending->entry, *answer);
    else
        settle(seq, answer.error());
}

void Pump::settle(qint64 seq, const std::optional<Error>& error)
{
    const store::OutboxEntry& entry = m_sending.value(seq)->entry;
    const Judgement judgement = judge(entry.rule, entry.attempts, error, m_jitter());
    qCInfo(lcPump) << "command" << seq << kindWord(entry.command) << "attempt" << entry.attempts << "judged"
                   << static_cast<int>(judgement.what) << error->status << error->code << error->detail;
    store::Outbox& outbox = m_store.outbox();
    switch (judgement.what) {
    case Judgement::What::Confirmed:
        Q_UNREACHABLE(); // only without an error
    case Judgement::What::RetryLater:
        m_listener.failed(*error);
        done(seq, outbox.requeue(seq, m_clock.now() + judgement.after, *error, judgement.maybeSent), false);
        return;
    case Judgement::What::ProbeFirst: // looked into when it is next taken up; now, when the link allows
        m_listener.failed(*error);
        done(seq, outbox.requeue(seq, m_clock.now(), *error, true), false);
        return;
    case Judgement::What::Refused:
        done(seq, outbox.refuse(seq, *error, m_clock.now()), true);
        readAgain(entry.command, Details::Why::Asked); // "theirs", as it is now
        return;
    case Judgement::What::Unknown:
        m_listener.failed(*error);
        done(seq, outbox.setUnknown(seq, *error, m_clock.now()), true);
        return;
    }
    Q_UNREACHABLE();
}

bool Pump::ingest(const store::OutboxEntry& entry, const backends::CommandAnswer& answer)
{
    if (answer.waybill)
        return m_ingest.answer(*answer.waybill);
    if (answer.returned)
        return m_ingest.returned(*answer.returned);
    if (answer.trip)
        return m_ingest.trip(*answer.trip);
    if (answer.returnRequest)
        return m_ingest.returnRequests({*answer.returnRequest});
    if (answer.deliveryCase)
        return m_ingest.cases({*answer.deliveryCase});
    if (answer.delivery)
        return m_ingest.deliveries({*answer.delivery});
    if (answer.deleted) {
        m_listener.drifted(answer.deleted->drift);
        return m_ingest.removeWaybills(answer.deleted->deleted); // only these leave the screen
    }
    if (const auto* attach = std::get_if<AttachDeliveries>(&entry.command))
        return m_ingest.joined(attach->waybill, attach->deliveries);
    if (const auto* detach = std::get_if<DetachDelivery>(&entry.command))
        return m_ingest.left(detach->waybill, detach->delivery);
    return true;
}

void Pump::confirm(const store::OutboxEntry& entry, const backends::CommandAnswer& answer)
{
    const qint64 seq = entry.seq;
    if (!ingest(entry, answer)) { // our disk: the same key brings the same answer again
        Error storage;
        storage.kind = Error::Kind::Storage;
        storage.detail = u"the answer could not be kept"_s;
        settle(seq, storage);
        return;
    }
    std::optional<SubjectId> createdAs;
    if (isCreate(entry.command) && answer.waybill)
        createdAs = SubjectId{answer.waybill->waybill.value.id.value};
    else if (isCreate(entry.command) && answer.trip)
        createdAs = SubjectId{answer.trip->trip.value.id.value};
    else if (isCreate(entry.command) && answer.delivery)
        createdAs = SubjectId{answer.delivery->value.id.value};
    const auto moved = m_store.outbox().confirm(seq, m_clock.now(), createdAs);
    if (moved && createdAs)
        m_listener.renamed(entry.command, *createdAs);
    const Command command = createdAs ? renamedCreate(entry.command, *createdAs) : entry.command;
    done(seq, moved, true);
    if (moved && needsReading(command))
        readAgain(command, Details::Why::Followed);
    if (answer.deleted) { // kept ones, and those that were gone already: what the server has now
        for (const auto& skipped : answer.deleted->skipped)
            m_details.want(skipped.id, Details::Why::Followed);
        m_ingest.removeWaybills(answer.deleted->notFound);
    }
}

void Pump::readAgain(const Command& command, Details::Why why)
{
    for (const WaybillId& id : waybillsOf(command))
        m_details.want(id, why);
    m_trips.want(tripOf(command));
}

void Pump::done(qint64 seq, const Result<Nothing>& moved, bool finished)
{
    const auto kept = m_sending.take(seq);
    if (!moved) {
        m_listener.failed(moved.error());
        m_stranded.insert(seq);
        m_rescue = m_wakeups.after(kUntilTheDiskMayDo, [this] { takeUpStranded(); });
    }
    m_listener.outboxChanged();
    if (finished && moved) {
        if (const auto entry = m_store.outbox().find(seq))
            m_listener.commandFinished(*entry);
    }
    work();
}

} // namespace waydesk::sync
