// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the shown order of rows into another by removals, insertions and layout changes, so that persistent indexes
// stay with their row and the model is never reset. The model hands in its begin… and end… calls as hooks.
#pragma once

#include "models/roworder.h"

#include <QAbstractItemModel>
#include <functional>
#include <span>
#include <vector>

namespace waydesk::models {

struct OrderDiff;

// Where each key stands in `order`, -1 where nowhere (and for 0): one walk, however many keys.
std::vector<int> placesOf(std::span<const qint64> keys, std::span<const qint64> order);

class OrderSurgeon
{
public:
    struct Hooks
    {
        RowOrder& order;
        qsizetype& pinned;
        bool& frozen;
        std::function<void(int first, int last)> beginInsert;
        std::function<void()> endInsert;
        std::function<void(int first, int last)> beginRemove;
        std::function<void()> endRemove;
        std::function<QModelIndexList()> beginLayout; // answers the persistent indexes
        // Where each of them stands now; -1: not known, or gone.
        std::function<void(const QModelIndexList& before, const std::vector<int>& rows)> endLayout;
        std::function<void(int rows)> counted;
    };

    explicit OrderSurgeon(Hooks hooks);

    // `next` is complete: only what differs is touched.
    void become(RowOrder next, qsizetype pinned);
    // `known` has places not read yet (0): what points at a row whose new place is not known loses it.
    void replace(RowOrder known, qsizetype pinned);

private:
    void few(const OrderDiff& diff, const RowOrder& next);
    void many(const OrderDiff& diff, const RowOrder& next);
    void relay(RowOrder order);
    void removeTail(size_t size);
    void finish(size_t sizeBefore, qsizetype pinned);

    Hooks m_hooks;
};

} // namespace waydesk::models
