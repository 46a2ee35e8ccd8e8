// SPDX-License-Identifier: GPL-3.0-or-later
// Loads everything once: lookups, waybills page by page, deliveries by keyset. Interrupted, it goes on where it stood
// (the marks lie in the cache beside the rows). Told to be done only when the server's own totals have been reached.
// Engine thread.
#pragma once

#include "services/backends/backend.h"
#include "services/sync/ingest.h"

namespace waydesk::sync {

class FirstSync
{
public:
    using Finished = std::function<void(const std::optional<Error>& error)>;

    FirstSync(backends::Backend& backend, Ingest& ingest, EngineListener& listener);

    void start(Finished finished); // from the last mark
    void stop();
    bool isRunning() const { return m_finished != nullptr; }
    qint64 rows() const { return m_rows; }
    std::optional<qint64> total() const { return m_total; }
    void reloadLookups(Finished finished); // the short lists again, whole

    static bool wasDone(const Ingest& ingest);
    static void forgetMarks(Ingest& ingest);

private:
    void step();
    void askLookups(int kind, int page);
    template<class T>
    void gotLookups(int kind, int page, Result<wire::LookupPage<T>> answer);
    void askWaybills(int page);
    void gotWaybills(int page, Result<wire::RowsEnd> answer);
    void askDeliveries(const QString& cursor);
    void gotDeliveries(Result<wire::RowsEnd> answer);
    void refusedByDisk();
    void end(const std::optional<Error>& error);
    bool mark(const QString& key, const QString& value);

    backends::Backend& m_backend;
    Ingest& m_ingest;
    EngineListener& m_listener;
    EngineBound m_bound;
    Finished m_finished;
    bool m_lookupsOnly = false;
    net::Call m_call;
    std::shared_ptr<store::PageWriter> m_page; // of the page that is on its way
    Instant m_lookupsSince{};
    qint64 m_rows = 0;
    qint64 m_waybillTotal = 0;
    std::optional<qint64> m_total;
};

} // namespace waydesk::sync
