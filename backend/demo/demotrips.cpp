// SPDX-License-Identifier: GPL-3.0-or-later
// Trips in every state, led there through the server's own use cases, after the waybills: these stay as they are.
#include "backend/demo/demoworld.h"
#include "backend/depot/columns.h"
#include "backend/depot/custody.h"
#include "backend/depot/deliverywork.h"
#include "backend/depot/returnrequests.h"
#include "backend/depot/tripmembership.h"
#include "backend/depot/tripplanning.h"
#include "services/domain/routing/travelmatrix.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

enum class Ending {
    Empty,
    NoDriver,
    Planned,
    Cancelled,
    Started,  // everything is on board
    HalfDone, // the first half has been delivered, one of it not
    ReturnAsked,
    Completed
};

struct TripStory
{
    Ending ending;
    hours ago; // when it was planned
};

// Oldest first, as their numbers are.
constexpr TripStory kStories[] = {
    {Ending::Completed, hours{126}}, {Ending::Completed, hours{102}},  {Ending::Cancelled, hours{100}},
    {Ending::Completed, hours{78}},  {Ending::ReturnAsked, hours{54}}, {Ending::Completed, hours{53}},
    {Ending::Completed, hours{30}},  {Ending::Cancelled, hours{28}},   {Ending::HalfDone, hours{9}},
    {Ending::HalfDone, hours{8}},    {Ending::ReturnAsked, hours{8}},  {Ending::Started, hours{6}},
    {Ending::Started, hours{5}},     {Ending::Planned, hours{3}},      {Ending::Planned, hours{3}},
    {Ending::Planned, hours{2}},     {Ending::NoDriver, hours{2}},     {Ending::Empty, hours{1}}};
constexpr int kBusyDrivers = 8; // so that one person has trips in several states
constexpr qint64 kMostStops = 6, kShare = 8;

class TripTeller
{
public:
    TripTeller(DemoWorld& world, qint64 size)
        : m_world(world)
        , m_size(size)
        , m_clock(world.now)
    {
        m_dispatcher.user = world.dispatcher;
        m_dispatcher.tenant = world.tenant;
        m_dispatcher.role = UserRole::Dispatcher;
        m_dispatcher.fullName = world.dispatcherName;
    }

    Result<Nothing> tell(const TripStory& story, int number);

private:
    Call as(const Caller& caller)
    {
        const minutes usual{m_world.chance.from(3, 7)};
        m_clock.pass(m_pace.value_or(usual));
        return {.request = m_request, .caller = caller, .db = m_world.db, .clock = m_clock, .ids = m_world.ids};
    }
    void takeTheWheel(int number);
    QList<TripMember> parcels();
    ProofOfDelivery nextProof();
    Result<Nothing> act(const DeliveryId& parcel, DeliveryAction action, const QGeoCoordinate& where);
    QGeoCoordinate door(const DeliveryId& parcel);
    void departFor(const QList<QGeoCoordinate>& doors, qsizetype parcels, Ending ending);
    Result<Nothing> drive(const QList<TripMember>& parcels, Ending ending);

    DemoWorld& m_world;
    qint64 m_size;
    DemoClock m_clock;
    Caller m_dispatcher, m_driver;
    Request m_request;
    qsizetype m_proofs = 0;
    std::optional<minutes> m_pace; // between two actions; otherwise a few minutes, by chance
};

void TripTeller::takeTheWheel(int number)
{
    const DemoDriver& driver = m_world.drivers[number % kBusyDrivers];
    m_driver = m_dispatcher;
    m_driver.user = driver.user;
    m_driver.role = UserRole::Driver;
    m_driver.fullName = driver.name;
    m_driver.driver = driver.id;
}

// The oldest that wait for one zone: a tour that somebody would drive.
QList<TripMember> TripTeller::parcels()
{
    const auto waiting = [this](const Value& zone) {
        QList<TripMember> members;
        const auto rows = m_world.db.run("SELECT id FROM delivery WHERE tenant_id = ? AND eligible = 1"
                                         " AND trip_id IS NULL AND status = 'pending' AND created_at < ?"
                                         " AND (dropoff_zone_id = ? OR ? IS NULL) ORDER BY created_at, id LIMIT ?",
                                         {bound(m_world.tenant), bound(m_clock.now()), zone, zone, m_size});
        while (rows->next())
            members.append({{rows->text(0)}, static_cast<int>(members.size()) + 1});
        return members;
    };
    const auto& home = m_world.chance.pick(std::span<const DemoCustomer>(m_world.customers)).zone;
    const QList<TripMember> members = waiting(bound(home));
    return members.size() == m_size ? members : waiting(Value());
}

QGeoCoordinate TripTeller::door(const DeliveryId& parcel)
{
    const auto rows =
        m_world.db.run("SELECT dropoff_latitude, dropoff_longitude FROM delivery WHERE id = ?", {bound(parcel)});
    return rows->next() && !rows->isNull(0) ? QGeoCoordinate(rows->real(0), rows->real(1))
                                            : m_world.warehousePlaces[0].position;
}

std::chrono::seconds way(const QGeoCoordinate& from, const QGeoCoordinate& to)
{
    return std::chrono::seconds{routing::guessLeg(from, to, {}).seconds};
}

// Whoever is on the road now set out so that the last stop lies a few minutes back.
void TripTeller::departFor(const QList<QGeoCoordinate>& doors, qsizetype parcels, Ending ending)
{
    if (ending != Ending::HalfDone && ending != Ending::Started)
        return;
    m_pace = minutes{2};
    std::chrono::seconds needed = *m_pace * (parcels + 2 * doors.size()) + minutes{4};
    QGeoCoordinate here = m_world.warehousePlaces[0].position;
    for (const QGeoCoordinate& door : doors) {
        needed += way(here, door);
        here = door;
    }
    m_clock.set(std::max<Instant>(m_clock.now(), m_world.now - needed));
}

// Every fourth goes without a picture, as some do; the others have two or three.
ProofOfDelivery TripTeller::nextProof()
{
    const DemoPictures& pictures = m_world.pictures;
    const qsizetype number = m_proofs++;
    ProofOfDelivery proof;
    proof.signatureUrl = u""_s;
    proof.notes = u"Delivered successfully"_s;
    if (number % 4 == 3)
        return proof;
    proof.signatureUrl = pictures.signatures[number % pictures.signatures.size()];
    proof.photoUrls.append(pictures.doorsteps[number % pictures.doorsteps.size()]);
    if (number % 4 == 1)
        proof.photoUrls.append(pictures.parcels[number % pictures.parcels.size()]);
    return proof;
}

Result<Nothing> TripTeller::act(const DeliveryId& parcel, DeliveryAction action, const QGeoCoordinate& where)
{
    wire::ondi::DeliveryActionRequest request;
    request.action = action;
    request.position = where;
    if (action == DeliveryAction::Delivered) {
        request.proof = nextProof();
    } else if (action == DeliveryAction::Failed) {
        request.notes = u"Nobody at home"_s;
    }
    Call call = as(m_driver);
    const auto done = actOnDelivery(call, parcel, request);
    if (!done)
        return done.error();
    return Nothing{};
}

Result<Nothing> TripTeller::drive(const QList<TripMember>& parcels, Ending ending)
{
    const qsizetype last = ending == Ending::Started    ? 0
                           : ending == Ending::HalfDone ? (parcels.size() + 1) / 2
                                                        : parcels.size();
    QList<QGeoCoordinate> doors;
    for (qsizetype i = 0; i < last; ++i)
        doors.append(door(parcels[i].delivery));
    QGeoCoordinate here = m_world.warehousePlaces[0].position;
    departFor(doors, parcels.size(), ending);
    for (const TripMember& parcel : parcels) {
        if (auto done = act(parcel.delivery, DeliveryAction::PickedUp, here); !done)
            return done;
    }
    for (qsizetype i = 0; i < last; ++i) {
        if (auto done = act(parcels[i].delivery, DeliveryAction::InTransit, here); !done)
            return done;
        m_clock.pass(way(here, doors[i]));
        here = doors[i];
        if (ending == Ending::ReturnAsked && i == 0) {
            Call call = as(m_driver);
            const auto asked = requestReturn(call, {parcels[i].delivery, u"Customer refused delivery"_s, std::nullopt});
            if (!asked)
                return asked.error();
            continue; // it stays on board until somebody decides
        }
        const bool fails = i > 0 && m_world.chance.outOf(12);
        if (auto done = act(parcels[i].delivery, fails ? DeliveryAction::Failed : DeliveryAction::Delivered, here);
            !done)
            return done;
    }
    return Nothing{};
}

Result<Nothing> TripTeller::tell(const TripStory& story, int number)
{
    m_clock.set(m_world.now - story.ago);
    m_pace.reset();
    takeTheWheel(number);
    CreateTrip command;
    command.notes = number % 3 == 0 ? u"Morning run"_s : u""_s;
    if (story.ending != Ending::Empty) {
        command.type = number % 4 == 0 ? TripType::Mixed : TripType::MultiDropoff;
        command.deliveries = parcels();
    }
    Call creating = as(m_dispatcher);
    if (story.ending != Ending::Empty && story.ending != Ending::NoDriver) {
        command.driver = m_driver.driver;
        if (const auto driver = findDriver(creating, *m_driver.driver); driver && driver->vehicle)
            command.vehicle = driver->vehicle->id;
    }
    const auto trip = createTrip(creating, command);
    if (!trip)
        return trip.error();
    switch (story.ending) {
    case Ending::Empty:
    case Ending::NoDriver:
    case Ending::Planned:
        return Nothing{};
    case Ending::Cancelled: {
        // As the desk does it: first the parcels go, then the trip, or they would be bound to it for good.
        Call detaching = as(m_dispatcher);
        if (const auto freed = syncTripDeliveries(detaching, trip->id, {}); !freed)
            return freed.error();
        Call cancelling = as(m_dispatcher);
        const auto cancelled = cancelTrip(cancelling, trip->id);
        if (!cancelled)
            return cancelled.error();
        return Nothing{};
    }
    case Ending::Started:
    case Ending::HalfDone:
    case Ending::ReturnAsked:
    case Ending::Completed:
        return drive(command.deliveries, story.ending);
    }
    Q_UNREACHABLE();
}

} // namespace

Result<Nothing> tellDemoTrips(DemoWorld& world, qint64 pending)
{
    constexpr qint64 kCount = std::size(kStories);
    const qint64 size = std::min(kMostStops, pending / (kShare * kCount));
    if (size < 1)
        return Nothing{};
    TripTeller teller(world, size);
    for (int number = 0; number < kCount; ++number) {
        if (auto told = teller.tell(kStories[number], number); !told)
            return told;
    }
    return Nothing{};
}

} // namespace waydesk::backend
