// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/support/testclient.h"

#include <QJsonDocument>
#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace waydesk::backend {

namespace {

constexpr int kPatience = 10'000; // ms

bool waitReadable(int socket, int milliseconds)
{
    pollfd file{socket, POLLIN, 0};
    return poll(&file, 1, milliseconds) > 0;
}

} // namespace

QJsonObject Reply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

bool TestClient::connect()
{
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
        return true;
    close();
    return false;
}

void TestClient::close()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
    m_read.clear();
}

bool TestClient::send(const QByteArray& bytes)
{
    if (m_socket < 0 && !connect())
        return false;
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count =
            ::send(m_socket, bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        sent += count;
    }
    return true;
}

bool TestClient::more()
{
    char chunk[16 * 1024];
    if (m_socket < 0 || !waitReadable(m_socket, kPatience))
        return false;
    const ssize_t count = ::recv(m_socket, chunk, sizeof chunk, 0);
    if (count <= 0)
        return false;
    m_read.append(chunk, count);
    return true;
}

Reply TestClient::readReply(bool toHead)
{
    while (!m_read.contains("\r\n\r\n")) {
        if (!more())
            return {};
    }
    const qsizetype end = m_read.indexOf("\r\n\r\n");
    const QList<QByteArray> lines = m_read.left(end).replace("\r\n", "\n").split('\n');
    m_read.remove(0, end + 4);
    Reply reply;
    reply.status = lines.first().mid(9, 3).toInt();
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        reply.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype size = toHead ? 0 : reply.headers.value("content-length").toLongLong();
    while (m_read.size() < size) {
        if (!more())
            return {};
    }
    reply.body = m_read.left(size);
    m_read.remove(0, size);
    return reply;
}

Reply TestClient::request(const QByteArray& method, const QByteArray& target, const Ask& ask)
{
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n";
    if (!ask.token.isEmpty())
        bytes += "Authorization: Bearer " + ask.token + "\r\n";
    if (!ask.key.isEmpty())
        bytes += "Idempotency-Key: " + ask.key + "\r\n";
    if (!ask.body.isEmpty())
        bytes += (ask.contentType.isEmpty() ? QByteArray() : "Content-Type: " + ask.contentType + "\r\n") +
                 "Content-Length: " + QByteArray::number(ask.body.size()) + "\r\n";
    bytes += ask.headers + "\r\n" + ask.body;
    if (!send(bytes)) { // the server may have closed a kept connection in between
        close();
        if (!send(bytes))
            return {};
    }
    const Reply reply = readReply(method == "HEAD");
    if (reply.headers.value("connection") == "close" || reply.status == 0)
        close();
    return reply;
}

Reply TestClient::post(const QByteArray& target, const QJsonObject& body, const Ask& ask)
{
    Ask withBody = ask;
    withBody.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request("POST", target, withBody);
}

bool TestClient::serverCloses(int milliseconds)
{
    char byte = 0;
    if (m_socket < 0)
        return true;
    return m_read.isEmpty() && waitReadable(m_socket, milliseconds) && ::recv(m_socket, &byte, 1, MSG_PEEK) <= 0;
}

} // namespace waydesk::backend
