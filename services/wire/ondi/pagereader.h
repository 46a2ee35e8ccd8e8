// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of rows at full speed: simdjson On-Demand hands each row out as cells, views into the page, with the row's own
// JSON beside. For the bulk way into the store; values of single answers come from ondidecode.h, and both agree.
// A row without an id is counted as drift and left out. Any thread.
#pragma once

#include "services/domain/cells.h"
#include "services/domain/result.h"

#include <QByteArrayView>
#include <functional>

namespace waydesk::wire::ondidesk {

struct PageEnd
{
    qint64 rows = 0;
    std::optional<qint64> total;
    std::optional<QString> nextCursor; // keyset lists; nullopt: the end
    int drift = 0;                     // values of a type that the contract does not know, rows without an id
    bool stopped = false;              // the taker answered false
};

// `take` sees each row in the page's order, its cells valid only during the call; false stops. Malformed (also after
// some rows have been taken): the page is not what the contract says.
Result<PageEnd> readWaybillPage(QByteArrayView body, const std::function<bool(const WaybillCells&)>& take);
Result<PageEnd> readDeliveryPage(QByteArrayView body, const std::function<bool(const DeliveryCells&)>& take);

} // namespace waydesk::wire::ondidesk
