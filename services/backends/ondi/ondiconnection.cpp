// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/backends/ondi/ondiconnection.h"

#include "services/wire/ondi/ondidecode.h"

namespace waydesk::backends {

struct OndiConnection::Exchange
{
    net::HttpRequest request;
    Auth auth = Auth::Bearer;
    net::Done<net::HttpAnswer> done;
    net::Call running;
    QString tokenUsed;
    bool renewed = false;

    void finish(Result<net::HttpAnswer> result)
    {
        const net::Done<net::HttpAnswer> told = std::exchange(done, {});
        told(std::move(result));
    }
};

OndiConnection::OndiConnection(const QUrl& server, const net::HttpLimits& limits, TokenSource& tokens,
                               LinkListener& link)
    : m_http(server, limits)
    , m_tokens(tokens)
    , m_link(link)
{
}

net::Call OndiConnection::send(const wire::ondidesk::Request& request, const Options& options,
                               net::Done<QByteArray> done)
{
    return fetch(request, options, [done = std::move(done)](Result<net::HttpAnswer> answer) {
        done(answer ? Result<QByteArray>(std::move(answer.value().body)) : Result<QByteArray>(answer.error()));
    });
}

net::Call OndiConnection::fetch(const wire::ondidesk::Request& request, const Options& options,
                                net::Done<net::HttpAnswer> done)
{
    auto exchange = std::make_shared<Exchange>();
    exchange->request = {request.method, request.target, request.body, {}, options.patience};
    if (!options.key.isEmpty())
        exchange->request.headers.append({"Idempotency-Key", options.key.toLatin1()});
    if (!options.accept.isEmpty())
        exchange->request.headers.append({"Accept", options.accept});
    exchange->request.maxBody = options.maxBody;
    exchange->auth = options.auth;
    exchange->done = std::move(done);
    transmit(exchange);
    return net::Call(exchange);
}

void OndiConnection::transmit(const std::shared_ptr<Exchange>& exchange)
{
    net::HttpRequest request = exchange->request;
    if (exchange->auth == Auth::Bearer) {
        exchange->tokenUsed = m_tokens.accessToken();
        request.headers.append({"Authorization", "Bearer " + exchange->tokenUsed.toLatin1()});
    }
    // The handle given out owns the exchange; what runs only looks back at it.
    exchange->running = m_http.send(request, [this, weak = std::weak_ptr(exchange)](Result<net::HttpAnswer> answer) {
        if (const auto kept = weak.lock())
            answered(kept, std::move(answer));
    });
}

void OndiConnection::answered(const std::shared_ptr<Exchange>& exchange, Result<net::HttpAnswer> answer)
{
    if (!answer) {
        m_link.notHeard(answer.error());
        exchange->finish(answer.error());
        return;
    }
    m_link.heard();
    if (answer->status >= 200 && answer->status < 300) {
        exchange->finish(std::move(answer));
        return;
    }
    Error error = wire::ondidesk::decodeError(answer->status, answer->body);
    if (answer->retryAfter)
        error.retryAfter = static_cast<int>(answer->retryAfter->count());
    if (answer->status != 401 || exchange->auth == Auth::None || exchange->renewed) {
        exchange->finish(error);
        return;
    }
    exchange->renewed = true;
    m_tokens.refused(exchange->tokenUsed, [this, error, weak = std::weak_ptr(exchange)](bool fresh) {
        const auto kept = weak.lock();
        if (!kept)
            return;
        if (fresh)
            transmit(kept);
        else
            kept->finish(error);
    });
}

} // namespace waydesk::backends
