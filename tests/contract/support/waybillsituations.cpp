// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/support/waybillsituations.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::contract {

namespace {

using namespace backend;

const QString kMerchant = u"merchant@north.test"_s;

QString detail(TestDepot& depot, const QString& delivery, const QString& field)
{
    return depot.get(u"/delivery/deliveries/"_s + delivery).data().value(field).toString();
}

Situation on(const QString& waybill, const QString& email = kDispatcher)
{
    return {.email = email, .names = {{u"waybill_id"_s, waybill}, {u"id"_s, waybill}}};
}

QJsonObject body(std::initializer_list<std::pair<QString, QJsonValue>> fields)
{
    return QJsonObject(fields);
}

QString external(TestDepot& depot, const QString& status)
{
    const QString id = depot.waybill({depot.delivery()}, {{u"carrier_type"_s, u"external"_s}});
    depot.step(id, u"seal"_s);
    if (status == u"in_transit"_s)
        depot.step(id, u"dispatch"_s);
    return id;
}

Situation creating(TestDepot& depot)
{
    return {.email = kDispatcher, .names = {{u"warehouse_id"_s, kMainWarehouse}, {u"delivery_id"_s, depot.delivery()}}};
}

QHash<QString, SituationMaker> readSituations()
{
    return {
        {u"List Waybills / Success Response"_s,
         [](TestDepot& d) { return on(d.waybillIn(u"assigned"_s, {d.delivery()})); }},
        {u"List Waybills / Error - Insufficient Permissions"_s, [](TestDepot&) { return on({}, kDriverMail); }},
        {u"Get Waybill Detail / Success Response"_s,
         [](TestDepot& d) {
             const QString id = d.waybillIn(u"picked_up"_s, {d.delivery()});
             d.step(id, u"switch-driver"_s,
                    body({{u"driver_id"_s, kOtherDriver}, {u"reason"_s, u"Previous driver had vehicle issue"_s}}));
             d.drive(id, u"in_transit"_s, kOtherDriverMail);
             return on(id);
         }},
        {u"Get Waybill Detail / Error - Waybill Not Found"_s, [](TestDepot&) { return on(u"nowhere"_s); }},
        {u"List Waybill Deliveries / Success Response"_s, [](TestDepot& d) { return on(d.waybill({d.delivery()})); }},
        {u"List Waybill Deliveries / Error - Waybill Not Found"_s, [](TestDepot&) { return on(u"nowhere"_s); }},
        {u"Scan Eligible Delivery for Waybill / Success Response"_s,
         [](TestDepot& d) {
             Situation s = on(d.waybill());
             QJsonObject place = d.place();
             place.insert(u"city"_s, u"Erbil"_s);
             place.insert(u"country"_s, u"Iraq"_s);
             const QString parcel = d.delivery({{u"pickup_location"_s, place}, {u"delivery_location"_s, place}});
             s.names.insert(u"scan_value"_s, detail(d, parcel, u"barcode"_s));
             return s;
         }},
        {u"Scan Eligible Delivery for Waybill / Error - Delivery Not Found"_s,
         [](TestDepot& d) {
             Situation s = on(d.waybill());
             s.names.insert(u"scan_value"_s, u"DEL9001"_s); // another tenant's
             return s;
         }},
        {u"Scan Eligible Delivery for Waybill / Error - Delivery Not Eligible"_s,
         [](TestDepot& d) {
             Situation s = on(d.waybill());
             s.names.insert(u"scan_value"_s, detail(d, d.delivery(), u"barcode"_s));
             d.sql("UPDATE delivery SET status = 'delivered' WHERE tenant_id = 'tenant-north'");
             return s;
         }},
        {u"List Eligible Deliveries for Waybill / Success Response"_s,
         [](TestDepot& d) {
             d.delivery();
             return on(d.waybill());
         }},
        {u"List Eligible Deliveries for Waybill / Error - Waybill Membership Locked"_s,
         [](TestDepot& d) { return on(d.waybillIn(u"sealed"_s, {d.delivery()})); }},
        {u"List Waybill Returns / Success"_s,
         [](TestDepot& d) {
             const QStringList parcels{d.delivery(), d.delivery()};
             const QString id = d.waybillIn(u"in_transit"_s, parcels);
             d.step(id, u"return-children"_s,
                    body({{u"delivery_ids"_s, QJsonArray{parcels[0]}}, {u"reason"_s, u"refused"_s}}));
             return on(id);
         }},
    };
}

QHash<QString, SituationMaker> draftSituations()
{
    return {
        {u"Create Waybill / Success Response"_s, creating},
        {u"Create Waybill / Error - Invalid Origin"_s,
         [](TestDepot& d) {
             Situation s = creating(d);
             s.body = body({{u"origin_type"_s, u"warehouse"_s},
                            {u"destination_type"_s, u"location"_s},
                            {u"destination_location"_s, d.place()}});
             return s;
         }},
        {u"Create Waybill / Error - Delivery Already In Another Waybill"_s,
         [](TestDepot& d) {
             Situation s = creating(d);
             d.waybill({s.names.value(u"delivery_id"_s)});
             return s;
         }},
        {u"Create Waybill / Error - Waybill Creation Failed"_s,
         [](TestDepot& d) {
             Situation s = creating(d);
             d.sql("CREATE TRIGGER full_disk BEFORE INSERT ON waybill BEGIN SELECT RAISE(ABORT, 'no room'); END");
             return s;
         }},
        {u"Create Waybill / Error - Waybill Number Conflict"_s,
         [](TestDepot& d) {
             Situation s = creating(d);
             d.sql("INSERT INTO waybill (id, tenant_id, waybill_number, number_key, status, carrier_type, origin_type,"
                   " destination_type, created_at, updated_at)"
                   " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
                   " SELECT 'brought-' || i, 'tenant-north', printf('WB-%05d', i), printf('WB%05d', i), 'closed',"
                   " 'internal', 'location', 'location', 1, 1 FROM n");
             return s;
         }},
        {u"Create Waybill / Error - Waybill Location Validation Failed"_s,
         [](TestDepot& d) {
             Situation s = creating(d);
             d.sql("ALTER TABLE zone RENAME TO zone_out_of_reach");
             return s;
         }},
        {u"Update Waybill / Success Response"_s, [](TestDepot& d) { return on(d.waybill()); }},
        {u"Update Waybill / Error - Waybill Not Editable"_s,
         [](TestDepot& d) { return on(d.waybillIn(u"sealed"_s, {d.delivery()})); }},
        {u"Add Deliveries to Waybill / Success Response"_s,
         [](TestDepot& d) {
             Situation s = on(d.waybill());
             s.names.insert(u"delivery_id"_s, d.delivery());
             return s;
         }},
        {u"Add Deliveries to Waybill / Error - Delivery Has Active Assignment"_s,
         [](TestDepot& d) {
             Situation s = on(d.waybill());
             s.names.insert(u"delivery_id"_s, d.delivery());
             d.sql("UPDATE delivery SET has_active_assignment = 1 WHERE tenant_id = 'tenant-north'");
             return s;
         }},
        {u"Remove Delivery from Waybill / Success Response"_s,
         [](TestDepot& d) {
             const QString parcel = d.delivery();
             Situation s = on(d.waybill({parcel}));
             s.names.insert(u"delivery_id"_s, parcel);
             return s;
         }},
        {u"Remove Delivery from Waybill / Error - Delivery Not In Waybill"_s,
         [](TestDepot& d) {
             Situation s = on(d.waybill());
             s.names.insert(u"delivery_id"_s, d.delivery());
             return s;
         }},
        {u"Bulk Delete Empty Draft Waybills / Success Response"_s,
         [](TestDepot& d) {
             Situation s{.email = kDispatcher};
             s.body = body({{u"waybill_ids"_s, QJsonArray{d.waybill(), d.waybill(), d.waybill({d.delivery()})}}});
             return s;
         }},
        {u"Bulk Delete Empty Draft Waybills / Success Response - All Empty Drafts"_s,
         [](TestDepot& d) {
             d.waybill();
             d.waybill({d.delivery()});
             return Situation{.email = kDispatcher, .body = body({{u"all_empty_drafts"_s, true}})};
         }},
    };
}

QHash<QString, SituationMaker> roadSituations()
{
    const auto internal = [](const QString& status, const QString& email = kDispatcher) {
        return [=](TestDepot& d) { return on(d.waybillIn(status, {d.delivery()}), email); };
    };
    const auto handing = [](const QString& status, const QString& key, const QString& driver) {
        return [=](TestDepot& d) {
            Situation s = on(d.waybillIn(status, {d.delivery()}));
            s.names.insert(key, driver);
            return s;
        };
    };
    return {
        {u"Seal Waybill / Success Response"_s, internal(u"drafted"_s)},
        {u"Seal Waybill / Error - No Deliveries"_s, [](TestDepot& d) { return on(d.waybill()); }},
        {u"Assign Driver to Waybill / Success Response"_s, handing(u"sealed"_s, u"driver_id"_s, kDriver)},
        {u"Assign Driver to Waybill / Error - Driver Not Found"_s, handing(u"sealed"_s, u"driver_id"_s, u"nobody"_s)},
        {u"Assign Driver to Waybill / Error - Waybill Not Assignable"_s,
         handing(u"drafted"_s, u"driver_id"_s, kDriver)},
        {u"Switch Waybill Driver / Success Response"_s, handing(u"picked_up"_s, u"new_driver_id"_s, kOtherDriver)},
        {u"Switch Waybill Driver / Error - Switch Reason Required"_s,
         [](TestDepot& d) {
             Situation s = on(d.waybillIn(u"assigned"_s, {d.delivery()}));
             s.body = body({{u"driver_id"_s, kOtherDriver}});
             return s;
         }},
        {u"Switch Waybill Driver / Error - Same Driver"_s, handing(u"assigned"_s, u"new_driver_id"_s, kDriver)},
        {u"Unassign Waybill Driver / Success Response"_s, internal(u"assigned"_s)},
        {u"Unassign Waybill Driver / Error - Cannot Unassign After Pickup"_s, internal(u"picked_up"_s)},
        {u"Dispatch Waybill (External Carrier) / Success Response"_s,
         [](TestDepot& d) { return on(external(d, u"sealed"_s)); }},
        {u"Dispatch Waybill (External Carrier) / Error - Internal Carrier Must Use Driver Action"_s,
         internal(u"sealed"_s)},
        {u"Receive Waybill (External Carrier) / Success Response"_s,
         [](TestDepot& d) { return on(external(d, u"in_transit"_s)); }},
        {u"Receive Waybill (External Carrier) / Success Response - Without Proof"_s,
         [](TestDepot& d) {
             Situation s = on(external(d, u"in_transit"_s));
             s.body = QJsonObject();
             return s;
         }},
        {u"Receive Waybill (External Carrier) / Error - Invalid Transition"_s,
         [](TestDepot& d) { return on(external(d, u"sealed"_s)); }},
        {u"Close Waybill / Success Response"_s, internal(u"received"_s)},
        {u"Close Waybill / Error - Invalid Transition"_s, internal(u"in_transit"_s)},
        {u"Cancel Waybill / Success Response"_s, internal(u"assigned"_s)},
        {u"Cancel Waybill / Error - Waybill Not Cancellable"_s, internal(u"picked_up"_s)},
        {u"Driver Action on Waybill / Success - Picked Up"_s, internal(u"assigned"_s, kDriverMail)},
        {u"Driver Action on Waybill / Success - Final Receive"_s,
         [](TestDepot& d) {
             Situation s = on(d.waybillIn(u"in_transit"_s, {d.delivery()}), kDriverMail);
             s.body = body(
                 {{u"action"_s, u"received"_s},
                  {u"proof_of_delivery"_s, body({{u"signature_url"_s, u"https://example.com/signature.png"_s},
                                                 {u"photo_urls"_s, QJsonArray{u"https://example.com/photo1.jpg"_s}},
                                                 {u"notes"_s, u"Delivered successfully"_s}})}});
             return s;
         }},
        {u"Driver Action on Waybill / Error - Driver Mismatch"_s, internal(u"assigned"_s, kOtherDriverMail)},
        {u"Get Driver Waybills / Success Response"_s, internal(u"assigned"_s, kDriverMail)},
        {u"Get Driver Waybills / Error - Driver Not Found"_s, [](TestDepot&) { return on({}, kDriverless); }},
        {u"Get Driver Waybill Status Summary / Success Response"_s, internal(u"assigned"_s, kDriverMail)},
        {u"Get Driver Waybill Status Summary / Error - Insufficient Permissions"_s,
         [](TestDepot&) { return on({}, kDispatcher); }},
        {u"Return Waybill Children (Partial Return) / Success - Partial Return"_s,
         [](TestDepot& d) {
             const QStringList parcels{d.delivery(), d.delivery(), d.delivery()};
             Situation s = on(d.waybillIn(u"in_transit"_s, parcels), kDriverMail);
             s.names.insert(u"delivery_id_1"_s, parcels[0]);
             s.names.insert(u"delivery_id_2"_s, parcels[1]);
             return s;
         }},
        {u"Return Waybill Children (Partial Return) / Error - Waybill Not Returnable"_s, internal(u"closed"_s)},
        {u"Return Waybill Children (Partial Return) / Error - Insufficient Permissions"_s,
         internal(u"in_transit"_s, kMerchant)},
    };
}

} // namespace

QHash<QString, SituationMaker> waybillSituations()
{
    QHash<QString, SituationMaker> all = readSituations();
    all.insert(draftSituations());
    all.insert(roadSituations());
    return all;
}

} // namespace waydesk::contract
