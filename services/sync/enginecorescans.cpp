// SPDX-License-Identifier: GPL-3.0-or-later
// EngineCore's part in scanning.
#include "services/sync/connection.h"

#include <QElapsedTimer>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

void EngineCore::confirmScan(quint64 ticket, const WaybillId& target, const QString& code)
{
    const WaybillId id = m_store->outbox().currentId(target);
    const bool canAsk = m_connection && m_connection->link.isOnline() && m_connection->session.canWork();
    if (!canAsk || id.isLocal()) {
        Q_EMIT m_engine.scanAnswered(
            {ticket, {}, Error{Error::Kind::Offline, 0, {}, {}, u"not asked: offline"_s, {}}, {}});
        return;
    }
    QElapsedTimer timer;
    timer.start();
    auto call = std::make_shared<net::Call>();
    m_scans.insert(ticket, call);
    *call = m_connection->backend.waybills->scan(id, code, [this, ticket, timer](Result<wire::ScanFound> found) {
        const auto kept = m_scans.take(ticket);
        ScanAnswer answer;
        answer.ticket = ticket;
        answer.took = std::chrono::milliseconds{timer.elapsed()};
        if (found) {
            m_connection->ingest.deliveries({found->delivery});
            drifted(found->drift);
            answer.delivery = found->delivery.value;
        } else {
            answer.error = found.error();
        }
        Q_EMIT m_engine.scanAnswered(answer);
    });
}

void EngineCore::recordScan(const ScanRecord& record)
{
    store::ScanEntry entry;
    entry.at = m_options.clock->now();
    if (m_connection)
        entry.author = m_connection->session.kept().user.id;
    entry.target = record.target;
    entry.raw = record.raw;
    entry.code = record.code;
    entry.verdict = record.verdict;
    entry.took = record.took;
    if (auto kept = m_store->scans().append(entry); !kept)
        failed(kept.error());
}

} // namespace waydesk::sync
