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

constexpr int kAtOnce = 4; // waybills under way side by side
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
        idsOf<DeliveryId>(file.rows(u"SELECT id FROM delivery WHERE eligible = 1 ORDER BY code_order LIMIT 20000"_s));
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
        growByFour();
    return m_commands[static_cast<std::size_t>(index)];
}

QString ShiftPlan::markOfAll() const
{
    return u"shift %1/"_s.arg(m_seed);
}

QString ShiftPlan::mark(int waybill) const
{
    return markOfAll() + QString::number(waybill) + u'/';
}

void ShiftPlan::growByFour()
{
    std::array<std::vector<PlannedCommand>, kAtOnce> scripts;
    for (auto& each : scripts)
        each = script(m_waybills++);
    for (std::size_t step = 0, left = kAtOnce; left > 0; ++step) {
        left = 0;
        for (const auto& each : scripts) {
            if (step >= each.size())
                continue;
            ++left;
            m_commands.push_back(each[step]);
            m_commands.back().index = static_cast<int>(m_commands.size()) - 1;
        }
    }
}

QList<DeliveryId> ShiftPlan::take(int count)
{
    const QList<DeliveryId> taken = m_depot.deliveries.mid(m_used, count);
    m_used += taken.size();
    return taken;
}

std::vector<PlannedCommand> ShiftPlan::script(int waybill)
{
    const WaybillId id{kLocalIdPrefix + QUuid::createUuidV5(kNames, mark(waybill)).toString(QUuid::WithoutBraces)};
    const size_t dice = qHashMulti(m_seed, waybill, 11);
    const auto driver = [&](size_t which) {
        return m_depot.drivers[static_cast<qsizetype>((dice + which) % static_cast<size_t>(m_depot.drivers.size()))];
    };
    std::vector<PlannedCommand> steps;
    const auto add = [&](Command command, const QString& event) {
        steps.push_back({0, waybill, std::move(command), event});
    };
    const auto note = [&] { // every edit its own words: which one came last can be seen
        add(UpdateWaybill{id, mark(waybill) + u"edit %1"_s.arg(steps.size()), {}, {}, {}, {}}, u"updated"_s);
    };
    const auto attach = [&](const QList<DeliveryId>& what) { add(AttachDeliveries{id, what}, u"deliveries_added"_s); };
    const auto seal = [&] { add(SealWaybill{id}, u"sealed"_s); };
    const auto assign = [&](size_t which) { add(AssignDriver{id, driver(which)}, u"driver_assigned"_s); };
    const auto unassign = [&] { add(UnassignDriver{id}, u"driver_unassigned"_s); };
    const auto switchTo = [&](size_t which) {
        add(SwitchDriver{id, driver(which), mark(waybill) + u"flat tyre"_s}, u"driver_switched"_s);
    };

    QList<DeliveryId> parcels = take(2);
    const int kind = parcels.size() == 2 ? static_cast<int>(dice % 6) : 6;
    const bool away = kind == 2 || kind == 4;
    CreateWaybill create;
    create.localId = id;
    create.origin = warehouseEnd(m_depot.warehouses[0]);
    create.destination = dice % 2 == 0 ? warehouseEnd(m_depot.warehouses[1]) : addressEnd(waybill);
    create.carrier = !away ? CarrierType::Internal : kind == 2 ? CarrierType::Prime : CarrierType::External;
    create.notes = mark(waybill) + u"new"_s;
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
