// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked about a parcel as the body of our server's two calls: POST says what a new one is, PATCH what changes.
// For the encoders in this folder alone.
#pragma once

#include "services/domain/parceledit.h"

#include <QJsonObject>

namespace waydesk::wire::ondidesk {

QJsonObject parcelBody(const ParcelEdit& edit);
QJsonObject placeJson(const Place& place);

} // namespace waydesk::wire::ondidesk
