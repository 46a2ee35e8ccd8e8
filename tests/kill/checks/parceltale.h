// SPDX-License-Identifier: GPL-3.0-or-later
// What became of one parcel that a shift made by hand: as the shift's commands leave it, and as the server's file holds
// it. Each command that touches it leaves one line about it in the change feed, and is counted there.
#pragma once

#include "tests/kill/checks/shiftplan.h"
#include "tests/kill/checks/sqlitefile.h"

#include <QMap>

namespace waydesk::test {

struct ParcelTale
{
    QStringList ids; // one, unless the parcel was made twice
    int effects = 0;
    QString notes, consignee, cod;
    QStringList complaints; // in their order

    void follow(const PlannedCommand& planned); // one that is done
    bool looksLike(const ParcelTale& other) const
    {
        return notes == other.notes && consignee == other.consignee && cod == other.cod &&
               complaints == other.complaints;
    }
    QString inWords() const;
};

// Every parcel of the shift in the server's file, by its number. `mark` is what the notes of all of them begin with.
QMap<int, ParcelTale> parcelsIn(SqliteFile& server, const QString& mark);

} // namespace waydesk::test
