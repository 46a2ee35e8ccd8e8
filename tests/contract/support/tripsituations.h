// SPDX-License-Identifier: GPL-3.0-or-later
// How each documented trip response comes about in a real depot. The key is Documented::key().
#pragma once

#include "tests/contract/support/situation.h"

namespace waydesk::contract {

QHash<QString, SituationMaker> tripSituations();

} // namespace waydesk::contract
