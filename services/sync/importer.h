// SPDX-License-Identifier: GPL-3.0-or-later
// Brings files of parcels to the server: reads the whole file first and sends nothing; then, when the person has said
// so, sends it batch by batch. How far it has come is on disk before the next batch goes; a batch whose answer was lost
// is sent again, and the server knows its rows. One file at a time; works in slices, so that nothing on this thread
// waits for it. Engine thread.
#pragma once

#include "services/backends/imports.h"
#include "services/store/store.h"
#include "services/sync/enginelistener.h"
#include "services/sync/filerows.h"
#include "services/sync/wakeups.h"

namespace waydesk::sync {

// Rows on their way to the server together.
struct FileBatch
{
    QList<wire::ImportRow> rows;
    QHash<qint64, QStringList> cells; // by line
    qint64 upTo = 0;                  // the ordinal of the last row looked at
    qsizetype weight = 0;             // characters
    bool isMended = false;            // rows put right after the file had been sent
    bool isLast = false;
};

class Importer
{
public:
    using Moved = std::function<void(const csv::ImportJob&)>; // as it is on disk

    Importer(store::Store& store, Wakeups& wakeups, Moved moved);

    void goOn(); // after a start: what was under way
    // Online and signed in, at the depot that `owner` names as the cache does. Null: this server has no such call.
    void resume(backends::Imports* port, const QString& owner);
    void pause();

    void check(const csv::ImportJob& job); // a new one, or an old one set up differently: it is read from the start
    void send(const QString& id);
    void stop(const QString& id);
    void fix(const QString& id, qint64 line, int column, const QString& text);
    void forget(const QString& id);

private:
    void begin(const csv::ImportJob& job);
    void soon(std::chrono::milliseconds in = std::chrono::milliseconds{0});
    void step();
    void checkSome();
    void fillBatch();
    void fillMended();
    void sendBatch();
    void heard(Result<wire::ImportAnswer> answer);
    bool keep(const QList<csv::BadRow>& bad = {}, const QList<qint64>& gone = {});
    void fail(const Error& error);
    void rest(); // nothing more to do for the present job

    store::Store& m_store;
    Wakeups& m_wakeups;
    Moved m_moved;
    EngineBound m_bound;
    backends::Imports* m_port = nullptr;
    QString m_owner;
    bool m_online = false;
    std::optional<csv::ImportJob> m_job;
    std::unique_ptr<FileRows> m_rows;
    QList<csv::BadRow> m_bad; // not on disk yet
    qint64 m_badKept = 0;
    std::chrono::steady_clock::time_point m_told{};
    std::optional<FileBatch> m_batch;
    net::Call m_call;
    Wakeups::Handle m_next;
    int m_faults = 0; // answers in a row that did not come
};

} // namespace waydesk::sync
