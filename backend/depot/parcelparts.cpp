// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/parcelparts.h"

#include "backend/depot/columns.h"
#include "backend/depot/refusals.h"
#include "services/wire/fieldreader.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

// The one of this name and number; a new one where there is none.
CustomerId customerCalled(Call& call, const QString& name, const QString& phone)
{
    const auto rows = call.db.run("SELECT id FROM customer WHERE tenant_id = ? AND full_name = ? AND phone = ?"
                                  " ORDER BY id LIMIT 1",
                                  {bound(call.caller.tenant), bound(name), bound(phone)});
    if (rows->next())
        return {rows->text(0)};
    const CustomerId id{call.ids.newId()};
    call.db.execute("INSERT INTO customer (id, tenant_id, full_name, phone, search_text) VALUES (?,?,?,?,?)",
                    {bound(id), bound(call.caller.tenant), bound(name), bound(phone),
                     bound(QString(name + u'\n' + phone).toLower())});
    recordChange(call, u"customer"_s, id.value);
    return id;
}

} // namespace

Result<ParcelEnd> parcelEnd(Call& call, const Place& given, const std::optional<WarehouseId>& warehouse,
                            const QString& field)
{
    ParcelEnd end;
    if (warehouse) {
        const auto known = findWarehouse(call, *warehouse);
        if (!known && !call.db.failed())
            return wire::badRequest(field, u"Warehouse not found"_s);
        if (known) {
            end.place = known->place;
            end.zone = known->zone;
        }
    }
    if (!given.fullAddress.isEmpty()) { // an address that came with the warehouse is the more exact one
        end.place = given;
        if (!end.place->id)
            end.place->id = AddressId{call.ids.newId()};
        end.zone = zoneAt(call, given.position);
    }
    if (call.db.failed())
        return storageFailed();
    return end;
}

Result<Consignee> consigneeOf(Call& call, const std::optional<CustomerId>& id, const QString& name,
                              const QString& phone)
{
    if (id) {
        const auto rows = call.db.run("SELECT full_name FROM customer WHERE id = ? AND tenant_id = ?",
                                      {bound(*id), bound(call.caller.tenant)});
        if (!rows->next())
            return wire::badRequest(u"customer_id"_s, u"Customer not found"_s);
        return Consignee{id, rows->text(0)};
    }
    if (name.isEmpty() && phone.isEmpty())
        return Consignee{std::nullopt, u""_s};
    return Consignee{customerCalled(call, name, phone), name};
}

QString deliverySearchText(const QString& code, const QString& barcode, const QString& reference,
                           const QString& customer)
{
    return QString(code + u'\n' + barcode + u'\n' + reference + u'\n' + customer).toLower();
}

} // namespace waydesk::backend
