// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kill/shift/laterowengine.h"

#include <QTimer>

using namespace std::chrono_literals;

namespace waydesk::test {

namespace {

constexpr auto kBeforeAnotherTry = 40ms;

Instant now()
{
    return SystemClock().now();
}

} // namespace

LateRowEngine::LateRowEngine(std::unique_ptr<store::Store> store, sync::TokenKeeper& keeper,
                             backends::MakeBackend makeBackend)
    : m_store(std::move(store))
    , m_keeper(keeper)
    , m_makeBackend(std::move(makeBackend))
{
}

void LateRowEngine::connectTo(const QUrl& server)
{
    m_server = server;
    m_backend = m_makeBackend(server, *this, *this);
    m_keeper.load(m_server, [this](std::optional<sync::KeptSession> kept) { m_kept = kept.value_or(m_kept); });
    tell();
}

void LateRowEngine::tell()
{
    sync::EngineStatus status;
    status.link = sync::EngineStatus::Link::Online;
    status.session =
        m_kept.access.isEmpty() ? sync::EngineStatus::Session::SignedOut : sync::EngineStatus::Session::SignedIn;
    QMetaObject::invokeMethod(
        this, [this, status] { Q_EMIT statusChanged(status); }, Qt::QueuedConnection);
}

void LateRowEngine::signIn(const QString& email, const QString& password)
{
    m_call = m_backend.sessions->signIn(email, password, [this, email, password](Result<wire::Tokens> tokens) {
        if (!tokens) {
            QTimer::singleShot(kBeforeAnotherTry, this, [this, email, password] { signIn(email, password); });
            return;
        }
        m_kept.access = tokens->access;
        m_keeper.save(m_server, m_kept, [](bool) {});
        tell();
    });
}

void LateRowEngine::submitAll(const QStringList& keys, const QList<Command>& commands, const std::optional<Instant>&)
{
    for (qsizetype i = 0; i < keys.size(); ++i)
        m_asked.push_back({keys[i], commands[i]});
    sendFirst();
}

void LateRowEngine::sendFirst()
{
    if (m_asked.empty() || m_sending || m_kept.access.isEmpty())
        return;
    Command command = m_asked.front().command;
    for (const SubjectId& id : touched(command))
        command = renamed(command, id, m_store->outbox().currentId(id));
    m_sending = true;
    if (!m_backend.commands->canSend(command)) { // killed between a create's row and the id that it brought
        QMetaObject::invokeMethod(
            this,
            [this] {
                answered(Error{Error::Kind::Rejected, 0, {}, {}, {}, {}});
            },
            Qt::QueuedConnection);
        return;
    }
    m_call = m_backend.commands->send(command, m_asked.front().key,
                                      [this](Result<backends::CommandAnswer> answer) { answered(answer); });
}

void LateRowEngine::answered(const Result<backends::CommandAnswer>& answer)
{
    m_sending = false;
    const bool saidNo =
        !answer && (answer.error().kind == Error::Kind::Rejected || answer.error().kind == Error::Kind::NotFound);
    if (!answer && !saidNo) {
        QTimer::singleShot(kBeforeAnotherTry, this, [this] { sendFirst(); });
        return;
    }
    store::OutboxEntry entry; // the mistake: only now
    entry.key = m_asked.front().key;
    entry.command = m_asked.front().command;
    entry.createdAt = entry.dueAt = now();
    m_asked.pop_front();
    const Result<qint64> seq = m_store->outbox().append(entry);
    if (!seq) {
        Q_EMIT commandNotAccepted(entry.key, entry.command, seq.error());
        return;
    }
    std::optional<SubjectId> made;
    if (answer && answer->waybill && isCreate(entry.command))
        made = SubjectId{answer->waybill->waybill.value.id.value};
    if (answer && answer->trip && isCreate(entry.command))
        made = SubjectId{answer->trip->trip.value.id.value};
    const Result<Nothing> done =
        saidNo ? m_store->outbox().refuse(*seq, answer.error(), now()) : m_store->outbox().confirm(*seq, now(), made);
    Q_EMIT commandAccepted(entry.key, *seq);
    if (const auto row = m_store->outbox().find(*seq); row && done.ok())
        Q_EMIT commandFinished(*row);
    sendFirst();
}

} // namespace waydesk::test
