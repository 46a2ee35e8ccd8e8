// SPDX-License-Identifier: GPL-3.0-or-later
// One read through QNetworkAccessManager (keep-alive, gzip). It may be repeated on the wire: reads change nothing.
// Bounded in size and in silence; redirects are not followed.
#pragma once

#include "services/net/call.h"
#include "services/net/http.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace waydesk::net {

class ReadExchange final : public QObject
{
    Q_OBJECT

public:
    ReadExchange(const HttpLimits& limits, std::chrono::milliseconds patience, Done<HttpAnswer> done);
    ~ReadExchange() override;
    void start(QNetworkAccessManager& manager, const QNetworkRequest& request);
    void abandon(); // `done` will not be called any more

private:
    void readSome();
    void ended();
    void finish(Result<HttpAnswer> result);

    const HttpLimits m_limits;
    Done<HttpAnswer> m_done;
    QPointer<QNetworkReply> m_reply; // goes with its manager, or is deleted later
    QTimer m_patience;
    QByteArray m_body;
};

} // namespace waydesk::net
