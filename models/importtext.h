// SPDX-License-Identifier: GPL-3.0-or-later
// What a file's columns mean, what is wrong with a cell, and why an import stopped, in the person's language.
#pragma once

#include "services/domain/csv/importjob.h"

namespace waydesk::models {

QString words(csv::ImportField field);
QString words(csv::Encoding encoding);
QString words(csv::ImportState state);
QString faultText(const csv::CellFault& fault);          // "Address: is missing"
QString faultsText(const QList<csv::CellFault>& faults); // all of them
QString importErrorText(const Error& error);

} // namespace waydesk::models
