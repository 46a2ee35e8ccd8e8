// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeengine.h"

#include "services/domain/parcelrules.h"
#include "services/domain/tripcommands.h"

#include "services/domain/rules.h"
#include "tests/support/sample.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::test {

namespace {

template<class T>
T must(Result<T> result) // a test's own store that cannot write is the end of the test
{
    if (!result)
        qFatal("test store: %s %s", qPrintable(result.error().code), qPrintable(result.error().detail));
    return std::move(result).value();
}

Error notAnswered()
{
    Error error;
    error.kind = Error::Kind::Timeout;
    return error;
}

} // namespace

FakeEngine::FakeEngine(QObject* parent)
    : Engine(parent)
    , m_store(must(store::Store::open(m_folder.path())))
    , m_reader(must(store::Reader::open(m_folder.path())))
{
    m_status.link = sync::EngineStatus::Link::Online;
    m_status.session = sync::EngineStatus::Session::SignedIn;
    m_status.feed = sync::EngineStatus::Feed::Changes;
    m_status.server = QUrl(u"http://127.0.0.1:1"_s);
    m_status.user = {UserId{u"user-1"_s}, u"Sara Karim"_s, u"dispatcher@demo.waydesk"_s, {}, {}};
    m_status.role = UserRole::Dispatcher;
    m_status.linkSince = m_clock.now();
    m_status.lastHeard = m_status.lastSynced = m_clock.now();
}

FakeEngine::~FakeEngine()
{
    m_reader.reset(); // before the store: the last writer folds the journal away
}

void FakeEngine::tell(const Waybill& waybill)
{
    must(m_store->waybills().upsert(waybill, u"{}"_s, m_clock.now()));
    tellRekeyed();
    Q_EMIT waybillsChanged({waybill.id});
}

void FakeEngine::tell(const QList<Waybill>& waybills)
{
    must(m_store->transaction([&]() -> Result<Nothing> {
        for (const Waybill& waybill : waybills)
            must(m_store->waybills().upsert(waybill, u"{}"_s, m_clock.now()));
        return Nothing{};
    }));
    Q_EMIT waybillsChanged({});
}

void FakeEngine::tell(const Delivery& delivery)
{
    must(m_store->deliveries().upsert(delivery, u"{}"_s, m_clock.now()));
    Q_EMIT deliveriesChanged({delivery.id});
}

void FakeEngine::tell(const Trip& trip, const std::optional<TripPlan>& plan)
{
    must(m_store->trips().upsert(trip, u"{}"_s, m_clock.now()));
    if (plan)
        must(m_store->trips().setPlan(trip.id, *plan, m_clock.now()));
    tellRekeyed();
    Q_EMIT tripsChanged({trip.id});
}

void FakeEngine::tell(const Warehouse& warehouse)
{
    must(m_store->lookups().put(warehouse, m_clock.now()));
    Q_EMIT lookupsChanged();
}

void FakeEngine::tell(const Zone& zone)
{
    must(m_store->lookups().put(zone, m_clock.now()));
    Q_EMIT lookupsChanged();
}

void FakeEngine::tell(const DriverRef& driver)
{
    must(m_store->lookups().put(driver, m_clock.now()));
    Q_EMIT lookupsChanged();
}

void FakeEngine::tell(const QList<Position>& positions)
{
    must(m_store->positions().put(positions));
    Q_EMIT positionsChanged(positions);
}

void FakeEngine::tellTimeline(const WaybillId& id, const QList<TimelineEvent>& events)
{
    must(m_store->waybills().setTimeline(id, events));
    Q_EMIT waybillsChanged({id});
}

void FakeEngine::forget(const WaybillId& id)
{
    must(m_store->waybills().remove(id));
    tellRekeyed();
    Q_EMIT waybillsChanged({id});
}

void FakeEngine::seedDepot(int waybills, int deliveries)
{
    must(m_store->transaction([&]() -> Result<Nothing> {
        for (int n = 1; n <= 2; ++n)
            must(m_store->lookups().put(sampleWarehouse(n), m_clock.now()));
        for (int n = 1; n <= 8; ++n)
            must(m_store->lookups().put(sampleDriver(n), m_clock.now()));
        for (int n = 1; n <= waybills; ++n) {
            const auto status = kWaybillStatuses[static_cast<size_t>(n) % kWaybillStatuses.size()];
            Waybill waybill = sampleWaybill(n, status);
            using enum WaybillStatus;
            if (status == PickedUp || status == InTransit || status == Received || status == Closed)
                waybill.driverId = DriverId{u"driver-%1"_s.arg(n % 8 + 1)};
            must(m_store->waybills().upsert(waybill, u"{}"_s, m_clock.now()));
        }
        for (int n = 1; n <= deliveries; ++n)
            must(m_store->deliveries().upsert(sampleDelivery(n), u"{}"_s, m_clock.now()));
        return Nothing{};
    }));
    Q_EMIT lookupsChanged();
    Q_EMIT waybillsChanged({});
}

void FakeEngine::setStatus(const sync::EngineStatus& status)
{
    m_status = status;
    Q_EMIT statusChanged(m_status);
}

void FakeEngine::connectTo(const QUrl& server)
{
    m_status.server = server;
    setStatus(m_status);
}

void FakeEngine::signIn(const QString& email, const QString& password)
{
    m_lastEmail = email;
    if (password == u"wrong") {
        Error error;
        error.kind = Error::Kind::Unauthorised;
        error.status = 401;
        error.code = u"unauthorized"_s;
        error.vendorText = u"Invalid credentials"_s;
        Q_EMIT signInFailed(error);
        return;
    }
    m_status.session = sync::EngineStatus::Session::SignedIn;
    setStatus(m_status);
}

void FakeEngine::signOut()
{
    m_status.session = sync::EngineStatus::Session::SignedOut;
    setStatus(m_status);
}

void FakeEngine::confirmScan(quint64 ticket, const WaybillId&, const QString&)
{
    sync::ScanAnswer answer = m_scanAnswer.value_or(sync::ScanAnswer{});
    if (!m_scanAnswer) {
        answer.error = Error{};
        answer.error->kind = Error::Kind::Offline;
    }
    answer.ticket = ticket;
    QMetaObject::invokeMethod(
        this, [this, answer] { Q_EMIT scanAnswered(answer); }, Qt::QueuedConnection);
}

void FakeEngine::wantTravel(quint64 ticket, const QUrl& router, const QList<QGeoCoordinate>& places)
{
    travelAsked.append({ticket, router, places});
}

void FakeEngine::recordScan(const sync::ScanRecord& record)
{
    must(m_store->scans().append(
        {0, m_clock.now(), m_status.user.id, record.target, record.raw, record.code, record.verdict, record.took}));
}

void FakeEngine::submitAll(const QStringList& keys, const QList<Command>& commands,
                           const std::optional<Instant>& seenVersion)
{
    if (m_failNext) {
        const Error why = *std::exchange(m_failNext, std::nullopt);
        for (qsizetype i = 0; i < keys.size(); ++i)
            Q_EMIT commandNotAccepted(keys[i], commands[i], why);
        return;
    }
    QList<store::OutboxEntry> entries;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        store::OutboxEntry entry;
        entry.key = keys[i];
        entry.command = commands[i];
        entry.author = m_status.user.id;
        entry.authorName = m_status.user.fullName;
        entry.createdAt = entry.dueAt = m_clock.now();
        entry.seenVersion = seenVersion;
        entries << entry;
    }
    const qint64 seq = must(m_store->outbox().append(entries));
    for (qsizetype i = 0; i < keys.size(); ++i)
        Q_EMIT commandAccepted(keys[i], seq + i);
    Q_EMIT outboxChanged();
}

void FakeEngine::finish(qint64 seq)
{
    Q_EMIT outboxChanged();
    if (const auto entry = m_store->outbox().find(seq))
        Q_EMIT commandFinished(*entry);
}

void FakeEngine::carryOut(const Command& command, const WaybillId& now)
{
    const auto stored = m_store->waybills().find(now);
    const auto before = stored ? std::optional(stored->waybill) : std::nullopt;
    if (!before && !std::holds_alternative<CreateWaybill>(command))
        return;
    auto after = waydesk::apply(command, before);
    if (!after) {
        must(m_store->waybills().remove(now));
    } else {
        after->id = now;
        if (std::holds_alternative<CreateWaybill>(command)) {
            after->number = u"WB9%1"_s.arg(m_created, 4, 10, QLatin1Char('0'));
            after->createdAt = m_clock.now();
        }
        after->updatedAt = m_clock.now();
        must(m_store->waybills().upsert(*after, u"{}"_s, m_clock.now()));
    }
    if (const auto* create = std::get_if<CreateWaybill>(&command))
        must(m_store->deliveries().setWaybill(create->deliveries, now));
    if (const auto* attach = std::get_if<AttachDeliveries>(&command))
        must(m_store->deliveries().setWaybill(attach->deliveries, now));
    if (const auto* detach = std::get_if<DetachDelivery>(&command))
        must(m_store->deliveries().setWaybill({detach->delivery}, std::nullopt));
}

void FakeEngine::carryOutTrip(const Command& command, const TripId& now)
{
    const auto stored = m_store->trips().find(now);
    auto after = applyToTrip(command, stored ? std::optional(stored->trip) : std::nullopt);
    if (!after)
        return;
    after->id = now;
    if (std::holds_alternative<CreateTrip>(command)) {
        after->number = u"TRIP-9%1"_s.arg(m_created, 4, 10, QLatin1Char('0'));
        after->createdAt = m_clock.now();
    }
    after->updatedAt = m_clock.now();
    must(m_store->trips().upsert(*after, u"{}"_s, m_clock.now()));
    TripPlan plan;
    QList<DeliveryId> members;
    if (const auto before = m_store->trips().plan(now)) {
        for (const PlanMember& member : before->members)
            members << member.delivery;
    }
    for (const DeliveryId& id : membersAfter(command, members))
        plan.members << PlanMember{id, static_cast<int>(plan.members.size()) + 1, 0};
    must(m_store->trips().setPlan(now, plan, m_clock.now()));
}

void FakeEngine::carryOutParcel(const Command& command, const DeliveryId& now)
{
    const auto stored = m_store->deliveries().find(now);
    auto after = applyToParcel(command, stored ? std::optional(stored->delivery) : std::nullopt);
    if (!after)
        return;
    after->id = now;
    if (isCreate(command)) {
        after->code = u"9%1"_s.arg(m_created, 4, 10, QLatin1Char('0'));
        after->createdAt = m_clock.now();
    }
    after->updatedAt = m_clock.now();
    must(m_store->deliveries().upsert(*after, u"{}"_s, m_clock.now()));
}

void FakeEngine::confirm(qint64 seq)
{
    const auto entry = m_store->outbox().find(seq);
    if (!entry)
        qFatal("no such command");
    if (carryOutQueues(entry->command)) {
        must(m_store->outbox().confirm(seq, m_clock.now(), {}));
        finish(seq);
        return;
    }
    const SubjectId id = subject(entry->command);
    const bool isOfTrip = !tripOf(entry->command).isEmpty();
    std::optional<SubjectId> createdAs;
    if (id.isLocal())
        createdAs = SubjectId{(isOfTrip                             ? u"trip-server-%1"_s
                               : parcelOf(entry->command).isEmpty() ? u"wb-server-%1"_s
                                                                    : u"dl-server-%1"_s)
                                  .arg(++m_created)};
    if (isOfTrip) {
        const TripId now{createdAs.value_or(id).value};
        carryOutTrip(entry->command, now);
        must(m_store->outbox().confirm(seq, m_clock.now(), createdAs));
        if (createdAs)
            Q_EMIT tripRenamed({id.value}, now);
        Q_EMIT tripsChanged({now});
        finish(seq);
        return;
    }
    if (const DeliveryId parcel = parcelOf(entry->command); !parcel.isEmpty()) {
        const DeliveryId now{parcel.isLocal() ? u"dl-server-%1"_s.arg(m_created) : parcel.value};
        carryOutParcel(entry->command, now);
        must(m_store->outbox().confirm(seq, m_clock.now(), parcel.isLocal() ? createdAs : std::nullopt));
        if (parcel.isLocal())
            Q_EMIT deliveryRenamed(parcel, now);
        Q_EMIT deliveriesChanged({now});
        finish(seq);
        return;
    }
    QList<WaybillId> changed = waybillsOf(entry->command);
    if (createdAs)
        changed = {WaybillId{createdAs->value}};
    for (const WaybillId& each : changed)
        carryOut(entry->command, each);
    must(m_store->outbox().confirm(seq, m_clock.now(), createdAs));
    if (createdAs)
        Q_EMIT waybillRenamed({id.value}, {createdAs->value});
    Q_EMIT waybillsChanged(changed);
    finish(seq);
}

void FakeEngine::confirmAll()
{
    for (QList<store::OutboxEntry> heads; !(heads = m_store->outbox().heads(m_clock.now(), 1)).isEmpty();)
        confirm(heads.first().seq);
}

void FakeEngine::refuse(qint64 seq, const Error& error)
{
    must(m_store->outbox().refuse(seq, error, m_clock.now()));
    finish(seq);
}

void FakeEngine::loseAnswer(qint64 seq)
{
    must(m_store->outbox().setUnknown(seq, notAnswered(), m_clock.now()));
    finish(seq);
}

void FakeEngine::retry(qint64 seq)
{
    must(m_store->outbox().retry(seq, m_clock.now(), u"retry-key-%1-%2"_s.arg(seq).arg(++m_retries)));
    Q_EMIT outboxChanged();
}

void FakeEngine::replace(qint64 seq, const QString& newKey, const Command& edited)
{
    const qint64 added = must(m_store->outbox().replace(seq, newKey, edited, m_clock.now()));
    Q_EMIT commandAccepted(newKey, added);
    Q_EMIT outboxChanged();
}

void FakeEngine::discard(qint64 seq)
{
    must(m_store->outbox().discard(seq, m_clock.now()));
    Q_EMIT outboxChanged();
}

void FakeEngine::undo(qint64 seq)
{
    const bool inTime = m_store->outbox().undo(seq, m_clock.now()).ok();
    Q_EMIT outboxChanged();
    Q_EMIT undone(seq, inTime);
}

} // namespace waydesk::test
