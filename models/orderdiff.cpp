// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/orderdiff.h"

#include <algorithm>

namespace waydesk::models {

namespace {

constexpr qsizetype kLookAhead = 64;
constexpr size_t kMostCandidates = 4096; // beyond that sorting both sides is the cheaper way

struct Place
{
    qint64 key;
    qsizetype at;
    auto operator<=>(const Place&) const = default;
};

struct Candidates
{
    std::vector<Place> gone, come; // places in the old and in the new order
};

struct Walk
{
    std::span<const qint64> before, after;
    qsizetype i = 0, j = 0;
    Candidates found;

    qsizetype leftBefore() const { return static_cast<qsizetype>(before.size()) - i; }
    qsizetype leftAfter() const { return static_cast<qsizetype>(after.size()) - j; }
    qint64 old(qsizetype k) const { return before[static_cast<size_t>(i + k)]; }
    qint64 fresh(qsizetype k) const { return after[static_cast<size_t>(j + k)]; }
    void skipBefore(qsizetype count)
    {
        for (; count > 0; --count, ++i)
            found.gone.push_back({before[static_cast<size_t>(i)], i});
    }
    void skipAfter(qsizetype count)
    {
        for (; count > 0; --count, ++j)
            found.come.push_back({after[static_cast<size_t>(j)], j});
    }

    // Steps over the smallest difference that brings both sides together again.
    bool resync()
    {
        for (qsizetype k = 1; k <= kLookAhead; ++k) {
            if (k < leftBefore() && old(k) == fresh(0)) {
                skipBefore(k);
                return true;
            }
            if (k < leftAfter() && fresh(k) == old(0)) {
                skipAfter(k);
                return true;
            }
            if (k < leftBefore() && k < leftAfter() && old(k) == fresh(k)) {
                skipBefore(k);
                skipAfter(k);
                return true;
            }
        }
        return false;
    }
    bool run()
    {
        while (leftBefore() > 0 && leftAfter() > 0) {
            if (old(0) == fresh(0) && old(0) != 0) {
                ++i;
                ++j;
            } else if (!resync()) {
                return false;
            }
            if (found.gone.size() + found.come.size() > kMostCandidates)
                return false;
        }
        if (static_cast<size_t>(leftBefore() + leftAfter()) + found.gone.size() + found.come.size() > kMostCandidates)
            return false;
        skipBefore(leftBefore());
        skipAfter(leftAfter());
        return true;
    }
};

Candidates everything(std::span<const qint64> before, std::span<const qint64> after)
{
    Candidates all;
    all.gone.reserve(before.size());
    all.come.reserve(after.size());
    for (size_t i = 0; i < before.size(); ++i)
        all.gone.push_back({before[i], static_cast<qsizetype>(i)});
    for (size_t j = 0; j < after.size(); ++j)
        all.come.push_back({after[j], static_cast<qsizetype>(j)});
    return all;
}

// Takes out of both sides what merely moved. True when anything did.
bool takeOutMoves(Candidates& candidates)
{
    std::sort(candidates.gone.begin(), candidates.gone.end());
    std::sort(candidates.come.begin(), candidates.come.end());
    std::vector<qsizetype> gone, come;
    auto g = candidates.gone.begin();
    auto c = candidates.come.begin();
    bool moved = false;
    while (g != candidates.gone.end() || c != candidates.come.end()) {
        if (c == candidates.come.end() || (g != candidates.gone.end() && (g->key < c->key || g->key == 0))) {
            gone.push_back((g++)->at);
        } else if (g == candidates.gone.end() || c->key < g->key) {
            come.push_back((c++)->at);
        } else {
            moved = true;
            ++g;
            ++c;
        }
    }
    std::sort(gone.begin(), gone.end());
    std::sort(come.begin(), come.end());
    candidates.gone.clear();
    candidates.come.clear();
    for (const qsizetype at : gone)
        candidates.gone.push_back({0, at});
    for (const qsizetype at : come)
        candidates.come.push_back({0, at});
    return moved;
}

std::vector<RowRange> ranges(const std::vector<Place>& places, qsizetype offset)
{
    std::vector<RowRange> result;
    for (const Place& place : places) {
        const qsizetype at = place.at + offset;
        if (!result.empty() && result.back().first + result.back().count == at)
            ++result.back().count;
        else
            result.push_back({at, 1});
    }
    return result;
}

// The survivors of both sides, walked side by side: do they stand in the same order?
bool sameOrder(std::span<const qint64> before, std::span<const qint64> after, const Candidates& candidates)
{
    auto g = candidates.gone.begin();
    auto c = candidates.come.begin();
    qsizetype i = 0, j = 0;
    const auto end = static_cast<qsizetype>(before.size());
    for (; i < end; ++i) {
        if (g != candidates.gone.end() && g->at == i) {
            ++g;
            continue;
        }
        while (c != candidates.come.end() && c->at == j) {
            ++c;
            ++j;
        }
        if (before[static_cast<size_t>(i)] != after[static_cast<size_t>(j)])
            return false;
        ++j;
    }
    return true;
}

} // namespace

OrderDiff diffOrders(std::span<const qint64> before, std::span<const qint64> after)
{
    size_t head = 0;
    const size_t shorter = std::min(before.size(), after.size());
    while (head < shorter && before[head] == after[head] && before[head] != 0)
        ++head;
    size_t tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail] &&
           before[before.size() - 1 - tail] != 0)
        ++tail;
    const auto a = before.subspan(head, before.size() - head - tail);
    const auto b = after.subspan(head, after.size() - head - tail);
    if (a.empty() && b.empty())
        return {};

    Walk walk{a, b, 0, 0, {}};
    Candidates candidates = walk.run() ? std::move(walk.found) : everything(a, b);
    const bool moved = takeOutMoves(candidates);
    OrderDiff diff;
    diff.removed = ranges(candidates.gone, static_cast<qsizetype>(head));
    diff.inserted = ranges(candidates.come, static_cast<qsizetype>(head));
    diff.reordered = moved && !sameOrder(a, b, candidates);
    return diff;
}

} // namespace waydesk::models
