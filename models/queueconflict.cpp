// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queueconflict.h"

#include "models/formats.h"
#include "models/queuewords.h"
#include "models/words.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

namespace {

struct QueueConflict
{
    Q_DECLARE_TR_FUNCTIONS(QueueConflict)
};

} // namespace

bool isAboutQueues(const Command& command)
{
    return !parcelOf(command).isEmpty();
}

bool isQueueCommandPossible(const facade::Conflict& conflict)
{
    const Command& command = conflict.entry.command;
    if (std::holds_alternative<DecideReturn>(command))
        return conflict.theirReturn && conflict.theirReturn->request.state.is(ReturnRequestStatus::Pending);
    if (std::holds_alternative<UpdateCase>(command))
        return conflict.theirCase && conflict.theirCase->state.is(CaseState::Open);
    return !conflict.deliveries.isEmpty();
}

void addQueueLines(ConflictView& view, const facade::Conflict& conflict, const Formats& formats)
{
    const Command& command = conflict.entry.command;
    view.mine += {view.title, false};
    if (const auto* update = std::get_if<UpdateCase>(&command); update && update->resolution)
        view.mine += {Formats::quoted(*update->resolution), false};
    for (const Delivery& parcel : conflict.deliveries)
        view.theirs += {
            QueueConflict::tr("%1 is %2", "a parcel, its status").arg(parcelTitle(parcel), words(parcel.state)), false};
    if (std::holds_alternative<DecideReturn>(command)) {
        if (!conflict.theirReturn) {
            view.theirs += {QueueConflict::tr("The server has no such return request"), true};
            return;
        }
        const ReturnRequest& request = conflict.theirReturn->request;
        view.theirs += {QueueConflict::tr("The return is: %1", "a status").arg(words(request.state)),
                        !request.state.is(ReturnRequestStatus::Pending)};
        if (request.decidedByName && request.decidedAt)
            view.theirs += {QueueConflict::tr("answered by %1, %2", "a person, a moment")
                                .arg(*request.decidedByName, formats.moment(*request.decidedAt)),
                            false};
    }
    if (std::holds_alternative<UpdateCase>(command)) {
        if (!conflict.theirCase) {
            view.theirs += {QueueConflict::tr("The server has no such exception"), true};
            return;
        }
        const DeliveryCase& row = *conflict.theirCase;
        if (row.state.is(CaseState::Resolved)) {
            view.theirs += {QueueConflict::tr("The exception is resolved"), true};
            if (row.resolution)
                view.theirs += {Formats::quoted(*row.resolution), false};
            if (row.resolvedByName && row.resolvedAt)
                view.theirs += {QueueConflict::tr("by %1, %2", "a person, a moment")
                                    .arg(*row.resolvedByName, formats.moment(*row.resolvedAt)),
                                false};
        } else {
            view.theirs += {QueueConflict::tr("The exception is open"), false};
            view.theirs += {QueueConflict::tr("Owner: %1").arg(row.ownerName.value_or(Formats::nothing())), false};
        }
    }
}

} // namespace waydesk::models
