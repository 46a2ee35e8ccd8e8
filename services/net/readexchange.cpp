// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/net/readexchange.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::net {

ReadExchange::ReadExchange(const HttpLimits& limits, std::chrono::milliseconds patience, Done<HttpAnswer> done)
    : m_limits(limits)
    , m_done(std::move(done))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { finish(unknownOutcome(u"no answer in time"_s)); });
}

ReadExchange::~ReadExchange()
{
    abandon();
}

void ReadExchange::abandon()
{
    m_done = {};
    m_patience.stop();
    if (QNetworkReply* reply = std::exchange(m_reply, {})) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void ReadExchange::start(QNetworkAccessManager& manager, const QNetworkRequest& request)
{
    if (!m_done)
        return;
    m_reply = manager.get(request);
    connect(m_reply, &QNetworkReply::readyRead, this, &ReadExchange::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &ReadExchange::ended);
    m_patience.start();
}

void ReadExchange::readSome()
{
    m_patience.start();
    m_body += m_reply->readAll();
    if (m_body.size() > m_limits.maxBody) {
        Error error;
        error.kind = Error::Kind::Malformed;
        error.detail = u"the answer's body is too large"_s;
        finish(error);
    }
}

void ReadExchange::ended()
{
    m_body += m_reply->readAll();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    // Below 100 stand the errors of connections, below 200 those of proxies; the others stand for HTTP statuses.
    const bool cutShort = error != QNetworkReply::NoError && error < QNetworkReply::ProxyConnectionRefusedError;
    if (status == 0 || cutShort) {
        finish(notSent(u"%1 (%2)"_s.arg(m_reply->errorString()).arg(error)));
        return;
    }
    HttpAnswer answer;
    answer.status = status;
    answer.retryAfter = retryAfterFrom(m_reply->rawHeader("Retry-After"));
    answer.contentType = m_reply->rawHeader("Content-Type");
    answer.body = m_body;
    answer.headers = m_reply->rawHeaderPairs();
    finish(std::move(answer));
}

void ReadExchange::finish(Result<HttpAnswer> result)
{
    if (!m_done)
        return;
    m_patience.stop();
    const Done<HttpAnswer> done = std::exchange(m_done, {}); // may drop this object
    if (m_reply)
        m_reply->disconnect(this);
    done(std::move(result));
}

} // namespace waydesk::net
