// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the engine tell about themselves, and the threads they may be used on. Facts are told after they
// are on disk. Engine thread.
#pragma once

#include "services/domain/command.h"
#include "services/domain/position.h"
#include "services/domain/result.h"
#include "services/domain/tripplan.h"
#include "services/store/outboxentry.h"
#include "services/wire/answers.h"

#include <QThread>

namespace waydesk::sync {

class EngineListener
{
public:
    virtual ~EngineListener() = default;
    virtual void statusTouched() = 0; // link, session, progress, ages: anything that the status shows
    virtual void linkMoved() = 0;
    virtual void sessionMoved() = 0;
    virtual void waybillsChanged(const QList<WaybillId>& ids) = 0; // empty: many
    virtual void deliveriesChanged(const QList<DeliveryId>& ids) = 0;
    virtual void tripsChanged(const QList<TripId>& ids) = 0;
    virtual void returnsChanged() = 0;
    virtual void casesChanged() = 0; // or who may own one
    virtual void positionsChanged(const QList<Position>& rows) = 0;
    virtual void lookupsChanged() = 0;
    virtual void renamed(const Command& create, const SubjectId& server) = 0; // what it made has the server's id now
    virtual void outboxChanged() = 0;
    virtual void commandFinished(const store::OutboxEntry& entry) = 0;
    virtual void failed(const Error& error) = 0; // for "last errors"
    virtual void drifted(const wire::Drift& drift) = 0;
};

// A plain class that belongs to the engine thread has one, and asserts it at its doors.
class EngineBound
{
public:
    void assertHere() const { Q_ASSERT(QThread::currentThread() == m_thread); }

private:
    QThread* m_thread = QThread::currentThread();
};

} // namespace waydesk::sync
