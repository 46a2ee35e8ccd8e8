// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence per refusal of the rules, for the tooltip of an action that is not possible and for a scan's verdict;
// and a short form for the scan list. `otherWaybill`: the number of the waybill that has the parcel, where known.
#pragma once

#include "services/domain/rules.h"

namespace waydesk::models {

QString refusalText(Refusal refusal, const QString& otherWaybill = {});
QString shortRefusalText(Refusal refusal, const QString& otherWaybill = {});

} // namespace waydesk::models
