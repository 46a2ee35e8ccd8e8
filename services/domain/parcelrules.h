// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of changing a parcel by hand that server and desk share, and what a change is expected to make of it. Pure.
#pragma once

#include "services/domain/command.h"
#include "services/domain/rules.h"

namespace waydesk {

enum class ParcelRefusal {
    None,
    NotEditable,   // it has left, or is done with
    WaybillSealed, // its ends stay where they are
    TripStarted,   // likewise
    UnknownState,  // its status is a word we do not know
};
RefusalWords wordsOf(ParcelRefusal refusal);

// The statuses in which a parcel may be changed: as long as nobody is under way with it.
ParcelRefusal canEditParcel(const Delivery& delivery);
// May its ends change too? What it travels with decides; nullopt: nothing, or this desk has not heard of it.
ParcelRefusal canMoveParcel(const Delivery& delivery, const std::optional<WaybillState>& waybill,
                            const std::optional<TripState>& trip);

// What the parcel looks like once the server has done `command`. nullopt: there is no such parcel. `before` is nullopt
// for a create. Commands about other things, and about waybills and trips that it is in, leave it as it is.
std::optional<Delivery> applyToParcel(const Command& command, const std::optional<Delivery>& before);

} // namespace waydesk
