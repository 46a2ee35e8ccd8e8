// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/pagewriter.h"

#include "services/domain/fold.h"
#include "services/store/deliverykeys.h"
#include "services/store/searchindex.h"
#include "services/store/searchstatements.h"
#include "services/store/statement.h"

#include <map>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

constexpr std::chrono::milliseconds kLongest{5};
constexpr qint64 kBulkRows = 4000;
constexpr size_t kMostFolded = 4096; // names of places and people: few, and each in many rows

// The rowid is known without it, and it costs a temporary table for every row.
std::string withoutReturning(std::string sql)
{
    const auto at = sql.find(" RETURNING");
    Q_ASSERT(at != std::string::npos);
    return sql.substr(0, at);
}

// For rows that are most likely new: one look at the index of ids instead of two.
std::string onlyNew(const QString& upsert)
{
    const std::string sql = upsert.toStdString();
    const auto at = sql.find(" DO UPDATE");
    Q_ASSERT(at != std::string::npos);
    return sql.substr(0, at) + " DO NOTHING";
}

std::string withoutMembership(std::string sql) // what the row did not tell stays as it was
{
    for (const char* column : {"waybill_id", "parent_id", "active_assignment", "active_session", "trip_id",
                               "window_opens_at", "window_closes_at", "waybill_key", "trip_key"}) {
        const std::string set = "," + std::string(column) + "=excluded." + column;
        if (const auto at = sql.find(set); at != std::string::npos)
            sql.erase(at, set.size());
    }
    return sql;
}

} // namespace

struct PageWriter::Tables
{
    explicit Tables(sqlite3* db)
        : seeWaybill(
              db, "SELECT w.rowid, w.status_rank, w.carrier, w.origin_warehouse_id, w.destination_warehouse_id, "
                  "w.search_text, r.nested IS NULL AND r.raw = ?2, w.number_key FROM waybill w JOIN waybill_raw r ON "
                  "r.rowid = w.rowid WHERE w.id = ?1")
        , putWaybill(db, withoutReturning(upsertWaybillSql().toStdString()))
        , putNewWaybill(db, onlyNew(upsertWaybillSql()))
        , rawWaybill(db,
                     "INSERT INTO waybill_raw (rowid, raw, nested) VALUES (?,?,NULL) ON CONFLICT(rowid) DO UPDATE SET "
                     "raw = excluded.raw, nested = NULL")
        , hearWaybill(db, "UPDATE waybill SET fetched_at = ? WHERE rowid = ?")
        , seeDelivery(
              db, "SELECT d.rowid, d.search_text, r.nested IS NULL AND r.raw = ?2 AND (?4 = 0 OR d.waybill_id IS ?3), "
                  "d.status FROM delivery d JOIN delivery_raw r ON r.rowid = d.rowid WHERE d.id = ?1")
        , putDelivery(db, withoutReturning(upsertDeliverySql().toStdString()))
        , putNewDelivery(db, onlyNew(upsertDeliverySql()))
        , putDeliveryPart(db, withoutMembership(withoutReturning(upsertDeliverySql().toStdString())))
        , rawDelivery(db,
                      "INSERT INTO delivery_raw VALUES (?,?,NULL) ON CONFLICT(rowid) DO UPDATE SET raw = excluded.raw, "
                      "nested = NULL")
        , hearDelivery(db, "UPDATE delivery SET fetched_at = ? WHERE rowid = ?")
        , driverName(db, "SELECT name FROM lookup WHERE kind = 'driver' AND id = ?")
        , customerName(db, "SELECT name FROM lookup WHERE kind = 'customer' AND id = ?")
        , hasParcels(db, "SELECT 1 FROM delivery WHERE waybill_id = ? LIMIT 1")
        , waybillSearch(db, "waybill")
        , deliverySearch(db, "delivery")
    {
    }

    Statement seeWaybill, putWaybill, putNewWaybill, rawWaybill, hearWaybill;
    Statement seeDelivery, putDelivery, putNewDelivery, putDeliveryPart, rawDelivery, hearDelivery;
    Statement driverName, customerName, hasParcels;
    SearchStatements waybillSearch, deliverySearch;
    std::map<std::tuple<int, std::string, std::string, std::string>, qint64> tallies; // since the last commit
    qint64 newDeliveries = 0;
    std::map<std::string, qint64, std::less<>> deliveryStatuses; // since the last commit
    std::map<std::string, std::string, std::less<>> driverKeys, customerKeys, folds;
};

PageWriter::PageWriter(Store& store, Pace pace)
    : m_store(store)
    , m_pace(pace)
    , m_tables(std::make_unique<Tables>(store.cache().handle()))
{
}

PageWriter::~PageWriter()
{
    if (m_store.cache().inTransaction())
        m_store.cache().rollback();
}

bool PageWriter::begin()
{
    if (m_failed)
        return false;
    if (m_store.cache().inTransaction())
        return true;
    m_began = std::chrono::steady_clock::now();
    const auto begun = m_store.cache().begin();
    if (!begun.ok()) {
        m_failed = true;
        m_error = begun.error();
    }
    return begun.ok();
}

bool PageWriter::fail()
{
    m_failed = true;
    m_error = storageError(u"statement_failed"_s, QString::fromUtf8(sqlite3_errmsg(m_store.cache().handle())));
    m_store.cache().rollback();
    return false;
}

bool PageWriter::flush()
{
    Database& db = m_store.cache();
    for (const auto& [key, by] : m_tables->tallies) {
        if (by == 0)
            continue;
        const auto& [rank, carrier, origin, destination] = key;
        const auto done = tally(db, rank, QString::fromStdString(carrier), QString::fromStdString(origin),
                                QString::fromStdString(destination), by);
        if (!done.ok())
            return fail();
    }
    m_tables->tallies.clear();
    if (const qint64 more = std::exchange(m_tables->newDeliveries, 0)) {
        if (!db.exec("UPDATE delivery_tally SET n = n + ?", {more}).ok())
            return fail();
    }
    for (const auto& [status, by] : m_tables->deliveryStatuses) {
        if (by != 0 && !tallyStatus(db, QString::fromStdString(status), by).ok())
            return fail();
    }
    m_tables->deliveryStatuses.clear();
    if (const auto done = db.commit(); !done.ok()) {
        m_failed = true;
        m_error = done.error();
        return false;
    }
    return true;
}

bool PageWriter::endIfLong()
{
    return m_pace == Pace::Bulk || std::chrono::steady_clock::now() - m_began < kLongest || flush();
}

const std::string& PageWriter::folded(std::string_view name)
{
    auto& known = m_tables->folds;
    if (const auto found = known.find(name); found != known.end())
        return found->second;
    if (known.size() >= kMostFolded)
        known.clear();
    return known.emplace(std::string(name), foldUtf8(name)).first->second;
}

std::string PageWriter::driverKey(std::string_view id, std::string_view name)
{
    if (id.empty())
        return {};
    auto& known = m_tables->driverKeys;
    const auto found = known.find(id);
    if (!name.empty()) {
        const std::string& key = folded(name);
        if (found == known.end())
            known.emplace(std::string(id), key);
        else if (found->second != key)
            found->second = key;
        return key;
    }
    if (found != known.end())
        return found->second;
    Statement& look = m_tables->driverName.start().text(id);
    std::string key = look.row() ? foldUtf8(look.textAt(0)) : std::string();
    look.finish();
    return known.emplace(std::string(id), std::move(key)).first->second;
}

const std::string& PageWriter::customerKey(std::string_view id, std::string_view name)
{
    auto& known = m_tables->customerKeys; // empty: the list does not know him
    auto found = known.find(id);
    if (found == known.end()) {
        if (known.size() >= kMostFolded)
            known.clear();
        Statement& look = m_tables->customerName.start().text(id);
        found = known.emplace(std::string(id), look.row() ? foldUtf8(look.textAt(0)) : std::string()).first;
        look.finish();
    }
    return found->second.empty() ? folded(name) : found->second;
}

bool PageWriter::rekey(const WaybillCells& row)
{
    Statement& look = m_tables->hasParcels.start().text(row.id);
    const bool any = look.row();
    look.finish();
    const auto text = [](std::string_view view) {
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
    };
    return !any || rekeyWaybill(m_store.cache(), WaybillId{text(row.id)}, text(row.number)).ok();
}

std::optional<qint64> PageWriter::insertedRow() const
{
    sqlite3* db = m_store.cache().handle();
    return sqlite3_changes(db) > 0 ? std::optional(sqlite3_last_insert_rowid(db)) : std::nullopt;
}

bool PageWriter::put(const WaybillCells& row)
{
    if (!begin())
        return false;
    Tables& t = *m_tables;
    ++m_written.rows;
    const int rank = statusRank(row.status);
    const std::string number = foldNumberUtf8(row.number);
    std::string route = folded(row.originName) + '\t';
    route += folded(row.destinationName);
    const std::string driver = driverKey(row.driverId, row.driverName);
    std::string text;
    for (const std::string_view part : {row.number, std::string_view(number), row.originName, row.destinationName,
                                        row.notes, row.externalCarrierRef.value_or(std::string_view())})
        text.append(part).append(" ");
    text = foldUtf8(text);
    const auto putBy = [&](Statement& statement) {
        Statement& put = statement.start();
        put.text(row.id).text(row.tenantId).text(row.number).text(std::string_view(number)).text(row.status);
        put.integer(rank).text(row.carrier).text(row.originType).textOrNull(row.originWarehouseId);
        put.text(row.destinationType).textOrNull(row.destinationWarehouseId).text(std::string_view(route));
        put.textOrNull(row.driverId).text(std::string_view(driver)).textOrNull(row.vehicleId);
        put.integer(row.itemCount.value_or(-1)).integer(row.unitThousandths).integer(row.codMinor.value_or(-1));
        put.text(row.currency.empty() ? std::string_view("IQD") : row.currency);
        put.text(row.externalCarrierRef).text(row.notes);
        put.textOrNull(row.assignedBy).textOrNull(row.receivedBy).textOrNull(row.createdBy);
        put.instant(row.assignmentTime).instant(row.sealedAt).instant(row.dispatchedAt).instant(row.receivedAt);
        put.instant(row.closedAt).instant(row.cancelledAt).instant(row.createdAt).instant(row.updatedAt);
        put.text(std::string_view(text)).instant(m_fetchedAt);
        return put.run();
    };
    std::optional<qint64> rowid;
    std::optional<std::string> searched;
    bool isRenamed = true; // new, or under another number
    if (m_pace == Pace::Bulk) {
        if (!putBy(t.putNewWaybill))
            return fail();
        rowid = insertedRow();
    }
    if (!rowid) {
        Statement& see = t.seeWaybill.start().text(row.id).text(row.raw);
        if (see.row()) {
            rowid = see.integerAt(0);
            if (see.integerAt(6) != 0) {
                see.finish();
                return t.hearWaybill.start().instant(m_fetchedAt).integer(*rowid).run() ? endIfLong() : fail();
            }
            --t.tallies[{static_cast<int>(see.integerAt(1)), see.textAt(2), see.textAt(3), see.textAt(4)}];
            searched = see.textAt(5);
            isRenamed = see.textAt(7) != number;
        }
        see.finish();
        if (!putBy(t.putWaybill))
            return fail();
    }
    ++t.tallies[{rank, std::string(row.carrier), std::string(row.originWarehouseId),
                 std::string(row.destinationWarehouseId)}];
    const qint64 at = rowid ? *rowid : m_store.cache().lastRowid();
    if (!t.rawWaybill.start().integer(at).text(row.raw).run() || (isRenamed && !rekey(row)))
        return fail();
    if (searched != text && at <= m_store.cache().searchedUpTo(u"waybill"_s) &&
        !t.waybillSearch.change(at, searched, text))
        return fail();
    ++m_written.changed;
    if (m_written.waybills.size() < Written::kNamedAtMost)
        m_written.waybills << WaybillId{QString::fromUtf8(row.id.data(), static_cast<qsizetype>(row.id.size()))};
    return endIfLong();
}

bool PageWriter::put(const DeliveryCells& row)
{
    if (!begin())
        return false;
    Tables& t = *m_tables;
    ++m_written.rows;
    const std::string customer = customerKey(row.customerId, row.customerName);
    const std::string street = foldUtf8(row.dropoffAddress);
    std::string destination = folded(row.dropoffZoneName);
    if (!destination.empty() && !street.empty())
        destination += '\t';
    destination += street;
    std::string text;
    for (const std::string_view part :
         {row.code, row.barcode, row.externalReference, row.customerName, row.dropoffZoneName, row.dropoffAddress})
        text.append(part).append(" ");
    text = foldUtf8(text);
    const auto putBy = [&](Statement& statement) {
        Statement& put = statement.start();
        put.text(row.id).text(row.code).text(row.barcode).text(row.externalReference).text(row.status);
        put.text(row.waybillId).text(row.parentId).integer(row.hasActiveAssignment ? 1 : 0);
        put.integer(row.inActiveRouteSession ? 1 : 0).integer(row.unitThousandths).text(row.paymentMethod);
        put.integer(row.codMinor).text(row.currency.empty() ? std::string_view("IQD") : row.currency).text(row.notes);
        put.instant(row.createdAt).instant(row.updatedAt);
        put.textOrNull(row.pickupZoneId).textOrNull(row.dropoffZoneId);
        put.textOrNull(row.pickupWarehouseId).textOrNull(row.dropoffWarehouseId).textOrNull(row.customerId);
        put.integer(row.isReturned ? 1 : 0).text(row.returnReason).text(row.returnTriggerPoint);
        put.instant(row.returnedAt).text(std::string_view(text)).instant(m_fetchedAt).text(row.tripId);
        put.instant(row.windowOpens).instant(row.windowCloses);
        put.text(std::string_view(customer)).text(std::string_view(destination)).text(row.waybillId).text(row.tripId);
        return put.run();
    };
    std::optional<qint64> rowid;
    std::optional<std::string> searched;
    bool isNew = false;
    if (m_pace == Pace::Bulk) {
        if (!putBy(t.putNewDelivery))
            return fail();
        rowid = insertedRow();
        isNew = rowid.has_value();
    }
    if (!rowid) {
        Statement& see =
            t.seeDelivery.start().text(row.id).text(row.raw).text(row.waybillId).integer(row.toldMembership ? 1 : 0);
        if (see.row()) {
            rowid = see.integerAt(0);
            if (see.integerAt(2) != 0) {
                see.finish();
                return t.hearDelivery.start().instant(m_fetchedAt).integer(*rowid).run() ? endIfLong() : fail();
            }
            searched = see.textAt(1);
            --t.deliveryStatuses[see.textAt(3)];
        }
        see.finish();
        isNew = !rowid;
        if (!putBy(row.toldMembership ? t.putDelivery : t.putDeliveryPart))
            return fail();
    }
    t.newDeliveries += isNew ? 1 : 0;
    const auto tallied = t.deliveryStatuses.find(row.status);
    ++(tallied != t.deliveryStatuses.end() ? tallied->second : t.deliveryStatuses[std::string(row.status)]);
    const qint64 at = rowid ? *rowid : m_store.cache().lastRowid();
    if (!t.rawDelivery.start().integer(at).text(row.raw).run())
        return fail();
    if (searched != text && at <= m_store.cache().searchedUpTo(u"delivery"_s) &&
        !t.deliverySearch.change(at, searched, text))
        return fail();
    ++m_written.changed;
    if (m_written.deliveries.size() < Written::kNamedAtMost)
        m_written.deliveries << DeliveryId{QString::fromUtf8(row.id.data(), static_cast<qsizetype>(row.id.size()))};
    return endIfLong();
}

bool PageWriter::isDue() const
{
    return m_failed || m_pace == Pace::Brief || m_written.rows >= kBulkRows;
}

Result<Written> PageWriter::finish()
{
    if (!m_failed && m_store.cache().inTransaction())
        flush();
    if (m_failed)
        return m_error;
    return std::exchange(m_written, Written{});
}

} // namespace waydesk::store
