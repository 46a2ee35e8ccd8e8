// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commandtext.h"

#include "models/words.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

namespace {

struct CommandText
{
    Q_DECLARE_TR_FUNCTIONS(CommandText)
};

struct Title
{
    const CommandNames& names;

    QString waybill(const WaybillId& id) const
    {
        QString name = names.waybill ? names.waybill(id) : QString();
        if (!name.isEmpty())
            return name;
        return id.isLocal() ? CommandText::tr("a new waybill") : u"…"_s;
    }
    QString driver(const DriverId& id) const
    {
        const QString name = names.driver ? names.driver(id) : QString();
        return name.isEmpty() ? u"…"_s : name;
    }
    QString delivery(const DeliveryId& id) const
    {
        const QString name = names.delivery ? names.delivery(id) : QString();
        return name.isEmpty() ? u"…"_s : name;
    }

    QString operator()(const CreateWaybill& c) const
    {
        Waybill asked;
        asked.destination = c.destination;
        return CommandText::tr("Create waybill to %1").arg(placeName(asked.destination));
    }
    QString operator()(const UpdateWaybill& c) const { return CommandText::tr("Edit %1").arg(waybill(c.waybill)); }
    QString operator()(const AttachDeliveries& c) const
    {
        if (c.deliveries.size() == 1)
            return CommandText::tr("Attach %1 to %2", "a parcel's code, a waybill")
                .arg(delivery(c.deliveries.first()), waybill(c.waybill));
        return CommandText::tr("Attach %Ln parcel(s) to %1", nullptr, static_cast<int>(c.deliveries.size()))
            .arg(waybill(c.waybill));
    }
    QString operator()(const DetachDelivery& c) const
    {
        return CommandText::tr("Remove %1 from %2", "a parcel's code, a waybill")
            .arg(delivery(c.delivery), waybill(c.waybill));
    }
    QString operator()(const SealWaybill& c) const { return CommandText::tr("Seal %1").arg(waybill(c.waybill)); }
    QString operator()(const AssignDriver& c) const
    {
        return CommandText::tr("Assign %1 to %2", "a driver, a waybill").arg(driver(c.driver), waybill(c.waybill));
    }
    QString operator()(const SwitchDriver& c) const
    {
        return CommandText::tr("Switch driver of %1 to %2", "a waybill, a driver")
            .arg(waybill(c.waybill), driver(c.driver));
    }
    QString operator()(const UnassignDriver& c) const
    {
        return CommandText::tr("Unassign driver of %1").arg(waybill(c.waybill));
    }
    QString operator()(const DispatchWaybill& c) const
    {
        return CommandText::tr("Dispatch %1").arg(waybill(c.waybill));
    }
    QString operator()(const ReceiveWaybill& c) const { return CommandText::tr("Receive %1").arg(waybill(c.waybill)); }
    QString operator()(const CloseWaybill& c) const { return CommandText::tr("Close %1").arg(waybill(c.waybill)); }
    QString operator()(const CancelWaybill& c) const { return CommandText::tr("Cancel %1").arg(waybill(c.waybill)); }
    QString operator()(const ReturnChildren& c) const
    {
        return CommandText::tr("Return %Ln parcel(s) of %1", nullptr, static_cast<int>(c.deliveries.size()))
            .arg(waybill(c.waybill));
    }
    QString operator()(const BulkDeleteDrafts& c) const
    {
        if (c.allEmpty)
            return CommandText::tr("Delete all empty drafts");
        if (c.waybills.size() == 1)
            return CommandText::tr("Delete %1").arg(waybill(c.waybills.first()));
        return CommandText::tr("Delete %Ln empty draft(s)", nullptr, static_cast<int>(c.waybills.size()));
    }
    QString trip(const TripId& id) const
    {
        QString name = names.trip ? names.trip(id) : QString();
        if (!name.isEmpty())
            return name;
        return id.isLocal() ? CommandText::tr("a new trip") : u"…"_s;
    }
    QString operator()(const CreateTrip& c) const
    {
        if (c.deliveries.isEmpty())
            return c.driver ? CommandText::tr("Create a trip for %1", "a driver").arg(driver(*c.driver))
                            : CommandText::tr("Create a trip");
        const int parcels = static_cast<int>(c.deliveries.size());
        return c.driver ? CommandText::tr("Create a trip of %Ln parcel(s) for %1", "a driver", parcels)
                              .arg(driver(*c.driver))
                        : CommandText::tr("Create a trip of %Ln parcel(s)", nullptr, parcels);
    }
    QString operator()(const UpdateTrip& c) const { return CommandText::tr("Edit %1").arg(trip(c.trip)); }
    QString operator()(const SyncTripDeliveries& c) const
    {
        if (c.deliveries.isEmpty())
            return CommandText::tr("Detach every parcel from %1", "a trip").arg(trip(c.trip));
        return CommandText::tr("Set the %Ln parcel(s) of %1", "a trip", static_cast<int>(c.deliveries.size()))
            .arg(trip(c.trip));
    }
    QString operator()(const RemoveFromTrip& c) const
    {
        return CommandText::tr("Remove %1 from %2", "a parcel's code, a trip").arg(delivery(c.delivery), trip(c.trip));
    }
    QString operator()(const ReorderTrip& c) const
    {
        return CommandText::tr("Change the order of stops of %1", "a trip").arg(trip(c.trip));
    }
    QString operator()(const CancelTrip& c) const { return CommandText::tr("Cancel %1").arg(trip(c.trip)); }
    QString operator()(const RequestReturn& c) const
    {
        return CommandText::tr("Ask for the return of %1", "a parcel's code").arg(delivery(c.delivery));
    }
    QString operator()(const DecideReturn& c) const
    {
        return c.decision == ReturnDecision::Approve
                   ? CommandText::tr("Approve the return of %1", "a parcel's code").arg(delivery(c.delivery))
                   : CommandText::tr("Reject the return of %1", "a parcel's code").arg(delivery(c.delivery));
    }
    QString operator()(const RaiseCase& c) const
    {
        return CommandText::tr("Raise an exception of %1", "a parcel's code").arg(delivery(c.delivery));
    }
    QString operator()(const UpdateCase& c) const
    {
        if (c.resolution)
            return CommandText::tr("Resolve the exception of %1", "a parcel's code").arg(delivery(c.delivery));
        if (c.owner && !c.nextAction && !c.dueAt)
            return *c.owner ? CommandText::tr("Give the exception of %1 an owner", "a parcel's code")
                                  .arg(delivery(c.delivery))
                            : CommandText::tr("Take the exception of %1 from its owner", "a parcel's code")
                                  .arg(delivery(c.delivery));
        return CommandText::tr("Change the exception of %1", "a parcel's code").arg(delivery(c.delivery));
    }
    QString operator()(const CreateDelivery& c) const
    {
        const auto& customer = c.parcel.customer;
        const QString name = customer && *customer ? (*customer)->fullName : QString();
        return name.isEmpty() ? CommandText::tr("New parcel")
                              : CommandText::tr("New parcel for %1", "a customer").arg(name);
    }
    QString operator()(const UpdateDelivery& c) const
    {
        const QString parcel = c.delivery.isLocal() ? CommandText::tr("a new parcel") : delivery(c.delivery);
        return CommandText::tr("Edit %1").arg(parcel);
    }
};

} // namespace

QString commandTitle(const Command& command, const CommandNames& names)
{
    return std::visit(Title{names}, command);
}

} // namespace waydesk::models
