// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bulkrun.h"

#include "models/commandsink.h"
#include "models/errortext.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

using store::CommandState;

BulkRun::BulkRun(CommandSink& sink, QList<Item> items, QObject* parent)
    : QAbstractListModel(parent)
    , m_sink(sink)
    , m_items(std::move(items))
    , m_wasSettled(m_items.isEmpty())
{
    const auto rowOfKey = [this](const QString& key) {
        for (qsizetype i = 0; i < m_items.size(); ++i) {
            if (!key.isEmpty() && m_items.at(i).key == key)
                return static_cast<int>(i);
        }
        return -1;
    };
    connect(&sink, &CommandSink::accepted, this, [this, rowOfKey](const QString& key, qint64 seq) {
        if (const int row = rowOfKey(key); row >= 0)
            takenIn(row, seq);
        else if (m_submitting)
            m_early.insert(key, seq);
    });
    connect(&sink, &CommandSink::notAccepted, this,
            [this, rowOfKey](const QString& key, const Command&, const Error& error) {
                if (const int row = rowOfKey(key); row >= 0)
                    set(row, State::Failed, error);
                else if (m_submitting)
                    m_earlyErrors.insert(key, error);
            });
    connect(&sink, &CommandSink::finished, this, [this](const store::OutboxEntry& entry) { finish(entry); });
    connect(&sink, &CommandSink::undone, this, [this](qint64 seq, bool inTime) {
        if (const int row = rowOfSeq(seq); row >= 0 && inTime)
            set(row, State::Cancelled);
    });
    connect(&sink, &CommandSink::changed, this, [this] { lookAgain(); });
}

void BulkRun::start()
{
    m_cancelling = false;
    for (int row = 0; row < m_items.size(); ++row) {
        if (m_items.at(row).state == State::Waiting)
            submit(row);
    }
}

void BulkRun::cancel()
{
    m_cancelling = true;
    for (int row = 0; row < m_items.size(); ++row) {
        if (m_items.at(row).state == State::Waiting)
            set(row, State::Cancelled);
        else if (m_items.at(row).state == State::OnItsWay && m_items.at(row).seq != 0)
            m_sink.undo(m_items.at(row).seq); // undone() says whether it was in time
    }
}

void BulkRun::retryFailed()
{
    m_cancelling = false;
    for (int row = 0; row < m_items.size(); ++row) {
        Item& item = m_items[row];
        if (item.state != State::Failed)
            continue;
        if (item.seq == 0) {
            submit(row);
            continue;
        }
        set(row, State::OnItsWay);
        m_sink.retry(item.seq);
    }
}

void BulkRun::submit(int row)
{
    m_items[row].seq = 0;
    set(row, State::OnItsWay);
    m_submitting = true;
    const QString key = m_sink.submit(m_items.at(row).command, m_items.at(row).seenVersion);
    m_submitting = false;
    m_items[row].key = key;
    if (const auto seq = m_early.constFind(key); seq != m_early.cend())
        takenIn(row, *seq);
    else if (const auto error = m_earlyErrors.constFind(key); error != m_earlyErrors.cend())
        set(row, State::Failed, *error);
    m_early.clear();
    m_earlyErrors.clear();
}

void BulkRun::takenIn(int row, qint64 seq)
{
    m_items[row].seq = seq;
    if (m_cancelling)
        m_sink.undo(seq);
}

int BulkRun::rowOfSeq(qint64 seq) const
{
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (seq != 0 && m_items.at(i).seq == seq)
            return static_cast<int>(i);
    }
    return -1;
}

void BulkRun::finish(const store::OutboxEntry& entry)
{
    const int row = rowOfSeq(entry.seq);
    if (row < 0)
        return;
    switch (entry.state) {
    case CommandState::Confirmed:
        set(row, State::Done);
        break;
    case CommandState::Refused:
        set(row, State::Failed, entry.lastError);
        break;
    case CommandState::Unknown:
        set(row, State::Unknown, entry.lastError);
        break;
    case CommandState::Discarded:
        set(row, State::Cancelled);
        break;
    case CommandState::Queued:
    case CommandState::Sending:
        set(row, State::OnItsWay);
        break;
    }
}

// A command may end without us: dropped on the Sync page, or settled there after it was not known.
void BulkRun::lookAgain()
{
    QHash<qint64, CommandState> open;
    for (const store::OutboxEntry& entry : m_sink.open())
        open.insert(entry.seq, entry.state);
    QHash<qint64, store::OutboxEntry> done;
    bool read = false;
    for (const Item& item : QList<Item>(m_items)) {
        if (item.seq == 0 || open.contains(item.seq) || item.state == State::Done || item.state == State::Cancelled)
            continue;
        if (!std::exchange(read, true)) {
            for (const store::OutboxEntry& entry : m_sink.done(static_cast<int>(m_items.size()) + 100))
                done.insert(entry.seq, entry);
        }
        if (const auto it = done.constFind(item.seq); it != done.cend())
            finish(*it);
    }
}

void BulkRun::set(int row, State state, const std::optional<Error>& error)
{
    Item& item = m_items[row];
    if (item.state == state && item.error == error)
        return;
    item.state = state;
    item.error = error;
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT accountChanged();
    const bool isSettled = account().isSettled();
    if (isSettled && !std::exchange(m_wasSettled, isSettled))
        Q_EMIT settled();
    m_wasSettled = isSettled;
}

BulkRun::Account BulkRun::account() const
{
    Account account;
    for (const Item& item : m_items) {
        switch (item.state) {
        case State::Waiting:
            ++account.waiting;
            break;
        case State::OnItsWay:
            ++account.onItsWay;
            break;
        case State::Done:
            ++account.done;
            break;
        case State::Failed:
            ++account.failed;
            break;
        case State::Unknown:
            ++account.unknown;
            break;
        case State::Cancelled:
            ++account.cancelled;
            break;
        }
    }
    return account;
}

QString BulkRun::accountText() const
{
    const Account a = account();
    QStringList parts{tr("%Ln done", nullptr, a.done), tr("%Ln failed", nullptr, a.failed),
                      tr("%Ln not known", nullptr, a.unknown)};
    if (a.cancelled > 0)
        parts += tr("%Ln taken back", nullptr, a.cancelled);
    if (a.waiting + a.onItsWay > 0)
        parts += tr("%Ln on the way", nullptr, a.waiting + a.onItsWay);
    return tr("%1 of %Ln", "an account of all that was selected", a.all()).arg(parts.join(tr(", ", "account")));
}

int BulkRun::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant BulkRun::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Item& item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return item.name;
    case StateRole:
        return static_cast<int>(item.state);
    case StateTextRole:
        switch (item.state) {
        case State::Waiting:
            return tr("Waiting");
        case State::OnItsWay:
            return tr("On its way");
        case State::Done:
            return tr("Done");
        case State::Failed:
            return tr("Failed");
        case State::Unknown:
            return tr("Not known");
        case State::Cancelled:
            return tr("Taken back");
        }
        Q_UNREACHABLE();
    case SentenceRole:
    case Qt::ToolTipRole:
        return item.error ? errorText(*item.error) : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> BulkRun::roleNames() const
{
    return {{NameRole, "name"}, {StateRole, "state"}, {StateTextRole, "stateText"}, {SentenceRole, "sentence"}};
}

} // namespace waydesk::models
