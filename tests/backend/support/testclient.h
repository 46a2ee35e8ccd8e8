// SPDX-License-Identifier: GPL-3.0-or-later
// A small blocking HTTP client over one plain loopback connection, without Qt Network (the TSan build has none). It can
// also send bytes as they are. Reads give up after ten seconds, so that no test hangs. One thread at a time.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QtGlobal>

namespace waydesk::backend {

struct Reply
{
    int status = 0; // 0: the connection ended without a whole answer
    QByteArray body;
    QHash<QByteArray, QByteArray> headers; // names in lower case

    QJsonObject json() const;
    QJsonObject data() const { return json().value(QStringLiteral("data")).toObject(); }
    QString code() const { return json().value(QStringLiteral("code")).toString(); }
    QString message() const { return json().value(QStringLiteral("message")).toString(); }
};

struct Ask
{
    QByteArray token = {}, key = {};
    QByteArray body = {};
    QByteArray headers = {};                     // more of them, each with its line end
    QByteArray contentType = "application/json"; // of a body that is not empty; empty: not told
};

class TestClient
{
public:
    explicit TestClient(quint16 port)
        : m_port(port)
    {
    }
    ~TestClient() { close(); }
    TestClient(const TestClient&) = delete;
    TestClient& operator=(const TestClient&) = delete;

    Reply request(const QByteArray& method, const QByteArray& target, const Ask& ask = {});
    Reply get(const QByteArray& target, const QByteArray& token = {})
    {
        return request("GET", target, {.token = token});
    }
    Reply post(const QByteArray& target, const QJsonObject& body, const Ask& ask = {});

    bool send(const QByteArray& bytes); // connects first where needed
    Reply readReply(bool toHead = false);
    bool serverCloses(int milliseconds); // nothing more comes, and the connection ends within that time
    void close();

private:
    bool connect();
    bool more();

    quint16 m_port;
    int m_socket = -1;
    QByteArray m_read;
};

} // namespace waydesk::backend
