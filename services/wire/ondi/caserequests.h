// SPDX-License-Identifier: GPL-3.0-or-later
// The bodies of our own calls about exceptions, as the server reads them.
#pragma once

#include "services/domain/exception.h"
#include "services/domain/result.h"

namespace waydesk::wire::ondi {

Result<RaiseCase> decodeRaiseCase(QByteArrayView body);
// null clears a field, an absent one stays. Whose exception it is stands in the path.
Result<UpdateCase> decodeUpdateCase(QByteArrayView body);

} // namespace waydesk::wire::ondi
