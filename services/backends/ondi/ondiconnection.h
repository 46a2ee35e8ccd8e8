// SPDX-License-Identifier: GPL-3.0-or-later
// One OnDi server as the ports' implementations share it: sends an encoded request with the bearer token, has the token
// renewed once on a 401 and sends again, turns every status that is not 2xx into an Error. Engine thread.
#pragma once

#include "services/backends/backend.h"
#include "services/net/httpclient.h"
#include "services/wire/ondi/ondirequests.h"

namespace waydesk::backends {

class OndiConnection
{
public:
    OndiConnection(const QUrl& server, const net::HttpLimits& limits, TokenSource& tokens, LinkListener& link);

    enum class Auth { Bearer, None };
    struct Options
    {
        Auth auth = Auth::Bearer;
        QString key; // Idempotency-Key
        std::optional<std::chrono::milliseconds> patience;
        QByteArray accept;             // other than JSON
        std::optional<qint64> maxBody; // bytes
    };

    net::Call send(const wire::ondidesk::Request& request, const Options& options, net::Done<QByteArray> done);
    // The whole 2xx answer, for what is no JSON.
    net::Call fetch(const wire::ondidesk::Request& request, const Options& options, net::Done<net::HttpAnswer> done);

    // `decode` reads the body of a 2xx answer.
    template<class T, class Decode>
    net::Call ask(const wire::ondidesk::Request& request, const Options& options, Decode decode, net::Done<T> done)
    {
        return send(request, options, [decode, done = std::move(done)](Result<QByteArray> body) {
            if (body)
                done(decode(*body));
            else
                done(body.error());
        });
    }
    void forgetConnections() { m_http.forgetConnections(); }

private:
    struct Exchange;
    void transmit(const std::shared_ptr<Exchange>& exchange);
    void answered(const std::shared_ptr<Exchange>& exchange, Result<net::HttpAnswer> answer);

    net::HttpClient m_http;
    TokenSource& m_tokens;
    LinkListener& m_link;
};

Backend makeOndiBackend(const QUrl& server, TokenSource& tokens, LinkListener& link,
                        const net::HttpLimits& limits = {});

} // namespace waydesk::backends
