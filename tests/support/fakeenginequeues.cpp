// SPDX-License-Identifier: GPL-3.0-or-later
// FakeEngine's parcels beside themselves: the queues of returns and of exceptions, what happened, and pictures.
#include "services/domain/caserules.h"
#include "tests/support/fakeengine.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::test {

namespace {

void must(bool done) // a test's own store that cannot write is the end of the test
{
    if (!done)
        qFatal("test store");
}

} // namespace

void FakeEngine::tell(const ReturnQueueRow& row)
{
    must(m_store->queues().upsert(row, u"{}"_s, m_clock.now()).ok());
    Q_EMIT returnsChanged();
}

void FakeEngine::tell(const DeliveryCase& row)
{
    must(m_store->queues().upsert(row, u"{}"_s, m_clock.now()).ok());
    Q_EMIT casesChanged();
}

void FakeEngine::tell(const QList<Colleague>& colleagues)
{
    must(m_store->queues().setColleagues(colleagues, m_clock.now()).ok());
    Q_EMIT casesChanged();
}

void FakeEngine::tellStory(const DeliveryId& id, const QJsonObject& raw)
{
    must(m_store->stories().put(id, raw, m_clock.now()).ok());
    Q_EMIT storyTold({id, sync::StoryNews::State::Read, {}});
}

void FakeEngine::tellPicture(const QString& url, const QByteArray& bytes)
{
    must(m_store->pictures().put(url, bytes, m_clock.now()).ok());
    Q_EMIT pictureTold({url, bytes, {}});
}

bool FakeEngine::carryOutQueues(const Command& command)
{
    if (const auto* decide = std::get_if<DecideReturn>(&command)) {
        auto stored = m_store->queues().find(decide->request);
        if (!stored)
            return true;
        const bool approves = decide->decision == ReturnDecision::Approve;
        stored->row.request.state = approves ? ReturnRequestStatus::Approved : ReturnRequestStatus::Rejected;
        stored->row.request.decidedAt = m_clock.now();
        stored->row.request.decidedByName = m_status.user.fullName;
        tell(stored->row);
        return true;
    }
    if (const auto* update = std::get_if<UpdateCase>(&command)) {
        if (auto stored = m_store->queues().find(update->exception)) {
            DeliveryCase now = apply(*update, stored->row, m_clock.now());
            if (now.owner == m_status.user.id)
                now.ownerName = m_status.user.fullName;
            tell(now);
        }
        return true;
    }
    if (const auto* raise = std::get_if<RaiseCase>(&command)) {
        DeliveryCase row;
        row.id = {u"case-server-%1"_s.arg(++m_created)};
        row.delivery = raise->delivery;
        row.kind = raise->kind;
        row.reason = raise->reason;
        row.notes = raise->notes.value_or(QString());
        row.raisedAt = row.updatedAt = m_clock.now();
        tell(row);
        return true;
    }
    return false;
}

void FakeEngine::tell(const CustomerRef& customer)
{
    must(m_store->lookups().put(customer, m_clock.now()).ok());
    tellRekeyed();
    Q_EMIT lookupsChanged();
}

void FakeEngine::tellRekeyed()
{
    QList<DeliveryId> ids;
    const QStringList names = m_store->cache().takeRekeyed();
    for (const QString& id : names)
        ids << DeliveryId{id};
    if (!ids.isEmpty())
        Q_EMIT deliveriesChanged(ids);
}

} // namespace waydesk::test
