// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a file on their way to any system that takes them, and what became of each.
#pragma once

#include "services/domain/csv/importjob.h"

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
