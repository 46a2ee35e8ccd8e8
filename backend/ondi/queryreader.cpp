// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ondi/queryreader.h"

#include "services/wire/fieldreader.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

qint64 QueryReader::number(const QString& name, qint64 otherwise, qint64 least, qint64 most)
{
    const QString came = m_request.queryValue(name).value_or(QString());
    if (came.isEmpty())
        return otherwise;
    // toLongLong() takes a sign and spaces that we do not.
    bool isNumber = came.size() <= 19 && came[0] != u'+' && !came[0].isSpace() && !came.back().isSpace();
    const qint64 value = isNumber ? came.toLongLong(&isNumber) : 0;
    if (!isNumber) {
        refuse(name, u"Input should be a valid integer"_s);
    } else if (value < least) {
        refuse(name, u"Input should be greater than or equal to %1"_s.arg(least));
    } else if (value > most) {
        refuse(name, u"Input should be less than or equal to %1"_s.arg(most));
    } else {
        return value;
    }
    return otherwise;
}

Paging QueryReader::paging(int defaultLimit, const QString& limitName)
{
    return {static_cast<int>(number(u"page"_s, 1, 1, 100'000'000)),
            static_cast<int>(number(limitName, defaultLimit, 1, kMostPerPage))};
}

QString QueryReader::text(const QString& name, qsizetype longest)
{
    QString came = m_request.queryValue(name).value_or(QString());
    if (came.size() > longest || came.contains(QChar(u'\0'))) {
        refuse(name, u"String should have at most %1 characters"_s.arg(longest));
        return {};
    }
    return came;
}

QDate QueryReader::date(const QString& name)
{
    const QString came = text(name);
    if (came.isEmpty())
        return {};
    const QDate day = came.size() == 10 ? QDate::fromString(came, Qt::ISODate) : QDate();
    if (!day.isValid())
        refuse(name, u"Input should be a valid date (YYYY-MM-DD)"_s);
    return day;
}

std::optional<Instant> QueryReader::instant(const QString& name)
{
    const QString came = text(name);
    const auto at = parseInstant(came);
    if (!at)
        refuse(name, came.isEmpty() ? u"Field required"_s : u"Input should be a valid datetime"_s);
    return at;
}

int QueryReader::oneOf(const QString& name, const QStringList& words, int otherwise)
{
    const QString came = text(name);
    if (came.isEmpty())
        return otherwise;
    const auto at = words.indexOf(came);
    if (at < 0)
        refuse(name, u"Input should be one of: %1"_s.arg(words.join(u", "_s)));
    return at < 0 ? otherwise : static_cast<int>(at);
}

Error QueryReader::error() const
{
    return wire::badRequest(m_faults);
}

} // namespace waydesk::backend
