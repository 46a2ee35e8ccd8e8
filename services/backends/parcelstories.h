// SPDX-License-Identifier: GPL-3.0-or-later
// Port: what happened to one parcel, and the pictures that prove it. A plain OnDi server has neither. Every call
// finishes exactly once through `done`, later, unless its Call is dropped first. Engine thread.
#pragma once

#include "services/net/call.h"
#include "services/wire/storyanswers.h"

namespace waydesk::backends {

inline constexpr qint64 kLargestPicture = qint64{8} << 20; // bytes

class ParcelStories
{
public:
    virtual ~ParcelStories() = default;
    virtual net::Call story(const DeliveryId& id, net::Done<wire::SeenStory> done) = 0;
    // A picture under the server's own base, asked for with the session. At most kLargestPicture; what is no picture
    // by its content type is Malformed with the code "not_a_picture".
    virtual net::Call picture(const QByteArray& target, net::Done<QByteArray> done) = 0;
};

} // namespace waydesk::backends
