// SPDX-License-Identifier: GPL-3.0-or-later
// The field's words in the person's language. A word of the server that we do not know is shown as it came.
#pragma once

#include "services/facade/connectionservice.h"
#include "services/facade/rows.h"

namespace waydesk::models {

class Formats;

QString words(WaybillStatus status);
QString words(DeliveryStatus status);
QString words(CarrierType carrier);
QString words(ReturnReason reason);
QString words(UserRole role);
QString words(store::CommandState state);
QString words(const WaybillState& state);
QString words(const DeliveryState& state);
QString words(const Carrier& carrier);
QString paymentWords(const QString& paymentMethod);

QString placeName(const Endpoint& endpoint); // "Main Warehouse", else zone, else the address; "—"
QString routeText(const Waybill& waybill); // "Main Warehouse → Erbil East"; the arrow follows the direction of writing
// The driver's name; an id that no name is known for gives "…"; nobody gives "—".
QString driverName(const Waybill& waybill);
// What a person calls a parcel: "DEL1533". The server's code may come as a bare number; a code in letters of its own
// ("DEL-001") stays as it came.
QString parcelTitle(const Delivery& delivery);
QString parcelTitle(const QString& deliveryCode);
// The number, or "New waybill to Erbil East" while the server has not named it.
QString waybillTitle(const Waybill& waybill);

QString linkText(const facade::ConnectionState& state, const Formats& formats); // "Online", "Offline since 14:01"

} // namespace waydesk::models
