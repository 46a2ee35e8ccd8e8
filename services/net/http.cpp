// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/net/http.h"

#include <QDateTime>

namespace waydesk::net {

Error notSent(const QString& detail)
{
    Error error;
    error.kind = Error::Kind::Offline;
    error.detail = detail;
    return error;
}

Error unknownOutcome(const QString& detail)
{
    Error error;
    error.kind = Error::Kind::Timeout;
    error.detail = detail;
    return error;
}

QByteArray headerOf(const HttpAnswer& answer, const QByteArray& name)
{
    for (const auto& [is, value] : answer.headers) {
        if (is.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

std::optional<std::chrono::seconds> retryAfterFrom(const QByteArray& value)
{
    if (value.isEmpty())
        return std::nullopt;
    bool good = false;
    qint64 seconds = value.trimmed().toLongLong(&good);
    if (!good) {
        const QDateTime at = QDateTime::fromString(QString::fromLatin1(value.trimmed()), Qt::RFC2822Date);
        if (!at.isValid())
            return std::nullopt;
        seconds = QDateTime::currentDateTimeUtc().secsTo(at);
    }
    return std::chrono::seconds{std::clamp<qint64>(seconds, 0, 3600)};
}

} // namespace waydesk::net
