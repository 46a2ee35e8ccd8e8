// SPDX-License-Identifier: GPL-3.0-or-later
// Port: one command to the system, once. The adapter never repeats it by itself (a 401 apart, which proves that nothing
// was done); whether to send it again is the pump's to judge. Error kinds matter: Offline means surely not sent,
// Timeout and Malformed mean that nobody knows.
#pragma once

#include "services/domain/command.h"
#include "services/net/call.h"
#include "services/wire/answers.h"
#include "services/wire/queueanswers.h"
#include "services/wire/tripanswers.h"

namespace waydesk::backends {

struct CommandAnswer
{
    std::optional<wire::WaybillAnswer> waybill; // the row as it now is, perhaps without its names
    std::optional<wire::BulkDeleteAnswer> deleted;
    std::optional<wire::ReturnAnswer> returned;
    std::optional<wire::TripAnswer> trip; // as it was made; the other trip calls answer with less, or nothing
    std::optional<wire::SeenReturn> returnRequest;
    std::optional<wire::SeenCase> deliveryCase;
    std::optional<wire::SeenDelivery> delivery; // a parcel as it was made or changed
};

class Commands
{
public:
    virtual ~Commands() = default;
    virtual net::Call send(const Command& command, const QString& key, net::Done<CommandAnswer> done) = 0;
    // The command fits the system's bounds and names no local id.
    virtual bool canSend(const Command& command) const = 0;
};

} // namespace waydesk::backends
