// SPDX-License-Identifier: GPL-3.0-or-later
// What a column of a merchant's file may mean, guessed from its heading in English or Arabic and from what stands below
// it; and one row of such a file as a parcel, or what is wrong with which of its cells. Pure.
#pragma once

#include "services/domain/place.h"

#include <QMap>
#include <QStringList>
#include <array>

namespace waydesk::csv {

enum class ImportField {
    Reference,
    Barcode,
    CustomerName,
    CustomerPhone,
    Address,
    City,
    Latitude,
    Longitude,
    Cod,
    Payment,
    Size,
    Notes
};
inline constexpr std::array kImportFields{ImportField::Reference,     ImportField::Barcode,   ImportField::CustomerName,
                                          ImportField::CustomerPhone, ImportField::Address,   ImportField::City,
                                          ImportField::Latitude,      ImportField::Longitude, ImportField::Cod,
                                          ImportField::Payment,       ImportField::Size,      ImportField::Notes};

QString word(ImportField field); // "external_reference_id", "cod_amount" …: as it is stored, and as the server names it
std::optional<ImportField> importFieldFrom(QStringView word);

// By column; a column without an entry is left out of the parcels.
using Mapping = QMap<int, ImportField>;

struct MappingGuess
{
    Mapping mapping;
    QList<int> unsure; // columns guessed from what stands below them, not from their heading
    bool operator==(const MappingGuess&) const = default;
};
// `header` is empty where the file has none. No field is given to two columns.
MappingGuess guessMapping(const QStringList& header, const QList<QStringList>& rows);

struct CellFault
{
    ImportField field = ImportField::Address;
    QString code; // "missing", "too_long", "not_a_number", "not_whole", "out_of_range", "unknown_word", "not_a_phone",
                  // "other_half_missing", "twice_in_file", "row_too_long"; of a server's refusal its own
    QString vendorText = {}; // the server's words
    bool operator==(const CellFault&) const = default;
};

// A parcel as a file asks for it. Amounts are whole units of the depot's currency.
struct ParcelDraft
{
    QString reference, barcode, customerName, customerPhone;
    QString address, city;
    QGeoCoordinate position; // invalid: not told
    qint64 cod = 0;
    QString paymentMethod; // "cod", "cash", "wallet", "gateway"
    Quantity size = Quantity::whole(1);
    QString notes;
    bool operator==(const ParcelDraft&) const = default;
};

struct JudgedRow
{
    ParcelDraft parcel; // complete only without faults
    QList<CellFault> faults;
    bool operator==(const JudgedRow&) const = default;
};
JudgedRow judgeRow(const QStringList& cells, const Mapping& mapping);

} // namespace waydesk::csv
