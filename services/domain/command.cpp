// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/command.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk {

namespace {

template<class... F>
struct overloaded : F...
{
    using F::operator()...;
};
template<class... F>
overloaded(F...) -> overloaded<F...>;

template<class AnyId>
void rename(AnyId& id, const SubjectId& local, const SubjectId& server)
{
    if (id.value == local.value)
        id.value = server.value;
}

} // namespace

SubjectId subject(const Command& command)
{
    return std::visit(overloaded{[](const BulkDeleteDrafts&) { return SubjectId{}; },
                                 [](const CreateWaybill& c) { return SubjectId{c.localId.value}; },
                                 [](const CreateTrip& c) { return SubjectId{c.localId.value}; },
                                 [](const CreateDelivery& c) { return SubjectId{c.localId.value}; },
                                 [](const WaybillCommand auto& c) { return SubjectId{c.waybill.value}; },
                                 [](const TripCommand auto& c) { return SubjectId{c.trip.value}; },
                                 [](const ParcelCommand auto& c) { return SubjectId{c.delivery.value}; }},
                      command);
}

QList<SubjectId> touched(const Command& command)
{
    QList<SubjectId> all;
    if (const auto* bulk = std::get_if<BulkDeleteDrafts>(&command)) {
        for (const WaybillId& id : bulk->waybills)
            all << SubjectId{id.value};
        return all;
    }
    all << subject(command);
    for (const DeliveryId& id : deliveriesOf(command)) {
        if (id.isLocal() && !all.contains(SubjectId{id.value}))
            all << SubjectId{id.value};
    }
    return all;
}

Command renamed(Command command, const SubjectId& local, const SubjectId& server)
{
    std::visit(
        [&](auto& c) {
            if constexpr (requires { c.waybill; })
                rename(c.waybill, local, server);
            if constexpr (requires { c.trip; })
                rename(c.trip, local, server);
            if constexpr (requires { c.delivery; })
                rename(c.delivery, local, server);
            if constexpr (requires { c.waybills; }) {
                for (WaybillId& id : c.waybills)
                    rename(id, local, server);
            }
            if constexpr (requires { c.order; }) {
                for (DeliveryId& id : c.order)
                    rename(id, local, server);
            }
            if constexpr (requires { c.deliveries; }) {
                for (auto& member : c.deliveries) {
                    if constexpr (requires { member.delivery; })
                        rename(member.delivery, local, server);
                    else
                        rename(member, local, server);
                }
            }
        },
        command);
    return command;
}

WaybillId waybillOf(const Command& command)
{
    return std::visit([]<class C>(const C&) { return WaybillCommand<C>; }, command) ? WaybillId{subject(command).value}
                                                                                    : WaybillId{};
}

TripId tripOf(const Command& command)
{
    return std::visit([]<class C>(const C&) { return TripCommand<C>; }, command) ? TripId{subject(command).value}
                                                                                 : TripId{};
}

DeliveryId parcelOf(const Command& command)
{
    return std::visit([]<class C>(const C&) { return ParcelCommand<C>; }, command) ? DeliveryId{subject(command).value}
                                                                                   : DeliveryId{};
}

QList<WaybillId> waybillsOf(const Command& command)
{
    if (const auto* bulk = std::get_if<BulkDeleteDrafts>(&command))
        return bulk->waybills;
    const WaybillId one = waybillOf(command);
    return one.isEmpty() ? QList<WaybillId>{} : QList<WaybillId>{one};
}

QList<DeliveryId> deliveriesOf(const Command& command)
{
    return std::visit(
        [](const auto& c) {
            QList<DeliveryId> all;
            if constexpr (requires { c.delivery; })
                all << c.delivery;
            if constexpr (requires { c.order; })
                all += c.order;
            if constexpr (requires { c.deliveries; }) {
                for (const auto& member : c.deliveries) {
                    if constexpr (requires { member.delivery; })
                        all << member.delivery;
                    else
                        all << member;
                }
            }
            return all;
        },
        command);
}

bool isCreate(const Command& command)
{
    return std::visit(
        [](const auto& c) {
            return requires
            {
                c.localId;
            };
        },
        command);
}

QString kindWord(const Command& command)
{
    return std::visit(overloaded{[](const CreateWaybill&) { return u"create_waybill"_s; },
                                 [](const UpdateWaybill&) { return u"update_waybill"_s; },
                                 [](const AttachDeliveries&) { return u"attach_deliveries"_s; },
                                 [](const DetachDelivery&) { return u"detach_delivery"_s; },
                                 [](const SealWaybill&) { return u"seal_waybill"_s; },
                                 [](const AssignDriver&) { return u"assign_driver"_s; },
                                 [](const SwitchDriver&) { return u"switch_driver"_s; },
                                 [](const UnassignDriver&) { return u"unassign_driver"_s; },
                                 [](const DispatchWaybill&) { return u"dispatch_waybill"_s; },
                                 [](const ReceiveWaybill&) { return u"receive_waybill"_s; },
                                 [](const CloseWaybill&) { return u"close_waybill"_s; },
                                 [](const CancelWaybill&) { return u"cancel_waybill"_s; },
                                 [](const ReturnChildren&) { return u"return_children"_s; },
                                 [](const BulkDeleteDrafts&) { return u"bulk_delete_drafts"_s; },
                                 [](const CreateTrip&) { return u"create_trip"_s; },
                                 [](const UpdateTrip&) { return u"update_trip"_s; },
                                 [](const SyncTripDeliveries&) { return u"sync_trip_deliveries"_s; },
                                 [](const RemoveFromTrip&) { return u"remove_from_trip"_s; },
                                 [](const ReorderTrip&) { return u"reorder_trip"_s; },
                                 [](const CancelTrip&) { return u"cancel_trip"_s; },
                                 [](const RequestReturn&) { return u"request_return"_s; },
                                 [](const DecideReturn&) { return u"decide_return"_s; },
                                 [](const RaiseCase&) { return u"raise_case"_s; },
                                 [](const UpdateCase&) { return u"update_case"_s; },
                                 [](const CreateDelivery&) { return u"create_delivery"_s; },
                                 [](const UpdateDelivery&) { return u"update_delivery"_s; }},
                      command);
}

} // namespace waydesk
