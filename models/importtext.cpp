// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importtext.h"

#include "models/errortext.h"
#include "models/formats.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

namespace {

struct ImportText
{
    Q_DECLARE_TR_FUNCTIONS(ImportText)
};

QString whatIsWrong(const csv::CellFault& fault)
{
    if (fault.code == u"missing")
        return ImportText::tr("is missing");
    if (fault.code == u"too_long")
        return ImportText::tr("is too long");
    if (fault.code == u"not_a_number")
        return ImportText::tr("is no number");
    if (fault.code == u"not_whole")
        return ImportText::tr("must be whole, without a fraction");
    if (fault.code == u"out_of_range")
        return ImportText::tr("is out of what is possible");
    if (fault.code == u"unknown_word")
        return ImportText::tr("is no word that is known here");
    if (fault.code == u"not_a_phone")
        return ImportText::tr("is no phone number");
    if (fault.code == u"other_half_missing")
        return ImportText::tr("is missing, and the other half of the position is there");
    if (fault.code == u"twice_in_file")
        return ImportText::tr("stands twice in the file");
    if (fault.code == u"row_too_long")
        return ImportText::tr("cannot be right: the row is far too long");
    if (fault.code == u"delivery_barcode_already_used" || fault.code == u"delivery_reference_already_used")
        return ImportText::tr("belongs to another parcel already");
    return fault.vendorText.isEmpty() ? ImportText::tr("was refused by the server") : Formats::quoted(fault.vendorText);
}

} // namespace

QString words(csv::ImportField field)
{
    switch (field) {
    case csv::ImportField::Reference:
        return ImportText::tr("Reference");
    case csv::ImportField::Barcode:
        return ImportText::tr("Barcode");
    case csv::ImportField::CustomerName:
        return ImportText::tr("Customer");
    case csv::ImportField::CustomerPhone:
        return ImportText::tr("Phone");
    case csv::ImportField::Address:
        return ImportText::tr("Address");
    case csv::ImportField::City:
        return ImportText::tr("City");
    case csv::ImportField::Latitude:
        return ImportText::tr("Latitude");
    case csv::ImportField::Longitude:
        return ImportText::tr("Longitude");
    case csv::ImportField::Cod:
        return ImportText::tr("COD");
    case csv::ImportField::Payment:
        return ImportText::tr("Paid by");
    case csv::ImportField::Size:
        return ImportText::tr("Size");
    case csv::ImportField::Notes:
        return ImportText::tr("Notes");
    }
    Q_UNREACHABLE();
}

QString words(csv::Encoding encoding)
{
    switch (encoding) {
    case csv::Encoding::Utf8:
        return u"UTF-8"_s;
    case csv::Encoding::Utf16Le:
    case csv::Encoding::Utf16Be:
        return encoding == csv::Encoding::Utf16Le ? u"UTF-16 LE"_s : u"UTF-16 BE"_s;
    case csv::Encoding::Windows1256:
        return ImportText::tr("Arabic (Windows-1256)");
    case csv::Encoding::Windows1252:
        return ImportText::tr("Western (Windows-1252)");
    }
    Q_UNREACHABLE();
}

QString words(csv::ImportState state)
{
    switch (state) {
    case csv::ImportState::Checking:
        return ImportText::tr("Reading the file");
    case csv::ImportState::Checked:
        return ImportText::tr("Read; nothing is sent yet");
    case csv::ImportState::Sending:
        return ImportText::tr("Sending");
    case csv::ImportState::Stopped:
        return ImportText::tr("Stopped");
    case csv::ImportState::Done:
        return ImportText::tr("Done");
    case csv::ImportState::Failed:
        return ImportText::tr("Not finished");
    }
    Q_UNREACHABLE();
}

QString faultText(const csv::CellFault& fault)
{
    return ImportText::tr("%1 %2", "a column, and what is wrong with its cell")
        .arg(words(fault.field), whatIsWrong(fault));
}

QString faultsText(const QList<csv::CellFault>& faults)
{
    QStringList parts;
    for (const csv::CellFault& fault : faults)
        parts << faultText(fault);
    return parts.isEmpty() ? ImportText::tr("Put right; it goes with the next sending") : parts.join(u" · "_s);
}

QString importErrorText(const Error& error)
{
    if (error.code == u"import_file_missing")
        return ImportText::tr("The file cannot be read. It may have been moved or renamed; nothing was lost here.");
    if (error.code == u"import_file_empty")
        return ImportText::tr("The file is empty.");
    if (error.code == u"import_file_changed")
        return ImportText::tr("The file has changed since it was chosen. Choose it again: it is read anew.");
    if (error.code == u"import_encoding")
        return ImportText::tr("The file holds bytes that mean nothing in this encoding. Choose another one.");
    if (error.code == u"import_quote_open")
        return ImportText::tr("A quotation mark is opened in the file and never closed, on line %1.").arg(error.detail);
    if (error.code == u"import_other_depot")
        return ImportText::tr("A part of this file went to another depot. Sign in there to send the rest.");
    if (error.code == u"import_not_offered")
        return ImportText::tr("This server does not take files.");
    return errorText(error);
}

} // namespace waydesk::models
