// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/typedvalues.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

namespace {

// Digits, points and commas of Arabic as the Latin ones; blanks and marks of direction left out at the ends.
QString plain(QStringView text)
{
    QString out = plainDigits(text);
    out.replace(u'٫', u'.').replace(u'،', u',');
    static const QRegularExpression marks(u"[\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]"_s);
    return out.remove(marks).trimmed();
}

// "15,000" and "15 000" part thousands: exactly three figures behind each mark.
QString withoutGroups(QString number)
{
    static const QRegularExpression grouped(u"^\\d{1,3}([,٬'’\\s\\x{00a0}\\x{202f}]\\d{3})+(\\.\\d*)?$"_s);
    static const QRegularExpression marks(u"[,٬'’\\s\\x{00a0}\\x{202f}]"_s);
    return grouped.match(number).hasMatch() ? number.remove(marks) : number;
}

std::optional<double> degrees(QString text, double most)
{
    bool ok = false;
    const double value = QLocale::c().toDouble(text.remove(u'°').trimmed().replace(u',', u'.'), &ok);
    return ok && value >= -most && value <= most ? std::optional(value) : std::nullopt;
}

} // namespace

QString plainDigits(QStringView text)
{
    QString out = text.toString();
    for (QChar& c : out) {
        if (const int digit = c.digitValue(); digit >= 0 && c.isDigit())
            c = QChar(u'0' + digit);
    }
    return out;
}

std::optional<Money> amountFrom(QStringView text, const QString& currency)
{
    const QString number = withoutGroups(plain(text));
    static const QRegularExpression shape(u"^(\\d{1,12})(?:\\.(\\d*))?$"_s);
    const auto match = shape.match(number);
    const int decimals = minorDigits(currency);
    if (!match.hasMatch() || match.captured(2).size() > decimals || (decimals == 0 && number.contains(u'.')))
        return std::nullopt;
    const QString minor = match.captured(1) + match.captured(2).leftJustified(decimals, u'0');
    return Money{minor.toLongLong(), currency};
}

std::optional<Quantity> sizeFrom(QStringView text)
{
    const auto size = Quantity::parse(withoutGroups(plain(text)));
    return size && size->thousandths > 0 ? size : std::nullopt;
}

std::optional<QGeoCoordinate> positionFrom(QStringView text)
{
    const QString both = plain(text);
    static const QRegularExpression blanks(u"\\s+"_s), commaAndBlank(u",\\s+"_s);
    QStringList parts;
    if (both.contains(u';'))
        parts = both.split(u';');
    else if (both.count(commaAndBlank) == 1)
        parts = both.split(commaAndBlank);
    else if (both.count(u',') == 1 && !both.contains(blanks))
        parts = both.split(u',');
    else
        parts = both.split(blanks);
    if (parts.size() != 2)
        return std::nullopt;
    const auto latitude = degrees(parts[0], 90), longitude = degrees(parts[1], 180);
    return latitude && longitude ? std::optional(QGeoCoordinate(*latitude, *longitude)) : std::nullopt;
}

std::optional<QDate> dateFrom(QStringView text)
{
    static const QRegularExpression yearFirst(u"^(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})$"_s);
    static const QRegularExpression dayFirst(u"^(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4})$"_s);
    const QString day = plain(text);
    QDate date;
    if (const auto match = yearFirst.match(day); match.hasMatch())
        date = QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    else if (const auto other = dayFirst.match(day); other.hasMatch())
        date = QDate(other.captured(3).toInt(), other.captured(2).toInt(), other.captured(1).toInt());
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<QTime> timeFrom(QStringView text)
{
    static const QRegularExpression shape(u"^(\\d{1,2})(?:[:.]?(\\d{2}))?$"_s);
    const auto match = shape.match(plain(text));
    const QTime time(match.captured(1).toInt(), match.captured(2).toInt());
    return match.hasMatch() && time.isValid() ? std::optional(time) : std::nullopt;
}

QString positionText(const QGeoCoordinate& position)
{
    if (!position.isValid())
        return {};
    return QLocale::c().toString(position.latitude(), 'f', 6) + u", "_s +
           QLocale::c().toString(position.longitude(), 'f', 6);
}

} // namespace waydesk::models
