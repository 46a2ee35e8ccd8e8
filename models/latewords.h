// SPDX-License-Identifier: GPL-3.0-or-later
// How late a stop is and why, in the person's language.
#pragma once

#include "services/domain/alarms.h"

#include <QString>

namespace waydesk::models {

class Formats;

QString lateBy(std::chrono::minutes late, const Formats& formats);            // "12 min", "3 h"
QString reasonOf(const LateStop& stop, const Formats& formats);               // "still 4 stops before it"
QString latenessAt(const LateStop& stop, bool isNow, const Formats& formats); // "12 min late at stop 3"
QString windowText(const VisitWindow& window, const Formats& formats);        // "10:00–12:00"

} // namespace waydesk::models
