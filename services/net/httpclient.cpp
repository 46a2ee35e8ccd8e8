// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/net/httpclient.h"

#include "services/net/readexchange.h"
#include "services/net/writeexchange.h"

#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QPointer>
#include <QThread>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::net {

namespace {

Q_LOGGING_CATEGORY(lcHttp, "waydesk.net.http", QtInfoMsg)

QUrl withoutSlash(QUrl url)
{
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}

QByteArray pathOnly(const QByteArray& target)
{
    return target.first(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
}

// The log names the call, never what it carried.
Done<HttpAnswer> logged(const HttpRequest& request, const QByteArray& requestId, Done<HttpAnswer> done)
{
    return [method = request.method, path = pathOnly(request.target), requestId,
            done = std::move(done)](Result<HttpAnswer> result) {
        if (result)
            qCDebug(lcHttp) << requestId << method << path << result->status;
        else
            qCInfo(lcHttp) << requestId << method << path << result.error().detail;
        done(std::move(result));
    };
}

template<class Exchange>
std::shared_ptr<Exchange> shared(Exchange* exchange)
{
    // Dropped from inside its own signal at times: it goes when the stack has gone back.
    return std::shared_ptr<Exchange>(exchange, [](Exchange* dropped) {
        dropped->abandon();
        dropped->deleteLater();
    });
}

} // namespace

HttpClient::HttpClient(const QUrl& base, const HttpLimits& limits, QObject* parent)
    : QObject(parent)
    , m_base(withoutSlash(base))
    , m_limits(limits)
    , m_manager(std::make_unique<QNetworkAccessManager>())
{
    m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager->setAutoDeleteReplies(false);
}

HttpClient::~HttpClient() = default;

Call HttpClient::send(const HttpRequest& request, Done<HttpAnswer> done)
{
    Q_ASSERT(thread() == QThread::currentThread());
    HttpRequest sent = request;
    const QByteArray requestId = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    sent.headers.append({"X-Request-Id", requestId});
    Done<HttpAnswer> told = logged(request, requestId, std::move(done));

    if (request.method != "GET") {
        auto exchange = shared(new WriteExchange(m_base, sent, m_limits, std::move(told)));
        // Later, so that `done` never comes from inside send().
        QMetaObject::invokeMethod(
            exchange.get(), [raw = exchange.get()] { raw->start(); }, Qt::QueuedConnection);
        return Call(exchange);
    }

    QNetworkRequest out(QUrl::fromEncoded(m_base.toEncoded() + sent.target, QUrl::StrictMode));
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    HttpLimits limits = m_limits;
    limits.maxBody = request.maxBody.value_or(limits.maxBody);
    out.setDecompressedSafetyCheckThreshold(limits.maxBody);
    out.setRawHeader("Accept", "application/json");
    for (const auto& [name, value] : sent.headers)
        out.setRawHeader(name, value);
    const auto patience = request.patience.value_or(m_limits.silence);
    auto exchange = shared(new ReadExchange(limits, patience, std::move(told)));
    QMetaObject::invokeMethod(
        exchange.get(),
        [raw = exchange.get(), manager = QPointer(m_manager.get()), out] {
            if (manager)
                raw->start(*manager, out);
        },
        Qt::QueuedConnection);
    return Call(exchange);
}

void HttpClient::forgetConnections()
{
    m_manager->clearConnectionCache();
}

} // namespace waydesk::net
