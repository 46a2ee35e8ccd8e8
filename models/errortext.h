// SPDX-License-Identifier: GPL-3.0-or-later
// A failure as one sentence for a person: what happened, in our words, and the outside system's own words in quotes,
// with the fields that it names.
#pragma once

#include "services/domain/result.h"

namespace waydesk::models {

QString errorText(const Error& error);
// The outside system's words alone, in quotes; empty when it gave none.
QString vendorQuote(const Error& error);

} // namespace waydesk::models
