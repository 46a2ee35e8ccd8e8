// SPDX-License-Identifier: GPL-3.0-or-later
// Our server's call that takes rows of a file as parcels. It is safe to send again: the server knows each row by the
// import's id and its line.
#pragma once

#include "services/wire/importanswers.h"
#include "services/wire/ondi/ondirequests.h"

namespace waydesk::wire::ondidesk {

Request importRows(const QString& importId, const WarehouseId& pickup, const QList<ImportRow>& rows);
Result<ImportAnswer> decodeImport(QByteArrayView body);

} // namespace waydesk::wire::ondidesk
