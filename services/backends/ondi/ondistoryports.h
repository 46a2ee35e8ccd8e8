// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a parcel, and its pictures, on an OnDi server.
#pragma once

#include "services/backends/ondi/ondiconnection.h"

namespace waydesk::backends {

std::unique_ptr<ParcelStories> makeOndiStories(std::shared_ptr<OndiConnection> connection);

} // namespace waydesk::backends
