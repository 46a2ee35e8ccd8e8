// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/store/deliverykeys.h"

#include "services/domain/fold.h"
#include "services/store/deliverycolumns.h"

#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::store {

namespace {

Result<Nothing> rekey(Database& db, const QString& column, const QString& of, const QString& id, const QString& key)
{
    const int failedBefore = db.failures();
    {
        Rows rows = db.run(u"UPDATE delivery SET %1 = ? WHERE %2 = ? AND %1 <> ? RETURNING id"_s.arg(column, of),
                           {bind(key), bind(id), bind(key)});
        while (rows.next())
            db.noteRekeyed(rows.text(0));
    }
    if (db.failures() != failedBefore)
        return storageError(u"statement_failed"_s, u"parcels not put in their place"_s);
    return Nothing{};
}

template<std::string Fold(std::string_view)>
void folded(sqlite3_context* context, int, sqlite3_value** values)
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    const auto size = static_cast<size_t>(sqlite3_value_bytes(values[0]));
    const std::string key = text ? Fold({text, size}) : std::string();
    sqlite3_result_text(context, key.data(), static_cast<int>(key.size()), SQLITE_TRANSIENT);
}

} // namespace

void teachFolding(Database& db)
{
    constexpr int kKind = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
    sqlite3_create_function_v2(db.handle(), "fold", 1, kKind, nullptr, folded<foldUtf8>, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(db.handle(), "fold_number", 1, kKind, nullptr, folded<foldNumberUtf8>, nullptr, nullptr,
                               nullptr);
}

QString destinationKey(const QString& zoneName, const QString& address)
{
    const QString zone = fold(zoneName), street = fold(address);
    return zone.isEmpty() || street.isEmpty() ? QString(zone + street) : QString(zone + u'\t' + street);
}

QString customerKey(Database& db, const std::optional<CustomerRef>& customer)
{
    if (!customer)
        return {};
    Rows rows = db.run("SELECT name FROM lookup WHERE kind = 'customer' AND id = ?", {bind(customer->id.value)});
    const QString listed = rows.next() ? rows.text(0) : QString();
    return fold(listed.isEmpty() ? customer->fullName : listed);
}

Result<Nothing> rekeyWaybill(Database& db, const WaybillId& id, const QString& number)
{
    return rekey(db, u"waybill_key"_s, u"waybill_id"_s, id.value, foldNumber(number));
}

Result<Nothing> rekeyTrip(Database& db, const TripId& id, const QString& number)
{
    return rekey(db, u"trip_key"_s, u"trip_id"_s, id.value, foldNumber(number));
}

Result<Nothing> rekeyCustomer(Database& db, const CustomerId& id, const QString& name)
{
    return rekey(db, u"customer_key"_s, u"customer_id"_s, id.value, fold(name));
}

Result<Nothing> rekeyByOwnName(Database& db, const CustomerId& id)
{
    QList<StoredDelivery> parcels;
    {
        Rows rows = db.run(selectDelivery() + u"WHERE d.customer_id = ?"_s, {bind(id.value)});
        while (rows.next())
            parcels << readDelivery(rows);
    }
    for (const StoredDelivery& parcel : std::as_const(parcels)) {
        const QString key = fold(parcel.delivery.customer ? parcel.delivery.customer->fullName : QString());
        const auto done = db.exec("UPDATE delivery SET customer_key = ? WHERE rowid = ? AND customer_key <> ?",
                                  {bind(key), parcel.rowid, bind(key)});
        if (!done)
            return done.error();
        if (*done > 0)
            db.noteRekeyed(parcel.delivery.id.value);
    }
    return Nothing{};
}

QStringList deliveryKeysStep()
{
    QStringList out{u"ALTER TABLE trip ADD COLUMN number_key TEXT NOT NULL DEFAULT ''"_s,
                    u"UPDATE trip SET number_key = fold_number(number)"_s};
    for (const QString& column : {u"customer_key"_s, u"destination_key"_s, u"waybill_key"_s, u"trip_key"_s})
        out << u"ALTER TABLE delivery ADD COLUMN %1 TEXT NOT NULL DEFAULT ''"_s.arg(column);
    out << uR"(UPDATE delivery SET
            customer_key = fold(coalesce(
                (SELECT nullif(l.name, '') FROM lookup l WHERE l.kind = 'customer' AND l.id = delivery.customer_id),
                told.customer, '')),
            destination_key = trim(fold(coalesce(told.zone, '')) || char(9) || fold(coalesce(told.street, '')), char(9)),
            waybill_key = coalesce((SELECT w.number_key FROM waybill w WHERE w.id = delivery.waybill_id), ''),
            trip_key = coalesce((SELECT t.number_key FROM trip t WHERE t.id = delivery.trip_id), '')
            FROM (SELECT r.rowid AS at, json_extract(j, '$.customer.full_name') AS customer,
                json_extract(j, '$.dropoff_zone.name') AS zone,
                json_extract(j, '$.delivery_location.full_address') AS street
                FROM (SELECT rowid, CASE WHEN json_valid(coalesce(nested, raw)) THEN coalesce(nested, raw) ELSE '{}' END
                    AS j FROM delivery_raw) r) AS told
            WHERE told.at = delivery.rowid)"_s;
    for (const QString& name : {u"customer"_s, u"destination"_s, u"waybill"_s, u"trip"_s})
        out << u"CREATE INDEX delivery_by_%1 ON delivery(%1_key)"_s.arg(name);
    // What a filter may find few parcels by: looked for one by one in another order, none would take a walk over all.
    for (const QString& column : {u"dropoff_zone_id"_s, u"pickup_warehouse_id"_s, u"dropoff_warehouse_id"_s,
                                  u"payment_method"_s, u"is_returned"_s})
        out << u"CREATE INDEX delivery_with_%1 ON delivery(%1)"_s.arg(column);
    out << u"CREATE INDEX delivery_customer ON delivery(customer_id) WHERE customer_id IS NOT NULL"_s;
    return out;
}

} // namespace waydesk::store
