// SPDX-License-Identifier: GPL-3.0-or-later
// The Deliveries page's filter line: `status:pending zone:ankawa waybill:none trip:none cod>50000 payment:cod
// returned:yes after:yesterday free words` to a DeliveryFilter. Field words are English and the person's language;
// "quotes" keep blanks together.
#pragma once

#include "models/filtertext.h"
#include "services/facade/deliveryservice.h"

namespace waydesk::models {

struct DeliveryFilterNames // answered from this desk's store
{
    FilterNames common;
    std::function<QList<Zone>()> zones;
    std::function<std::optional<WaybillId>(const QString& number)> waybill;
    std::function<std::optional<TripId>(const QString& number)> trip;
};

struct ParsedDeliveryFilter
{
    facade::DeliveryFilter filter; // without the tokens at fault
    QList<FilterFault> faults;
};

ParsedDeliveryFilter parseDeliveryFilter(const QString& text, const DeliveryFilterNames& names);
// Whole words that may stand where `word` is being typed: "status:pending".
QStringList deliveryFilterCandidates(const QString& word, const DeliveryFilterNames& names);

} // namespace waydesk::models
