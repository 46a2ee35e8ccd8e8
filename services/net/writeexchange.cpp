// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/net/writeexchange.h"

#include <QSslSocket>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::net {

WriteExchange::WriteExchange(const QUrl& base, HttpRequest request, const HttpLimits& limits, Done<HttpAnswer> done)
    : m_base(base)
    , m_request(std::move(request))
    , m_limits(limits)
    , m_done(std::move(done))
    , m_parser(limits.maxBody)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { failed(u"no answer in time"_s); });
}

WriteExchange::~WriteExchange()
{
    abandon();
}

void WriteExchange::abandon()
{
    m_done = {};
    m_patience.stop();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
}

void WriteExchange::start()
{
    if (!m_done)
        return;
    const bool secure = m_base.scheme() == u"https";
    const auto port = static_cast<quint16>(m_base.port(secure ? 443 : 80));
    const auto broke = [this] { failed(m_socket->errorString()); };
    if (secure) {
        auto socket = std::make_unique<QSslSocket>();
        connect(socket.get(), &QSslSocket::encrypted, this, &WriteExchange::send);
        m_socket = std::move(socket);
    } else {
        m_socket = std::make_unique<QTcpSocket>();
        connect(m_socket.get(), &QTcpSocket::connected, this, &WriteExchange::send);
    }
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &WriteExchange::readSome);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &WriteExchange::peerClosed);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, [this, broke](QAbstractSocket::SocketError error) {
        if (error == QAbstractSocket::RemoteHostClosedError)
            peerClosed();
        else
            broke();
    });
    m_patience.start(m_limits.connect);
    if (auto* socket = qobject_cast<QSslSocket*>(m_socket.get()))
        socket->connectToHostEncrypted(m_base.host(), port);
    else
        m_socket->connectToHost(m_base.host(), port);
}

QByteArray WriteExchange::head() const
{
    const QString host = m_base.host().contains(u':') ? QString(u'[' + m_base.host() + u']') : m_base.host();
    QByteArray head = m_request.method + ' ' + m_base.path(QUrl::FullyEncoded).toUtf8() + m_request.target +
                      " HTTP/1.1\r\nHost: " + host.toUtf8();
    if (m_base.port() > 0)
        head += ':' + QByteArray::number(m_base.port());
    head += "\r\nConnection: close\r\nAccept: application/json\r\nAccept-Encoding: identity\r\n";
    for (const auto& [name, value] : m_request.headers)
        head += name + ": " + value + "\r\n";
    if (!m_request.body.isEmpty())
        head += "Content-Type: application/json\r\n";
    head += "Content-Length: " + QByteArray::number(m_request.body.size()) + "\r\n\r\n";
    return head;
}

void WriteExchange::send()
{
    m_handedOver = true;
    m_patience.start(m_request.patience.value_or(m_limits.silence));
    m_socket->write(head() + m_request.body);
}

void WriteExchange::readSome()
{
    if (!m_handedOver)
        return;
    m_patience.start();
    switch (m_parser.feed(m_socket->readAll())) {
    case AnswerParser::State::Complete:
        finish(m_parser.answer());
        return;
    case AnswerParser::State::Broken:
        finish(unknownOutcome(m_parser.fault()));
        return;
    case AnswerParser::State::Head:
    case AnswerParser::State::Body:
        return;
    }
    Q_UNREACHABLE();
}

void WriteExchange::peerClosed()
{
    if (m_handedOver && m_socket->bytesAvailable() > 0)
        m_parser.feed(m_socket->readAll());
    if (m_parser.closed() == AnswerParser::State::Complete)
        finish(m_parser.answer());
    else
        failed(u"the connection was closed"_s);
}

void WriteExchange::failed(const QString& what)
{
    finish(m_handedOver ? unknownOutcome(what) : notSent(what));
}

void WriteExchange::finish(Result<HttpAnswer> result)
{
    if (!m_done)
        return;
    m_patience.stop();
    // The answer may drop the call, and this object with it: nothing of ours is touched afterwards.
    const Done<HttpAnswer> done = std::exchange(m_done, {});
    m_socket->disconnect(this);
    done(std::move(result));
}

} // namespace waydesk::net
