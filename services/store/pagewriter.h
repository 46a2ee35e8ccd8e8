// SPDX-License-Identifier: GPL-3.0-or-later
// The fast door for pages of rows: cells (views into the page) bound straight to statements of the store's own sqlite3
// handle. Engine thread. Who reads the page's JSON is not this class's business: services/wire fills the cells, and
// services/sync brings the two together, so neither layer knows the other.
// Transactions are bounded to about 5 ms, so that nothing waits longer; in a first load they hold a thousand rows,
// since every commit writes each page of every index that it touched. Search is kept in step row by row, except in a
// first load (Store::beginFirstLoad()), which indexes afterwards; the ordering indexes stay, because tables and scans
// are used while the first load runs. Rows that say what is already known cost one look and no write but the time of
// hearing.
#pragma once

#include "services/domain/cells.h"
#include "services/store/store.h"

namespace waydesk::store {

struct Written
{
    qint64 rows = 0, changed = 0;
    QList<WaybillId> waybills; // changed ones, at most kNamedAtMost; more are not named
    QList<DeliveryId> deliveries;
    static constexpr int kNamedAtMost = 500;
};

class PageWriter
{
public:
    enum class Pace { Brief, Bulk };
    explicit PageWriter(Store& store, Pace pace = Pace::Brief);
    Pace pace() const { return m_pace; }
    ~PageWriter(); // rolls back what was not finished

    // fetchedAt of the rows that follow. False: the disk refused; error() says why, and nothing more is written.
    void setFetchedAt(Instant at) { m_fetchedAt = at; }
    bool put(const WaybillCells& row);
    bool put(const DeliveryCells& row);
    bool isDue() const; // finish() now; a bulk writer may take further pages first
    Result<Written> finish();
    const Error& error() const { return m_error; }

private:
    struct Tables;
    bool begin();
    bool endIfLong();
    bool flush();
    bool fail();
    const std::string& folded(std::string_view name); // valid until the next one
    std::string driverKey(std::string_view id, std::string_view name);
    const std::string& customerKey(std::string_view id, std::string_view name); // likewise
    bool rekey(const WaybillCells& row);                                        // its parcels, which came before it
    std::optional<qint64> insertedRow() const;                                  // by the statement that ran last

    Store& m_store;
    const Pace m_pace;
    Instant m_fetchedAt{};
    Error m_error;
    bool m_failed = false;
    std::chrono::steady_clock::time_point m_began;
    Written m_written;
    std::unique_ptr<Tables> m_tables;
};

} // namespace waydesk::store
