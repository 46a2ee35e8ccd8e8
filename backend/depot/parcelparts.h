// SPDX-License-Identifier: GPL-3.0-or-later
// What a new parcel and a changed one have in common: an end made whole, the person who gets it, the text to search in.
#pragma once

#include "backend/depot/ends.h"

namespace waydesk::backend {

struct ParcelEnd
{
    std::optional<Place> place;
    std::optional<ZoneRef> zone;
};
// A warehouse brings its address and zone; an address that is given counts for more. 400 names `field`.
Result<ParcelEnd> parcelEnd(Call& call, const Place& given, const std::optional<WarehouseId>& warehouse,
                            const QString& field);

struct Consignee
{
    std::optional<CustomerId> id;
    QString name;
};
// By id (400 where there is none); else the one of this name and number, made where there is none; else nobody.
Result<Consignee> consigneeOf(Call& call, const std::optional<CustomerId>& id, const QString& name,
                              const QString& phone);

// What a search over parcels looks into.
QString deliverySearchText(const QString& code, const QString& barcode, const QString& reference,
                           const QString& customer);

} // namespace waydesk::backend
