// SPDX-License-Identifier: GPL-3.0-or-later
// The cache's step that lets a trip's parcel name its return request that waits for a decision.
#pragma once

#include <QStringList>

namespace waydesk::store {

QStringList waitingReturnsStep();

} // namespace waydesk::store
