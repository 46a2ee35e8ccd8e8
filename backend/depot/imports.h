// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a file as new parcels. A row that this import has already brought in answers with the parcel that it became.
#pragma once

#include "backend/http/message.h"
#include "services/domain/delivery.h"
#include "services/wire/ondi/requests.h"

namespace waydesk::backend {

struct ImportedParcel
{
    qint64 line = 0;
    DeliveryId id;
    QString code;
};
struct RefusedRow
{
    qint64 line = 0;
    Error error; // status 409: `delivery_barcode_already_used`, `delivery_reference_already_used`; 400: its fields
};
struct ImportDone
{
    QList<ImportedParcel> created;
    QList<RefusedRow> refused;
};
Result<ImportDone> importDeliveries(Call& call, const wire::ondi::ImportBatch& batch);

} // namespace waydesk::backend
