// SPDX-License-Identifier: GPL-3.0-or-later
// Our server's call that takes rows of a file as parcels. It is safe to send again: the server knows each row by the
// import's id and its line.
#pragma once

#include "services/domain/csv/importjob.h"
#include "services/wire/ondi/ondirequests.h"

namespace waydesk::wire {

struct ImportRow
{
    qint64 line = 0;
    csv::ParcelDraft parcel;
};

struct ImportAnswer
{
    struct Created
    {
        qint64 line = 0;
        DeliveryId id;
        QString code;
        bool operator==(const Created&) const = default;
    };
    struct Refused
    {
        qint64 line = 0;
        QList<csv::CellFault> faults; // at least one
        bool operator==(const Refused&) const = default;
    };
    QList<Created> created;
    QList<Refused> refused;
};

} // namespace waydesk::wire

namespace waydesk::wire::ondidesk {

Request importRows(const QString& importId, const WarehouseId& pickup, const QList<ImportRow>& rows);
Result<ImportAnswer> decodeImport(QByteArrayView body);

} // namespace waydesk::wire::ondidesk
