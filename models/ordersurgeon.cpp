// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ordersurgeon.h"

#include "models/orderdiff.h"

#include <bitset>

namespace waydesk::models {

namespace {

constexpr size_t kFewRanges = 32; // more separate insertions or removals than this cost a view more than one relay

// The order without the places of `ranges`.
RowOrder without(const RowOrder& order, const std::vector<RowRange>& ranges)
{
    RowOrder rest;
    rest.reserve(order.size());
    auto at = order.begin();
    for (const RowRange& range : ranges) {
        rest.insert(rest.end(), at, order.begin() + range.first);
        at = order.begin() + range.first + range.count;
    }
    rest.insert(rest.end(), at, order.end());
    return rest;
}

RowOrder only(const RowOrder& order, const std::vector<RowRange>& ranges)
{
    RowOrder picked;
    for (const RowRange& range : ranges)
        picked.insert(picked.end(), order.begin() + range.first, order.begin() + range.first + range.count);
    return picked;
}

} // namespace

std::vector<int> placesOf(std::span<const qint64> keys, std::span<const qint64> order)
{
    constexpr size_t kBits = 1 << 14;
    std::bitset<kBits> mayBe;
    std::vector<std::pair<qint64, size_t>> sorted;
    for (size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == 0)
            continue;
        sorted.emplace_back(keys[i], i);
        mayBe.set(static_cast<size_t>(keys[i]) % kBits);
    }
    std::sort(sorted.begin(), sorted.end());
    std::vector<int> places(keys.size(), -1);
    size_t left = sorted.size();
    for (size_t row = 0; row < order.size() && left > 0; ++row) {
        if (!mayBe.test(static_cast<size_t>(order[row]) % kBits))
            continue;
        auto it = std::lower_bound(sorted.begin(), sorted.end(), std::pair{order[row], size_t{0}});
        for (; it != sorted.end() && it->first == order[row]; ++it) {
            if (int& place = places[it->second]; place < 0) {
                place = static_cast<int>(row);
                --left;
            }
        }
    }
    return places;
}

OrderSurgeon::OrderSurgeon(Hooks hooks)
    : m_hooks(std::move(hooks))
{
}

void OrderSurgeon::become(RowOrder next, qsizetype pinned)
{
    const size_t sizeBefore = m_hooks.order.size();
    m_hooks.frozen = true;
    const OrderDiff diff = diffOrders(m_hooks.order, next);
    if (diff.removed.size() <= kFewRanges && diff.inserted.size() <= kFewRanges)
        few(diff, next);
    else
        many(diff, next);
    m_hooks.order = std::move(next);
    finish(sizeBefore, pinned);
}

void OrderSurgeon::replace(RowOrder known, qsizetype pinned)
{
    const size_t sizeBefore = m_hooks.order.size();
    const size_t size = known.size();
    m_hooks.frozen = true;
    if (size > sizeBefore) {
        m_hooks.beginInsert(static_cast<int>(sizeBefore), static_cast<int>(size) - 1);
        m_hooks.order.resize(size, 0);
        m_hooks.endInsert();
    }
    known.resize(m_hooks.order.size(), 0);
    relay(std::move(known));
    removeTail(size);
    finish(sizeBefore, pinned);
}

void OrderSurgeon::few(const OrderDiff& diff, const RowOrder& next)
{
    RowOrder& order = m_hooks.order;
    for (auto range = diff.removed.rbegin(); range != diff.removed.rend(); ++range) {
        m_hooks.beginRemove(static_cast<int>(range->first), static_cast<int>(range->first + range->count - 1));
        order.erase(order.begin() + range->first, order.begin() + range->first + range->count);
        m_hooks.endRemove();
    }
    if (diff.reordered)
        relay(without(next, diff.inserted));
    for (const RowRange& range : diff.inserted) {
        m_hooks.beginInsert(static_cast<int>(range.first), static_cast<int>(range.first + range.count - 1));
        order.insert(order.begin() + range.first, next.begin() + range.first, next.begin() + range.first + range.count);
        m_hooks.endInsert();
    }
}

void OrderSurgeon::many(const OrderDiff& diff, const RowOrder& next)
{
    RowOrder& order = m_hooks.order;
    RowOrder survivors = without(next, diff.inserted);
    const size_t staying = survivors.size();
    const RowOrder going = only(order, diff.removed);
    survivors.insert(survivors.end(), going.begin(), going.end());
    relay(std::move(survivors));
    removeTail(staying);
    const RowOrder coming = only(next, diff.inserted);
    if (coming.empty())
        return;
    m_hooks.beginInsert(static_cast<int>(order.size()), static_cast<int>(order.size() + coming.size()) - 1);
    order.insert(order.end(), coming.begin(), coming.end());
    m_hooks.endInsert();
    relay(next);
}

void OrderSurgeon::relay(RowOrder order)
{
    const QModelIndexList before = m_hooks.beginLayout();
    std::vector<qint64> keys;
    keys.reserve(static_cast<size_t>(before.size()));
    for (const QModelIndex& index : before)
        keys.push_back(m_hooks.order[static_cast<size_t>(index.row())]);
    m_hooks.order = std::move(order);
    m_hooks.endLayout(before, placesOf(keys, m_hooks.order));
}

void OrderSurgeon::removeTail(size_t size)
{
    RowOrder& order = m_hooks.order;
    if (order.size() <= size)
        return;
    m_hooks.beginRemove(static_cast<int>(size), static_cast<int>(order.size()) - 1);
    order.resize(size);
    m_hooks.endRemove();
}

void OrderSurgeon::finish(size_t sizeBefore, qsizetype pinned)
{
    m_hooks.pinned = pinned;
    m_hooks.frozen = false;
    if (m_hooks.order.size() != sizeBefore)
        m_hooks.counted(static_cast<int>(m_hooks.order.size()));
}

} // namespace waydesk::models
