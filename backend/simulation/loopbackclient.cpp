// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/simulation/loopbackclient.h"

#include <QJsonDocument>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

namespace waydesk::backend {

namespace beast = boost::beast;
namespace http = beast::http;
namespace asio = boost::asio;

struct LoopbackClient::Private
{
    asio::io_context io{1};
    beast::flat_buffer buffer;
    std::unique_ptr<asio::ip::tcp::socket> socket;
    quint16 port = 0;

    bool connect()
    {
        if (socket)
            return true;
        socket = std::make_unique<asio::ip::tcp::socket>(io);
        boost::system::error_code error;
        socket->connect({asio::ip::address_v4::loopback(), port}, error);
        if (error)
            socket.reset();
        buffer.clear();
        return !error;
    }
};

LoopbackClient::LoopbackClient(quint16 port)
    : d(std::make_unique<Private>())
{
    d->port = port;
}

LoopbackClient::~LoopbackClient() = default;

LoopbackReply LoopbackClient::ask(bool posts, const QString& target, const QByteArray& token, const QJsonObject& body)
{
    // A kept connection may have been closed meanwhile: once more with a new one.
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (!d->connect())
            return {};
        http::request<http::string_body> request{posts ? http::verb::post : http::verb::get, target.toStdString(), 11};
        request.set(http::field::host, "127.0.0.1");
        if (!token.isEmpty())
            request.set(http::field::authorization, "Bearer " + token.toStdString());
        if (posts) {
            request.set(http::field::content_type, "application/json");
            request.body() = QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString();
        }
        request.prepare_payload();
        boost::system::error_code error;
        http::write(*d->socket, request, error);
        http::response<http::string_body> response;
        if (!error)
            http::read(*d->socket, d->buffer, response, error);
        if (error) {
            d->socket.reset();
            continue;
        }
        if (response.need_eof())
            d->socket.reset();
        const std::string& text = response.body();
        return {static_cast<int>(response.result_int()),
                QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size()))).object()};
    }
    return {};
}

} // namespace waydesk::backend
