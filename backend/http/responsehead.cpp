// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/responsehead.h"

#include <boost/beast/http/status.hpp>
#include <ctime>

namespace waydesk::backend {

namespace {

const std::string& dateNow() // "Tue, 07 Apr 2026 12:00:00 GMT", made once a second in each thread
{
    thread_local std::time_t made = 0;
    thread_local std::string text;
    const std::time_t now = std::time(nullptr);
    if (now != made) {
        std::tm parts{};
        gmtime_r(&now, &parts);
        char buffer[40];
        const size_t size = std::strftime(buffer, sizeof buffer, "%a, %d %b %Y %H:%M:%S GMT", &parts);
        text.assign(buffer, size);
        made = now;
    }
    return text;
}

} // namespace

std::string responseHead(const Response& response, bool keepAlive)
{
    const auto reason =
        boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(static_cast<unsigned>(response.status)));
    std::string head;
    head.reserve(256);
    head += "HTTP/1.1 " + std::to_string(response.status) + ' ';
    head.append(reason.data(), reason.size());
    head += "\r\nDate: " + dateNow();
    head.append("\r\nContent-Type: ").append(response.contentType);
    head.append("\r\nCache-Control: ").append(response.cacheControl).append("\r\nContent-Length: ");
    head += std::to_string(response.body.size());
    for (const auto& [name, value] : response.headers) {
        head += "\r\n";
        head.append(name.constData(), static_cast<size_t>(name.size())).append(": ");
        head.append(value.constData(), static_cast<size_t>(value.size()));
    }
    head += keepAlive ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\nConnection: close\r\n\r\n";
    return head;
}

} // namespace waydesk::backend
