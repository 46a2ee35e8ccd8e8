// SPDX-License-Identifier: GPL-3.0-or-later
// One write, once, on a connection of its own. QNetworkAccessManager quietly sends a request again when its connection
// breaks before the answer, up to three times and on fresh connections too; a write may not be doubled behind the
// outbox's back, so writes do not go through it. Says precisely whether the request was surely not sent.
#pragma once

#include "services/net/answerparser.h"
#include "services/net/call.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

class QTcpSocket;

namespace waydesk::net {

class WriteExchange final : public QObject
{
    Q_OBJECT

public:
    WriteExchange(const QUrl& base, HttpRequest request, const HttpLimits& limits, Done<HttpAnswer> done);
    ~WriteExchange() override;
    void start();
    void abandon(); // `done` will not be called any more

private:
    void send();
    void readSome();
    void peerClosed();
    void failed(const QString& what);
    void finish(Result<HttpAnswer> result);
    QByteArray head() const;

    const QUrl m_base;
    const HttpRequest m_request;
    const HttpLimits m_limits;
    Done<HttpAnswer> m_done;
    std::unique_ptr<QTcpSocket> m_socket;
    QTimer m_patience;
    AnswerParser m_parser;
    bool m_handedOver = false; // from here on the outcome of a failure is unknown
};

} // namespace waydesk::net
