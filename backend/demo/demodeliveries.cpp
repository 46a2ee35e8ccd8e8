// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/demo/demoworld.h"
#include "backend/depot/columns.h"
#include "backend/depot/parcelparts.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr qint64 kFirstCode = 1001;
constexpr std::chrono::microseconds kHistory = std::chrono::hours{24 * 365}, kWaiting = std::chrono::hours{24 * 12};

const std::string& insertSql()
{
    static const std::string sql =
        "INSERT INTO delivery (id, tenant_id, delivery_code, code_order, barcode, external_reference_id, status,"
        " unit_size, payment_method, cod_amount, fee_amount, fee_payer, notes, customer_id, customer_name, search_text,"
        " created_at, updated_at, pickup_zone_id, dropoff_zone_id, pickup_warehouse_id, has_active_assignment,"
        " in_route_session, " +
        placeColumns("pickup") + ", " + placeColumns("dropoff") + ") VALUES (?" +
        [] {
            std::string marks;
            for (int i = 1; i < 43; ++i)
                marks += ",?";
            return marks;
        }() +
        ")";
    return sql;
}

struct Standing
{
    DeliveryStatus status = DeliveryStatus::Pending;
    bool assigned = false, onRoute = false;
};

// What waits is nearly all ready to go; a few show the scan station's other verdicts.
Standing waiting(DemoChance& chance)
{
    const qint64 roll = chance.below(200);
    if (roll < 16)
        return {.status = DeliveryStatus::StagedAtWarehouse};
    if (roll < 22)
        return {.status = DeliveryStatus::Draft};
    if (roll < 25)
        return {.status = DeliveryStatus::Cancelled};
    if (roll < 27)
        return {.assigned = true};
    if (roll < 29)
        return {.onRoute = true};
    return {};
}

Standing past(DemoChance& chance)
{
    const qint64 roll = chance.below(200);
    return {.status = roll < 190   ? DeliveryStatus::Delivered
                      : roll < 194 ? DeliveryStatus::Failed
                      : roll < 197 ? DeliveryStatus::Returned
                                   : DeliveryStatus::Cancelled};
}

QString remark(DemoChance& chance)
{
    constexpr const char16_t* kRemarks[] = {u"Handle with care", u"Call before arrival", u"Leave with the guard",
                                            u"تێبینی: پێش گەیشتن پەیوەندی بکە", u"الرجاء الاتصال قبل الوصول"};
    if (!chance.outOf(15))
        return u""_s;
    return QStringView(chance.pick(std::span(kRemarks))).toString();
}

} // namespace

void addDemoDeliveries(DemoWorld& world, qint64 count, qint64 pending)
{
    const qint64 past_ = count - pending;
    const QString cod = u"cod"_s, cash = u"cash"_s, wallet = u"wallet"_s, sender = u"sender"_s,
                  receiver = u"receiver"_s;
    std::vector<Value> values;
    for (qint64 i = 0; i < count && !world.db.failed(); ++i) {
        DemoChance& chance = world.chance;
        const bool waits = i >= past_;
        const Instant created = waits ? world.now - kWaiting + kWaiting * (i - past_) / pending
                                      : world.now - kWaiting - kHistory + kHistory * i / past_;
        const Standing standing = waits ? waiting(chance) : past(chance);
        const DemoCustomer& customer = chance.pick(std::span<const DemoCustomer>(world.customers));
        const qsizetype house = chance.outOf(90) ? 0 : 1;
        const QString code = QString::number(kFirstCode + i), barcode = u"DEL"_s + code;
        const QString reference = chance.outOf(70) ? QString(u"ORD-"_s + code) : u""_s;
        const qint64 pays = chance.below(100);
        const Value updated = bound(waits ? created : created + std::chrono::hours{26});
        values.clear();
        values.insert(values.end(), {bound(world.ids.idAt(created)),
                                     bound(world.tenant),
                                     code,
                                     kFirstCode + i,
                                     barcode,
                                     reference,
                                     word(standing.status),
                                     bound(Quantity::whole(chance.outOf(80) ? 1 : chance.from(2, 6))),
                                     pays < 65   ? cod
                                     : pays < 85 ? cash
                                                 : wallet,
                                     pays < 85 ? chance.from(20, 1000) * 250 : qint64{0},
                                     chance.from(6, 16) * 500,
                                     chance.outOf(20) ? sender : receiver,
                                     remark(chance),
                                     customer.id.value,
                                     customer.name,
                                     deliverySearchText(code, barcode, reference, customer.name),
                                     bound(created),
                                     updated,
                                     bound(world.warehouseZones[house]),
                                     bound(customer.zone),
                                     world.warehouses[house].value,
                                     qint64{standing.assigned},
                                     qint64{standing.onRoute}});
        appendPlace(values, world.warehousePlaces[house]);
        appendPlace(values, customer.home);
        world.db.execute(insertSql(), values);
    }
    world.db.execute("INSERT INTO depot (tenant_id, next_delivery) VALUES (?, ?)",
                     {bound(world.tenant), kFirstCode + count});
    // Some waiting parcels hold goods that the warehouse keeps stock of: their return makes a receiving order.
    world.db.execute("INSERT INTO delivery_item (delivery_id, inventory_item_id, name, quantity)"
                     " SELECT id, 'SKU-' || (code_order % 40), 'Stock item ' || (code_order % 40), 1 + code_order % 3"
                     " FROM delivery WHERE code_order >= ? AND code_order % 4 = 0 AND tenant_id = ?",
                     {kFirstCode + count - std::min(count, qint64{1600}), bound(world.tenant)});
}

} // namespace waydesk::backend
