// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/backends/media/picturefetch.h"

#include "services/backends/parcelstories.h"
#include "services/net/httpclient.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backends {

namespace {

struct Fetching // goes with the handle that was given out
{
    explicit Fetching(const QUrl& host, const net::HttpLimits& limits)
        : http(host, limits)
    {
    }
    net::HttpClient http;
    net::Call call;
};

} // namespace

Result<QByteArray> pictureOf(const net::HttpAnswer& answer)
{
    Error error;
    error.status = answer.status;
    if (answer.status == 200) {
        if (answer.contentType.toLower().startsWith("image/") && !answer.body.isEmpty())
            return answer.body;
        error.kind = Error::Kind::Malformed;
        error.code = u"not_a_picture"_s;
        error.detail = u"the answer is no picture"_s;
        return error;
    }
    error.kind = answer.status == 404 || answer.status == 410   ? Error::Kind::NotFound
                 : answer.status == 401 || answer.status == 403 ? Error::Kind::Forbidden
                 : answer.status >= 500                         ? Error::Kind::Server
                                                                : Error::Kind::Malformed;
    error.detail = u"HTTP %1"_s.arg(answer.status);
    return error;
}

PictureFetch::PictureFetch(const net::HttpLimits& limits)
    : m_limits(limits)
{
    m_limits.maxBody = std::min(m_limits.maxBody, kLargestPicture);
}

net::Call PictureFetch::get(const QUrl& url, net::Done<QByteArray> done)
{
    QUrl host = url;
    host.setPath({});
    host.setQuery(QString());
    host.setFragment({});
    auto fetching = std::make_shared<Fetching>(host, m_limits);
    net::HttpRequest request;
    request.target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    request.headers.append(net::Header("Accept", "image/*"));
    fetching->call = fetching->http.send(request, [done = std::move(done)](const Result<net::HttpAnswer>& answer) {
        done(answer ? pictureOf(*answer) : Result<QByteArray>(answer.error()));
    });
    return net::Call(fetching);
}

} // namespace waydesk::backends
