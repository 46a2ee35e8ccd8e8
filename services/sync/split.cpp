// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/split.h"

namespace waydesk::sync {

namespace {

template<class T>
QList<QList<T>> slices(const QList<T>& all, qsizetype most)
{
    QList<QList<T>> result;
    for (qsizetype at = 0; at < all.size(); at += most)
        result.append(all.mid(at, most));
    return result;
}

struct Splitter
{
    QList<Command> operator()(const CreateWaybill& c) const
    {
        if (c.deliveries.size() <= kMostDeliveriesAtOnce)
            return {c};
        const auto parts = slices(c.deliveries, kMostDeliveriesAtOnce);
        CreateWaybill first = c;
        first.deliveries = parts.first();
        QList<Command> result{first};
        for (qsizetype i = 1; i < parts.size(); ++i)
            result.append(AttachDeliveries{c.localId, parts[i]});
        return result;
    }
    QList<Command> operator()(const AttachDeliveries& c) const
    {
        QList<Command> result;
        for (const auto& part : slices(c.deliveries, kMostDeliveriesAtOnce))
            result.append(AttachDeliveries{c.waybill, part});
        return result.isEmpty() ? QList<Command>{c} : result;
    }
    QList<Command> operator()(const ReturnChildren& c) const
    {
        QList<Command> result;
        for (const auto& part : slices(c.deliveries, kMostDeliveriesAtOnce)) {
            ReturnChildren one = c;
            one.deliveries = part;
            result.append(one);
        }
        return result.isEmpty() ? QList<Command>{c} : result;
    }
    QList<Command> operator()(const BulkDeleteDrafts& c) const
    {
        QList<Command> result;
        for (const auto& part : slices(c.waybills, kMostWaybillsAtOnce))
            result.append(BulkDeleteDrafts{part, c.allEmpty});
        return result.isEmpty() ? QList<Command>{c} : result;
    }
    QList<Command> operator()(const auto& c) const { return {c}; }
};

} // namespace

QList<Command> split(const Command& command)
{
    return std::visit(Splitter{}, command);
}

} // namespace waydesk::sync
