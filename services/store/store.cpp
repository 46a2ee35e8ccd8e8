// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/store.h"

#include "services/store/searchindex.h"
#include "services/store/storefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

constexpr qint64 kCheckAtOpenBelow = qint64{64} << 20; // bytes; larger caches are checked in idle time
constexpr int kStepsBetweenLooks = 20'000;             // of SQLite's machine

bool isDamage(const Error& error)
{
    return error.code == u"damaged";
}

Result<std::unique_ptr<Database>> openCache(const QString& folder, OpenReport& report)
{
    const QString path = cachePath(folder);
    const bool marked = QFileInfo::exists(damageMarkPath(folder));
    if (!marked) {
        auto opened = openChecked(path, File::Cache, QFileInfo(path).size() < kCheckAtOpenBelow);
        if (opened || !isDamage(opened.error()))
            return opened;
    }
    report.cacheRebuilt = true;
    if (!moveAside(path))
        return storageError(u"cannot_open"_s, u"the damaged cache could not be moved aside"_s);
    QFile::remove(damageMarkPath(folder));
    return openChecked(path, File::Cache, false);
}

// The program may be killed at any point of a rescue: what was rescued is written beside, whole, and takes the place of
// the damaged file only then. Where the place is empty and the rescued one lies beside, that was as far as it came.
Result<std::unique_ptr<Database>> openWork(const QString& folder, OpenReport& report)
{
    const QString path = workPath(folder), beside = path + u".rescue"_s;
    const auto putInPlace = [&] { return moveAside(path) && QFile::rename(beside, path); };
    if (!QFileInfo::exists(path) && QFileInfo::exists(beside)) {
        report.workRescued = true;
        if (!putInPlace())
            return storageError(u"cannot_open"_s, u"the rescued outbox could not be put in place"_s);
    }
    auto opened = openChecked(path, File::Work, true); // small: always checked
    if (opened || !isDamage(opened.error()))
        return opened;
    report.workRescued = true;
    for (const QString& suffix : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::remove(beside + suffix);
    {
        auto fresh = openChecked(beside, File::Work, false);
        if (!fresh)
            return fresh;
        const auto lost = rescueWork(path, **fresh);
        if (!lost)
            return lost.error();
        report.commandsLost = *lost;
    }
    if (QFileInfo::exists(beside + u"-wal"_s) || !putInPlace()) // closed well, it is one file
        return storageError(u"cannot_open"_s, u"the damaged outbox could not be replaced"_s);
    return openChecked(path, File::Work, false);
}

} // namespace

Result<std::unique_ptr<Store>> Store::open(const QString& folder)
{
    if (!QDir().mkpath(folder))
        return storageError(u"cannot_open"_s, u"the folder cannot be made"_s);
    auto lock = std::make_unique<QLockFile>(folder + u"/desk.lock"_s);
    lock->setStaleLockTime(0); // only a process that is gone frees it, never its age
    // Killed between making the file and writing into it, a desk leaves an empty one, which names nobody and would lock
    // everybody out for ever. A live holder has the system's lock as well, and that is respected here.
    if (!lock->tryLock(0) && lock->error() == QLockFile::LockFailedError && QFileInfo(lock->fileName()).size() == 0)
        lock->removeStaleLockFile();
    if (!lock->isLocked() && !lock->tryLock(0))
        return storageError(lock->error() == QLockFile::LockFailedError ? u"already_open"_s : u"cannot_open"_s,
                            u"lock file"_s);
    QFile::setPermissions(lock->fileName(), QFile::ReadOwner | QFile::WriteOwner);
    OpenReport report;
    auto work = openWork(folder, report);
    if (!work)
        return work.error();
    auto cache = openCache(folder, report);
    if (!cache)
        return cache.error();
    return std::unique_ptr<Store>(
        new Store(std::move(lock), std::move(cache).value(), std::move(work).value(), folder, report));
}

Store::Store(std::unique_ptr<QLockFile> lock, std::unique_ptr<Database> cache, std::unique_ptr<Database> work,
             QString folder, OpenReport report)
    : m_lock(std::move(lock))
    , m_folder(std::move(folder))
    , m_report(report)
    , m_cache(std::move(cache))
    , m_work(std::move(work))
    , m_waybills(*m_cache)
    , m_deliveries(*m_cache)
    , m_lookups(*m_cache)
    , m_trips(*m_cache)
    , m_positions(*m_cache)
    , m_queues(*m_cache)
    , m_stories(*m_cache)
    , m_pictures(*m_cache, m_folder)
    , m_syncState(*m_cache)
    , m_outbox(*m_work)
    , m_scans(*m_work)
    , m_imports(*m_work)
    , m_settings(*m_work)
{
    m_isCacheChecked = QFileInfo(m_cache->path()).size() < kCheckAtOpenBelow;
    for (const QString& table : {u"waybill"_s, u"delivery"_s})
        SearchIndex(*m_cache, table).resume();
}

Result<Nothing> Store::beginFirstLoad()
{
    for (const QString& table : {u"waybill"_s, u"delivery"_s}) {
        if (auto done = SearchIndex(*m_cache, table).defer(); !done)
            return done;
    }
    return Nothing{};
}

bool Store::isFirstLoad() const
{
    return m_cache->searchedUpTo(u"waybill"_s) != Database::kAll ||
           m_cache->searchedUpTo(u"delivery"_s) != Database::kAll;
}

Result<bool> Store::indexSome(std::chrono::milliseconds atMost)
{
    for (const QString& table : {u"waybill"_s, u"delivery"_s}) {
        if (auto done = SearchIndex(*m_cache, table).indexSome(atMost); !done || !*done)
            return done;
    }
    return true;
}

Store::~Store()
{
    m_cache->assertThread();
    if (m_cache->sawDamage())
        QFile(damageMarkPath(m_folder)).open(QIODevice::WriteOnly);
}

bool Store::checkCache(const QString& folder, const std::atomic_bool& stop)
{
    if (stop)
        return true;
    bool sound = true; // as far as anybody saw: it may not be there, or be in want of memory
    if (const auto cache = Database::open(cachePath(folder), Database::Mode::ReadOnly)) {
        const auto wantsToStop = [](void* flag) { return static_cast<const std::atomic_bool*>(flag)->load() ? 1 : 0; };
        sqlite3_progress_handler((*cache)->handle(), kStepsBetweenLooks, wantsToStop,
                                 const_cast<std::atomic_bool*>(&stop));
        Rows rows = (*cache)->run("PRAGMA quick_check(1)");
        const bool told = rows.next();
        sound = told ? rows.text(0) == u"ok" : !(*cache)->sawDamage();
    } else {
        sound = !isDamage(cache.error());
    }
    if (!sound)
        QFile(damageMarkPath(folder)).open(QIODevice::WriteOnly);
    return sound;
}

Result<Nothing> Store::clearCache()
{
    return transaction([this]() -> Result<Nothing> {
        const QStringList statements{u"DELETE FROM waybill"_s,
                                     u"DELETE FROM waybill_raw"_s,
                                     u"DELETE FROM delivery"_s,
                                     u"DELETE FROM delivery_raw"_s,
                                     u"DELETE FROM lookup"_s,
                                     u"DELETE FROM meta"_s,
                                     u"DELETE FROM tally"_s,
                                     u"UPDATE delivery_tally SET n = 0"_s,
                                     u"DELETE FROM delivery_status_tally"_s,
                                     u"DELETE FROM trip"_s,
                                     u"DELETE FROM trip_plan"_s,
                                     u"DELETE FROM trip_member"_s,
                                     u"DELETE FROM last_position"_s,
                                     u"DELETE FROM return_request"_s,
                                     u"DELETE FROM delivery_case"_s,
                                     u"DELETE FROM colleague"_s,
                                     u"DELETE FROM parcel_story"_s};
        for (const QString& sql : statements) {
            if (auto done = m_cache->exec(sql); !done)
                return done.error();
        }
        for (const QString& table : {u"waybill"_s, u"delivery"_s}) {
            if (auto done = SearchIndex(*m_cache, table).rebuild(); !done)
                return done;
            m_cache->setSearchedUpTo(table, Database::kAll);
        }
        return m_pictures.clear();
    });
}

} // namespace waydesk::store
