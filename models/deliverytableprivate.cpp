// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deliverytableprivate.h"

#include <algorithm>

namespace waydesk::models {

using facade::ParcelRow;
using namespace std::chrono_literals;

namespace {

constexpr auto kSlice = 4000us;       // of the GUI thread, per turn of the event loop
constexpr auto kFirstSlice = 10000us; // on a new filter or sort: most lists are complete within it
constexpr int kCountedTogether = 2000;
constexpr qsizetype kBig = 20000; // above this many rows, refreshes are taken together
constexpr auto kBigDelay = 2000ms;
constexpr size_t kFew = 32; // rows that find their new place one by one
constexpr int kWindow = 16; // rows fetched together

} // namespace

void DeliveryTableModel::Private::touch(int first, int last)
{
    if (first <= last)
        Q_EMIT q->dataChanged(q->index(first, 0), q->index(last, kColumnCount - 1));
}

const ParcelRow* DeliveryTableModel::Private::at(int row)
{
    if (row < 0 || row >= size())
        return nullptr;
    const qint64 key = order[static_cast<size_t>(row)];
    if (!cache.contains(key)) {
        if (frozen)
            return nullptr;
        const int first = row - row % kWindow, last = std::min(first + kWindow, size());
        std::vector<qint64> missing;
        for (int i = first; i < last; ++i) {
            if (!cache.contains(order[static_cast<size_t>(i)]))
                missing.push_back(order[static_cast<size_t>(i)]);
        }
        const QList<ParcelRow> rows = service.rows(missing);
        for (const ParcelRow& each : rows)
            cache.insert(each.rowid, new std::optional(each));
        for (const qint64 gone : missing) { // remembered as gone, or every cell would ask again
            if (!cache.contains(gone))
                cache.insert(gone, new std::optional<ParcelRow>());
        }
    }
    const auto* found = cache.object(key);
    return found && found->has_value() ? &**found : nullptr;
}

void DeliveryTableModel::Private::beginPass()
{
    again = false;
    pass.emplace(service.order(filter, sort), locals(), std::nullopt);
    counter = service.counting(filter);
}

RowOrder DeliveryTableModel::Private::locals() const
{
    RowOrder keys;
    for (const qint64 key : service.localRows(filter))
        keys.push_back(key);
    return keys;
}

// Exact at once where the list is short, else its beginning at once and the rest in slices.
void DeliveryTableModel::Private::ask()
{
    soon.stop();
    beginPass();
    complete = false;
    const bool ended = pass->step(kFirstSlice);
    if (!ended || order.size() > kBig) { // what differs in much, only the end tells, or nobody asks
        RowOrder begun = pass->keys();
        OrderSurgeon(surgery()).replace(std::move(begun), pass->pinned());
    }
    if (ended)
        finishPass();
    stepping.start();
}

void DeliveryTableModel::Private::step()
{
    if (pass) {
        const size_t from = pass->keys().size();
        const bool ended = pass->step(kSlice);
        const RowOrder& keys = pass->keys();
        if (!complete && from == order.size() && keys.size() > from) {
            q->beginInsertRows({}, static_cast<int>(from), static_cast<int>(keys.size()) - 1);
            order.insert(order.end(), keys.begin() + static_cast<qptrdiff>(from), keys.end());
            q->endInsertRows();
            Q_EMIT q->countChanged(size());
        }
        if (ended)
            finishPass();
        return;
    }
    if (counter) {
        const auto until = std::chrono::steady_clock::now() + kSlice;
        while (!counter->atEnd() && std::chrono::steady_clock::now() < until)
            counter->step(kCountedTogether);
        if (!counter->atEnd())
            return;
        told = counter->counts();
        counter.reset();
        Q_EMIT q->countsTold();
    }
    stepping.stop();
    if (again)
        refreshSoon();
}

void DeliveryTableModel::Private::finishPass()
{
    const qsizetype first = pass->pinned();
    RowOrder next = pass->takeKeys();
    pass.reset();
    OrderSurgeon(surgery()).become(std::move(next), first);
    complete = true;
    if (std::exchange(rowsAreStale, false)) {
        cache.clear();
        touch(0, size() - 1);
    }
    Q_EMIT q->orderCompleted();
}

void DeliveryTableModel::Private::refreshSoon()
{
    if (stepping.isActive()) {
        again = true;
        return;
    }
    if (!soon.isActive())
        soon.start(size() > kBig ? kBigDelay : 0ms);
}

void DeliveryTableModel::Private::refresh()
{
    beginPass();
    stepping.start();
}

OrderSurgeon::Hooks DeliveryTableModel::Private::surgery()
{
    return {order,
            pinned,
            frozen,
            [this](int first, int last) { q->beginInsertRows({}, first, last); },
            [this] { q->endInsertRows(); },
            [this](int first, int last) { q->beginRemoveRows({}, first, last); },
            [this] { q->endRemoveRows(); },
            [this] {
                Q_EMIT q->layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
                return q->persistentIndexList();
            },
            [this](const QModelIndexList& before, const std::vector<int>& rows) {
                QModelIndexList after;
                after.reserve(before.size());
                for (qsizetype i = 0; i < before.size(); ++i) {
                    const int row = rows[static_cast<size_t>(i)];
                    after += row < 0 ? QModelIndex() : q->createIndex(row, before.at(i).column());
                }
                q->changePersistentIndexList(before, after);
                Q_EMIT q->layoutChanged({}, QAbstractItemModel::VerticalSortHint);
            },
            [this](int rows) { Q_EMIT q->countChanged(rows); }};
}

// Reads these parcels again, repaints those that are seen, and gives each the place where it stands now.
void DeliveryTableModel::Private::onChanged(const QList<DeliveryId>& ids)
{
    std::vector<qint64> moved;
    bool gone = false;
    for (const DeliveryId& id : ids) {
        if (const auto rowid = service.rowidOf(id))
            moved.push_back(*rowid);
        else
            gone = true; // where it stood, nobody can tell by its id
    }
    std::vector<qint64> seen;
    std::copy_if(moved.begin(), moved.end(), std::back_inserter(seen),
                 [this](qint64 rowid) { return cache.contains(rowid); });
    for (const qint64 rowid : seen)
        cache.remove(rowid);
    const std::vector<int> places = placesOf(seen, order);
    for (const int place : places)
        touch(place, place);
    if (gone || stepping.isActive() || !complete || moved.size() > kFew) {
        refreshSoon();
        return;
    }
    replant(moved);
    counter = service.counting(filter);
    stepping.start();
}

void DeliveryTableModel::Private::replant(std::vector<qint64>& moved)
{
    std::sort(moved.begin(), moved.end());
    moved.erase(std::unique(moved.begin(), moved.end()), moved.end()); // told by its local id and by the server's
    RowOrder next = locals();
    const auto first = static_cast<qsizetype>(next.size());
    next.reserve(order.size() + moved.size() + next.size());
    std::copy_if(order.begin() + pinned, order.end(), std::back_inserter(next),
                 [&moved](qint64 key) { return !std::binary_search(moved.begin(), moved.end(), key); });
    for (const qint64 rowid : moved) {
        if (rowid < 0 || !service.matches(rowid, filter))
            continue;
        const std::span sorted(next.data() + first, next.size() - static_cast<size_t>(first));
        next.insert(next.begin() + first + service.positionIn(sorted, rowid, sort), rowid);
    }
    OrderSurgeon(surgery()).become(std::move(next), first);
    Q_EMIT q->orderCompleted();
}

} // namespace waydesk::models
