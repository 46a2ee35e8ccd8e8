// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/simulation/loopbackclient.h"

#include <QJsonDocument>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <optional>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace waydesk::backend {

namespace {
constexpr int kPatience = 10'000; // ms
}

struct LoopbackClient::Private
{
    quint16 port = 0;
    int socket = -1;
    QByteArray read;

    void close()
    {
        if (socket >= 0)
            ::close(socket);
        socket = -1;
        read.clear();
    }
    bool connect()
    {
        if (socket >= 0)
            return true;
        socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
            return true;
        close();
        return false;
    }
    bool send(const QByteArray& bytes)
    {
        for (qsizetype sent = 0; sent < bytes.size();) {
            const ssize_t count =
                ::send(socket, bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
            if (count <= 0)
                return false;
            sent += count;
        }
        return true;
    }
    bool more()
    {
        pollfd file{socket, POLLIN, 0};
        char chunk[16 * 1024];
        if (poll(&file, 1, kPatience) <= 0)
            return false;
        const ssize_t count = ::recv(socket, chunk, sizeof chunk, 0);
        if (count <= 0)
            return false;
        read.append(chunk, count);
        return true;
    }
    // The server always says how long its answer is.
    std::optional<LoopbackReply> receive()
    {
        while (!read.contains("\r\n\r\n")) {
            if (!more())
                return {};
        }
        const qsizetype end = read.indexOf("\r\n\r\n");
        const QByteArray head = read.left(end).toLower();
        LoopbackReply reply;
        reply.status = head.mid(9, 3).toInt();
        const qsizetype at = head.indexOf("\r\ncontent-length:");
        const qsizetype length =
            at < 0 ? 0 : head.mid(at + 17, head.indexOf('\r', at + 17) - at - 17).trimmed().toLongLong();
        while (read.size() < end + 4 + length) {
            if (!more())
                return {};
        }
        reply.json = QJsonDocument::fromJson(read.mid(end + 4, length)).object();
        read.remove(0, end + 4 + length);
        if (head.contains("\r\nconnection: close"))
            close();
        return reply;
    }
};

LoopbackClient::LoopbackClient(quint16 port)
    : d(std::make_unique<Private>())
{
    d->port = port;
}

LoopbackClient::~LoopbackClient()
{
    d->close();
}

LoopbackReply LoopbackClient::ask(bool posts, const QString& target, const QByteArray& token, const QJsonObject& body)
{
    const QByteArray content = posts ? QJsonDocument(body).toJson(QJsonDocument::Compact) : QByteArray();
    QByteArray request = (posts ? "POST " : "GET ") + target.toLatin1() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    if (!token.isEmpty())
        request += "Authorization: Bearer " + token + "\r\n";
    if (posts)
        request += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(content.size()) + "\r\n";
    request += "\r\n" + content;
    // A kept connection may have been closed meanwhile: once more with a new one.
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (!d->connect())
            return {};
        if (d->send(request)) {
            if (const auto reply = d->receive())
                return *reply;
        }
        d->close();
    }
    return {};
}

} // namespace waydesk::backend
