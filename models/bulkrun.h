// SPDX-License-Identifier: GPL-3.0-or-later
// One command per waybill, with a row-by-row account: done + failed + unknown + cancelled = all, once nothing is
// waiting or on its way. cancel() takes back what has not been sent; retryFailed() repeats only what failed. GUI
// thread.
#pragma once

#include "services/domain/command.h"
#include "services/domain/result.h"

#include <QAbstractListModel>
#include <QHash>

namespace waydesk::store {
struct OutboxEntry;
}

namespace waydesk::models {

class CommandSink;

class BulkRun : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class State { Waiting, OnItsWay, Done, Failed, Unknown, Cancelled };
    struct Item
    {
        Command command;
        std::optional<Instant> seenVersion;
        QString name; // the waybill's number
        State state = State::Waiting;
        QString key;
        qint64 seq = 0;
        std::optional<Error> error;
    };
    struct Account
    {
        int waiting = 0, onItsWay = 0, done = 0, failed = 0, unknown = 0, cancelled = 0;
        int all() const { return waiting + onItsWay + done + failed + unknown + cancelled; }
        bool isSettled() const { return waiting == 0 && onItsWay == 0; }
        bool operator==(const Account&) const = default;
    };
    enum Role { StateRole = Qt::UserRole + 1, StateTextRole, NameRole, SentenceRole };

    BulkRun(CommandSink& sink, QList<Item> items, QObject* parent = nullptr);

    void start();
    void cancel();
    void retryFailed();
    Account account() const;
    QString accountText() const; // "3 done, 1 failed, 0 unknown of 4"
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void accountChanged();
    void settled();

private:
    void set(int row, State state, const std::optional<Error>& error = {});
    void submit(int row);
    void takenIn(int row, qint64 seq);
    int rowOfSeq(qint64 seq) const;
    void finish(const store::OutboxEntry& entry);
    void lookAgain();

    CommandSink& m_sink;
    QList<Item> m_items;
    bool m_cancelling = false;
    bool m_wasSettled;
    bool m_submitting = false; // an answer may come before submit() has returned its key
    QHash<QString, qint64> m_early;
    QHash<QString, Error> m_earlyErrors;
};

} // namespace waydesk::models
