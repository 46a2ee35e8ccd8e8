// SPDX-License-Identifier: GPL-3.0-or-later
// What an outside system's answers say about one parcel's past, once decoded. Plain values, any thread.
#pragma once

#include "services/domain/parcelstory.h"
#include "services/wire/answers.h"

namespace waydesk::wire {

struct SeenStory
{
    ParcelStory value;
    QJsonObject raw; // the story's own fields only (not the parcel's)
    Drift drift;
};

} // namespace waydesk::wire
