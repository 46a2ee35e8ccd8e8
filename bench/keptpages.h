// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that have been read already: cells with their text kept beside, so that the store's part of taking a page in
// can be measured without the page reader's.
#pragma once

#include "services/domain/cells.h"

#include <QByteArray>
#include <deque>
#include <vector>

namespace waydesk::bench {

template<class Cells>
struct KeptPage
{
    std::vector<Cells> rows;
    std::deque<std::string> texts; // what the rows look at
};

// An empty page: it could not be read.
KeptPage<DeliveryCells> keptDeliveries(const QByteArray& page);
KeptPage<WaybillCells> keptWaybills(const QByteArray& page);

} // namespace waydesk::bench
