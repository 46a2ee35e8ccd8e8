// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of other hosts: over https, without the session, bounded in size and in time, no redirect followed. Engine
// thread.
#pragma once

#include "services/net/call.h"
#include "services/net/http.h"

#include <QUrl>

namespace waydesk::backends {

// What an answer's body is worth as a picture.
Result<QByteArray> pictureOf(const net::HttpAnswer& answer);

class PictureFetch
{
public:
    explicit PictureFetch(const net::HttpLimits& limits = {});
    net::Call get(const QUrl& url, net::Done<QByteArray> done);

private:
    net::HttpLimits m_limits;
};

} // namespace waydesk::backends
