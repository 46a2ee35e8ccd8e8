// SPDX-License-Identifier: GPL-3.0-or-later
// Refusals as the wire words them. The documents leave the `code` out of some answers; those calls ask for `uncoded`.
#pragma once

#include "services/domain/result.h"
#include "services/domain/triprules.h"

namespace waydesk::backend {

Error refused(Refusal refusal);
Error refused(TripRefusal refusal);
Error refusedWith(int status, const QString& code, const QString& message);
Error uncoded(Error error);
Error waybillNotFound(); // coded waybill_not_found
Error tripNotFound();    // the document gives it no code
Error storageFailed();   // the connection is poisoned; the front answers 500

} // namespace waydesk::backend
