// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/waybillrows.h"

#include "backend/depot/columns.h"
#include "backend/depot/numbers.h"
#include "services/wire/json.h"
#include "services/wire/ondi/answers.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

QString proofText(const std::optional<ProofOfDelivery>& proof)
{
    if (!proof)
        return {}; // bound as NULL
    wire::JsonWriter out(256);
    wire::ondi::writeProof(out, proof);
    return QString::fromUtf8(out.take());
}

std::optional<ProofOfDelivery> proofFrom(const QByteArray& json)
{
    if (json.isEmpty())
        return std::nullopt;
    const auto parsed = wire::parseJson(json);
    if (!parsed)
        return std::nullopt;
    const QJsonObject object = parsed->toObject();
    ProofOfDelivery proof;
    proof.signatureUrl = object.value(u"signature_url"_s).toString();
    const QJsonArray urls = object.value(u"photo_urls"_s).toArray();
    for (const QJsonValue& url : urls)
        proof.photoUrls.append(url.toString());
    proof.notes = object.value(u"notes"_s).toString();
    proof.timestamp = parseInstant(object.value(u"timestamp"_s).toString());
    return proof;
}

std::string placeAssignments(const std::string& prefix)
{
    std::string columns = placeColumns(prefix);
    for (size_t at = 0; (at = columns.find(',', at)) != std::string::npos; at += 5)
        columns.replace(at, 1, " = ?,");
    return columns + " = ?";
}

void appendEnd(std::vector<Value>& values, const Endpoint& end)
{
    values.push_back(bound(end.type.text));
    values.push_back(bound(end.warehouseId));
    values.push_back(end.zone ? bound(end.zone->id) : Value());
    appendPlace(values, end.location);
}

Endpoint readEnd(ColumnReader& in)
{
    Endpoint end;
    end.type = Known<EndpointType>::fromWord(in.text());
    end.warehouseId = in.maybeId<WarehouseId>();
    end.location = in.place();
    end.warehouse = in.ref<WarehouseRef>();
    end.zone = in.ref<ZoneRef>();
    return end;
}

} // namespace

const std::string& waybillSelect()
{
    static const std::string sql =
        "SELECT w.id, w.tenant_id, w.waybill_number, w.origin_type, w.origin_warehouse_id, " +
        placeColumns("w.origin") +
        ", ow.id, ow.name, ow.code, oz.id, oz.name, oz.code, w.destination_type, w.destination_warehouse_id, " +
        placeColumns("w.destination") +
        ", dw.id, dw.name, dw.code, dz.id, dz.name, dz.code, w.carrier_type,"
        " dr.id, dr.status, du.id, du.full_name, du.email, du.phone, du.avatar_url,"
        " v.id, v.name, v.code, v.capacity, v.image_url,"
        " w.external_carrier_ref, w.assigned_by, w.assignment_time, w.status, w.sealed_at, w.dispatched_at,"
        " w.received_at, w.received_by, w.closed_at, w.cancelled_at, w.proof, w.notes, w.created_by, w.created_at,"
        " w.updated_at, w.item_count, w.total_units, w.total_cod, w.held_capacity,"
        " au.id, au.full_name, au.email, au.phone, au.avatar_url,"
        " ru.id, ru.full_name, ru.email, ru.phone, ru.avatar_url"
        " FROM waybill w"
        " LEFT JOIN warehouse ow ON ow.id = w.origin_warehouse_id"
        " LEFT JOIN zone oz ON oz.id = w.origin_zone_id"
        " LEFT JOIN warehouse dw ON dw.id = w.destination_warehouse_id"
        " LEFT JOIN zone dz ON dz.id = w.destination_zone_id"
        " LEFT JOIN driver dr ON dr.id = w.driver_id LEFT JOIN app_user du ON du.id = dr.user_id"
        " LEFT JOIN vehicle v ON v.id = w.vehicle_id"
        " LEFT JOIN app_user au ON au.id = w.assigned_by LEFT JOIN app_user ru ON ru.id = w.received_by";
    return sql;
}

WaybillRow readWaybill(Rows& rows)
{
    ColumnReader in(rows);
    WaybillRow row;
    Waybill& w = row.waybill;
    w.id.value = in.text();
    w.tenantId.value = in.text();
    w.number = in.text();
    w.origin = readEnd(in);
    w.destination = readEnd(in);
    w.carrier = Carrier::fromWord(in.text());
    DriverRef driver;
    w.driverId = in.maybeId<DriverId>();
    driver.status = in.text();
    driver.user = in.user().value_or(UserRef{});
    if (w.driverId) {
        driver.id = *w.driverId;
        w.driver = std::move(driver);
    }
    w.vehicleId = in.maybeId<VehicleId>();
    VehicleRef vehicle{{}, in.text(), in.text(), in.maybeQuantity(), in.text()};
    if (w.vehicleId) {
        vehicle.id = *w.vehicleId;
        w.vehicle = std::move(vehicle);
    }
    w.externalCarrierRef = in.maybeText();
    w.assignedBy = in.maybeId<UserId>();
    w.assignmentTime = in.maybeInstant();
    w.state = WaybillState::fromWord(in.text());
    w.sealedAt = in.maybeInstant();
    w.dispatchedAt = in.maybeInstant();
    w.receivedAt = in.maybeInstant();
    w.receivedBy = in.maybeId<UserId>();
    w.closedAt = in.maybeInstant();
    w.cancelledAt = in.maybeInstant();
    w.proof = proofFrom(in.bytes());
    w.notes = in.text();
    w.createdBy = in.maybeId<UserId>();
    w.createdAt = in.instant();
    w.updatedAt = in.instant();
    w.itemCount = static_cast<int>(in.integer());
    w.totalUnitSize = in.quantity();
    w.totalCod = Money{in.integer()};
    row.heldCapacity = in.quantity();
    row.assignedByUser = in.user();
    row.receivedByUser = in.user();
    return row;
}

Result<WaybillRow> findWaybill(Call& call, const WaybillId& id)
{
    static const std::string sql = waybillSelect() + " WHERE w.id = ? AND w.tenant_id = ?";
    const auto rows = call.db.run(sql, {bound(id), bound(call.caller.tenant)});
    if (rows->next())
        return readWaybill(*rows);
    return call.db.failed() ? storageFailed() : waybillNotFound();
}

void insertWaybill(Call& call, const Waybill& waybill)
{
    static const std::string sql =
        "INSERT INTO waybill (id, tenant_id, waybill_number, number_key, status, carrier_type, external_carrier_ref,"
        " notes, created_by, created_at, updated_at, origin_type, origin_warehouse_id, origin_zone_id, " +
        placeColumns("origin") + ", destination_type, destination_warehouse_id, destination_zone_id, " +
        placeColumns("destination") + ") VALUES (?" +
        [] {
            std::string marks;
            for (int i = 1; i < 37; ++i)
                marks += ",?";
            return marks;
        }() +
        ")";
    std::vector<Value> values{bound(waybill.id),
                              bound(waybill.tenantId),
                              bound(waybill.number),
                              bound(numberKey(waybill.number)),
                              bound(waybill.state.text),
                              bound(waybill.carrier.text),
                              bound(waybill.externalCarrierRef),
                              bound(waybill.notes),
                              bound(waybill.createdBy),
                              bound(waybill.createdAt),
                              bound(waybill.updatedAt)};
    appendEnd(values, waybill.origin);
    appendEnd(values, waybill.destination);
    call.db.execute(sql, values);
    recordChange(call, u"waybill"_s, waybill.id.value);
}

void saveWaybill(Call& call, WaybillRow& row)
{
    static const std::string sql =
        "UPDATE waybill SET status = ?, carrier_type = ?, external_carrier_ref = ?, notes = ?, driver_id = ?,"
        " vehicle_id = ?, assigned_by = ?, assignment_time = ?, sealed_at = ?, dispatched_at = ?, received_at = ?,"
        " received_by = ?, closed_at = ?, cancelled_at = ?, proof = ?, held_capacity = ?, updated_at = ?,"
        " origin_type = ?, origin_warehouse_id = ?, origin_zone_id = ?, " +
        placeAssignments("origin") + ", destination_type = ?, destination_warehouse_id = ?, destination_zone_id = ?, " +
        placeAssignments("destination") + " WHERE id = ? AND tenant_id = ?";
    Waybill& w = row.waybill;
    w.updatedAt = std::max(call.clock.now(), w.updatedAt + std::chrono::microseconds{1});
    std::vector<Value> values{bound(w.state.text),     bound(w.carrier.text),   bound(w.externalCarrierRef),
                              bound(w.notes),          bound(w.driverId),       bound(w.vehicleId),
                              bound(w.assignedBy),     bound(w.assignmentTime), bound(w.sealedAt),
                              bound(w.dispatchedAt),   bound(w.receivedAt),     bound(w.receivedBy),
                              bound(w.closedAt),       bound(w.cancelledAt),    Value(proofText(w.proof)),
                              bound(row.heldCapacity), bound(w.updatedAt)};
    appendEnd(values, w.origin);
    appendEnd(values, w.destination);
    values.push_back(bound(w.id));
    values.push_back(bound(call.caller.tenant));
    call.db.execute(sql, values);
    recordChange(call, u"waybill"_s, w.id.value);
}

void recountWaybill(Call& call, const WaybillId& id)
{
    // What came back, or never left, is not collected; it still belongs to the waybill and is counted as an item.
    call.db.execute("UPDATE waybill SET (item_count, total_units, total_cod) = (SELECT COUNT(*),"
                    " COALESCE(SUM(unit_size), 0),"
                    " COALESCE(SUM(CASE WHEN status IN ('returned', 'cancelled') THEN 0 ELSE cod_amount END), 0)"
                    " FROM delivery WHERE waybill_id = waybill.id) WHERE id = ? AND tenant_id = ?",
                    {bound(id), bound(call.caller.tenant)});
}

} // namespace waydesk::backend
