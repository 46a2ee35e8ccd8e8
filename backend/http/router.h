// SPDX-License-Identifier: GPL-3.0-or-later
// The table of routes. A path is split on '/' before it is percent-decoded, so that %2F stays inside its segment. A
// literal segment wins over a capture. Built once, then read by every worker.
#pragma once

#include "backend/http/message.h"

#include <string_view>
#include <vector>

namespace waydesk::backend {

// nullopt: a broken escape, or bytes that are no UTF-8, or a null character.
std::optional<QString> percentDecoded(std::string_view text, bool plusIsSpace);
// "a=1&b=2", of an address or of a form, appended to `into`; false: as above.
bool readPairs(std::string_view text, QList<std::pair<QString, QString>>& into);

class Router
{
public:
    void add(std::vector<Route> routes);

    struct Match
    {
        enum class Kind { Found, NoSuchPath, NoSuchMethod, BadPath };
        Kind kind = Kind::NoSuchPath;
        const Route* route = nullptr;
        QByteArray allowed; // for 405: "GET, POST"
    };
    // Fills path, captures and query of `request`. `method` nullopt: one that no route has.
    Match match(std::optional<Method> method, std::string_view target, Request& request) const;

private:
    struct Entry
    {
        std::vector<QString> segments; // "{name}" for a capture
        Route route;
    };
    std::vector<Entry> m_entries; // routes with a literal at the first place where they differ come first
};

} // namespace waydesk::backend
