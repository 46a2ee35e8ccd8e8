// SPDX-License-Identifier: GPL-3.0-or-later
// What became of one trip of a shift: as the shift's commands leave it, and as the server's file holds it. A trip has
// no timeline; each command that touches it leaves one line about it in the change feed, and is counted there.
#pragma once

#include "tests/kill/checks/shiftplan.h"
#include "tests/kill/checks/sqlitefile.h"

#include <QMap>

namespace waydesk::test {

struct TripTale
{
    QStringList ids; // one, unless the trip was made twice
    int effects = 0;
    QString notes, driver, status;
    QStringList parcels; // in their order

    void follow(const PlannedCommand& planned); // one that is done
    bool looksLike(const TripTale& other) const
    {
        return notes == other.notes && driver == other.driver && status == other.status && parcels == other.parcels;
    }
    QString inWords() const;
};

// Every trip of the shift in the server's file, by its number. `mark` is what the notes of all of them begin with.
QMap<int, TripTale> tripsIn(SqliteFile& server, const QString& mark);

} // namespace waydesk::test
