// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/actiontext.h"

#include "models/formats.h"
#include "models/words.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

namespace {

using Act = WaybillActions::Act;

struct ActionText
{
    Q_DECLARE_TR_FUNCTIONS(ActionText)
};

} // namespace

QString actText(Act act)
{
    switch (act) {
    case Act::Create:
        return ActionText::tr("New waybill…");
    case Act::Edit:
        return ActionText::tr("Edit waybill…");
    case Act::Scan:
        return ActionText::tr("Scan parcels");
    case Act::Seal:
        return ActionText::tr("Seal");
    case Act::Assign:
        return ActionText::tr("Assign driver…");
    case Act::Unassign:
        return ActionText::tr("Unassign driver");
    case Act::SwitchDriver:
        return ActionText::tr("Switch driver…");
    case Act::Dispatch:
        return ActionText::tr("Dispatch");
    case Act::Receive:
        return ActionText::tr("Receive…");
    case Act::Close:
        return ActionText::tr("Close");
    case Act::Cancel:
        return ActionText::tr("Cancel waybill…");
    case Act::ReturnChildren:
        return ActionText::tr("Return parcels…");
    case Act::DeleteEmptyDrafts:
        return ActionText::tr("Delete empty drafts…");
    case Act::Refresh:
        return ActionText::tr("Refresh");
    case Act::Undo:
        return ActionText::tr("Undo");
    case Act::Copy:
        return ActionText::tr("Copy");
    }
    Q_UNREACHABLE();
}

QString actShortText(Act act)
{
    switch (act) {
    case Act::Create:
        return ActionText::tr("New waybill");
    case Act::Edit:
        return ActionText::tr("Edit");
    case Act::Scan:
        return ActionText::tr("Scan");
    case Act::Assign:
        return ActionText::tr("Assign");
    case Act::Unassign:
        return ActionText::tr("Unassign");
    case Act::SwitchDriver:
        return ActionText::tr("Switch driver");
    case Act::Receive:
        return ActionText::tr("Receive");
    case Act::Cancel:
        return ActionText::tr("Cancel");
    case Act::ReturnChildren:
        return ActionText::tr("Return");
    case Act::DeleteEmptyDrafts:
        return ActionText::tr("Delete");
    case Act::Seal:
    case Act::Dispatch:
    case Act::Close:
    case Act::Refresh:
    case Act::Undo:
    case Act::Copy:
        return actText(act);
    }
    Q_UNREACHABLE();
}

QString actPurpose(Act act)
{
    switch (act) {
    case Act::Create:
        return ActionText::tr("Begin a new waybill");
    case Act::Edit:
        return ActionText::tr("Change notes, carrier or places of a drafted waybill");
    case Act::Scan:
        return ActionText::tr("Scan parcels into the waybill");
    case Act::Seal:
        return ActionText::tr("Close the waybill for parcels, ready for a driver");
    case Act::Assign:
        return ActionText::tr("Give the sealed waybill to a driver");
    case Act::Unassign:
        return ActionText::tr("Take the waybill back from its driver");
    case Act::SwitchDriver:
        return ActionText::tr("Give the waybill to another driver, and say why");
    case Act::Dispatch:
        return ActionText::tr("Hand the sealed waybill to the carrier");
    case Act::Receive:
        return ActionText::tr("The carrier has delivered: every parcel present becomes delivered");
    case Act::Close:
        return ActionText::tr("Everything is settled: close the waybill");
    case Act::Cancel:
        return ActionText::tr("Cancel the waybill before it leaves");
    case Act::ReturnChildren:
        return ActionText::tr("Take parcels back from the waybill, with a reason");
    case Act::DeleteEmptyDrafts:
        return ActionText::tr("Delete drafted waybills that hold no parcels");
    case Act::Refresh:
        return ActionText::tr("Ask the server for what is new");
    case Act::Undo:
        return ActionText::tr("Take back what has not been sent yet");
    case Act::Copy:
        return ActionText::tr("Copy the selected rows as a table");
    }
    Q_UNREACHABLE();
}

QKeySequence actKey(Act act)
{
    switch (act) {
    case Act::Create:
        return QKeySequence(u"Ctrl+N"_s);
    case Act::Edit:
        return QKeySequence(u"Ctrl+E"_s);
    case Act::Scan:
        return QKeySequence(u"F2"_s);
    case Act::Seal:
        return QKeySequence(u"Ctrl+L"_s);
    case Act::Assign:
        return QKeySequence(u"Ctrl+D"_s);
    case Act::Unassign:
        return QKeySequence(u"Ctrl+U"_s);
    case Act::SwitchDriver:
        return QKeySequence(u"Ctrl+Shift+D"_s);
    case Act::Dispatch:
        return QKeySequence(u"Ctrl+T"_s);
    case Act::Receive:
        return QKeySequence(u"Ctrl+R"_s);
    case Act::Close:
        return QKeySequence(u"Ctrl+Shift+L"_s);
    case Act::Cancel:
        return QKeySequence(u"Ctrl+Del"_s);
    case Act::ReturnChildren:
        return QKeySequence(u"Ctrl+B"_s);
    case Act::DeleteEmptyDrafts:
        return QKeySequence(u"Ctrl+Shift+Del"_s);
    case Act::Refresh:
        return QKeySequence(u"F5"_s);
    case Act::Undo:
        return QKeySequence(u"Ctrl+Z"_s);
    case Act::Copy:
        return QKeySequence(u"Ctrl+C"_s);
    }
    Q_UNREACHABLE();
}

QString needsOneText()
{
    return ActionText::tr("Select a waybill first.");
}

QString needsOnlyOneText()
{
    return ActionText::tr("Select only one waybill.");
}

QString needsSignInText()
{
    return ActionText::tr("Sign in first.");
}

QString roleMayNotText(UserRole role)
{
    return ActionText::tr("This account (%1) may not do that.").arg(words(role));
}

QString nothingToUndoText()
{
    return ActionText::tr("Nothing is left to take back.");
}

QString undoText(const QString& title)
{
    return ActionText::tr("Undo %1").arg(Formats::quoted(title));
}

QString someCannotText(int cannot, int all, const QString& first, const QString& why)
{
    if (cannot == all)
        return why;
    //: 2 of 5 cannot. WB00398: Seal needs at least one delivery.
    return ActionText::tr("%1 of %2 cannot. %3: %4").arg(cannot).arg(all).arg(first, why);
}

} // namespace waydesk::models
