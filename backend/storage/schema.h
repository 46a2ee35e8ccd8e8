// SPDX-License-Identifier: GPL-3.0-or-later
// The numbered schema steps of the SQLite file, one path for new and old files alike: step n takes a file from
// user_version n-1 to n. A step that has been released is never edited; a change is a new step.
#pragma once

#include <span>

namespace waydesk::backend {

std::span<const char* const> schemaSteps();

const char* accountsSchema(); // step 1: tenants, users, sessions, idempotency keys, the change feed
const char* depotSchema();    // step 2: waybills, deliveries and what belongs to them
const char* tripSchema();     // step 3: trips, what drivers do with their parcels, return requests
const char* positionSchema(); // step 4: where drivers were and are, and the devices that tell it
const char* importSchema();   // step 6: files of parcels that were brought in
const char* mediaSchema();    // step 7: pictures of proofs
const char* caseSchema();     // step 8: exceptions, and who sees to them
const char* mapSchema();      // step 5: what the map asks, webhooks as they came, drivers' limits of cash
const char* windowSchema();   // step 7: when consignees are there
const char* webhookSchema();  // step 10: webhooks as they came
const char* mediaUseSchema(); // step 11: how much room pictures take

} // namespace waydesk::backend
