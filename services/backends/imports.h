// SPDX-License-Identifier: GPL-3.0-or-later
// Port: rows of a file as parcels, many at once. Finishes exactly once through `done`, later, unless its Call is
// dropped first. A batch may be sent again as often as need be. Engine thread.
#pragma once

#include "services/net/call.h"
#include "services/wire/importanswers.h"

namespace waydesk::backends {

class Imports
{
public:
    static constexpr int kMostRows = 200; // of one call: the server is busy with it for some 50 ms

    virtual ~Imports() = default;
    virtual net::Call send(const QString& importId, const WarehouseId& pickup, const QList<wire::ImportRow>& rows,
                           net::Done<wire::ImportAnswer> done) = 0;
};

} // namespace waydesk::backends
