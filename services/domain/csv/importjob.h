// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing in a file of parcels: what the person decided about it, how far it has come, and the rows that cannot go as
// they are. It survives a kill: what is counted as done is on disk.
#pragma once

#include "services/domain/csv/encoding.h"
#include "services/domain/csv/importfields.h"
#include "services/domain/instant.h"
#include "services/domain/result.h"

namespace waydesk::csv {

struct ImportSetup
{
    Encoding encoding = Encoding::Utf8;
    QChar delimiter = u',';
    bool hasHeader = true;
    Mapping mapping;
    WarehouseId pickup; // where every parcel of the file is picked up
    bool operator==(const ImportSetup&) const = default;
};

enum class ImportState {
    Checking, // read once to its end; nothing is sent
    Checked,  // waits for the person
    Sending,  // while the server is away it waits, and goes on by itself
    Stopped,  // by the person: what was sent stays sent, and it may go on
    Done,
    Failed // `error` says why; it may go on where that has been mended
};

struct ImportJob
{
    QString id; // a UUID: the server knows the import by it
    QString path;
    qint64 size = 0, modified = 0; // of the file when it was chosen: bytes, ms since 1970
    ImportSetup setup;
    QString owner; // the depot that its first row was sent to: no other one gets the rest
    ImportState state = ImportState::Checking;
    qint64 bytes = 0;                // read in this phase, of `size`
    qint64 rows = 0;                 // of the file
    qint64 bad = 0;                  // that cannot go as they are
    qint64 done = 0;                 // rows from the beginning that the server has answered, or that were left out
    qint64 created = 0, refused = 0; // by the server
    std::optional<Error> error;
    Instant createdAt{};
    bool operator==(const ImportJob&) const = default;
};

struct BadRow
{
    qint64 line = 0;
    QStringList cells; // with what was corrected
    QList<CellFault> faults;
    bool byServer = false; // refused there
    bool operator==(const BadRow&) const = default;
};

inline constexpr int kMostBadRows = 10'000; // kept to be looked at; all are counted

} // namespace waydesk::csv
