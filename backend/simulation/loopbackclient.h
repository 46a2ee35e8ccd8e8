// SPDX-License-Identifier: GPL-3.0-or-later
// A blocking HTTP client over one kept connection to a server of this computer. For the simulation's own thread.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <memory>

namespace waydesk::backend {

struct LoopbackReply
{
    int status = 0; // 0: no answer
    QJsonObject json;
    QJsonObject data() const { return json[u"data"].toObject(); }
};

class LoopbackClient
{
public:
    explicit LoopbackClient(quint16 port);
    ~LoopbackClient();
    LoopbackReply get(const QString& target, const QByteArray& token = {}) { return ask(false, target, token, {}); }
    LoopbackReply post(const QString& target, const QByteArray& token, const QJsonObject& body)
    {
        return ask(true, target, token, body);
    }

private:
    LoopbackReply ask(bool posts, const QString& target, const QByteArray& token, const QJsonObject& body);
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace waydesk::backend
