// SPDX-License-Identifier: GPL-3.0-or-later
// What `GET /delivery/deliveries/{id}` tells beyond the parcel's row: what drivers did with it, requests for its
// return, what went wrong, what it travels with. The rules of ondidecode.h hold here too. Pure; any thread.
#pragma once

#include "services/wire/storyanswers.h"

#include <QByteArrayView>

namespace waydesk::wire::ondidesk {

Result<SeenStory> decodeStory(QByteArrayView body);

} // namespace waydesk::wire::ondidesk
