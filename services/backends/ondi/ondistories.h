// SPDX-License-Identifier: GPL-3.0-or-later
// The port of an OnDi server that tells what happened to a parcel and gives its pictures.
#pragma once

#include "services/backends/ondi/ondiconnection.h"

namespace waydesk::backends {

std::unique_ptr<ParcelStories> makeOndiStories(std::shared_ptr<OndiConnection> connection);

} // namespace waydesk::backends
