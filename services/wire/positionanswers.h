// SPDX-License-Identifier: GPL-3.0-or-later
// Where drivers are and were, once decoded. Plain values, any thread.
#pragma once

#include "services/domain/position.h"
#include "services/wire/answers.h"

namespace waydesk::wire {

struct PositionNews
{
    QList<Position> rows;
    qint64 cursor = 0; // what to ask for next
    bool more = false; // there is more already
    Drift drift;
};

struct Track // a stretch of where drivers were
{
    QList<Position> rows;              // in order of time
    std::optional<QString> nextCursor; // nullopt: the end
    Drift drift;
};

} // namespace waydesk::wire
