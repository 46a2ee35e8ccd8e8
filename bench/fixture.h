// SPDX-License-Identifier: GPL-3.0-or-later
// A made-up depot of any size, the same on every run: parcels and waybills by their number, the pages that a server
// would tell them in, and a desk's data folder filled with them through the product's own bulk way. The filled folder
// is kept beside the program (or in $WAYDESK_BENCH_DATA) and used again while the store's schema stays the same.
#pragma once

#include "bench/keptpages.h"
#include "services/domain/delivery.h"
#include "services/domain/waybill.h"

#include <QByteArray>
#include <memory>

namespace waydesk::store {
class Store;
}

namespace waydesk::bench {

qint64 many(); // a million; ten thousand where nothing is judged (figures.h)
inline constexpr int kPageRows = 100;

// `generation` says how often the server has changed it since: another one is another row with the same id.
Delivery deliveryOf(qint64 number, int generation = 0);
Waybill waybillOf(qint64 number, int generation = 0);
QString scanCodeOf(qint64 delivery);
std::optional<qint64> numberOfScan(const QString& code);
inline constexpr qint64 kDraftEvery = 50; // waybills whose number is a multiple are drafts

// As GET /delivery/deliveries and GET /delivery/waybills answer: rows `first` to `first + rows - 1`.
QByteArray deliveryPage(qint64 first, int rows, qint64 total, int generation = 0);
QByteArray waybillPage(qint64 first, int rows, qint64 total, int generation = 0);

// Takes pages in as the first load does: page reader, ingest, a mark after each page.
class PageTaker
{
public:
    explicit PageTaker(store::Store& store);
    ~PageTaker();
    // False: it could not, and has been told on stderr.
    bool deliveries(const QByteArray& page);
    bool waybills(const QByteArray& page);
    bool take(const KeptPage<DeliveryCells>& page); // the same without the page reader
    bool take(const KeptPage<WaybillCells>& page);
    bool end(); // everything is on disk

private:
    struct Private;
    std::unique_ptr<Private> d;
};

// A desk's data folder with that many parcels and waybills, not searchable; empty when it could not be made.
QString filledFolder();
QString searchableFolder(); // the same, its parcels indexed for search; the figures that do not search bear it

} // namespace waydesk::bench
