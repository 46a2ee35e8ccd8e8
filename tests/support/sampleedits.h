// SPDX-License-Identifier: GPL-3.0-or-later
// What may be asked about a parcel, for tests of every floor: nothing has to be linked for it.
#pragma once

#include "services/domain/parceledit.h"

namespace waydesk::test {

inline ParcelEdit sampleEdit() // every field that a form fills
{
    const Instant noon = *parseInstant(u"2026-04-07T12:00:00Z");
    Place place;
    place.fullAddress = QStringLiteral("Gulan, Street 7");
    place.position = QGeoCoordinate(36.1901, 44.0091);
    ParcelEdit edit;
    edit.pickupWarehouse.emplace(WarehouseRef{{QStringLiteral("wh-1")}, QStringLiteral("Main Warehouse"), {}});
    edit.dropoff = place;
    edit.customer.emplace(CustomerRef{{}, QStringLiteral("Dilan Aziz"), QStringLiteral("0750 555 0101"), {}});
    edit.cod = Money{15000};
    edit.unitSize = Quantity{2500};
    edit.paymentMethod = QStringLiteral("cod");
    edit.barcode = QStringLiteral("0042");
    edit.externalReference = QStringLiteral("SHOP-7");
    edit.notes = QStringLiteral("call \"first\"\nthen ring");
    edit.window.emplace(VisitWindow{noon, noon + std::chrono::hours(2)});
    return edit;
}

inline ParcelEdit clearedEdit() // everything that can be cleared
{
    ParcelEdit edit;
    edit.dropoffWarehouse.emplace();
    edit.customer.emplace();
    edit.window.emplace();
    edit.cod = Money{0};
    edit.barcode = edit.externalReference = edit.notes = QStringLiteral("");
    return edit;
}

} // namespace waydesk::test
