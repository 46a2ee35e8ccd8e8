// SPDX-License-Identifier: GPL-3.0-or-later
// Where the waybill table gets its rows: what it needs of facade::WaybillService and nothing more, so that a million
// made-up rows can stand in for a store. GUI thread; every call is bounded and answers at once.
#pragma once

#include "services/facade/waybillservice.h"

namespace waydesk::models {

class RowSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // The server's rows in this filter, where that can be told at once; nullopt: only a walk will tell.
    virtual std::optional<qint64> countNow(const facade::WaybillFilter& filter) const = 0;
    virtual std::unique_ptr<facade::OrderCursor> order(const facade::WaybillFilter& filter,
                                                       const facade::WaybillSort& sort) const = 0;
    virtual QList<qint64> slice(const facade::WaybillFilter& filter, const facade::WaybillSort& sort, qint64 from,
                                int most) const = 0;
    virtual bool matches(qint64 rowid, const facade::WaybillFilter& filter) const = 0;
    // Where the row belongs in `sorted`, which does not hold it.
    virtual qsizetype positionIn(std::span<const qint64> sorted, qint64 rowid,
                                 const facade::WaybillSort& sort) const = 0;
    virtual QList<facade::WaybillRow> rows(std::span<const qint64> rowids) const = 0; // missing ones are left out
    virtual QList<facade::WaybillRow> localRows(const facade::WaybillFilter& filter) const = 0;
    virtual std::optional<facade::WaybillRow> find(const WaybillId& id) const = 0;
    virtual std::optional<qint64> rowidOf(const WaybillId& id) const = 0;
    virtual void refresh() = 0; // ask the server

Q_SIGNALS:
    void changed(const QList<waydesk::WaybillId>& ids);
    void reloaded();
    void renamed(const waydesk::WaybillId& local, const waydesk::WaybillId& server);
};

} // namespace waydesk::models
