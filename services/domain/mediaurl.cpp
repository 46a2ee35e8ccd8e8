// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/mediaurl.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk {

namespace {

constexpr qsizetype kLongest = 2000;

QString basePath(const QUrl& server)
{
    QString path = server.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

bool isPlainPath(const QString& path)
{
    return path.startsWith(u'/') && !path.startsWith(u"//"_s) && !path.contains(u'\\') &&
           !path.split(u'/').contains(u".."_s);
}

int portOf(const QUrl& url)
{
    return url.port(url.scheme() == u"https" ? 443 : 80);
}

} // namespace

MediaHome mediaHome(const QString& url, const QUrl& server)
{
    if (url.isEmpty() || url.size() > kLongest)
        return MediaHome::Refused;
    if (url.startsWith(u'/')) {
        const QUrl path(url, QUrl::StrictMode);
        return path.isValid() && !url.startsWith(u"//"_s) && isPlainPath(path.path()) ? MediaHome::Own
                                                                                      : MediaHome::Refused;
    }
    const QUrl whole(url, QUrl::StrictMode);
    if (!whole.isValid() || whole.host().isEmpty() || !whole.userInfo().isEmpty())
        return MediaHome::Refused;
    if (whole.scheme() == server.scheme() && whole.host() == server.host() && portOf(whole) == portOf(server) &&
        whole.path().startsWith(basePath(server) + u'/') && isPlainPath(whole.path()))
        return MediaHome::Own;
    return whole.scheme() == u"https" ? MediaHome::Elsewhere : MediaHome::Refused;
}

QByteArray mediaTarget(const QString& url, const QUrl& server)
{
    const QUrl whole(url, QUrl::StrictMode);
    const QByteArray target = whole.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    return url.startsWith(u'/') ? target : target.sliced(basePath(server).toUtf8().size());
}

} // namespace waydesk
