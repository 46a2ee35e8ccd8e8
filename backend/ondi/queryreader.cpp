// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ondi/queryreader.h"

#include "services/wire/fieldreader.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

int QueryReader::integer(const QString& name, int otherwise, int least, int most)
{
    const QString came = m_request.queryValue(name).value_or(QString());
    if (came.isEmpty())
        return otherwise;
    bool isNumber = came.size() <= 9 && came[0] != u'+'; // toInt() takes a sign and spaces that we do not
    const int value = isNumber ? came.toInt(&isNumber) : 0;
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
    return {integer(u"page"_s, 1, 1, 100'000'000), integer(limitName, defaultLimit, 1, kMostPerPage)};
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
