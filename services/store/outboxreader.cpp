// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/outboxreader.h"

#include "services/store/outboxrows.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

QList<OutboxEntry> OutboxReader::open() const
{
    return allOutbox(m_db.run(selectOutbox() + u"WHERE o.state IN (0,1,3,4) ORDER BY o.place"_s));
}

QList<OutboxEntry> OutboxReader::openFor(const WaybillId& id) const
{
    QList<OutboxEntry> out;
    const auto candidates = allOutbox(m_db.run(
        selectOutbox() + u"WHERE o.state IN (0,1,3,4) AND (o.kind = 'bulk_delete_drafts' OR EXISTS (SELECT 1 FROM "
                         "outbox_touch t WHERE t.waybill = ? AND t.seq = o.seq)) ORDER BY o.place"_s,
        {bind(id.value)}));
    for (const OutboxEntry& entry : candidates) {
        const auto* bulk = std::get_if<BulkDeleteDrafts>(&entry.command);
        if (!bulk || bulk->allEmpty || bulk->waybills.contains(id))
            out << entry;
    }
    return out;
}

QList<OutboxEntry> OutboxReader::done(int most) const
{
    return allOutbox(
        m_db.run(selectOutbox() + u"WHERE o.state IN (2,5) ORDER BY o.finished_at DESC, o.seq DESC LIMIT ?"_s, {most}));
}

QList<OutboxEntry> OutboxReader::waitingBehind(qint64 seq) const
{
    return allOutbox(m_db.run(
        selectOutbox() + u"WHERE o.state IN (0,1,3,4) AND EXISTS (SELECT 1 FROM outbox_touch mine JOIN outbox_touch "
                         "theirs USING (waybill) JOIN outbox p ON p.seq = theirs.seq WHERE mine.seq = o.seq AND "
                         "p.seq = ? AND p.place < o.place) ORDER BY o.place"_s,
        {seq}));
}

std::optional<OutboxEntry> OutboxReader::find(qint64 seq) const
{
    Rows rows = m_db.run(selectOutbox() + u"WHERE o.seq = ?"_s, {seq});
    return rows.next() ? readOutbox(rows) : std::nullopt;
}

OutboxCounts OutboxReader::counts() const
{
    return Outbox(m_db).counts();
}

int OutboxReader::doneSince(Instant since) const
{
    return static_cast<int>(
        m_db.number(u"SELECT count(*) FROM outbox WHERE state IN (2,5) AND state = 2 AND finished_at >= ?"_s,
                    {bind(since)})
            .value_or(0));
}

QList<OutboxEntry> OutboxReader::openCreates() const
{
    return allOutbox(
        m_db.run(selectOutbox() + u"WHERE o.kind = 'create_waybill' AND o.state IN (0,1,3,4) ORDER BY o.place DESC"_s));
}

std::optional<WaybillId> OutboxReader::localId(const WaybillId& server) const
{
    Rows rows = m_db.run("SELECT local FROM alias WHERE server = ?", {bind(server.value)});
    return rows.next() ? std::optional(WaybillId{rows.text(0)}) : std::nullopt;
}

QList<OutboxEntry> OutboxReader::openMembership(const DeliveryId& id) const
{
    QList<OutboxEntry> out;
    const auto candidates = allOutbox(
        m_db.run(selectOutbox() + u"WHERE o.state IN (0,1,3,4) AND o.kind IN ('create_waybill','attach_deliveries',"
                                  "'detach_delivery') AND instr(o.command, ?) > 0 ORDER BY o.place"_s,
                 {bind(id.value)}));
    for (const OutboxEntry& entry : candidates) {
        if (deliveriesOf(entry.command).contains(id))
            out << entry;
    }
    return out;
}

} // namespace waydesk::store
