// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the demo's proofs, drawn here: a signature, a doorstep, a parcel. PNG bytes; the same for the same
// chance.
#pragma once

#include "backend/demo/demosource.h"

namespace waydesk::backend {

QByteArray drawnSignature(DemoChance& chance);
QByteArray drawnDoorstep(DemoChance& chance);
QByteArray drawnParcel(DemoChance& chance);

} // namespace waydesk::backend
