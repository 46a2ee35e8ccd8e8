// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/waybilltableprivate.h"

namespace waydesk::models {

using facade::WaybillRow;
using namespace std::chrono_literals;

namespace {

constexpr auto kSlice = 4000us;       // of the GUI thread, per turn of the event loop
constexpr auto kFirstSlice = 10000us; // on a new filter or sort: most lists are complete within it
constexpr qsizetype kBig = 20000;     // above this many rows, refreshes are taken together
constexpr auto kBigDelay = 1000ms;
constexpr auto kUnasked = 1000ms; // after which the rest of the order is read though nobody said readOn()
constexpr size_t kFew = 32;       // rows that find their new place one by one

// Do both stand at the same place under every filter and this sort?
bool samePlace(const Waybill& a, const Waybill& b, facade::WaybillColumn column)
{
    if (column == facade::WaybillColumn::Updated && a.updatedAt != b.updatedAt)
        return false;
    return a.number == b.number && a.state == b.state && a.carrier == b.carrier && a.driverId == b.driverId &&
           a.driver == b.driver && a.origin == b.origin && a.destination == b.destination &&
           a.createdAt == b.createdAt && a.itemCount == b.itemCount && a.totalCod == b.totalCod && a.notes == b.notes;
}

} // namespace

WaybillTableModel::Private::Private(WaybillTableModel* model, RowSource& rowSource, const Formats& words)
    : q(model)
    , source(rowSource)
    , formats(words)
    , window(rowSource)
{
}

void WaybillTableModel::Private::touch(int first, int last)
{
    if (first <= last)
        Q_EMIT q->dataChanged(q->index(first, 0), q->index(last, kColumnCount - 1));
}

void WaybillTableModel::Private::beginPass()
{
    again = false;
    RowOrder locals = window.readLocals();
    pass.emplace(source.order(window.filter, window.sort), std::move(locals), source.countNow(window.filter));
}

void WaybillTableModel::Private::fill()
{
    beginPass();
    window.order = pass->asFarAsRead();
    window.pinned = pass->pinned();
    stepping.start(kUnasked);
}

// Exact at once where the list is short, else its beginning at once and the rest in slices.
void WaybillTableModel::Private::ask()
{
    soon.stop();
    beginPass();
    if (pass->step(kFirstSlice)) {
        finishPass();
        return;
    }
    complete = false;
    OrderSurgeon(surgery()).replace(pass->asFarAsRead(), pass->pinned());
    stepping.start();
}

void WaybillTableModel::Private::step()
{
    if (!pass)
        return;
    stepping.setInterval(0);
    const size_t from = pass->keys().size();
    const bool ended = pass->step(kSlice);
    if (!complete && pass->pinned() == window.pinned) {
        const auto& keys = pass->keys();
        for (size_t i = from; i < keys.size() && i < window.order.size(); ++i) {
            if (window.order[i] == 0)
                window.order[i] = keys[i];
        }
        if (!pass->expected() && keys.size() > window.order.size()) {
            q->beginInsertRows({}, size(), static_cast<int>(keys.size()) - 1);
            window.order.insert(window.order.end(), keys.begin() + size(), keys.end());
            q->endInsertRows();
            Q_EMIT q->countChanged(size());
        }
    }
    if (ended)
        finishPass();
}

void WaybillTableModel::Private::finishPass()
{
    stepping.stop();
    const qsizetype pinned = pass->pinned();
    RowOrder next = pass->takeKeys();
    pass.reset();
    OrderSurgeon(surgery()).become(std::move(next), pinned);
    complete = true;
    if (std::exchange(rowsAreStale, false)) {
        window.forgetAll();
        touch(0, size() - 1);
    } else {
        touch(0, static_cast<int>(pinned) - 1); // local rows are read anew with every pass
    }
    Q_EMIT q->orderCompleted();
    if (again)
        refreshSoon();
}

OrderSurgeon::Hooks WaybillTableModel::Private::surgery()
{
    return {window.order,
            window.pinned,
            window.frozen,
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

void WaybillTableModel::Private::refreshSoon()
{
    if (pass) {
        again = true;
        return;
    }
    if (!soon.isActive())
        soon.start(size() > kBig ? kBigDelay : 0ms);
}

void WaybillTableModel::Private::refresh()
{
    if (pass) {
        again = true;
        return;
    }
    beginPass();
    stepping.start();
}

void WaybillTableModel::Private::onChanged(const QList<WaybillId>& ids)
{
    std::vector<qint64> known, moved;
    bool gone = false, locals = false;
    for (const WaybillId& id : ids) {
        const auto rowid = window.localKey(id) ? std::nullopt : source.rowidOf(id);
        if (!rowid) {
            locals |= id.isLocal();
            gone |= !id.isLocal(); // deleted: where it stood, nobody can tell by its id
        } else if (window.isKnown(*rowid)) {
            known.push_back(*rowid);
        } else {
            moved.push_back(*rowid); // new, or not looked at: there is nothing to compare with
        }
    }
    reread(known, moved);
    if (moved.empty() && !gone && !locals)
        return;
    if (gone || pass || !complete || moved.size() > kFew)
        refreshSoon();
    else
        replant(moved);
}

// Takes these rows out of the order and puts each back where it belongs now, if it still belongs: no walk over the
// list.
void WaybillTableModel::Private::replant(std::vector<qint64>& moved)
{
    RowOrder next = window.readLocals();
    const auto pinned = static_cast<qsizetype>(next.size());
    std::sort(moved.begin(), moved.end());
    const auto from = window.order.begin() + window.pinned;
    next.reserve(next.size() + static_cast<size_t>(window.order.end() - from) + moved.size());
    std::copy_if(from, window.order.end(), std::back_inserter(next),
                 [&moved](qint64 key) { return !std::binary_search(moved.begin(), moved.end(), key); });
    for (const qint64 rowid : moved) {
        if (!source.matches(rowid, window.filter))
            continue;
        const std::span server(next.data() + pinned, next.size() - static_cast<size_t>(pinned));
        next.insert(next.begin() + pinned + source.positionIn(server, rowid, window.sort), rowid);
    }
    OrderSurgeon(surgery()).become(std::move(next), pinned);
    touch(0, static_cast<int>(pinned) - 1);
    Q_EMIT q->orderCompleted();
}

// Reads these rows again and repaints those that differ; those that may stand elsewhere now are added to `moved`.
void WaybillTableModel::Private::reread(const std::vector<qint64>& known, std::vector<qint64>& moved)
{
    if (known.empty())
        return;
    std::vector<qint64> changed;
    const QList<WaybillRow> rows = source.rows(known);
    for (const WaybillRow& row : rows) {
        const WaybillRow* before = window.cached(row.rowid);
        if (!before || !samePlace(before->server, row.server, window.sort.column))
            moved.push_back(row.rowid);
        if (!before || !(*before == row)) {
            changed.push_back(row.rowid);
            window.remember(row);
        }
    }
    std::sort(changed.begin(), changed.end());
    size_t left = changed.size();
    for (int row = 0; row < size() && left > 0; ++row) {
        if (std::binary_search(changed.begin(), changed.end(), window.order[static_cast<size_t>(row)])) {
            touch(row, row);
            --left;
        }
    }
}

void WaybillTableModel::Private::onRenamed(const WaybillId& local, const WaybillId& server)
{
    const auto rowid = source.rowidOf(server);
    if (rowid && window.rename(local, *rowid))
        touch(0, static_cast<int>(window.pinned) - 1);
    if (!rowid || pass || !complete) {
        refreshSoon();
        return;
    }
    std::vector<qint64> moved{*rowid};
    replant(moved);
}

} // namespace waydesk::models
