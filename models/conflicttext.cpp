// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conflicttext.h"

#include "models/errortext.h"
#include "models/formats.h"
#include "models/queueconflict.h"
#include "models/refusaltext.h"
#include "models/tripwords.h"
#include "models/words.h"
#include "services/domain/parcelrules.h"
#include "services/domain/tripcommands.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

namespace {

using Kind = ConflictChoice::Kind;

struct ConflictText
{
    Q_DECLARE_TR_FUNCTIONS(ConflictText)
};

QList<DeliveryId> parcelsOf(const Command& command)
{
    if (const auto* attach = std::get_if<AttachDeliveries>(&command))
        return attach->deliveries;
    if (const auto* create = std::get_if<CreateWaybill>(&command))
        return create->deliveries;
    return {};
}

Command withParcels(Command command, const QList<DeliveryId>& parcels)
{
    if (auto* attach = std::get_if<AttachDeliveries>(&command))
        attach->deliveries = parcels;
    else if (auto* create = std::get_if<CreateWaybill>(&command))
        create->deliveries = parcels;
    return command;
}

struct Composer
{
    const facade::Conflict& conflict;
    const CommandNames& names;
    const Formats& formats;

    const Delivery* parcel(const DeliveryId& id) const
    {
        for (const Delivery& delivery : conflict.deliveries) {
            if (delivery.id == id)
                return &delivery;
        }
        return nullptr;
    }
    QString waybillName(const WaybillId& id) const
    {
        const QString name = names.waybill ? names.waybill(id) : QString();
        return name.isEmpty() ? u"…"_s : name;
    }
    QString codeOf(const DeliveryId& id) const
    {
        if (const Delivery* delivery = parcel(id))
            return parcelTitle(*delivery);
        const QString name = names.delivery ? names.delivery(id) : QString();
        return name.isEmpty() ? u"…"_s : name;
    }
    bool isFree(const DeliveryId& id) const
    {
        const Delivery* delivery = parcel(id);
        if (!delivery)
            return false;
        return delivery->waybillId == waybillOf(conflict.entry.command) || waydesk::canAttach(*delivery).allowed();
    }

    void parcelLines(ConflictView& view, const QList<DeliveryId>& parcels) const
    {
        const QString target = waybillName(waybillOf(conflict.entry.command));
        for (const DeliveryId& id : parcels) {
            const QString code = codeOf(id);
            view.mine += {ConflictText::tr("%1 → %2", "a parcel joins a waybill").arg(code, target), false};
            const Delivery* delivery = parcel(id);
            if (!delivery)
                view.theirs += {ConflictText::tr("%1 is not known here").arg(code), true};
            else if (delivery->waybillId)
                view.theirs += {ConflictText::tr("%1 is in %2").arg(code, waybillName(*delivery->waybillId)),
                                delivery->waybillId != waybillOf(conflict.entry.command)};
            else if (const Verdict verdict = waydesk::canAttach(*delivery); !verdict.allowed())
                view.theirs += {
                    ConflictText::tr("%1: %2", "a parcel's code: why not").arg(code, shortRefusalText(verdict.refusal)),
                    true};
            else
                view.theirs += {ConflictText::tr("%1 is free").arg(code), false};
        }
    }
    void waybillLines(ConflictView& view) const
    {
        view.mine += {view.title, false};
        if (!conflict.theirs) {
            view.theirs += {ConflictText::tr("The waybill is not on the server"), true};
            return;
        }
        const Waybill& theirs = *conflict.theirs;
        const bool standsInTheWay =
            !waydesk::judgeCommand(conflict.entry.command, theirs, UserRole::Dispatcher).allowed();
        view.theirs += {ConflictText::tr("%1 is %2", "a waybill, its status").arg(theirs.number, words(theirs.state)),
                        standsInTheWay};
        view.theirs += {ConflictText::tr("Driver: %1").arg(driverName(theirs)), false};
        if (theirs.itemCount)
            view.theirs += {formats.parcels(*theirs.itemCount), false};
        if (conflict.entry.seenVersion && theirs.updatedAt > *conflict.entry.seenVersion)
            view.theirs +=
                {ConflictText::tr("changed at %1, after what you saw").arg(formats.moment(theirs.updatedAt)), false};
    }
    void tripLines(ConflictView& view) const
    {
        view.mine += {view.title, false};
        if (!conflict.theirTrip) {
            view.theirs += {ConflictText::tr("The trip is not on the server"), true};
            return;
        }
        const Trip& theirs = *conflict.theirTrip;
        view.theirs += {ConflictText::tr("%1 is %2", "a trip, its status").arg(theirs.number, words(theirs.state)),
                        !isPossibleNow()};
        view.theirs +=
            {ConflictText::tr("Driver: %1").arg(theirs.driver ? theirs.driver->user.fullName : u"—"_s), false};
        if (theirs.itemCount)
            view.theirs += {formats.parcels(*theirs.itemCount), false};
        if (conflict.entry.seenVersion && theirs.updatedAt > *conflict.entry.seenVersion)
            view.theirs +=
                {ConflictText::tr("changed at %1, after what you saw").arg(formats.moment(theirs.updatedAt)), false};
    }
    void ownLines(ConflictView& view) const // of one about a parcel itself
    {
        view.mine += {view.title, false};
        if (isCreate(conflict.entry.command))
            return;
        const Delivery* theirs = parcel(parcelOf(conflict.entry.command));
        if (!theirs) {
            view.theirs += {ConflictText::tr("The parcel is not known here"), true};
            return;
        }
        view.theirs +=
            {ConflictText::tr("%1 is %2", "a parcel, its status").arg(parcelTitle(*theirs), words(theirs->state)),
             !isPossibleNow()};
        if (conflict.entry.seenVersion && theirs->updatedAt > *conflict.entry.seenVersion)
            view.theirs +=
                {ConflictText::tr("changed at %1, after what you saw").arg(formats.moment(theirs->updatedAt)), false};
    }
    // As far as its waybill's or trip's own state says; the server knows more.
    bool isPossibleNow() const
    {
        const Command& command = conflict.entry.command;
        if (std::holds_alternative<CreateDelivery>(command))
            return true;
        if (const auto* update = std::get_if<UpdateDelivery>(&command)) {
            const Delivery* theirs = parcel(update->delivery);
            return theirs && canEditParcel(*theirs) == ParcelRefusal::None;
        }
        if (!tripOf(command).isEmpty())
            return conflict.theirTrip &&
                   judgeTripCommand(command, *conflict.theirTrip, deliveriesOf(command)) == TripRefusal::None;
        if (isAboutQueues(command))
            return isQueueCommandPossible(conflict);
        return conflict.theirs && waydesk::judgeCommand(command, *conflict.theirs, UserRole::Dispatcher).allowed();
    }
    QString othersLabel(int free) const
    {
        if (std::holds_alternative<CreateWaybill>(conflict.entry.command))
            return ConflictText::tr("Create it with the other %Ln", "parcels that are free", free);
        return ConflictText::tr("Attach the other %Ln", "parcels that are free", free);
    }
    void choices(ConflictView& view, const QList<DeliveryId>& parcels) const
    {
        const bool refused = conflict.entry.state == store::CommandState::Refused;
        QList<DeliveryId> free;
        for (const DeliveryId& id : parcels) {
            if (isFree(id))
                free += id;
        }
        if (refused && !free.isEmpty() && free.size() < parcels.size())
            view.choices += {Kind::SubmitEdited, othersLabel(static_cast<int>(free.size())),
                             withParcels(conflict.entry.command, free)};
        const bool nowPossible = isPossibleNow() && free.size() == parcels.size();
        const ConflictChoice retry{Kind::Retry, refused ? ConflictText::tr("Try again") : ConflictText::tr("Ask again"),
                                   std::nullopt};
        if (nowPossible || !refused)
            view.choices += retry;
        if (refused && !isAboutQueues(conflict.entry.command))
            view.choices += {Kind::ChangeByHand, ConflictText::tr("Change what I asked…"), std::nullopt};
        view.choices += {Kind::Discard, ConflictText::tr("Drop it, keep the server's"), std::nullopt};
        if (!nowPossible && refused)
            view.choices += retry;
    }
    void waiting(ConflictView& view) const
    {
        if (conflict.waitingBehind.isEmpty())
            return;
        QStringList titles;
        for (const store::OutboxEntry& entry : conflict.waitingBehind)
            titles += commandTitle(entry.command, names);
        view.waiting =
            ConflictText::tr("%Ln later action(s) wait behind this one: %1.", nullptr, static_cast<int>(titles.size()))
                .arg(titles.join(ConflictText::tr(", ", "between the titles of a list")));
    }
};

} // namespace

ConflictView conflictView(const facade::Conflict& conflict, const CommandNames& names, const Formats& formats)
{
    ConflictView view;
    const store::OutboxEntry& entry = conflict.entry;
    view.title = commandTitle(entry.command, names);
    view.subtitle =
        entry.authorName.isEmpty()
            ? ConflictText::tr("asked at %1").arg(formats.timeWithSeconds(entry.createdAt))
            : ConflictText::tr("asked at %1 by %2").arg(formats.timeWithSeconds(entry.createdAt), entry.authorName);
    if (entry.lastError) {
        view.quote = vendorQuote(*entry.lastError);
        if (view.quote.isEmpty())
            view.quote = errorText(*entry.lastError);
        view.code = entry.lastError->code;
    }
    const Composer composer{conflict, names, formats};
    const QList<DeliveryId> parcels = parcelsOf(entry.command);
    if (!tripOf(entry.command).isEmpty())
        composer.tripLines(view);
    else if (isAboutQueues(entry.command))
        addQueueLines(view, conflict, formats);
    else if (!parcelOf(entry.command).isEmpty())
        composer.ownLines(view);
    else if (parcels.isEmpty())
        composer.waybillLines(view);
    else
        composer.parcelLines(view, parcels);
    composer.choices(view, parcels);
    composer.waiting(view);
    return view;
}

} // namespace waydesk::models
