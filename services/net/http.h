// SPDX-License-Identifier: GPL-3.0-or-later
// What goes out over HTTP and what comes back. Any status that came is an answer; an Error is only for what never
// became one.
#pragma once

#include "services/domain/result.h"

#include <QByteArray>
#include <chrono>
#include <optional>

namespace waydesk::net {

using Header = std::pair<QByteArray, QByteArray>;

struct HttpRequest
{
    QByteArray method = "GET";
    QByteArray target;                                 // path and query under the base URL, percent-encoded
    QByteArray body;                                   // JSON; empty: none
    QList<Header> headers;                             // beyond Accept, Content-Type and X-Request-Id
    std::optional<std::chrono::milliseconds> patience; // longest silence, where the client's own does not fit
    std::optional<qint64> maxBody;                     // bytes, of a read, likewise
};

struct HttpAnswer
{
    int status = 0;
    QByteArray body;
    std::optional<std::chrono::seconds> retryAfter;
    QList<Header> headers;  // of a read, as they were written
    QByteArray contentType; // of a read; as it came
};

struct HttpLimits
{
    std::chrono::milliseconds connect{8000};  // until a connection stands
    std::chrono::milliseconds silence{20000}; // then, the longest wait for the next byte
    qint64 maxBody = qint64{64} << 20;        // bytes, once decompressed
};

// Offline: surely not sent. Timeout: perhaps sent, outcome unknown.
Error notSent(const QString& detail);
Error unknownOutcome(const QString& detail);
QByteArray headerOf(const HttpAnswer& answer, const QByteArray& name); // whatever its case; empty: none
// "Retry-After": whole seconds, or a date; bounded to an hour.
std::optional<std::chrono::seconds> retryAfterFrom(const QByteArray& value);

} // namespace waydesk::net
