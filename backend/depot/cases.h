// SPDX-License-Identifier: GPL-3.0-or-later
// Exceptions of parcels: opened by what happens on the road, raised by hand, then owned, planned and resolved. Every
// change is told to the feed as "exception" and as a change of the parcel.
#pragma once

#include "backend/depot/refusals.h"
#include "backend/http/message.h"
#include "services/domain/exception.h"

namespace waydesk::backend {

const std::string& caseSelect(); // … FROM delivery_case c …: a WHERE follows
DeliveryCase readCase(Rows& rows);

// Writes the row as it stands; the caller raised it. Names are not looked at: they are joined on when it is read.
void insertCase(Call& call, const DeliveryCase& row);
// What the driver's action opens, if anything, with the notes as its reason. `delivery` as it was before.
void openCaseFor(Call& call, const Delivery& delivery, DeliveryAction action, const QString& notes);

Result<DeliveryCase> raiseCase(Call& call, const RaiseCase& command);
Result<DeliveryCase> updateCase(Call& call, const UpdateCase& command);

QList<DeliveryCase> casesOf(Call& call, const DeliveryId& delivery); // oldest first
QList<Colleague> colleagues(Call& call);                             // by name

} // namespace waydesk::backend
