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

} // namespace

WaybillId subject(const Command& command)
{
    return std::visit(overloaded{[](const CreateWaybill& c) { return c.localId; },
                                 [](const BulkDeleteDrafts&) { return WaybillId{}; },
                                 [](const auto& c) { return c.waybill; }},
                      command);
}

QList<WaybillId> touched(const Command& command)
{
    if (const auto* bulk = std::get_if<BulkDeleteDrafts>(&command))
        return bulk->waybills;
    return {subject(command)};
}

Command renamed(Command command, const WaybillId& local, const WaybillId& server)
{
    std::visit(overloaded{[&](CreateWaybill&) {},
                          [&](BulkDeleteDrafts& c) {
                              for (WaybillId& id : c.waybills) {
                                  if (id == local)
                                      id = server;
                              }
                          },
                          [&](auto& c) {
                              if (c.waybill == local)
                                  c.waybill = server;
                          }},
               command);
    return command;
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
                                 [](const BulkDeleteDrafts&) { return u"bulk_delete_drafts"_s; }},
                      command);
}

} // namespace waydesk
