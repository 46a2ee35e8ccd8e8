// SPDX-License-Identifier: GPL-3.0-or-later
// Waybills in every state. Each is led there through the server's own use cases by the people who would do it, at
// times that lie behind the present, so its timeline, its cash and its capacities are what they would have been.
#include "backend/demo/demoworld.h"
#include "backend/depot/columns.h"
#include "backend/depot/creation.h"
#include "backend/depot/custody.h"
#include "backend/depot/driverwork.h"
#include "backend/depot/lifecycle.h"
#include "backend/depot/returns.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

enum class Ending {
    EmptyDraft,
    Draft,
    Sealed,
    Assigned,
    PickedUp,
    Switched,
    InTransit,
    SomeReturned,
    Dispatched,
    Received,
    Closed,
    ClosedExternal,
    AllReturned,
    Cancelled
};

struct Story
{
    Ending ending;
    hours ago; // when it began
};

// Oldest first, as their numbers are.
QList<Story> stories()
{
    QList<Story> all;
    for (int day = 9; day >= 2; --day) {
        all.append({Ending::Closed, hours{24 * day + 6}});
        all.append({day % 3 == 0 ? Ending::ClosedExternal : Ending::Closed, hours{24 * day + 4}});
        if (day % 4 == 1)
            all.append({day == 9 ? Ending::AllReturned : Ending::Cancelled, hours{24 * day + 2}});
    }
    const auto add = [&all](Ending ending, int times, int firstHoursAgo) {
        for (int i = 0; i < times; ++i)
            all.append({ending, hours{firstHoursAgo - i % 3}});
    };
    add(Ending::Received, 5, 30);
    add(Ending::Cancelled, 1, 27);
    add(Ending::SomeReturned, 3, 22);
    add(Ending::Dispatched, 3, 20);
    add(Ending::InTransit, 6, 12);
    add(Ending::Switched, 2, 9);
    add(Ending::PickedUp, 4, 8);
    add(Ending::Assigned, 5, 6);
    add(Ending::Sealed, 4, 5);
    add(Ending::Draft, 4, 3);
    add(Ending::EmptyDraft, 2, 2);
    return all;
}

class Teller
{
public:
    Teller(DemoWorld& world, qsizetype size)
        : m_world(world)
        , m_size(size)
        , m_clock(world.now)
    {
        m_dispatcher.user = world.dispatcher;
        m_dispatcher.tenant = world.tenant;
        m_dispatcher.role = UserRole::Dispatcher;
        m_dispatcher.fullName = world.dispatcherName;
    }

    Result<Nothing> tell(const Story& story, int number);

private:
    Call as(const Caller& caller)
    {
        m_clock.pass(minutes{m_world.chance.from(4, 12)});
        return {.request = m_request, .caller = caller, .db = m_world.db, .clock = m_clock, .ids = m_world.ids};
    }
    const DemoDriver& driver(int number) { return m_world.drivers[number % m_world.drivers.size()]; }
    Caller asDriver(int number)
    {
        Caller caller = m_dispatcher;
        caller.user = driver(number).user;
        caller.role = UserRole::Driver;
        caller.fullName = driver(number).name;
        caller.driver = driver(number).id;
        return caller;
    }
    QList<DeliveryId> parcels();
    CreateWaybill order(const Story& story, int number);
    Result<WaybillRow> seal(const Story& story, int number);
    Result<Nothing> drive(const WaybillId& waybill, int number, DriverAction action);
    Result<Nothing> giveBack(const WaybillId& waybill, qsizetype most);
    Result<Nothing> carryOn(const Story& story, int number, const WaybillId& waybill);

    DemoWorld& m_world;
    qsizetype m_size;
    DemoClock m_clock;
    Caller m_dispatcher;
    Request m_request;
};

// The oldest that wait. Only pending ones: what is staged or a draft keeps its status on the road.
QList<DeliveryId> Teller::parcels()
{
    QList<DeliveryId> ids;
    const auto rows = m_world.db.run("SELECT id FROM delivery WHERE tenant_id = ? AND eligible = 1"
                                     " AND status = 'pending' ORDER BY created_at, id LIMIT ?",
                                     {bound(m_world.tenant), qint64{m_world.chance.from(m_size / 2 + 1, m_size)}});
    while (rows->next())
        ids.append({rows->text(0)});
    return ids;
}

CreateWaybill Teller::order(const Story& story, int number)
{
    CreateWaybill command;
    command.origin.type = EndpointType::Warehouse;
    command.origin.warehouseId = m_world.warehouses[0];
    if (number % 4 == 0) {
        command.destination.type = EndpointType::Warehouse;
        command.destination.warehouseId = m_world.warehouses[1];
    } else {
        const DemoQuarter& quarter = m_world.chance.pick(demoQuarters());
        command.destination.type = EndpointType::Location;
        command.destination.location.emplace();
        command.destination.location->fullAddress = QStringView(quarter.name).toString() + u", Erbil"_s;
        command.destination.location->position = QGeoCoordinate(quarter.latitude, quarter.longitude);
    }
    if (story.ending == Ending::Dispatched || story.ending == Ending::ClosedExternal) {
        command.carrier = number % 2 == 0 ? CarrierType::Prime : CarrierType::External;
        command.externalCarrierRef = u"CARRIER-%1"_s.arg(4000 + number);
    }
    command.notes = number % 3 == 0 ? u"Batch for afternoon dispatch"_s : u""_s;
    if (story.ending != Ending::EmptyDraft)
        command.deliveries = parcels();
    return command;
}

Result<Nothing> Teller::drive(const WaybillId& waybill, int number, DriverAction action)
{
    const Caller caller = asDriver(number);
    m_clock.pass(minutes{m_world.chance.from(10, 25)});
    wire::ondi::DriverActionRequest request;
    request.action = action;
    request.position = m_world.warehousePlaces[0].position;
    if (action == DriverAction::Received) {
        request.proof.emplace();
        request.proof->notes = u"Delivered successfully"_s;
    }
    Call call = as(caller);
    const auto done = driverAction(call, waybill, request);
    if (!done)
        return done.error();
    return Nothing{};
}

Result<Nothing> Teller::giveBack(const WaybillId& waybill, qsizetype most)
{
    ReturnChildren command;
    command.waybill = waybill;
    command.reason = m_world.chance.pick(std::span<const ReturnReason>(kReturnReasons));
    command.notes = u"Brought back to the warehouse"_s;
    {
        const auto rows = m_world.db.run("SELECT id FROM delivery WHERE waybill_id = ? ORDER BY created_at, id LIMIT ?",
                                         {bound(waybill), qint64{most}});
        while (rows->next())
            command.deliveries.append({rows->text(0)});
    }
    Call call = as(m_dispatcher);
    const auto done = returnChildren(call, command);
    if (!done)
        return done.error();
    return Nothing{};
}

Result<WaybillRow> Teller::seal(const Story& story, int number)
{
    Call creating = as(m_dispatcher);
    auto created = createWaybill(creating, order(story, number));
    if (!created || story.ending == Ending::EmptyDraft || story.ending == Ending::Draft)
        return created;
    Call sealing = as(m_dispatcher);
    return sealWaybill(sealing, created->waybill.id);
}

Result<Nothing> Teller::carryOn(const Story& story, int number, const WaybillId& waybill)
{
    const auto plain = [](const Result<WaybillRow>& row) -> Result<Nothing> {
        if (!row)
            return row.error();
        return Nothing{};
    };
    using enum Ending;
    if (story.ending == Cancelled) {
        Call call = as(m_dispatcher);
        return plain(cancelWaybill(call, waybill));
    }
    if (story.ending == Dispatched || story.ending == ClosedExternal) {
        Call sending = as(m_dispatcher);
        auto sent = plain(dispatchWaybill(sending, waybill));
        if (!sent || story.ending == Dispatched)
            return sent;
        m_clock.pass(hours{3});
        Call receiving = as(m_dispatcher);
        if (auto received = plain(receiveWaybill(receiving, waybill, std::nullopt)); !received)
            return received;
        Call closing = as(m_dispatcher);
        return plain(closeWaybill(closing, waybill));
    }
    Call assigning = as(m_dispatcher);
    auto assigned = plain(assignDriver(assigning, {waybill, driver(number).id}));
    if (!assigned || story.ending == Assigned)
        return assigned;
    auto picked = drive(waybill, number, DriverAction::PickedUp);
    if (!picked || story.ending == PickedUp)
        return picked;
    if (story.ending == Switched) {
        Call call = as(m_dispatcher);
        return plain(switchDriver(call, {waybill, driver(number + 13).id, u"Previous driver had vehicle issue"_s}));
    }
    auto moving = drive(waybill, number, DriverAction::InTransit);
    if (!moving || story.ending == InTransit)
        return moving;
    if (story.ending == SomeReturned || story.ending == AllReturned)
        return giveBack(waybill, story.ending == SomeReturned ? 2 : m_size);
    auto received = drive(waybill, number, DriverAction::Received);
    if (!received || story.ending == Received)
        return received;
    Call call = as(m_dispatcher);
    return plain(closeWaybill(call, waybill));
}

Result<Nothing> Teller::tell(const Story& story, int number)
{
    m_clock.set(m_world.now - story.ago);
    const auto row = seal(story, number);
    if (!row)
        return row.error();
    using enum Ending;
    if (story.ending == EmptyDraft || story.ending == Draft || story.ending == Sealed)
        return Nothing{};
    return carryOn(story, number, row->waybill.id);
}

} // namespace

Result<Nothing> tellDemoStories(DemoWorld& world, qint64 pending)
{
    const QList<Story> all = stories();
    // At most half of what waits is taken, so that there is always something left to scan.
    const qint64 size = std::min<qint64>(24, pending / (2 * all.size()));
    if (size < 1)
        return Nothing{};
    Teller teller(world, size);
    for (int number = 0; number < all.size(); ++number) {
        if (auto told = teller.tell(all[number], number + 1); !told)
            return told;
    }
    return Nothing{};
}

} // namespace waydesk::backend
