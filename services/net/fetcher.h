// SPDX-License-Identifier: GPL-3.0-or-later
// Reads of whole addresses, of servers that are none of ours: pictures. Says who asks, keeps no cookies, takes what is
// bounded in size, and follows a redirect only where the caller's rule lets it. One thread, the one it was made in.
#pragma once

#include "services/net/call.h"
#include "services/net/http.h"

#include <QObject>
#include <QUrl>

class QNetworkAccessManager;

namespace waydesk::net {

struct FetchRules
{
    QByteArray userAgent;
    HttpLimits limits;
    std::function<bool(const QUrl& from, const QUrl& to, int followed)> mayFollow; // none: never
};

class Fetcher final : public QObject
{
    Q_OBJECT

public:
    explicit Fetcher(FetchRules rules, QObject* parent = nullptr);
    ~Fetcher() override;

    // A redirect that may not be followed is the answer itself. No error holds the address: it may carry a key.
    Call get(const QUrl& url, const QList<Header>& headers, Done<HttpAnswer> done);

private:
    class Fetch;

    FetchRules m_rules;
    std::unique_ptr<QNetworkAccessManager> m_manager;
};

} // namespace waydesk::net
