// SPDX-License-Identifier: GPL-3.0-or-later
// Where a list that goes on by key stopped: the `next_cursor` that callers hand back as `after`. Opaque to them.
#pragma once

#include "services/domain/result.h"

#include <optional>

namespace waydesk::backend {

struct ListCursor
{
    qint64 total = 0; // counted once, for the first page
    qint64 at = 0;    // the last row's place: an instant, then its id
    QString id;
};

QString written(const ListCursor& cursor);
std::optional<ListCursor> listCursorFrom(const QString& text); // nullopt: not one of ours
Error notACursor();                                            // 400 on `after`

} // namespace waydesk::backend
