// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the selected waybills, as QActions that know when they are possible and, when not, say why in
// their tool tip and status tip. Judged by the shared rules against the expected state of every selected row, and by
// the person's role. Commands go to the outbox; what needs an answer first is asked for by asked(). GUI thread.
#pragma once

#include "models/commandtext.h"
#include "services/domain/rules.h"
#include "services/facade/rows.h"

#include <QObject>
#include <QStringList>
#include <memory>

class QAction;

namespace waydesk::models {

class BulkRun;
class CommandSink;
class RowSource;
class Selection;

class WaybillActions : public QObject
{
    Q_OBJECT

public:
    enum class Act {
        Create,
        Edit,
        Scan,
        Seal,
        Assign,
        Unassign,
        SwitchDriver,
        Dispatch,
        Receive,
        Close,
        Cancel,
        ReturnChildren,
        DeleteEmptyDrafts,
        Refresh,
        Undo,
        Copy
    };
    Q_ENUM(Act)
    static constexpr std::array kActs{Act::Create,
                                      Act::Edit,
                                      Act::Scan,
                                      Act::Seal,
                                      Act::Assign,
                                      Act::Unassign,
                                      Act::SwitchDriver,
                                      Act::Dispatch,
                                      Act::Receive,
                                      Act::Close,
                                      Act::Cancel,
                                      Act::ReturnChildren,
                                      Act::DeleteEmptyDrafts,
                                      Act::Refresh,
                                      Act::Undo,
                                      Act::Copy};

    WaybillActions(Selection& selection, RowSource& rows, CommandSink& commands, CommandNames names,
                   QObject* parent = nullptr);
    ~WaybillActions() override;

    void setActor(const std::optional<UserRole>& role, const QStringList& permissions);
    QAction* action(Act act) const;
    QList<QAction*> all() const;   // in the order of kActs
    QString whyNot(Act act) const; // empty: possible
    // The next sensible step for the current waybill; nullopt when there is none to take here.
    std::optional<Act> primary() const;
    void triggerPrimary();

    // Submits one waybill's command; the key of the outbox. The version that the person saw goes with it.
    QString submit(const Command& command);
    // One command per waybill. The caller owns the run and shows its account.
    std::unique_ptr<BulkRun> bulk(const QList<WaybillId>& waybills,
                                  const std::function<Command(const WaybillId&)>& make);
    // The command of an act that needs nothing more than the waybill; nullopt for the others.
    static std::optional<Command> plainCommand(Act act, const WaybillId& id);
    void retranslate(); // after the translators have changed

Q_SIGNALS:
    // A form, a question or a preflight list comes first: create, edit, scan, assign, switch, receive, cancel, return,
    // delete; and every act on more than one waybill.
    void asked(waydesk::models::WaybillActions::Act act, const QList<waydesk::WaybillId>& waybills);
    void submitted(const QString& key, const waydesk::Command& command, const QString& title); // for a toast with Undo
    void notAccepted(const waydesk::Command& command, const QString& title, const waydesk::Error& error);
    void undone(const QString& title, bool inTime);
    void copyAsked(const QList<waydesk::WaybillId>& waybills);
    void refreshed();
    void changed(); // some action's possibility, reason or words; also the primary step

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace waydesk::models
