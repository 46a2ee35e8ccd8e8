// SPDX-License-Identifier: GPL-3.0-or-later
// What our backend alone tells of a parcel: the waybill and the trip that it is on, its return requests with their
// names, its exceptions. Everything writes one value into an open JsonWriter.
#pragma once

#include "services/domain/exception.h"
#include "services/domain/trip.h"
#include "services/wire/jsonwriter.h"

namespace waydesk::wire::ondi {

void writeLink(JsonWriter& out, const std::optional<WaybillLink>& link);
void writeLink(JsonWriter& out, const std::optional<TripLink>& link);
void writeFullReturn(JsonWriter& out, const ReturnRequest& request);
void writeReturnRow(JsonWriter& out, const ReturnQueueRow& row);
void writeCase(JsonWriter& out, const DeliveryCase& row);

} // namespace waydesk::wire::ondi
