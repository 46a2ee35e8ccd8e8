// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/servicesources.h"

#include "models/words.h"

namespace waydesk::models {

using facade::CommandService;
using facade::WaybillService;

ServiceRowSource::ServiceRowSource(WaybillService& service, QObject* parent)
    : RowSource(parent)
    , m_service(service)
{
    connect(&service, &WaybillService::changed, this, &RowSource::changed);
    connect(&service, &WaybillService::reloaded, this, &RowSource::reloaded);
    connect(&service, &WaybillService::renamed, this, &RowSource::renamed);
}

std::optional<qint64> ServiceRowSource::countNow(const facade::WaybillFilter& filter) const
{
    const auto cursor = m_service.counting(filter);
    if (!cursor->atEnd())
        return std::nullopt;
    const facade::StatusCounts counts = cursor->counts(); // with the local ones, which the table adds itself
    const qint64 all = filter.status ? counts.byStatus[static_cast<size_t>(*filter.status)] : counts.all;
    return std::max<qint64>(all - m_service.localRows(filter).size(), 0);
}

bool ServiceRowSource::matches(qint64 rowid, const facade::WaybillFilter& filter) const
{
    return m_service.matches(rowid, filter);
}

qsizetype ServiceRowSource::positionIn(std::span<const qint64> sorted, qint64 rowid,
                                       const facade::WaybillSort& sort) const
{
    return m_service.positionIn(sorted, rowid, sort);
}

std::unique_ptr<facade::OrderCursor> ServiceRowSource::order(const facade::WaybillFilter& filter,
                                                             const facade::WaybillSort& sort) const
{
    return m_service.order(filter, sort);
}

QList<qint64> ServiceRowSource::slice(const facade::WaybillFilter& filter, const facade::WaybillSort& sort, qint64 from,
                                      int most) const
{
    return m_service.slice(filter, sort, from, most);
}

QList<facade::WaybillRow> ServiceRowSource::rows(std::span<const qint64> rowids) const
{
    return m_service.rows(rowids);
}

QList<facade::WaybillRow> ServiceRowSource::localRows(const facade::WaybillFilter& filter) const
{
    return m_service.localRows(filter);
}

std::optional<facade::WaybillRow> ServiceRowSource::find(const WaybillId& id) const
{
    return m_service.find(id);
}

std::optional<qint64> ServiceRowSource::rowidOf(const WaybillId& id) const
{
    return m_service.rowidOf(id);
}

void ServiceRowSource::refresh()
{
    m_service.refresh();
}

ServiceCommandSink::ServiceCommandSink(CommandService& service, QObject* parent)
    : CommandSink(parent)
    , m_service(service)
{
    connect(&service, &CommandService::accepted, this, &CommandSink::accepted);
    connect(&service, &CommandService::notAccepted, this, &CommandSink::notAccepted);
    connect(&service, &CommandService::changed, this, &CommandSink::changed);
    connect(&service, &CommandService::finished, this, &CommandSink::finished);
    connect(&service, &CommandService::undone, this, &CommandSink::undone);
}

QString ServiceCommandSink::submit(const Command& command, const std::optional<Instant>& seenVersion)
{
    return m_service.submit(command, seenVersion);
}

void ServiceCommandSink::retry(qint64 seq)
{
    m_service.retry(seq);
}

void ServiceCommandSink::undo(qint64 seq)
{
    m_service.undo(seq);
}

QList<store::OutboxEntry> ServiceCommandSink::open() const
{
    return m_service.open();
}

QList<store::OutboxEntry> ServiceCommandSink::done(int most) const
{
    return m_service.done(most);
}

CommandNames serviceNames(const WaybillService& waybills, const facade::LookupService& lookups)
{
    return {[&waybills](const WaybillId& id) {
                const auto row = waybills.find(id);
                return row ? waybillTitle(row->expected) : QString();
            },
            [&lookups](const DriverId& id) {
                const auto driver = lookups.driver(id);
                return driver ? driver->user.fullName : QString();
            },
            [&lookups](const DeliveryId& id) {
                const auto row = lookups.delivery(id);
                return row ? parcelTitle(row->delivery) : QString();
            },
            {}};
}

CommandNames serviceNames(const WaybillService& waybills, const facade::LookupService& lookups,
                          const facade::TripService& trips)
{
    CommandNames names = serviceNames(waybills, lookups);
    names.trip = [&trips](const TripId& id) { return trips.numberOf(id); };
    return names;
}

} // namespace waydesk::models
