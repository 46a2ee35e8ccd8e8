// SPDX-License-Identifier: GPL-3.0-or-later
// Our backend's calls for the map, from bytes to values; the rules of ondidecode.h hold here too. A row without a
// driver, a time or a place is drift, and left out. Pure; any thread.
#pragma once

#include "services/wire/ondi/ondirequests.h"
#include "services/wire/positionanswers.h"

#include <QByteArrayView>

namespace waydesk::wire::ondidesk {

Result<PositionNews> decodePositionNews(QByteArrayView body);
Result<Track> decodeTrack(QByteArrayView body);

Request positionNews(qint64 since); // 0: every driver that was ever seen
// Of one driver, or of all when it is empty; from <= at < to, at most 48 hours.
// `after`: an earlier answer's cursor, empty for the first.
Request track(const DriverId& driver, Instant from, Instant to, const QString& after);

} // namespace waydesk::wire::ondidesk
