// SPDX-License-Identifier: GPL-3.0-or-later
// What an outside system's answers say, once decoded: domain values beside the row's own JSON (`raw`), so that a field
// nobody knows yet is kept with the row. Shapes shared by every system's codec; plain values, any thread.
#pragma once

#include "services/domain/cells.h"
#include "services/domain/delivery.h"
#include "services/domain/result.h"
#include "services/domain/waybill.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace waydesk::wire {

// Words and shapes that the contract does not know: counted, shown on the sync page, never guessed at.
struct Drift
{
    int count = 0;
    QStringList notes; // the first few, without values that could be personal
    void note(const QString& what);
    void add(const Drift& other);
    bool operator==(const Drift&) const = default;
};

struct SeenWaybill
{
    Waybill value;   // absent fields have their defaults: look into `raw` to tell absent from null
    QJsonObject raw; // the waybill's own fields only (no children, summary or timeline)
};

struct SeenDelivery
{
    Delivery value;
    QJsonObject raw;
};

struct StatusCount
{
    WaybillState state;
    QString label;
    qint64 count = 0;
    bool operator==(const StatusCount&) const = default;
};

struct Paging
{
    qint64 total = 0;
    int page = 1;
    int limit = 0;
    bool operator==(const Paging&) const = default;
};

struct WaybillPage
{
    QList<SeenWaybill> rows;
    QList<StatusCount> statuses;
    Paging paging;
    Drift drift;
    QByteArray body; // as it came
};

struct DeliveryPage
{
    QList<SeenDelivery> rows;
    std::optional<Paging> paging;      // absent on a keyset list
    std::optional<QString> nextCursor; // keyset list only; nullopt: the end
    Drift drift;
    QByteArray body; // as it came
};

// The end of a page whose rows were handed out one by one, as cells.
struct RowsEnd
{
    qint64 rows = 0;
    std::optional<qint64> total;
    std::optional<QString> nextCursor; // keyset list only; nullopt: the end
    Drift drift;
    bool stopped = false; // the taker wanted no more
};

struct Summary
{
    int totalDeliveries = 0;
    std::optional<Quantity> totalUnitSize;
    QList<std::pair<DeliveryState, int>> breakdown;
    bool operator==(const Summary&) const = default;
};

// The answer of a call that returns one waybill: detail, create, and every step of its life.
struct WaybillAnswer
{
    SeenWaybill waybill;
    std::optional<QList<TimelineEvent>> timeline;
    std::optional<QList<SeenDelivery>> deliveries;
    std::optional<Summary> summary;
    QByteArray timelineJson; // `status_updates` as it came, empty where absent
    QString message;
    Drift drift;
};

struct ReturnedChild
{
    DeliveryId delivery;
    QString code;
    DeliveryState state;
    ExceptionId exception;
    QString triggerPoint;
    bool operator==(const ReturnedChild&) const = default;
};

struct ReturnAnswer
{
    SeenWaybill waybill;
    QList<ReturnedChild> returned;
    Drift drift;
};

struct ReturnRow
{
    ExceptionId id;
    DeliveryId delivery;
    WaybillId waybill;
    Known<ReturnReason> type;
    QString resolution; // "returned"
    Quantity unitSize;
    QString reasonCode, triggerPoint, notes;
    QStringList photoUrls;
    std::optional<Instant> resolvedAt;
    std::optional<SeenDelivery> child;
    QJsonObject raw;
};

struct ReturnPage
{
    QList<ReturnRow> rows;
    Paging paging;
    Drift drift;
};

struct BulkDeleteAnswer
{
    struct Skipped
    {
        WaybillId id;
        QString reason; // "not_drafted", "has_deliveries"
        bool operator==(const Skipped&) const = default;
    };
    QString scope; // "selected", "all_empty_drafts"
    qint64 deletedCount = 0;
    QList<WaybillId> deleted;
    QList<Skipped> skipped;
    QList<WaybillId> notFound;
    Drift drift;
};

struct AttachAnswer
{
    int attached = 0;
};

struct StatusSummary
{
    QList<StatusCount> statuses;
    Drift drift;
};

struct ScanFound
{
    SeenDelivery delivery;
    Drift drift;
};

struct User
{
    UserRef ref;
    std::optional<UserRole> role;
    QString roleWord;
    TenantId tenant;
    QString timeZone; // "Asia/Baghdad", where the tenant's days begin and end; our own field, empty on a plain server
    QList<WarehouseId> warehouses;
    QStringList permissions;
    bool operator==(const User&) const = default;
};

struct Tokens
{
    QString access, refresh;
    std::chrono::seconds expiresIn{0};
    std::optional<User> user; // a refresh may leave it out
    Drift drift;
};

struct Change
{
    qint64 seq = 0;
    QString entity; // "waybill", "delivery", "driver" …
    QString id;
    QString op; // "upsert", "delete"
    std::optional<Instant> updatedAt;
    bool operator==(const Change&) const = default;
};

struct Changes
{
    QString cursor;
    QList<Change> changes;
    Drift drift;
};

// One row of a lookup list (a driver, a warehouse, a zone …) with its raw JSON.
template<class T>
struct Seen
{
    T value;
    QJsonObject raw;
};

template<class T>
struct LookupPage
{
    QList<Seen<T>> rows;
    Paging paging;
    Drift drift;
};

} // namespace waydesk::wire
