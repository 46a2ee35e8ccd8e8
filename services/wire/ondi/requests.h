// SPDX-License-Identifier: GPL-3.0-or-later
// OnDi's request bodies to commands, as the server reads them. Faults come back together as one 400 with `details[]`.
// Ids stay text: whether a row of that id exists is the use case's question. Unknown keys are ignored.
#pragma once

#include "services/domain/command.h"
#include "services/domain/result.h"

#include <QJsonObject>

namespace waydesk::wire::ondi {

inline constexpr int kMostIdsPerRequest = 1000;
inline constexpr int kMostIdsPerBulkDelete = 100;

struct DriverActionRequest
{
    DriverAction action = DriverAction::PickedUp;
    std::optional<QGeoCoordinate> position;
    QString notes;
    std::optional<ProofOfDelivery> proof;
};

// A new parcel. Codes are the server's to give; a barcode or a reference of the sender's may come with it.
struct NewDelivery
{
    Place pickup, dropoff;
    std::optional<WarehouseId> pickupWarehouse, dropoffWarehouse;
    std::optional<CustomerId> customer;
    QString customerName, customerPhone; // of one whose id the sender does not know
    QString barcode, externalReference, paymentMethod, notes, feePayer;
    Quantity unitSize = Quantity::whole(1);
    qint64 cod = 0, fee = 0; // minor units
    std::optional<VisitWindow> window;
};

// What changes of a parcel; a warehouse or customer is told by its id, a customer also by name and number.
struct ChangedDelivery
{
    ParcelEdit edit;
    std::optional<qint64> fee; // minor units
    std::optional<QString> feePayer;
};

// The proof's own object, wherever a body places it; `path` names it in a fault.
ProofOfDelivery readProof(const QJsonObject& object, QList<FieldError>& faults, const QString& path);

Result<CreateWaybill> decodeCreateWaybill(QByteArrayView body);
Result<UpdateWaybill> decodeUpdateWaybill(QByteArrayView body);
Result<QList<DeliveryId>> decodeDeliveryIds(QByteArrayView body);
Result<DriverId> decodeAssignDriver(QByteArrayView body);
Result<SwitchDriver> decodeSwitchDriver(QByteArrayView body);
Result<std::optional<ProofOfDelivery>> decodeReceive(QByteArrayView body);
Result<DriverActionRequest> decodeDriverAction(QByteArrayView body);
Result<ReturnChildren> decodeReturnChildren(QByteArrayView body);
// Its two refusals carry codes: waybill_bulk_delete_scope_required and waybill_bulk_delete_scope_conflict.
Result<BulkDeleteDrafts> decodeBulkDelete(QByteArrayView body);
Result<NewDelivery> decodeNewDelivery(QByteArrayView body);
// Absent keeps, null clears; an end, a size and a way of paying cannot be cleared.
Result<ChangedDelivery> decodeChangedDelivery(QByteArrayView body);

inline constexpr int kMostRowsPerImport = 500;

// A file's rows, each by the line on which it stands. An address may come without coordinates. A row that cannot be
// read is refused by itself; the others are not held up.
struct ImportedRow
{
    qint64 line = 0;
    Result<NewDelivery> delivery = Error{};
};
struct ImportBatch
{
    QString importId;
    QList<ImportedRow> rows;
};
Result<ImportBatch> decodeImportBatch(QByteArrayView body);

} // namespace waydesk::wire::ondi
