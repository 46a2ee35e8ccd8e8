// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowwindow.h"

#include "models/rowsource.h"

namespace waydesk::models {

RowWindow::RowWindow(RowSource& source)
    : m_source(source)
    , m_cache(kMostCached)
{
}

const facade::WaybillRow* RowWindow::at(qsizetype place)
{
    if (place < 0 || place >= static_cast<qsizetype>(order.size()))
        return nullptr;
    const qint64 key = order[static_cast<size_t>(place)];
    if (key < 0) {
        const auto it = m_locals.constFind(key);
        return it == m_locals.cend() ? nullptr : &*it;
    }
    if (key == 0 && frozen)
        return nullptr;
    if (key == 0 || !m_cache.contains(key))
        readWindow(place);
    const auto* found = m_cache.object(order[static_cast<size_t>(place)]);
    return found && found->has_value() ? &**found : nullptr;
}

const facade::WaybillRow* RowWindow::cached(qint64 key) const
{
    if (key < 0) {
        const auto it = m_locals.constFind(key);
        return it == m_locals.cend() ? nullptr : &*it;
    }
    const auto* found = m_cache.object(key);
    return found && found->has_value() ? &**found : nullptr;
}

void RowWindow::remember(const facade::WaybillRow& row)
{
    m_cache.insert(row.rowid, new std::optional(row));
}

void RowWindow::readKeys(qsizetype place)
{
    const qsizetype first = place - place % kKeys;
    const qsizetype last = std::min(first + kKeys, static_cast<qsizetype>(order.size()));
    const qsizetype from = std::max(first, pinned);
    const QList<qint64> read = m_source.slice(filter, sort, from - pinned, static_cast<int>(last - from));
    for (qsizetype i = 0; i < read.size() && from + i < last; ++i) {
        if (qint64& key = order[static_cast<size_t>(from + i)]; key == 0)
            key = read.at(i);
    }
}

void RowWindow::readWindow(qsizetype place)
{
    static_assert(kKeys % kWindow == 0);
    const qsizetype first = place - place % kWindow;
    const qsizetype last = std::min(first + kWindow, static_cast<qsizetype>(order.size()));
    const auto begin = order.begin() + first, end = order.begin() + last;
    if (!frozen && std::find(begin, end, 0) != end)
        readKeys(place);
    std::vector<qint64> missing;
    for (auto it = begin; it != end; ++it) {
        if (*it > 0 && !m_cache.contains(*it))
            missing.push_back(*it);
    }
    for (const facade::WaybillRow& row : m_source.rows(missing))
        remember(row);
    for (const qint64 key : missing) {
        if (!m_cache.contains(key)) // gone from the store: remembered as gone, or every cell would ask again
            m_cache.insert(key, new std::optional<facade::WaybillRow>());
    }
}

RowOrder RowWindow::readLocals()
{
    RowOrder keys;
    QHash<WaybillId, qint64> localKeys;
    QHash<qint64, facade::WaybillRow> locals;
    const QList<facade::WaybillRow> rows = m_source.localRows(filter);
    for (const facade::WaybillRow& row : rows) {
        const WaybillId id = row.server.id;
        if (localKeys.contains(id))
            continue;
        const auto known = m_localKeys.constFind(id);
        const qint64 key = known == m_localKeys.cend() ? --m_lastLocalKey : *known;
        keys.push_back(key);
        localKeys.insert(id, key);
        locals.insert(key, row);
    }
    const auto before = m_localKeys;
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (localKeys.contains(it.key()))
            continue;
        if (const auto row = m_source.find(it.key()); row && row->rowid > 0)
            rename(it.key(), row->rowid);
    }
    m_localKeys = std::move(localKeys);
    m_locals = std::move(locals);
    return keys;
}

bool RowWindow::rename(const WaybillId& local, qint64 rowid)
{
    const auto known = m_localKeys.constFind(local);
    if (known == m_localKeys.cend())
        return false;
    const auto end = order.begin() + pinned;
    if (const auto it = std::find(order.begin(), end, *known); it != end)
        *it = rowid;
    m_locals.remove(*known);
    m_localKeys.erase(known);
    return true;
}

std::optional<qint64> RowWindow::localKey(const WaybillId& id) const
{
    const auto it = m_localKeys.constFind(id);
    return it == m_localKeys.cend() ? std::nullopt : std::optional(*it);
}

} // namespace waydesk::models
