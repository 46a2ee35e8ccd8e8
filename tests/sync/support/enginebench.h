// SPDX-License-Identifier: GPL-3.0-or-later
// A store in a folder of its own, a fake backend, a clock that stands, and a listener that writes down what it is told:
// what the parts of the engine need around them.
#pragma once

#include "services/sync/enginelistener.h"
#include "services/sync/ingest.h"
#include "tests/sync/support/fakebackend.h"
#include "tests/sync/support/fakewakeups.h"

#include <QTemporaryDir>

namespace waydesk::test {

class NotedListener final : public sync::EngineListener
{
public:
    void statusTouched() override {}
    void linkMoved() override { ++linkMoves; }
    void sessionMoved() override { ++sessionMoves; }
    void waybillsChanged(const QList<WaybillId>& ids) override { waybills.append(ids); }
    void deliveriesChanged(const QList<DeliveryId>& ids) override { deliveries.append(ids); }
    void tripsChanged(const QList<TripId>& ids) override { trips.append(ids); }
    void returnsChanged() override { ++returnMoves; }
    void casesChanged() override { ++caseMoves; }
    void positionsChanged(const QList<Position>& rows) override { positions.append(rows); }
    void lookupsChanged() override {}
    void renamed(const Command& create, const SubjectId& server) override { names.insert(subject(create), server); }
    void outboxChanged() override {}
    void commandFinished(const store::OutboxEntry& entry) override { finished.append(entry); }
    void failed(const Error& error) override { errors.append(error); }
    void drifted(const wire::Drift& more) override { drift += more.count; }

    int returnMoves = 0, caseMoves = 0;
    int linkMoves = 0, sessionMoves = 0, drift = 0;
    QList<WaybillId> waybills;
    QList<DeliveryId> deliveries;
    QList<TripId> trips;
    QList<Position> positions;
    QHash<SubjectId, SubjectId> names;
    QList<store::OutboxEntry> finished;
    QList<Error> errors;
};

struct EngineBench
{
    EngineBench()
    {
        auto opened = store::Store::open(folder.path());
        if (!opened)
            qFatal("the store did not open");
        store = std::move(opened).value();
        ingest = std::make_unique<sync::Ingest>(*store, clock, listener);
    }

    qint64 queue(const Command& command, const QString& key, const QString& author = QStringLiteral("me"))
    {
        store::OutboxEntry entry;
        entry.command = command;
        entry.key = key;
        entry.author = {author};
        entry.createdAt = entry.dueAt = clock.now();
        const auto seq = store->outbox().append(entry);
        return seq ? *seq : -1;
    }
    store::CommandState state(qint64 seq) const { return store->outbox().find(seq)->state; }

    QTemporaryDir folder;
    FakeClock clock;
    FakeWakeups wakeups{clock};
    NotedListener listener;
    FakeBackend server;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<sync::Ingest> ingest;
};

} // namespace waydesk::test
