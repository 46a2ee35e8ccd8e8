// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong and who sees to it: pictures of proofs, return requests in every state, exceptions with and without
// an owner, due soon, overdue and resolved. The dispatchers do it through the server's own use cases.
#include "backend/demo/demopictures.h"
#include "backend/demo/demoworld.h"
#include "backend/depot/cases.h"
#include "backend/depot/columns.h"
#include "backend/depot/media.h"
#include "backend/depot/returnrequests.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

Caller dispatcherOf(const DemoWorld& world)
{
    Caller caller;
    caller.user = world.dispatcher;
    caller.tenant = world.tenant;
    caller.role = UserRole::Dispatcher;
    caller.fullName = world.dispatcherName;
    return caller;
}

QList<DeliveryId> parcels(DemoWorld& world, std::string_view rest, qint64 most)
{
    QList<DeliveryId> ids;
    const auto rows = world.db.run("SELECT d.id FROM delivery d WHERE d.tenant_id = ? AND " + std::string(rest) +
                                       " ORDER BY d.code_order LIMIT ?",
                                   {bound(world.tenant), most});
    while (rows->next())
        ids.append({rows->text(0)});
    return ids;
}

// Asks for one after the other, an hour apart, and decides two of three.
Result<Nothing> askForReturns(DemoWorld& world, Call& call, DemoClock& clock)
{
    constexpr const char16_t* kReasons[] = {u"Customer refused delivery", u"Wrong size was sent",
                                            u"Ordered twice by mistake", u"Customer has moved away"};
    const QList<DeliveryId> done = parcels(world,
                                           "d.status IN ('delivered', 'failed') AND EXISTS (SELECT 1 FROM trip t"
                                           " WHERE t.id = d.trip_id AND t.status = 'completed')",
                                           10);
    clock.set(world.now - hours{22});
    for (qsizetype i = 0; i < done.size(); ++i) {
        clock.pass(minutes{60});
        const auto asked = requestReturn(call, {done[i], QStringView(kReasons[i % 4]).toString(),
                                                i % 2 == 0 ? std::optional(u"Told by phone"_s) : std::nullopt});
        if (!asked)
            return asked.error();
        if (i % 3 == 2)
            continue;
        clock.pass(minutes{25});
        const auto decided =
            decideReturn(call, asked->id, i % 3 == 0 ? ReturnDecision::Approve : ReturnDecision::Reject);
        if (!decided)
            return decided.error();
    }
    return Nothing{};
}

Result<Nothing> raiseSome(DemoWorld& world, Call& call, DemoClock& clock)
{
    struct Trouble
    {
        CaseKind kind;
        const char16_t *reason, *notes;
    };
    constexpr Trouble kTroubles[] = {
        {CaseKind::Damaged, u"Box crushed on one side", u"Contents look whole"},
        {CaseKind::Missing, u"Not on the van when it was unloaded", u""},
        {CaseKind::Other, u"Customer asks for another day", u"Not before Thursday"},
        {CaseKind::Damaged, u"Wet from the rain", u"Repacked at the warehouse"},
        {CaseKind::Missing, u"Label torn off, parcel not found on the shelf", u""},
        {CaseKind::Other, u"Cash on delivery is disputed", u"Customer says that it was paid online"}};
    const QList<DeliveryId> moving =
        parcels(world, "d.status IN ('picked_up', 'in_transit') AND d.waybill_id IS NOT NULL", std::size(kTroubles));
    clock.set(world.now - hours{9});
    for (qsizetype i = 0; i < moving.size(); ++i) {
        clock.pass(minutes{50});
        const Trouble& trouble = kTroubles[i];
        const auto raised = raiseCase(call, {moving[i], trouble.kind, QStringView(trouble.reason).toString(),
                                             QStringView(trouble.notes).toString()});
        if (!raised)
            return raised.error();
    }
    return Nothing{};
}

// Of every five open ones: one is nobody's, one overdue, one due today, one planned without a time, one resolved.
Result<Nothing> seeToThem(DemoWorld& world, Call& call, DemoClock& clock)
{
    const Instant begin = world.now - hours{4}; // what came later is nobody's yet
    QList<ExceptionId> open;
    {
        const auto rows = world.db.run("SELECT id FROM delivery_case WHERE tenant_id = ? AND state = 'open'"
                                       " AND raised_at < ? ORDER BY raised_at, id",
                                       {bound(world.tenant), bound(begin)});
        while (rows->next())
            open.append({rows->text(0)});
    }
    const QList<Colleague> people = colleagues(call);
    clock.set(begin);
    for (qsizetype i = 0; i < open.size() && !people.isEmpty(); ++i) {
        UpdateCase command;
        command.exception = open[i];
        command.owner.emplace(i % 2 == 0 ? world.dispatcher : people[i % people.size()].id);
        switch (i % 5) {
        case 0:
            continue;
        case 1:
            command.nextAction.emplace(u"Call the customer"_s);
            command.dueAt.emplace(world.now - minutes{90 + 10 * i});
            break;
        case 2:
            command.nextAction.emplace(u"Try again with the evening run"_s);
            command.dueAt.emplace(world.now + hours{3 + i});
            break;
        case 3:
            command.nextAction.emplace(u"Look through the shelves of the last shift"_s);
            break;
        case 4:
            command.resolution = u"Delivered on the second attempt"_s;
            break;
        }
        clock.pass(minutes{7});
        const auto updated = updateCase(call, command);
        if (!updated)
            return updated.error();
    }
    return Nothing{};
}

} // namespace

void addDemoPictures(DemoWorld& world)
{
    constexpr int kSignatures = 6, kDoorsteps = 4, kParcels = 3;
    DemoChance chance = world.chance; // a copy: what is drawn does not change the rest of the depot
    const DemoClock clock(world.now - hours{24 * 10});
    const Caller caller = dispatcherOf(world);
    const Request request;
    Call call{.request = request, .caller = caller, .db = world.db, .clock = clock, .ids = world.ids};
    const auto keep = [&call](const QByteArray& bytes) { // nothing near the limit
        return mediaPath(*keepMedia(call, MediaType::Png, bytes, kMediaLimit));
    };
    for (int i = 0; i < kSignatures; ++i)
        world.pictures.signatures.append(keep(drawnSignature(chance)));
    for (int i = 0; i < kDoorsteps; ++i)
        world.pictures.doorsteps.append(keep(drawnDoorstep(chance)));
    for (int i = 0; i < kParcels; ++i)
        world.pictures.parcels.append(keep(drawnParcel(chance)));
}

Result<Nothing> tellDemoCare(DemoWorld& world)
{
    DemoClock clock(world.now);
    const Caller caller = dispatcherOf(world);
    const Request request;
    Call call{.request = request, .caller = caller, .db = world.db, .clock = clock, .ids = world.ids};
    for (auto* part : {&askForReturns, &raiseSome, &seeToThem}) {
        if (auto told = part(world, call, clock); !told)
            return told;
    }
    return Nothing{};
}

} // namespace waydesk::backend
