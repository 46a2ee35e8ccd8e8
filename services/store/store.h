// SPDX-License-Identifier: GPL-3.0-or-later
// Everything this desk keeps, in one folder. Engine thread only (asserted): the only writing connections and every
// checkpoint. One process per folder (lock file). Two files: cache.db holds what the server can tell again, work.db
// what it cannot (outbox, aliases, scan journal). They are apart so that no damage to the large, busy cache can cost
// queued work, a rebuilt cache is simply a new file, and a person's command never waits for a page being written. No
// fact spans both: an answer is ingested first and its command confirmed after, and a kill between the two repeats the
// command under its key.
#pragma once

#include "services/store/deliveryrepository.h"
#include "services/store/importjournal.h"
#include "services/store/lookuprepository.h"
#include "services/store/outbox.h"
#include "services/store/picturestore.h"
#include "services/store/positionrepository.h"
#include "services/store/queuerepository.h"
#include "services/store/scanjournal.h"
#include "services/store/storyrepository.h"
#include "services/store/syncstate.h"
#include "services/store/triprepository.h"
#include "services/store/waybillrepository.h"

#include <QLockFile>
#include <atomic>

namespace waydesk::store {

struct OpenReport
{
    bool cacheRebuilt = false; // the old one lies beside, as cache.db.damaged
    bool workRescued = false;  // work.db was damaged: what could be read was carried over
    int commandsLost = 0;      // rows of the outbox that could not be read
    bool operator==(const OpenReport&) const = default;
};

class Store
{
public:
    // Error codes: already_open (a second desk; nothing was touched), newer_file (likewise), cannot_open, disk_full.
    static Result<std::unique_ptr<Store>> open(const QString& folder);
    ~Store();

    const OpenReport& report() const { return m_report; }
    QString folder() const { return m_folder; }

    WaybillRepository& waybills() { return m_waybills; }
    DeliveryRepository& deliveries() { return m_deliveries; }
    LookupRepository& lookups() { return m_lookups; }
    TripRepository& trips() { return m_trips; }
    PositionRepository& positions() { return m_positions; }
    QueueRepository& queues() { return m_queues; }
    StoryRepository& stories() { return m_stories; }
    PictureStore& pictures() { return m_pictures; }
    SyncState& syncState() { return m_syncState; }
    Outbox& outbox() { return m_outbox; }
    ScanJournal& scans() { return m_scans; }
    ImportJournal& imports() { return m_imports; }
    SyncState& settings() { return m_settings; } // in work.db: server address, user …

    // Several writes to the cache as one.
    template<class Work>
    auto transaction(Work&& work)
    {
        return transact(*m_cache, std::forward<Work>(work));
    }

    // A full check of the cache through a connection of its own (seconds for a large one): for idle times, on any
    // thread. False: damaged, and marked so that the next open rebuilds it. Once `stop` is true it gives up, unharmed.
    static bool checkCache(const QString& folder, const std::atomic_bool& stop = false);
    bool isCacheChecked() const { return m_isCacheChecked; } // at open; a large one is left to checkCache()
    bool sawDamage() const { return m_cache->sawDamage() || m_work->sawDamage(); }
    // Another user or server: what the last one's server told is forgotten, the outbox stays.
    Result<Nothing> clearCache();

    // Before the first page of an empty cache: rows come in without being searchable, which is most of the work. Then
    // indexSome() in idle moments until it answers true; it goes on where it stood after a restart.
    Result<Nothing> beginFirstLoad();
    bool isFirstLoad() const; // begun, and not indexed to its end
    Result<bool> indexSome(std::chrono::milliseconds atMost);

    Database& cache() { return *m_cache; } // for the store's own bulk writer
    QString workPath() const { return m_work->path(); }

private:
    Store(std::unique_ptr<QLockFile> lock, std::unique_ptr<Database> cache, std::unique_ptr<Database> work,
          QString folder, OpenReport report);

    std::unique_ptr<QLockFile> m_lock;
    QString m_folder;
    OpenReport m_report;
    bool m_isCacheChecked = false;
    std::unique_ptr<Database> m_cache, m_work;
    WaybillRepository m_waybills;
    DeliveryRepository m_deliveries;
    LookupRepository m_lookups;
    TripRepository m_trips;
    PositionRepository m_positions;
    QueueRepository m_queues;
    StoryRepository m_stories;
    PictureStore m_pictures;
    SyncState m_syncState;
    Outbox m_outbox;
    ScanJournal m_scans;
    ImportJournal m_imports;
    SyncState m_settings;
};

} // namespace waydesk::store
