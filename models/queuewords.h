// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the queues of returns and of exceptions, in the person's language; and why something is not possible
// now. A word of the server that we do not know is shown as it came.
#pragma once

#include "services/facade/queueitems.h"

namespace waydesk::models {

class Formats;

QString words(ReturnRequestStatus status);
QString words(const Known<ReturnRequestStatus>& state);
QString words(CaseKind kind);
QString words(const Known<CaseKind>& kind);
QString words(facade::CaseTab tab);
QString caseReason(const DeliveryCase& row);                           // of kind return the reason's own words
QString dueText(const DeliveryCase& row, const Formats& formats);      // "overdue by 3 h", "today 16:00", "—"
QString parcelName(const QString& deliveryCode, const DeliveryId& id); // "DEL1533"; "…" for one without a code

// Why the request cannot be answered, or the exception not be changed; empty: it can.
QString whyNotDecide(const facade::ReturnItem& item);
QString whyNotUpdate(const facade::CaseItem& item);

} // namespace waydesk::models
