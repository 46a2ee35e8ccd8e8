// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waybills/waybillquestions.h"
#include "models/formats.h"
#include "models/refusaltext.h"
#include "models/words.h"

#include <QCoreApplication>

namespace waydesk::ui {

using Act = models::WaybillActions::Act;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(waydesk::ui::Questions)
};

Verdict verdictFor(Act act, const facade::WaybillRow& row)
{
    const Waybill& w = row.expected;
    switch (act) {
    case Act::Seal:
        return canSeal(w, w.itemCount.value_or(0));
    case Act::Assign:
        return canAssign(w);
    case Act::Unassign:
        return canUnassign(w);
    case Act::Dispatch:
        return canDispatch(w);
    case Act::Receive:
        return canReceive(w);
    case Act::Close:
        return canClose(w);
    case Act::Cancel:
        return canCancel(w);
    case Act::DeleteEmptyDrafts:
        return w.state.is(WaybillStatus::Drafted) && w.itemCount.value_or(0) == 0 ? Verdict{}
                                                                                  : Verdict{Refusal::NotEmptyDraft};
    case Act::Edit:
        return canEdit(w);
    case Act::Create:
    case Act::Scan:
    case Act::SwitchDriver:
    case Act::ReturnChildren:
    case Act::Refresh:
    case Act::Undo:
    case Act::Copy:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QString leftOutBecause(Act act, const facade::WaybillRow& row)
{
    const Verdict verdict = verdictFor(act, row);
    return verdict.allowed() ? QString() : models::refusalText(verdict.refusal);
}

Question questionFor(Act act, const facade::WaybillRow& row, const models::Formats& formats)
{
    const QString name = models::waybillTitle(row.server);
    const QString parcels =
        row.expected.itemCount ? formats.parcels(*row.expected.itemCount) : Words::tr("its parcels");
    Question q;
    switch (act) {
    case Act::Receive:
        q.title = Words::tr("Receive %1?").arg(name);
        q.text =
            Words::tr("Every present parcel becomes delivered: %1. If some are missing, return or detach them first; "
                      "afterwards the server does not take them back.")
                .arg(parcels);
        q.yes = Words::tr("Receive");
        q.grave = true;
        break;
    case Act::Cancel:
        q.title = Words::tr("Cancel %1?").arg(name);
        q.text = Words::tr("The waybill is given up for good, and %1 become free for another one.").arg(parcels);
        q.yes = Words::tr("Cancel the waybill");
        q.grave = true;
        break;
    case Act::Close:
        q.title = Words::tr("Close %1?").arg(name);
        q.text = Words::tr("A closed waybill can no longer be changed. Nothing happens to its parcels.");
        q.yes = Words::tr("Close the waybill");
        break;
    case Act::Dispatch:
        q.title = Words::tr("Hand %1 to the carrier?").arg(name);
        q.text =
            Words::tr("It goes on the road with %1. It can be received afterwards, but not cancelled.").arg(parcels);
        q.yes = Words::tr("Dispatch");
        break;
    case Act::Unassign:
        q.title = Words::tr("Take %1 from its driver?").arg(name);
        q.text = Words::tr("%1 no longer has it. It stays sealed and can be given to another driver.")
                     .arg(models::driverName(row.expected));
        q.yes = Words::tr("Take it back");
        break;
    case Act::Seal:
        q.title = Words::tr("Seal %1?").arg(name);
        q.text = Words::tr("Its contents are locked: %1.").arg(parcels);
        q.yes = Words::tr("Seal");
        break;
    case Act::Create:
    case Act::Edit:
    case Act::Scan:
    case Act::Assign:
    case Act::SwitchDriver:
    case Act::ReturnChildren:
    case Act::DeleteEmptyDrafts:
    case Act::Refresh:
    case Act::Undo:
    case Act::Copy:
        break; // these are asked in a panel, or not at all
    }
    return q;
}

QString bulkTitle(Act act)
{
    switch (act) {
    case Act::Seal:
        return Words::tr("Seal several waybills");
    case Act::Assign:
        return Words::tr("Assign a driver to several waybills");
    case Act::Unassign:
        return Words::tr("Take several waybills from their drivers");
    case Act::Dispatch:
        return Words::tr("Dispatch several waybills");
    case Act::Receive:
        return Words::tr("Receive several waybills: every present parcel becomes delivered");
    case Act::Close:
        return Words::tr("Close several waybills");
    case Act::Cancel:
        return Words::tr("Cancel several waybills: their parcels become free");
    case Act::DeleteEmptyDrafts:
        return Words::tr("Delete empty drafts");
    case Act::Create:
    case Act::Edit:
    case Act::Scan:
    case Act::SwitchDriver:
    case Act::ReturnChildren:
    case Act::Refresh:
    case Act::Undo:
    case Act::Copy:
        return {};
    }
    Q_UNREACHABLE();
}

QString bulkVerb(Act act, int count)
{
    switch (act) {
    case Act::Seal:
        return Words::tr("Seal %n", nullptr, count);
    case Act::Assign:
        return Words::tr("Assign to %n", nullptr, count);
    case Act::Unassign:
        return Words::tr("Take back %n", nullptr, count);
    case Act::Dispatch:
        return Words::tr("Dispatch %n", nullptr, count);
    case Act::Receive:
        return Words::tr("Receive %n", nullptr, count);
    case Act::Close:
        return Words::tr("Close %n", nullptr, count);
    case Act::Cancel:
        return Words::tr("Cancel %n", nullptr, count);
    case Act::DeleteEmptyDrafts:
        return Words::tr("Delete %n", nullptr, count);
    case Act::Create:
    case Act::Edit:
    case Act::Scan:
    case Act::SwitchDriver:
    case Act::ReturnChildren:
    case Act::Refresh:
    case Act::Undo:
    case Act::Copy:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace waydesk::ui
