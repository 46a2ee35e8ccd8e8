// SPDX-License-Identifier: GPL-3.0-or-later
// Values to OnDi's answers, field for field and type for type as the documents show them: `delivery_code` is a number
// in some calls and text in others, an address is short in some and long in others. Everything writes into an open
// JsonWriter; functions named `…Fields` write into an object that the caller has opened.
#pragma once

#include "services/domain/delivery.h"
#include "services/domain/waybill.h"
#include "services/wire/jsonwriter.h"

#include <span>

namespace waydesk::wire::ondi {

enum class PlaceShape {
    Short,  // full_address, latitude, longitude
    WithId, // and id
    Full,   // every field, null where there is none
};

void writePlace(JsonWriter& out, const std::optional<Place>& place, PlaceShape shape);
void writeRef(JsonWriter& out, const std::optional<WarehouseRef>& ref);
void writeRef(JsonWriter& out, const std::optional<ZoneRef>& ref);
void writeUser(JsonWriter& out, const std::optional<UserRef>& user);
void writeVehicle(JsonWriter& out, const std::optional<VehicleRef>& vehicle);
void writeDriver(JsonWriter& out, const std::optional<DriverRef>& driver); // with its user
enum class CustomerPhone { Left, Told };
void writeCustomer(JsonWriter& out, const std::optional<CustomerRef>& customer, CustomerPhone phone);
void writeQuantity(JsonWriter& out, std::string_view name, Quantity quantity);
// Digits become a number where the document has one; what is not a plain number stays text.
void writeCode(JsonWriter& out, const QString& code);
void writeProof(JsonWriter& out, const std::optional<ProofOfDelivery>& proof);

// --- waybills
void waybillFields(JsonWriter& out, const Waybill& waybill);      // what every call has, "id" to "updated_at"
void waybillRefFields(JsonWriter& out, const Waybill& waybill);   // the warehouses and zones of both ends
void waybillTotalFields(JsonWriter& out, const Waybill& waybill); // driver, vehicle, total_unit_size, total_cod_amount
void writeWaybillListRow(JsonWriter& out, const Waybill& waybill);
void writeDriverWaybillRow(JsonWriter& out, const Waybill& waybill);

struct StatusCount
{
    WaybillStatus status;
    qint64 count;
};
void writeStatuses(JsonWriter& out, std::span<const StatusCount> counts); // the key too

// One line of status_updates as it is stored: `metadata` is JSON made by eventMetadata().
struct StoredEvent
{
    QString type;
    std::optional<QString> previousStatus, reason, notes;
    QString newStatus;
    Instant at{};
    std::optional<QString> actorId;
    QString actorRole, actorName;
    QByteArray metadata;
};
void writeEvent(JsonWriter& out, const StoredEvent& event);

struct Custody // who carried it, or carries it now
{
    std::optional<DriverRef> driver;
    std::optional<VehicleRef> vehicle;
};
QByteArray eventMetadata(const Custody& previous, const Custody& next, const QList<DeliveryId>& released = {});

// --- deliveries
void writeCreatedChild(JsonWriter& out, const Delivery& delivery); // create: code as number
void writeWaybillChild(JsonWriter& out, const Delivery& delivery); // seal, switch, unassign: code as number
void writeListedChild(JsonWriter& out, const Delivery& delivery);  // the waybill's deliveries
void writeEligible(JsonWriter& out, const Delivery& delivery);
void writeScanned(JsonWriter& out, const Delivery& delivery);
void writeDriverChild(JsonWriter& out, const Delivery& delivery);       // driver-action: code as number
void writeDetailedDelivery(JsonWriter& out, const Delivery& delivery);  // our own calls: everything
void detailedDeliveryFields(JsonWriter& out, const Delivery& delivery); // the same, into an open object

enum class UnitTotal { Left, Told };
void writeSummary(JsonWriter& out, std::span<const Delivery> deliveries, UnitTotal units); // the key too

} // namespace waydesk::wire::ondi
