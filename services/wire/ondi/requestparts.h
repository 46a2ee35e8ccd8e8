// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers of request bodies share: how long texts may be, a place, and the end of gathering faults.
#pragma once

#include "services/domain/place.h"
#include "services/wire/fieldreader.h"

namespace waydesk::wire::ondi {

inline constexpr qsizetype kId = 100, kShort = 200, kAddress = 500, kNotes = 2000, kUrl = 2048;

// `position`: whether an address must come with its coordinates.
std::optional<Place> readPlace(FieldReader& outer, const QString& key, Need need, QList<FieldError>& faults,
                               const QString& outerPath = {}, Need position = Need::Required);

template<class T>
Result<T> orFaults(T value, const QList<FieldError>& faults)
{
    if (!faults.isEmpty())
        return badRequest(faults);
    return value;
}

} // namespace waydesk::wire::ondi
