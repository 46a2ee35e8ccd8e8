// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kill/shift/worker.h"

#include "tests/kill/checks/sqlitefile.h"

#include <QFile>
#include <QMap>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using waydesk::store::CommandState;

namespace waydesk::test {

namespace {

constexpr qsizetype kMostAsked = 3, kMostOpen = 16;
// Once something was refused that should not be, what waits behind it never ends: no use in waiting longer.
constexpr auto kPatienceAfterRefusal = 3s;

QString wordOf(CommandState state)
{
    switch (state) {
    case CommandState::Queued:
        return u"queued"_s;
    case CommandState::Sending:
        return u"sending"_s;
    case CommandState::Confirmed:
        return u"confirmed"_s;
    case CommandState::Refused:
        return u"refused"_s;
    case CommandState::Unknown:
        return u"unknown"_s;
    case CommandState::Discarded:
        return u"discarded"_s;
    }
    Q_UNREACHABLE();
}

bool isOpen(CommandState state)
{
    return state == CommandState::Queued || state == CommandState::Sending || state == CommandState::Unknown;
}

} // namespace

Worker::Worker(sync::Engine& engine, ShiftPlan& plan, int start, std::optional<int> until)
    : m_engine(engine)
    , m_plan(plan)
    , m_next(start)
    , m_until(until)
{
    connect(&engine, &sync::Engine::commandAccepted, this, &Worker::accepted);
    connect(&engine, &sync::Engine::commandFinished, this, &Worker::finished);
    connect(&engine, &sync::Engine::commandNotAccepted, this,
            [this](const QString& key, const Command&, const Error& e) {
                say(u"trouble"_s, key, u"not accepted: "_s + e.code + u' ' + e.detail);
            });
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { Q_EMIT atRest(2); });
}

void Worker::say(const QString& word, const QString& key, const QString& rest)
{
    Q_EMIT told(QString(word + u' ' + key + u' ' + rest).toUtf8());
}

void Worker::lookAtList(const QString& workFile)
{
    if (!QFile::exists(workFile))
        return;
    SqliteFile file(workFile);
    QMap<int, QString> already;
    for (const QStringList& row : file.rows(u"SELECT key, state FROM outbox ORDER BY seq"_s)) {
        const int index = indexOf(row[0]);
        if (index >= m_next)
            already[index] = row[0];
        const auto state = static_cast<CommandState>(row[1].toInt());
        if (isOpen(state))
            m_open.insert(row[0]);
        else if (state == CommandState::Refused && index >= 0)
            m_refusedWrongly |= !m_plan.at(index).event.isEmpty();
    }
    if (!already.isEmpty() && m_plan.at(already.lastKey()).withNext)
        say(u"trouble"_s, already.last(), u"half of what was asked for together is on the list"_s);
    for (auto it = already.constBegin(); it != already.constEnd(); ++it) {
        say(u"accepted"_s, it.value(), QString::number(it.key()));
        m_next = it.key() + 1;
    }
}

void Worker::begin(const QUrl& server)
{
    connect(&m_engine, &sync::Engine::statusChanged, this, &Worker::statusMoved);
    connect(&m_engine, &sync::Engine::signInFailed, this, [this] { m_signingIn = false; });
    m_engine.connectTo(server);
}

void Worker::statusMoved(const sync::EngineStatus& status)
{
    using Session = sync::EngineStatus::Session;
    if (!m_begun && (status.session == Session::SignedIn || status.session == Session::Expired)) {
        m_begun = true; // a desk that knows its person takes work, whatever the network does
        feed();
        lookForRest();
    }
    const bool mustSignIn = status.session == Session::SignedOut || status.session == Session::Expired;
    if (mustSignIn && !m_signingIn && status.link == sync::EngineStatus::Link::Online) {
        m_signingIn = true;
        m_engine.signIn(u"dispatcher@demo.waydesk"_s, u"demo"_s);
    }
}

void Worker::feed()
{
    while (m_asked.size() < kMostAsked && m_asked.size() + m_open.size() < kMostOpen &&
           (!m_until || m_next < *m_until)) {
        QStringList keys;
        QList<Command> commands;
        for (bool more = true; more;) {
            const PlannedCommand& planned = m_plan.at(m_next++);
            more = planned.withNext;
            keys += keyFor(planned.index);
            commands += planned.command;
            m_asked.insert(keys.last());
        }
        m_engine.submitAll(keys, commands, {});
    }
}

void Worker::accepted(const QString& key)
{
    if (!m_asked.remove(key))
        return;
    m_open.insert(key);
    say(u"accepted"_s, key, QString::number(indexOf(key)));
    feed();
}

void Worker::finished(const store::OutboxEntry& entry)
{
    say(u"finished"_s, entry.key, wordOf(entry.state));
    if (isOpen(entry.state))
        return;
    m_open.remove(entry.key);
    const int index = indexOf(entry.key);
    m_refusedWrongly |= entry.state == CommandState::Refused && index >= 0 && !m_plan.at(index).event.isEmpty();
    feed();
    lookForRest();
}

void Worker::lookForRest()
{
    if (!m_until || m_next < *m_until)
        return;
    if (m_asked.isEmpty() && m_open.isEmpty())
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT atRest(0); }, Qt::QueuedConnection);
    else if (m_refusedWrongly)
        m_patience.start(kPatienceAfterRefusal);
}

} // namespace waydesk::test
