// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/actionrules.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

using Act = WaybillActions::Act;

namespace {

bool roleManages(UserRole role)
{
    switch (role) {
    case UserRole::Dispatcher:
    case UserRole::Manager:
    case UserRole::Admin:
        return true;
    case UserRole::Driver:
    case UserRole::Merchant:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

ActScope scopeOf(Act act)
{
    switch (act) {
    case Act::Create:
    case Act::Refresh:
    case Act::Undo:
        return ActScope::None;
    case Act::Edit:
    case Act::Scan:
    case Act::ReturnChildren:
        return ActScope::One;
    case Act::Seal:
    case Act::Assign:
    case Act::Unassign:
    case Act::SwitchDriver:
    case Act::Dispatch:
    case Act::Receive:
    case Act::Close:
    case Act::Cancel:
    case Act::DeleteEmptyDrafts:
    case Act::Copy:
        return ActScope::Many;
    }
    Q_UNREACHABLE();
}

bool changesThings(Act act)
{
    return act != Act::Refresh && act != Act::Copy && act != Act::Undo;
}

// A command to be judged in place of the act; what the person will still fill in is taken as sensible.
std::optional<Command> sampleCommand(Act act, const WaybillId& id)
{
    switch (act) {
    case Act::Edit:
        return UpdateWaybill{.waybill = id};
    case Act::Scan:
        return AttachDeliveries{id, {}};
    case Act::Seal:
        return SealWaybill{id};
    case Act::Assign:
        return AssignDriver{id, {}};
    case Act::Unassign:
        return UnassignDriver{id};
    case Act::SwitchDriver:
        return SwitchDriver{id, {}, u"?"_s};
    case Act::Dispatch:
        return DispatchWaybill{id};
    case Act::Receive:
        return ReceiveWaybill{id, {}};
    case Act::Close:
        return CloseWaybill{id};
    case Act::Cancel:
        return CancelWaybill{id};
    case Act::ReturnChildren:
        return ReturnChildren{.waybill = id};
    case Act::DeleteEmptyDrafts:
        return BulkDeleteDrafts{{id}, false};
    case Act::Create:
    case Act::Refresh:
    case Act::Undo:
    case Act::Copy:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

bool mayManage(UserRole role, const QStringList& permissions)
{
    if (permissions.isEmpty()) // a server that does not tell: the role decides
        return roleManages(role);
    return permissions.contains(u"manage:module:delivery"_s) || permissions.contains(u"manage:operations:tenant"_s);
}

} // namespace waydesk::models
