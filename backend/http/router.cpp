// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/router.h"

#include <QStringDecoder>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isCapture(const QString& segment)
{
    return segment.startsWith(u'{');
}

std::vector<std::string_view> split(std::string_view text, char at)
{
    std::vector<std::string_view> parts;
    size_t from = 0;
    while (true) {
        const size_t to = text.find(at, from);
        if (to == std::string_view::npos)
            break;
        parts.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    parts.push_back(text.substr(from));
    return parts;
}

QByteArray name(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Patch:
        return "PATCH";
    case Method::Delete:
        return "DELETE";
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<QString> percentDecoded(std::string_view text, bool plusIsSpace)
{
    const bool plain = std::all_of(text.begin(), text.end(), [&](char c) {
        return c > 0 && c != '%' && !(c == '+' && plusIsSpace); // ASCII that stands for itself, as nearly always
    });
    if (plain)
        return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(text.size()));
    for (size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            const int high = i + 1 < text.size() ? hexDigit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (c == '+' && plusIsSpace) {
            c = ' ';
        }
        if (c == '\0')
            return std::nullopt;
        bytes += c;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString decoded = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return decoded;
}

bool readPairs(std::string_view text, QList<std::pair<QString, QString>>& into)
{
    if (text.empty())
        return true;
    for (const std::string_view pair : split(text, '&')) {
        if (pair.empty())
            continue;
        const size_t equals = pair.find('=');
        const auto key = percentDecoded(pair.substr(0, equals), true);
        const auto value =
            percentDecoded(equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1), true);
        if (!key || !value)
            return false;
        into.append({*key, *value});
    }
    return true;
}

void Router::add(std::vector<Route> routes)
{
    for (Route& route : routes) {
        Entry entry;
        for (const QString& segment : route.pattern.mid(1).split(u'/'))
            entry.segments.push_back(segment);
        entry.route = std::move(route);
        m_entries.push_back(std::move(entry));
    }
    std::stable_sort(m_entries.begin(), m_entries.end(), [](const Entry& a, const Entry& b) {
        if (a.segments.size() != b.segments.size())
            return a.segments.size() < b.segments.size();
        for (size_t i = 0; i < a.segments.size(); ++i) {
            if (isCapture(a.segments[i]) != isCapture(b.segments[i]))
                return !isCapture(a.segments[i]);
        }
        return false;
    });
}

Router::Match Router::match(std::optional<Method> method, std::string_view target, Request& request) const
{
    const size_t mark = target.find('?');
    const std::string_view path = target.substr(0, mark);
    if (path.empty() || path.front() != '/')
        return {.kind = Match::Kind::BadPath};
    std::vector<QString> segments;
    for (const std::string_view raw : split(path.substr(1), '/')) {
        const auto decoded = percentDecoded(raw, false);
        if (!decoded)
            return {.kind = Match::Kind::BadPath};
        segments.push_back(*decoded);
    }
    if (mark != std::string_view::npos && !readPairs(target.substr(mark + 1), request.query))
        return {.kind = Match::Kind::BadPath};

    Match match;
    for (const Entry& entry : m_entries) {
        if (entry.segments.size() != segments.size())
            continue;
        const bool fits = std::equal(segments.begin(), segments.end(), entry.segments.begin(),
                                     [](const QString& came, const QString& wanted) {
                                         return isCapture(wanted) ? !came.isEmpty() : came == wanted;
                                     });
        if (!fits)
            continue;
        if (entry.route.method != method) {
            match.kind = Match::Kind::NoSuchMethod;
            match.allowed += (match.allowed.isEmpty() ? "" : ", ") + name(entry.route.method);
            continue;
        }
        match.kind = Match::Kind::Found;
        match.route = &entry.route;
        for (size_t i = 0; i < segments.size(); ++i) {
            request.path += u'/' + segments[i];
            if (isCapture(entry.segments[i]))
                request.captures.insert(entry.segments[i].mid(1, entry.segments[i].size() - 2), segments[i]);
        }
        return match;
    }
    return match;
}

} // namespace waydesk::backend
