// SPDX-License-Identifier: GPL-3.0-or-later
// How each documented waybill response comes about in a real depot. The key is Documented::key().
#pragma once

#include "tests/backend/support/testdepot.h"
#include "tests/contract/support/situation.h"

#include <functional>

namespace waydesk::contract {

using SituationMaker = std::function<Situation(backend::TestDepot&)>;

QHash<QString, SituationMaker> waybillSituations();

} // namespace waydesk::contract
