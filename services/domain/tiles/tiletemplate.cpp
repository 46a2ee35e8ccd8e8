// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/tiles/tiletemplate.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace waydesk {

namespace {

constexpr int kMostFollowed = 2;
constexpr Tile kSome{1, 0, 1};

QString filled(QString address, const Tile& tile)
{
    static const QString kServers = u"abc"_s;
    address.replace(u"{z}"_s, QString::number(tile.z));
    address.replace(u"{x}"_s, QString::number(tile.x));
    address.replace(u"{y}"_s, QString::number(tile.y));
    address.replace(u"{-y}"_s, QString::number(tmsRow(tile)));
    address.replace(u"{s}"_s, QString(kServers[(tile.x + tile.y) % 3]));
    return address;
}

bool isPrivateNumber(const QString& host)
{
    static const QRegularExpression dotted(uR"(^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$)"_s);
    const QRegularExpressionMatch match = dotted.match(host);
    if (!match.hasMatch())
        return false;
    int part[4];
    for (int i = 0; i < 4; ++i) {
        part[i] = match.captured(i + 1).toInt();
        if (part[i] > 255)
            return false;
    }
    return part[0] == 127 || part[0] == 10 || (part[0] == 172 && part[1] >= 16 && part[1] <= 31) ||
           (part[0] == 192 && part[1] == 168) || (part[0] == 169 && part[1] == 254);
}

} // namespace

bool isPrivateHost(const QString& host)
{
    const QString name = host.toLower();
    if (name.contains(u':')) { // IPv6: loopback, unique local, link-local
        static const QRegularExpression own(u"^(::1|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)$"_s);
        return own.match(name).hasMatch();
    }
    return name == u"localhost" || name.endsWith(u".localhost") || name.endsWith(u".local") ||
           name.endsWith(u".internal") || name.endsWith(u".home.arpa") || isPrivateNumber(name);
}

TemplateFault checkTemplate(const QString& address)
{
    const bool hasRow = address.contains(u"{y}") || address.contains(u"{-y}");
    const QString some = filled(address, kSome);
    QString bare = some; // a place that nobody knows is told as such below
    const QUrl url(bare.remove(u'{').remove(u'}'), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"https" && url.scheme() != u"http"))
        return TemplateFault::NotAnAddress;
    if (!address.contains(u"{z}") || !address.contains(u"{x}") || !hasRow || some.contains(u'{') || some.contains(u'}'))
        return TemplateFault::NoPlaces;
    if (url.scheme() == u"http" && !isPrivateHost(url.host()))
        return TemplateFault::PlainHttp;
    return TemplateFault::None;
}

QUrl tileUrl(const QString& address, const Tile& tile)
{
    return QUrl(filled(address, tile), QUrl::StrictMode);
}

QString templateHost(const QString& address)
{
    return tileUrl(address, kSome).host();
}

bool mayFollow(const QUrl& from, const QUrl& to, int followed)
{
    return followed < kMostFollowed && from.scheme() == u"https" && to.isValid() && to.scheme() == u"https" &&
           !to.host().isEmpty();
}

} // namespace waydesk
