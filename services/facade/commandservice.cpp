// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/commandservice.h"

#include "services/store/reader.h"
#include "services/sync/engine.h"

#include <QDateTime>
#include <QUuid>

namespace waydesk::facade {

namespace {

const Clock& systemClock()
{
    static const SystemClock clock;
    return clock;
}

QString newKey()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

struct CommandService::Private
{
    store::Reader& reader;
    sync::Engine& engine;
    const Clock* clock = &systemClock();
    QTimeZone zone = QTimeZone::systemTimeZone();
};

CommandService::CommandService(store::Reader& reader, sync::Engine& engine, QObject* parent)
    : QObject(parent)
    , d(new Private{reader, engine})
{
    connect(&engine, &sync::Engine::commandAccepted, this, &CommandService::accepted);
    connect(&engine, &sync::Engine::commandNotAccepted, this, &CommandService::notAccepted);
    connect(&engine, &sync::Engine::outboxChanged, this, &CommandService::changed);
    connect(&engine, &sync::Engine::commandFinished, this, &CommandService::finished);
    connect(&engine, &sync::Engine::undone, this, &CommandService::undone);
}

CommandService::~CommandService() = default;

void CommandService::setClock(const Clock& clock)
{
    d->clock = &clock;
}

void CommandService::setZone(const QTimeZone& zone)
{
    if (zone == d->zone)
        return;
    d->zone = zone;
    Q_EMIT changed();
}

QString CommandService::submit(const Command& command, const std::optional<Instant>& seenVersion)
{
    QString key = newKey();
    d->engine.submit(key, command, seenVersion);
    return key;
}

QStringList CommandService::submitAll(const QList<Command>& commands, const std::optional<Instant>& seenVersion)
{
    QStringList keys;
    for (qsizetype i = 0; i < commands.size(); ++i)
        keys << newKey();
    d->engine.submitAll(keys, commands, seenVersion);
    return keys;
}

TripId CommandService::newLocalTripId()
{
    return {kLocalIdPrefix.toString() + newKey()};
}

DeliveryId CommandService::newLocalDeliveryId()
{
    return {kLocalIdPrefix.toString() + newKey()};
}

WaybillId CommandService::newLocalId()
{
    return {kLocalIdPrefix.toString() + newKey()};
}

QList<store::OutboxEntry> CommandService::open() const
{
    return d->reader.outbox().open();
}

QList<store::OutboxEntry> CommandService::done(int most) const
{
    return d->reader.outbox().done(most);
}

CommandCounts CommandService::counts() const
{
    const store::OutboxCounts open = d->reader.outbox().counts();
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(d->clock->now().time_since_epoch());
    const QDateTime midnight = QDateTime::fromMSecsSinceEpoch(now.count(), d->zone).date().startOfDay(d->zone);
    const Instant since{std::chrono::milliseconds(midnight.toMSecsSinceEpoch())};
    return {open.queued, open.sending, open.unknown, open.refused, d->reader.outbox().doneSince(since)};
}

std::optional<Conflict> CommandService::conflict(qint64 seq) const
{
    const auto entry = d->reader.outbox().find(seq);
    if (!entry)
        return std::nullopt;
    Conflict out;
    out.entry = *entry;
    out.waitingBehind = d->reader.outbox().waitingBehind(seq);
    if (const WaybillId id = waybillOf(entry->command); !id.isEmpty()) {
        if (const auto stored = d->reader.waybills().find(d->reader.outbox().currentId(id)))
            out.theirs = stored->waybill;
    }
    if (const TripId id = tripOf(entry->command); !id.isEmpty()) {
        if (const auto stored = d->reader.trips().find(d->reader.outbox().currentId(id)))
            out.theirTrip = stored->trip;
    }
    if (const auto* decide = std::get_if<DecideReturn>(&entry->command)) {
        if (const auto stored = d->reader.queues().find(decide->request))
            out.theirReturn = stored->row;
    }
    if (const auto* update = std::get_if<UpdateCase>(&entry->command)) {
        if (const auto stored = d->reader.queues().find(update->exception))
            out.theirCase = stored->row;
    }
    for (const DeliveryId& id : deliveriesOf(entry->command)) {
        if (const auto stored = d->reader.deliveries().find(id))
            out.deliveries << stored->delivery;
    }
    return out;
}

void CommandService::retry(qint64 seq)
{
    d->engine.retry(seq);
}

QString CommandService::replace(qint64 seq, const Command& edited)
{
    QString key = newKey();
    d->engine.replace(seq, key, edited);
    return key;
}

void CommandService::discard(qint64 seq)
{
    d->engine.discard(seq);
}

void CommandService::undo(qint64 seq)
{
    d->engine.undo(seq);
}

} // namespace waydesk::facade
