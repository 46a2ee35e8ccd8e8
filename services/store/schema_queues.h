// SPDX-License-Identifier: GPL-3.0-or-later
// The cache's step that holds the two queues: return requests and exceptions, and who may own one.
#pragma once

#include <QStringList>

namespace waydesk::store {

const QStringList& queueSchema();

} // namespace waydesk::store
