// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/capacity.h"

#include "backend/depot/columns.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

void change(Call& call, const DriverId& driver, qint64 by)
{
    if (by == 0)
        return;
    call.db.execute("UPDATE driver SET used_capacity = used_capacity + ? WHERE id = ? AND tenant_id = ?",
                    {by, bound(driver), bound(call.caller.tenant)});
    recordChange(call, u"driver"_s, driver.value);
}

} // namespace

void takeCapacity(Call& call, WaybillRow& row, const DriverId& driver)
{
    const auto rows = call.db.run("SELECT COALESCE(SUM(unit_size), 0) FROM delivery WHERE waybill_id = ?"
                                  " AND tenant_id = ? AND status NOT IN ('returned', 'cancelled')",
                                  {bound(row.waybill.id), bound(call.caller.tenant)});
    row.heldCapacity = Quantity{rows->next() ? rows->integer(0) : 0};
    change(call, driver, row.heldCapacity.thousandths);
}

void releaseCapacity(Call& call, WaybillRow& row)
{
    releaseCapacity(call, row, row.heldCapacity);
}

void releaseCapacity(Call& call, WaybillRow& row, Quantity units)
{
    const Quantity given = std::min(units, row.heldCapacity);
    if (row.waybill.driverId)
        change(call, *row.waybill.driverId, -given.thousandths);
    row.heldCapacity.thousandths -= given.thousandths;
}

} // namespace waydesk::backend
