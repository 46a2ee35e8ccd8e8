// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kill/checks/shiftplan.h"

#include "tests/kill/checks/sqlitefile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::test {

namespace {

constexpr int kAtOnce = 6; // under way side by side, by turns: three waybills, two trips, a parcel
constexpr QUuid kNames{0x6b1a7d52, 0x3a51, 0x4c0e, 0x9d, 0x3e, 0x51, 0x77, 0x0c, 0x2f, 0x10, 0x6a};

template<class Id>
QList<Id> idsOf(const QList<QStringList>& rows)
{
    QList<Id> ids;
    for (const QStringList& row : rows)
        ids += Id{row.value(0)};
    return ids;
}

template<class Id>
QJsonArray toJson(const QList<Id>& ids)
{
    QJsonArray array;
    for (const Id& id : ids)
        array += id.value;
    return array;
}

template<class Id>
QList<Id> fromJson(const QJsonValue& array)
{
    QList<Id> ids;
    for (const QJsonValue& id : array.toArray())
        ids += Id{id.toString()};
    return ids;
}

Endpoint warehouseEnd(const WarehouseId& id)
{
    Endpoint end;
    end.type = EndpointType::Warehouse;
    end.warehouseId = id;
    return end;
}

Endpoint addressEnd(int number)
{
    Place place;
    place.fullAddress = u"Gulan Street %1, Erbil"_s.arg(number);
    place.position = QGeoCoordinate(36.1901, 44.0091);
    Endpoint end;
    end.type = EndpointType::Location;
    end.location = place;
    return end;
}

} // namespace

DepotSample DepotSample::read(const QString& serverFile)
{
    SqliteFile file(serverFile);
    DepotSample sample;
    sample.warehouses = idsOf<WarehouseId>(file.rows(u"SELECT id FROM warehouse ORDER BY code"_s));
    sample.drivers = idsOf<DriverId>(
        file.rows(u"SELECT id FROM driver WHERE status = 'active' AND vehicle_id IS NOT NULL ORDER BY id"_s));
    sample.deliveries =
        idsOf<DeliveryId>(file.rows(u"SELECT id FROM delivery WHERE eligible = 1 AND trip_id IS NULL AND status IN "
                                    "('draft', 'pending', 'assigned', 'staged_at_warehouse') "
                                    "ORDER BY code_order LIMIT 20000"_s));
    return sample;
}

void DepotSample::save(const QString& path) const
{
    const QJsonObject object{
        {u"warehouses"_s, toJson(warehouses)}, {u"drivers"_s, toJson(drivers)}, {u"deliveries"_s, toJson(deliveries)}};
    QFile file(path);
    if (file.open(QFile::WriteOnly))
        file.write(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

DepotSample DepotSample::load(const QString& path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    return {fromJson<WarehouseId>(object[u"warehouses"]), fromJson<DriverId>(object[u"drivers"]),
            fromJson<DeliveryId>(object[u"deliveries"])};
}

ShiftPlan::ShiftPlan(quint32 seed, DepotSample depot)
    : m_seed(seed)
    , m_depot(std::move(depot))
{
    Q_ASSERT(m_depot.isUsable());
}

const PlannedCommand& ShiftPlan::at(int index)
{
    while (static_cast<int>(m_commands.size()) <= index)
        grow();
    return m_commands[static_cast<std::size_t>(index)];
}

QString ShiftPlan::markOfAll() const
{
    return u"shift %1/"_s.arg(m_seed);
}

QString ShiftPlan::mark(int number) const
{
    return markOfAll() + QString::number(number) + u'/';
}

void ShiftPlan::grow()
{
    std::array<std::vector<PlannedCommand>, kAtOnce> scripts;
    for (auto& each : scripts) {
        each = m_scripts % 2 == 0         ? waybillScript(m_scripts)
               : m_scripts % kAtOnce == 5 ? parcelScript(m_scripts)
                                          : tripScript(m_scripts);
        ++m_scripts;
    }
    std::array<std::size_t, kAtOnce> steps{};
    for (bool more = true; more;) {
        more = false;
        for (std::size_t which = 0; which < scripts.size(); ++which) {
            for (bool together = true; together && steps[which] < scripts[which].size();) {
                m_commands.push_back(scripts[which][steps[which]++]);
                m_commands.back().index = static_cast<int>(m_commands.size()) - 1;
                together = m_commands.back().withNext;
                more = true;
            }
        }
    }
}

QList<DeliveryId> ShiftPlan::take(int count)
{
    const QList<DeliveryId> taken = m_depot.deliveries.mid(m_used, count);
    m_used += taken.size();
    return taken;
}

QString ShiftPlan::localId(int number) const
{
    return kLocalIdPrefix + QUuid::createUuidV5(kNames, mark(number)).toString(QUuid::WithoutBraces);
}

DriverId ShiftPlan::driver(int number, int which) const
{
    const size_t place = qHashMulti(m_seed, number, 11) + static_cast<size_t>(which);
    return m_depot.drivers[static_cast<qsizetype>(place % static_cast<size_t>(m_depot.drivers.size()))];
}

std::vector<PlannedCommand> ShiftPlan::waybillScript(int number)
{
    const WaybillId id{localId(number)};
    const size_t dice = qHashMulti(m_seed, number, 11);
    std::vector<PlannedCommand> steps;
    const auto add = [&](Command command, const QString& event) {
        steps.push_back({0, PlannedCommand::Of::Waybill, number, std::move(command), event});
    };
    const auto note = [&] { // every edit its own words: which one came last can be seen
        add(UpdateWaybill{id, mark(number) + u"edit %1"_s.arg(steps.size()), {}, {}, {}, {}}, u"updated"_s);
    };
    const auto attach = [&](const QList<DeliveryId>& what) { add(AttachDeliveries{id, what}, u"deliveries_added"_s); };
    const auto seal = [&] { add(SealWaybill{id}, u"sealed"_s); };
    const auto assign = [&](int which) { add(AssignDriver{id, driver(number, which)}, u"driver_assigned"_s); };
    const auto unassign = [&] { add(UnassignDriver{id}, u"driver_unassigned"_s); };
    const auto switchTo = [&](int which) {
        add(SwitchDriver{id, driver(number, which), mark(number) + u"flat tyre"_s}, u"driver_switched"_s);
    };

    QList<DeliveryId> parcels = take(2);
    const int kind = parcels.size() == 2 ? static_cast<int>(dice % 6) : 6;
    const bool away = kind == 2 || kind == 4;
    CreateWaybill create;
    create.localId = id;
    create.origin = warehouseEnd(m_depot.warehouses[0]);
    create.destination = dice % 2 == 0 ? warehouseEnd(m_depot.warehouses[1]) : addressEnd(number);
    create.carrier = !away ? CarrierType::Internal : kind == 2 ? CarrierType::Prime : CarrierType::External;
    create.notes = mark(number) + u"new"_s;
    if (kind == 1 || kind == 5)
        create.deliveries = {parcels[0]};
    add(create, u"created"_s);
    note(); // an edit done twice shows in the timeline, where most other steps would be refused
    switch (kind) {
    case 0:
        attach(parcels);
        note();
        add(DetachDelivery{id, parcels[1]}, u"delivery_removed"_s);
        seal(), assign(0), switchTo(1), unassign();
        add(CancelWaybill{id}, u"cancelled"_s);
        break;
    case 1:
        attach({parcels[1]});
        seal(), assign(0), switchTo(1), switchTo(0);
        break;
    case 2:
        note(), attach(parcels), seal();
        add(DispatchWaybill{id}, u"in_transit"_s);
        add(ReceiveWaybill{id, {}}, u"received"_s);
        add(CloseWaybill{id}, u"closed"_s);
        break;
    case 3:
        attach({parcels[0]}), attach({parcels[1]});
        seal(), assign(0);
        add(CancelWaybill{id}, u"cancelled"_s);
        add(CancelWaybill{id}, {}); // already is
        break;
    case 4:
        attach({parcels[0]}), seal();
        add(DispatchWaybill{id}, u"in_transit"_s);
        break;
    case 5:
        add(DetachDelivery{id, parcels[0]}, u"delivery_removed"_s);
        attach(parcels);
        seal(), assign(0), unassign(), assign(1);
        break;
    default:
        note(), note();
        add(CancelWaybill{id}, u"cancelled"_s);
        break;
    }
    return steps;
}

// Short ones: a shift of a few commands sees a trip to its end.
std::vector<PlannedCommand> ShiftPlan::tripScript(int number)
{
    const TripId id{localId(number)};
    const size_t dice = qHashMulti(m_seed, number, 13);
    std::vector<PlannedCommand> steps;
    const auto add = [&](Command command, const QString& event) {
        steps.push_back({0, PlannedCommand::Of::Trip, number, std::move(command), event});
    };
    const auto note = [&] {
        UpdateTrip edit{.trip = id, .driver = {}, .vehicle = {}, .type = {}, .notes = {}};
        edit.notes = mark(number) + u"edit %1"_s.arg(steps.size());
        add(edit, u"updated"_s);
    };
    const auto drive = [&](const std::optional<DriverId>& who) {
        add(UpdateTrip{.trip = id, .driver = std::optional(who), .vehicle = {}, .type = {}, .notes = {}}, u"updated"_s);
    };
    const QList<DeliveryId> parcels = take(3);
    const auto sync = [&](std::initializer_list<int> which) {
        QList<TripMember> members;
        for (const int each : which)
            members += TripMember{parcels[each], std::nullopt};
        add(SyncTripDeliveries{id, members}, u"synced"_s);
    };
    const auto reorder = [&](std::initializer_list<int> which) {
        QList<DeliveryId> order;
        for (const int each : which)
            order += parcels[each];
        add(ReorderTrip{id, order}, u"reordered"_s);
    };
    const auto cancelInTwoSteps = [&] {
        add(SyncTripDeliveries{id, {}}, u"synced"_s);
        steps.back().withNext = true;
        add(CancelTrip{id}, u"cancelled"_s);
    };

    const int kind = parcels.size() == 3 ? static_cast<int>(dice % 5) : 5;
    CreateTrip create;
    create.localId = id;
    create.notes = mark(number) + u"new"_s;
    const auto begin = [&](std::initializer_list<int> which, bool driven) {
        for (const int each : which)
            create.deliveries += TripMember{parcels[each], std::nullopt};
        if (driven)
            create.driver = driver(number, 0);
        add(create, u"created"_s);
    };
    switch (kind) {
    case 0:
        begin({0, 1}, true), reorder({1, 0});
        cancelInTwoSteps();
        break;
    case 1:
        begin({}, false), sync({0, 1, 2}), reorder({2, 0, 1}), drive(driver(number, 1));
        add(RemoveFromTrip{id, parcels[0]}, u"parcel_removed"_s);
        note();
        add(CancelTrip{id}, u"cancelled"_s); // keeps its parcels
        break;
    case 2:
        begin({0}, true), note();
        cancelInTwoSteps();
        add(CancelTrip{id}, {}); // already is
        break;
    case 3:
        begin({0, 1, 2}, true), sync({2, 1}), drive(std::nullopt), note(), sync({1, 0, 2});
        break;
    case 4:
        begin({1}, false), sync({}), note(), sync({0, 2}), drive(driver(number, 0)), reorder({2, 0});
        break;
    default:
        begin({}, false), note(), note();
        add(CancelTrip{id}, u"cancelled"_s);
        break;
    }
    return steps;
}

// Made by hand, changed, and complained about: all before the server has a name for it, where the desk is quick.
std::vector<PlannedCommand> ShiftPlan::parcelScript(int number)
{
    const DeliveryId id{localId(number)};
    const size_t dice = qHashMulti(m_seed, number, 17);
    std::vector<PlannedCommand> steps;
    const auto add = [&](Command command, const QString& event) {
        steps.push_back({0, PlannedCommand::Of::Parcel, number, std::move(command), event});
    };
    const auto edit = [&](std::optional<Money> cod) {
        ParcelEdit what;
        what.notes = mark(number) + u"edit %1"_s.arg(steps.size());
        what.cod = cod;
        add(UpdateDelivery{id, what}, u"updated"_s);
    };
    const auto raise = [&](CaseKind kind) {
        add(RaiseCase{id, kind, mark(number) + u"complaint %1"_s.arg(steps.size()), {}}, u"case_raised"_s);
    };

    ParcelEdit parcel;
    parcel.pickupWarehouse = WarehouseRef{m_depot.warehouses[0], {}, {}};
    parcel.dropoff = addressEnd(number).location;
    parcel.customer = CustomerRef{{}, mark(number) + u"consignee"_s, u"+9647500000000"_s, {}};
    parcel.cod = Money{25'000};
    parcel.notes = mark(number) + u"new"_s;
    add(CreateDelivery{id, parcel}, u"created"_s);
    switch (dice % 3) {
    case 0:
        edit({}), raise(CaseKind::Damaged), edit(Money{40'000});
        break;
    case 1:
        raise(CaseKind::Missing), raise(CaseKind::Other), edit({});
        break;
    default:
        edit(Money{0}), edit(Money{75'000}), edit({}), raise(CaseKind::Other);
        break;
    }
    return steps;
}

QString keyFor(int index)
{
    const QString random = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return random.left(24) + u"%1"_s.arg(index, 12, 16, QChar(u'0'));
}

int indexOf(const QString& key)
{
    bool ok = false;
    const qulonglong number = QStringView(key).mid(24).toULongLong(&ok, 16);
    return ok && key.size() == 36 && number < INT_MAX ? static_cast<int>(number) : -1;
}

} // namespace waydesk::test
