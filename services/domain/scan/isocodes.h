// SPDX-License-Identifier: GPL-3.0-or-later
// Which country and currency codes exist, as far as GS1 element strings ask.
#pragma once

#include <QStringView>

namespace waydesk::scan {

bool isCountryNumber(QStringView code);  // "368"
bool isCountryLetters(QStringView code); // "IQ"
bool isCurrencyNumber(QStringView code); // "368"

} // namespace waydesk::scan
