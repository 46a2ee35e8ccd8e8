// SPDX-License-Identifier: GPL-3.0-or-later
// A tile server on loopback that answers as it is told and remembers what it was asked; and tiles to give.
#pragma once

#include <QBuffer>
#include <QHash>
#include <QImage>
#include <QPainter>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <functional>

namespace waydesk::test {

inline QByteArray tileBytes(const QImage& image, const char* format = "png")
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format); // a PNG compressed as usual
    return buffer.data();
}

inline QByteArray tileBytes(QColor colour, const char* format = "png")
{
    QImage image(256, 256, QImage::Format_RGB32);
    image.fill(colour);
    return tileBytes(image, format);
}

inline QByteArray httpAnswer(int status, const QByteArray& body = {}, const QByteArray& headers = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " x\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n" + headers + "\r\n" + body;
}

class TilePeer : public QObject
{
public:
    struct Request
    {
        QByteArray path;
        QByteArray head; // all of it
    };

    TilePeer()
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            }
        });
    }
    QString address() const { return QStringLiteral("http://127.0.0.1:%1/{z}/{x}/{y}.png").arg(m_server.serverPort()); }
    // Answers those that were left without one.
    void release()
    {
        isHolding = false;
        for (const auto& [socket, request] : std::exchange(m_held, {})) {
            if (socket)
                socket->write(answer(request));
        }
    }
    qsizetype held() const { return static_cast<qsizetype>(m_held.size()); }
    qsizetype connections() const { return m_server.findChildren<QTcpSocket*>().size(); }

    std::function<QByteArray(const Request&)> answer = [](const Request&) {
        return httpAnswer(200, tileBytes(Qt::red));
    };
    bool isHolding = false;
    QList<Request> requests;

private:
    void read(QTcpSocket* socket)
    {
        QByteArray& text = m_text[socket];
        text += socket->readAll();
        for (qsizetype end = text.indexOf("\r\n\r\n"); end >= 0; end = text.indexOf("\r\n\r\n")) {
            const QByteArray head = text.first(end);
            text = text.sliced(end + 4);
            const Request request{head.split(' ').value(1), head};
            requests.append(request);
            if (isHolding)
                m_held.emplace_back(socket, request);
            else
                socket->write(answer(request));
        }
    }

    QTcpServer m_server;
    QHash<QTcpSocket*, QByteArray> m_text;
    std::vector<std::pair<QPointer<QTcpSocket>, Request>> m_held;
};

} // namespace waydesk::test
