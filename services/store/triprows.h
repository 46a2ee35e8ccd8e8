// SPDX-License-Identifier: GPL-3.0-or-later
// How a trip and its plan stand in their rows. Inside the store only.
#pragma once

#include "services/domain/tripplan.h"
#include "services/store/database.h"

namespace waydesk::store {

struct StoredTrip
{
    Trip trip;
    Instant fetchedAt{};
    bool operator==(const StoredTrip&) const = default;
};

const QString& upsertTripSql(); // over bindTrip()
QVariantList bindTrip(const Trip& trip, const QString& raw, Instant fetchedAt);
const QString& selectTrip(); // SELECT … FROM trip t, without WHERE
StoredTrip readTrip(const Rows& rows);

QString stopsText(const QList<PlanStop>& stops);
QList<PlanStop> stopsFrom(const QString& text);

} // namespace waydesk::store
