// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked about a parcel, as the outbox keeps it: an absent key stays as it is, null clears. Pure functions.
#pragma once

#include "services/domain/parceledit.h"

#include <QJsonObject>

namespace waydesk::store {

QJsonObject parcelEditJson(const ParcelEdit& edit);
ParcelEdit parcelEditFrom(const QJsonObject& object);

} // namespace waydesk::store
