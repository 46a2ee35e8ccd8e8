// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP to one server, from the engine thread. Reads share kept-alive connections; every write goes exactly once on a
// connection of its own. Redirects are never followed, cookies never kept. Answers are given back whatever their
// status; what an error body means is the adapter's to say.
#pragma once

#include "services/net/call.h"
#include "services/net/http.h"

#include <QObject>
#include <QUrl>

class QNetworkAccessManager;

namespace waydesk::net {

class HttpClient final : public QObject
{
    Q_OBJECT

public:
    explicit HttpClient(const QUrl& base, const HttpLimits& limits = {}, QObject* parent = nullptr);
    ~HttpClient() override;

    Call send(const HttpRequest& request, Done<HttpAnswer> done);
    QUrl base() const { return m_base; }
    void forgetConnections(); // after the network went away: a kept-alive connection may be a dead one

private:
    QUrl m_base;
    HttpLimits m_limits;
    std::unique_ptr<QNetworkAccessManager> m_manager;
};

} // namespace waydesk::net
