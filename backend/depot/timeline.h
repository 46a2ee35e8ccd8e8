// SPDX-License-Identifier: GPL-3.0-or-later
// The waybill's audit timeline. Actor, driver and vehicle are written down as they were called then: a later rename
// does not rewrite history.
#pragma once

#include "backend/http/message.h"
#include "services/domain/waybill.h"
#include "services/wire/ondi/answers.h"

namespace waydesk::backend {

struct EventDetails
{
    std::optional<QString> reason, notes;
    wire::ondi::Custody previous, next;
    QList<DeliveryId> deliveries; // the children it was about, where that is not all of them
    std::optional<QGeoCoordinate> position;
};

// `before` nullopt: the waybill did not exist. The waybill carries the state after.
void recordEvent(Call& call, const Waybill& waybill, const QString& type, std::optional<WaybillStatus> before,
                 const EventDetails& details = {});

QList<wire::ondi::StoredEvent> timelineOf(Call& call, const WaybillId& waybill);

} // namespace waydesk::backend
