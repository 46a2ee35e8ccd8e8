// SPDX-License-Identifier: GPL-3.0-or-later
// Why a parcel, or where it goes, cannot be changed: one sentence for a person; empty where it can.
#pragma once

#include "services/domain/parcelrules.h"

namespace waydesk::models {

QString parcelRefusalText(ParcelRefusal refusal);

} // namespace waydesk::models
