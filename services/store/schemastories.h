// SPDX-License-Identifier: GPL-3.0-or-later
// The schema steps of what happened to parcels and of pictures seen, one for each file.
#pragma once

#include <QStringList>

namespace waydesk::store {

const QStringList& storiesStep();  // cache.db
const QStringList& scanCodeStep(); // work.db: a parcel's scans are found by its codes

} // namespace waydesk::store
