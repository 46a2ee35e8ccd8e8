// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/tiles/tilerules.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace waydesk {

namespace {

constexpr std::chrono::seconds kFirstPause{15}, kLongestPause{3600}, kRefusedPause{15 * 60};

std::optional<std::chrono::seconds> maxAge(const QByteArray& cacheControl)
{
    for (const QByteArray& part : cacheControl.toLower().split(',')) {
        const QByteArray word = part.trimmed();
        if (!word.startsWith("max-age="))
            continue;
        QByteArray figure = word.sliced(8);
        figure.replace('"', "");
        bool good = false;
        const qint64 seconds = figure.toLongLong(&good);
        if (good && seconds >= 0)
            return std::chrono::seconds{std::min<qint64>(seconds, 10LL * 365 * 86400)};
    }
    return {};
}

} // namespace

std::optional<Instant> httpDate(const QByteArray& text)
{
    QDateTime at = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!at.isValid())
        return {};
    at.setTimeSpec(Qt::UTC);
    return Instant{std::chrono::milliseconds{at.toMSecsSinceEpoch()}};
}

Instant freshUntil(const CacheHeaders& headers, Instant now)
{
    std::chrono::microseconds fresh = kLeastFresh;
    if (const auto age = maxAge(headers.cacheControl))
        fresh = *age;
    else if (const auto expires = httpDate(headers.expires))
        fresh = *expires - now;
    return now + std::clamp<std::chrono::microseconds>(fresh, kLeastFresh, kMostFresh);
}

bool mayKeep(const CacheHeaders& headers)
{
    return !headers.cacheControl.toLower().contains("no-store");
}

TileAnswer tileAnswer(int status)
{
    if (status == 200)
        return TileAnswer::Picture;
    if (status == 304)
        return TileAnswer::Unchanged;
    if (status == 404 || status == 410 || status == 204)
        return TileAnswer::Absent;
    if (status == 429 || status >= 500)
        return TileAnswer::Wait;
    return TileAnswer::Refused;
}

void TilePause::failed(Instant now, std::chrono::seconds asked)
{
    const auto grown = std::min(kFirstPause * (1 << std::min(m_failures, 10)), kLongestPause);
    ++m_failures;
    m_until = now + std::max(grown, std::min(asked, std::chrono::seconds(24 * 3600)));
}

void TilePause::refused(Instant now)
{
    ++m_failures;
    m_until = now + kRefusedPause;
}

void TilePause::answered()
{
    m_failures = 0;
    m_until = {};
}

} // namespace waydesk
