// SPDX-License-Identifier: GPL-3.0-or-later
// The real services behind the models' two ports. The services must outlive these.
#pragma once

#include "models/commandsink.h"
#include "models/commandtext.h"
#include "models/rowsource.h"
#include "services/facade/lookupservice.h"
#include "services/facade/tripservice.h"

namespace waydesk::models {

class ServiceRowSource final : public RowSource
{
public:
    explicit ServiceRowSource(facade::WaybillService& service, QObject* parent = nullptr);

    std::optional<qint64> countNow(const facade::WaybillFilter& filter) const override;
    std::unique_ptr<facade::OrderCursor> order(const facade::WaybillFilter& filter,
                                               const facade::WaybillSort& sort) const override;
    QList<qint64> slice(const facade::WaybillFilter& filter, const facade::WaybillSort& sort, qint64 from,
                        int most) const override;
    bool matches(qint64 rowid, const facade::WaybillFilter& filter) const override;
    qsizetype positionIn(std::span<const qint64> sorted, qint64 rowid, const facade::WaybillSort& sort) const override;
    QList<facade::WaybillRow> rows(std::span<const qint64> rowids) const override;
    QList<facade::WaybillRow> localRows(const facade::WaybillFilter& filter) const override;
    std::optional<facade::WaybillRow> find(const WaybillId& id) const override;
    std::optional<qint64> rowidOf(const WaybillId& id) const override;
    void refresh() override;

private:
    facade::WaybillService& m_service;
};

class ServiceCommandSink final : public CommandSink
{
public:
    explicit ServiceCommandSink(facade::CommandService& service, QObject* parent = nullptr);

    QString submit(const Command& command, const std::optional<Instant>& seenVersion) override;
    void retry(qint64 seq) override;
    void undo(qint64 seq) override;
    QList<store::OutboxEntry> open() const override;
    QList<store::OutboxEntry> done(int most) const override;

private:
    facade::CommandService& m_service;
};

// Names for command titles, answered from this desk's store.
CommandNames serviceNames(const facade::WaybillService& waybills, const facade::LookupService& lookups);
CommandNames serviceNames(const facade::WaybillService& waybills, const facade::LookupService& lookups,
                          const facade::TripService& trips);

} // namespace waydesk::models
