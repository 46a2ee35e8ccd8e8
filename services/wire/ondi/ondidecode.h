// SPDX-License-Identifier: GPL-3.0-or-later
// Every documented answer of OnDi's waybill calls, and of the calls our backend adds, from bytes to values. One decoder
// per call: the envelopes differ. An answer that is not what the contract says is Error::Kind::Malformed; smaller
// surprises are counted as drift beside the value. Pure; any thread.
#pragma once

#include "services/wire/answers.h"

#include <QByteArrayView>

namespace waydesk::wire::ondidesk {

Result<WaybillPage> decodeWaybillPage(const QByteArray& body); // also the driver's own list
Result<StatusSummary> decodeStatusSummary(QByteArrayView body);
Result<WaybillAnswer> decodeWaybill(QByteArrayView body); // detail, create, update, every lifecycle step
Result<WaybillAnswer> decodeDriverAction(QByteArrayView body);
Result<DeliveryPage> decodeDeliveryPage(const QByteArray& body); // of a waybill, eligible, or keyset list
Result<ScanFound> decodeScan(QByteArrayView body);
Result<SeenDelivery> decodeDelivery(QByteArrayView body);
Result<AttachAnswer> decodeAttach(QByteArrayView body);
Result<Nothing> decodeDone(QByteArrayView body); // success with `data` null or of no interest
Result<BulkDeleteAnswer> decodeBulkDelete(QByteArrayView body);
Result<ReturnAnswer> decodeReturnChildren(QByteArrayView body);
Result<ReturnPage> decodeReturns(QByteArrayView body);

Result<Tokens> decodeTokens(QByteArrayView body); // sign-in and refresh
Result<User> decodeUser(QByteArrayView body);
Result<Changes> decodeChanges(QByteArrayView body);
Result<LookupPage<Warehouse>> decodeWarehouses(QByteArrayView body);
Result<LookupPage<DriverRef>> decodeDrivers(QByteArrayView body);
Result<LookupPage<VehicleRef>> decodeVehicles(QByteArrayView body);
Result<LookupPage<Zone>> decodeZones(QByteArrayView body);
Result<LookupPage<CustomerRef>> decodeCustomers(QByteArrayView body);

// Any answer that is not 2xx. The kind follows the status; code, message and details are the server's own. A 4xx
// whose body is no OnDi envelope (a portal's HTML page) is Malformed: it does not speak for this system.
Error decodeError(int status, QByteArrayView body);

} // namespace waydesk::wire::ondidesk
