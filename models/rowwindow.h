// SPDX-License-Identifier: GPL-3.0-or-later
// The rows behind the waybill table: the order of keys, and the few rows that are looked at. A key is a row id of the
// store; below zero it is a waybill that only this desk knows; zero is a place whose row has not been read yet.
#pragma once

#include "models/roworder.h"
#include "services/facade/rows.h"

#include <QCache>
#include <QHash>
#include <vector>

namespace waydesk::models {

class RowSource;

class RowWindow
{
public:
    static constexpr qsizetype kWindow = 16; // rows fetched together: each costs more than many keys
    static constexpr qsizetype kKeys = 256;  // keys asked for together: finding the first is what costs
    static constexpr qsizetype kMostCached = 1024;

    explicit RowWindow(RowSource& source);

    RowOrder order;       // pinned local rows first, then the server's in the asked order
    qsizetype pinned = 0; // how many stand before the server's first
    facade::WaybillFilter filter;
    facade::WaybillSort sort;
    bool frozen = false; // while places change, nothing is read in

    // The row at a place, reading its window where needed; null when it is gone from the store.
    const facade::WaybillRow* at(qsizetype place);
    const facade::WaybillRow* cached(qint64 key) const;
    bool isKnown(qint64 key) const { return m_cache.contains(key); }
    void forget(qint64 key) { m_cache.remove(key); }
    void forgetAll() { m_cache.clear(); }
    void remember(const facade::WaybillRow& row);

    // Reads the local rows anew; answers their keys, newest first. One that has become the server's keeps its place in
    // `order` under the server's key, so that whatever points at it follows.
    RowOrder readLocals();
    bool rename(const WaybillId& local, qint64 rowid); // false: not one of ours
    std::optional<qint64> localKey(const WaybillId& id) const;

private:
    void readWindow(qsizetype place);
    void readKeys(qsizetype place);

    RowSource& m_source;
    QCache<qint64, std::optional<facade::WaybillRow>> m_cache;
    QHash<WaybillId, qint64> m_localKeys;
    QHash<qint64, facade::WaybillRow> m_locals;
    qint64 m_lastLocalKey = 0;
};

} // namespace waydesk::models
