// SPDX-License-Identifier: GPL-3.0-or-later
// What parcels are ordered by although other tables tell it: the customer's name, the numbers of waybill and trip; and
// where they go. Kept folded in the parcel's row, so that an index has the order. Who writes one of those other tables
// says so here; the parcels that took another place wait in the connection (Database::takeRekeyed()) to be told.
#pragma once

#include "services/domain/delivery.h"
#include "services/store/database.h"

#include <QStringList>

namespace waydesk::store {

// As the table shows it: the zone, then the address; either alone where the other is not known.
QString destinationKey(const QString& zoneName, const QString& address);
// The customers' own list knows better than the row: rows are not told again when a customer is called otherwise.
QString customerKey(Database& db, const std::optional<CustomerRef>& customer);

// A number that is not known is empty: such parcels go with those that are in none.
Result<Nothing> rekeyWaybill(Database& db, const WaybillId& id, const QString& number);
Result<Nothing> rekeyTrip(Database& db, const TripId& id, const QString& number);
Result<Nothing> rekeyCustomer(Database& db, const CustomerId& id, const QString& name);
Result<Nothing> rekeyByOwnName(Database& db, const CustomerId& id); // the list does not know the customer any more

// Of the cache's schema; keys of rows that are there are made of what came as JSON, by functions that the connection is
// taught first.
QStringList deliveryKeysStep();
void teachFolding(Database& db);

} // namespace waydesk::store
