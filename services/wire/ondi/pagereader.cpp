// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/pagereader.h"

#include "services/domain/money.h"

#include <simdjson.h>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondidesk {

namespace {

namespace od = simdjson::ondemand;
using Text = std::string_view;

// One value as the contract may write it. simdjson's exceptions are caught at the door of this file.
class Reading
{
public:
    int drift = 0;

    std::optional<Text> maybeText(od::value value)
    {
        switch (value.type()) {
        case od::json_type::string:
            return value.get_string().value();
        case od::json_type::number: { // "delivery_code" is a number in some calls
            Text token = value.raw_json_token();
            while (!token.empty() &&
                   (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t'))
                token.remove_suffix(1);
            return token;
        }
        case od::json_type::null:
            return std::nullopt;
        case od::json_type::array:
        case od::json_type::object:
        case od::json_type::boolean:
            ++drift;
            return std::nullopt;
        }
        return std::nullopt;
    }
    Text text(od::value value) { return maybeText(value).value_or(Text()); }
    std::optional<qint64> thousandths(od::value value)
    {
        const auto token = maybeText(value);
        if (!token)
            return std::nullopt;
        const auto read = Quantity::parse(QString::fromLatin1(token->data(), static_cast<qsizetype>(token->size())));
        if (!read) {
            ++drift;
            return std::nullopt;
        }
        return read->thousandths;
    }
    std::optional<qint64> whole(od::value value)
    {
        const auto read = thousandths(value);
        if (read && *read % 1000 != 0) {
            ++drift;
            return std::nullopt;
        }
        return read ? std::optional(*read / 1000) : std::nullopt;
    }
    std::optional<Instant> instant(od::value value)
    {
        const auto token = maybeText(value);
        if (!token || token->empty())
            return std::nullopt;
        const auto read = parseInstant(QString::fromLatin1(token->data(), static_cast<qsizetype>(token->size())));
        drift += read ? 0 : 1;
        return read;
    }
    bool flag(od::value value)
    {
        const od::json_type type = value.type();
        if (type == od::json_type::boolean)
            return value.get_bool().value();
        drift += type == od::json_type::null ? 0 : 1;
        return false;
    }

    struct Nested
    {
        Text id, name, fullName, address;
    };
    Nested
    nested(od::value value) // a warehouse, zone, customer, place or driver: what sorting and searching need of it
    {
        Nested out;
        if (value.type() != od::json_type::object)
            return out;
        for (auto field : value.get_object()) {
            const Text key = field.unescaped_key();
            if (key == "id")
                out.id = text(field.value());
            else if (key == "name")
                out.name = text(field.value());
            else if (key == "full_name")
                out.fullName = text(field.value());
            else if (key == "full_address")
                out.address = text(field.value());
            else if (key == "user")
                out.fullName = nested(field.value()).fullName;
        }
        return out;
    }
};

Text orElse(Text first, Text second)
{
    return first.empty() ? second : first;
}

struct End // of a waybill: names in the order in which they are shown
{
    Text warehouse, zone, address;
    Text name() const { return orElse(warehouse, orElse(zone, address)); }
};

WaybillCells waybillOf(od::object& object, Reading& in)
{
    WaybillCells c;
    End origin, destination;
    for (auto field : object) {
        const Text key = field.unescaped_key();
        od::value v = field.value();
        // clang-format off
        if (key == "id") c.id = in.text(v);
        else if (key == "tenant_id") c.tenantId = in.text(v);
        else if (key == "waybill_number") c.number = in.text(v);
        else if (key == "status") c.status = in.text(v);
        else if (key == "carrier_type") c.carrier = in.text(v);
        else if (key == "origin_type") c.originType = in.text(v);
        else if (key == "origin_warehouse_id") c.originWarehouseId = in.text(v);
        else if (key == "origin_location") origin.address = in.nested(v).address;
        else if (key == "origin_warehouse") origin.warehouse = in.nested(v).name;
        else if (key == "origin_zone") origin.zone = in.nested(v).name;
        else if (key == "destination_type") c.destinationType = in.text(v);
        else if (key == "destination_warehouse_id") c.destinationWarehouseId = in.text(v);
        else if (key == "destination_location") destination.address = in.nested(v).address;
        else if (key == "destination_warehouse") destination.warehouse = in.nested(v).name;
        else if (key == "destination_zone") destination.zone = in.nested(v).name;
        else if (key == "driver_id") c.driverId = in.text(v);
        else if (key == "driver") c.driverName = in.nested(v).fullName;
        else if (key == "vehicle_id") c.vehicleId = in.text(v);
        else if (key == "external_carrier_ref") c.externalCarrierRef = in.maybeText(v);
        else if (key == "assigned_by") c.assignedBy = in.text(v);
        else if (key == "assignment_time") c.assignmentTime = in.instant(v);
        else if (key == "sealed_at") c.sealedAt = in.instant(v);
        else if (key == "dispatched_at") c.dispatchedAt = in.instant(v);
        else if (key == "received_at") c.receivedAt = in.instant(v);
        else if (key == "received_by") c.receivedBy = in.text(v);
        else if (key == "closed_at") c.closedAt = in.instant(v);
        else if (key == "cancelled_at") c.cancelledAt = in.instant(v);
        else if (key == "notes") c.notes = in.text(v);
        else if (key == "created_by") c.createdBy = in.text(v);
        else if (key == "created_at") c.createdAt = in.instant(v).value_or(Instant{});
        else if (key == "updated_at") c.updatedAt = in.instant(v).value_or(Instant{});
        else if (key == "item_count") c.itemCount = in.whole(v);
        else if (key == "total_unit_size") c.unitThousandths = in.thousandths(v);
        else if (key == "total_cod_amount") c.codMinor = in.whole(v);
        // clang-format on
    }
    c.originName = origin.name();
    c.destinationName = destination.name();
    return c;
}

DeliveryCells deliveryOf(od::object& object, Reading& in)
{
    DeliveryCells c;
    std::optional<Instant> updated;
    const auto reference = [&](od::value value, Text& id) {
        const Reading::Nested nested = in.nested(value);
        id = orElse(nested.id, id);
        return nested;
    };
    for (auto field : object) {
        const Text key = field.unescaped_key();
        od::value v = field.value();
        // clang-format off
        if (key == "id") c.id = in.text(v);
        else if (key == "delivery_code") c.code = in.text(v);
        else if (key == "barcode") c.barcode = in.text(v);
        else if (key == "external_reference_id") c.externalReference = in.text(v);
        else if (key == "status") c.status = in.text(v);
        else if (key == "waybill_id") { c.waybillId = in.maybeText(v); c.toldMembership = true; }
        else if (key == "parent_delivery_id") c.parentId = in.maybeText(v);
        else if (key == "trip_id") c.tripId = in.maybeText(v);
        else if (key == "has_active_assignment") c.hasActiveAssignment = in.flag(v);
        else if (key == "in_active_route_session") c.inActiveRouteSession = in.flag(v);
        else if (key == "unit_size") c.unitThousandths = in.thousandths(v).value_or(1000);
        else if (key == "payment_method") c.paymentMethod = in.text(v);
        else if (key == "cod_amount") c.codMinor = in.whole(v).value_or(0);
        else if (key == "notes") c.notes = in.text(v);
        else if (key == "created_at") c.createdAt = in.instant(v).value_or(Instant{});
        else if (key == "updated_at") updated = in.instant(v);
        else if (key == "pickup_zone_id") c.pickupZoneId = orElse(in.text(v), c.pickupZoneId);
        else if (key == "pickup_zone") reference(v, c.pickupZoneId);
        else if (key == "dropoff_zone_id") c.dropoffZoneId = orElse(in.text(v), c.dropoffZoneId);
        else if (key == "dropoff_zone") c.dropoffZoneName = reference(v, c.dropoffZoneId).name;
        else if (key == "pickup_warehouse_id") c.pickupWarehouseId = orElse(in.text(v), c.pickupWarehouseId);
        else if (key == "pickup_warehouse") reference(v, c.pickupWarehouseId);
        else if (key == "dropoff_warehouse_id") c.dropoffWarehouseId = orElse(in.text(v), c.dropoffWarehouseId);
        else if (key == "dropoff_warehouse") reference(v, c.dropoffWarehouseId);
        else if (key == "delivery_location") c.dropoffAddress = in.nested(v).address;
        else if (key == "customer") c.customerName = reference(v, c.customerId).fullName;
        else if (key == "is_returned") c.isReturned = in.flag(v);
        else if (key == "return_reason") c.returnReason = in.text(v);
        else if (key == "return_trigger_point") c.returnTriggerPoint = in.text(v);
        else if (key == "returned_at") c.returnedAt = in.instant(v);
        else if (key == "window_opens_at") c.windowOpens = in.instant(v);
        else if (key == "window_closes_at") c.windowCloses = in.instant(v);
        // clang-format on
    }
    c.updatedAt = updated.value_or(c.createdAt);
    return c;
}

Error malformed(const QString& detail)
{
    Error error;
    error.kind = Error::Kind::Malformed;
    error.detail = detail;
    return error;
}

template<class Cells, class RowOf>
Result<PageEnd> readPage(QByteArrayView body, const std::function<bool(const Cells&)>& take, RowOf rowOf)
{
    thread_local od::parser parser;
    const simdjson::padded_string padded(body.data(), static_cast<size_t>(body.size()));
    PageEnd end;
    Reading in;
    bool sawData = false, succeeded = false;
    try {
        od::document document = parser.iterate(padded);
        for (auto field : document.get_object()) {
            const Text key = field.unescaped_key();
            if (key == "success") {
                succeeded = field.value().get_bool().value();
            } else if (key == "total") {
                end.total = in.whole(field.value());
            } else if (key == "next_cursor") {
                if (const auto cursor = in.maybeText(field.value()))
                    end.nextCursor = QString::fromUtf8(cursor->data(), static_cast<qsizetype>(cursor->size()));
            } else if (key == "data" && !end.stopped) {
                sawData = true;
                for (auto item : field.value().get_array()) {
                    od::object object = item.get_object();
                    const Text raw = object.raw_json();
                    object.reset();
                    Cells cells = rowOf(object, in);
                    cells.raw = raw;
                    if (cells.id.empty()) {
                        ++in.drift;
                        continue;
                    }
                    ++end.rows;
                    if (!take(cells)) {
                        end.stopped = true;
                        return end;
                    }
                }
            }
        }
    } catch (const simdjson::simdjson_error& error) {
        return malformed(QString::fromUtf8(error.what()));
    }
    if (!sawData || !succeeded)
        return malformed(sawData ? u"the page does not say success"_s : u"data is not a list"_s);
    end.drift = in.drift;
    return end;
}

} // namespace

Result<PageEnd> readWaybillPage(QByteArrayView body, const std::function<bool(const WaybillCells&)>& take)
{
    return readPage<WaybillCells>(body, take, waybillOf);
}

Result<PageEnd> readDeliveryPage(QByteArrayView body, const std::function<bool(const DeliveryCells&)>& take)
{
    return readPage<DeliveryCells>(body, take, deliveryOf);
}

} // namespace waydesk::wire::ondidesk
