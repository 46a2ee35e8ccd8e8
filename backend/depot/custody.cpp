// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/custody.h"

#include "backend/depot/capacity.h"
#include "backend/depot/columns.h"
#include "backend/depot/timeline.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

wire::ondi::Custody custodyOf(const Waybill& waybill)
{
    return {waybill.driver, waybill.vehicle};
}

void hand(Call& call, WaybillRow& row, const DriverRef& driver)
{
    Waybill& waybill = row.waybill;
    releaseCapacity(call, row);
    takeCapacity(call, row, driver.id);
    waybill.driverId = driver.id;
    waybill.driver = driver;
    waybill.vehicle = driver.vehicle;
    waybill.vehicleId = driver.vehicle ? std::optional(driver.vehicle->id) : std::nullopt;
    waybill.assignedBy = call.caller.user;
    waybill.assignmentTime = call.clock.now();
}

// Saved, written into the timeline, and read again with the names that its new ids have.
Result<WaybillRow> finish(Call& call, WaybillRow& row, const QString& event, const EventDetails& details)
{
    saveWaybill(call, row);
    recordEvent(call, row.waybill, event, row.waybill.state.known, details);
    return findWaybill(call, row.waybill.id);
}

} // namespace

std::optional<DriverRef> findDriver(Call& call, const DriverId& id)
{
    const auto rows = call.db.run("SELECT d.id, d.status, u.id, u.full_name, u.email, u.phone, u.avatar_url,"
                                  " v.id, v.name, v.code, v.capacity, v.image_url FROM driver d"
                                  " JOIN app_user u ON u.id = d.user_id LEFT JOIN vehicle v ON v.id = d.vehicle_id"
                                  " WHERE d.id = ? AND d.tenant_id = ?",
                                  {bound(id), bound(call.caller.tenant)});
    if (!rows->next())
        return std::nullopt;
    ColumnReader in(*rows);
    DriverRef driver{{in.text()}, in.text(), in.user().value_or(UserRef{}), std::nullopt};
    const std::optional<QString> vehicle = in.maybeText();
    VehicleRef ref{{vehicle.value_or(QString())}, in.text(), in.text(), in.maybeQuantity(), in.text()};
    if (vehicle)
        driver.vehicle = std::move(ref);
    return driver;
}

Result<WaybillRow> assignDriver(Call& call, const AssignDriver& command)
{
    auto row = findWaybill(call, command.waybill);
    if (!row)
        return row.error();
    if (const Verdict verdict = canAssign(row->waybill); !verdict.allowed())
        return refused(verdict.refusal);
    const auto driver = findDriver(call, command.driver);
    if (!driver)
        return call.db.failed() ? storageFailed() : refused(Refusal::DriverNotFound);
    EventDetails details;
    hand(call, *row, *driver);
    details.next = custodyOf(row->waybill);
    return finish(call, *row, u"driver_assigned"_s, details);
}

Result<WaybillRow> switchDriver(Call& call, const SwitchDriver& command)
{
    auto row = findWaybill(call, command.waybill);
    if (!row)
        return row.error();
    const auto driver = findDriver(call, command.driver);
    const Verdict verdict =
        canSwitchDriver(row->waybill, driver ? std::optional(driver->id) : std::nullopt, command.reason);
    if (!verdict.allowed())
        return refused(verdict.refusal);
    if (!driver)
        return call.db.failed() ? storageFailed() : refused(Refusal::DriverNotFound);
    EventDetails details;
    details.reason = command.reason;
    details.previous = custodyOf(row->waybill);
    hand(call, *row, *driver);
    details.next = custodyOf(row->waybill);
    return finish(call, *row, u"driver_switched"_s, details);
}

Result<WaybillRow> unassignDriver(Call& call, const WaybillId& waybill)
{
    auto row = findWaybill(call, waybill);
    if (!row)
        return row.error();
    if (const Verdict verdict = canUnassign(row->waybill); !verdict.allowed())
        return refused(verdict.refusal);
    EventDetails details;
    details.previous = custodyOf(row->waybill);
    releaseCapacity(call, *row);
    Waybill& w = row->waybill;
    w.driverId.reset();
    w.vehicleId.reset();
    w.assignedBy.reset();
    w.assignmentTime.reset();
    return finish(call, *row, u"driver_unassigned"_s, details);
}

} // namespace waydesk::backend
