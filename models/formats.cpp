// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

namespace {

// A whole number and its fraction in the locale's digits, without passing through a double.
QString decimal(const QLocale& locale, qint64 units, int fractionDigits, bool trim)
{
    quint64 magnitude = units < 0 ? 0 - static_cast<quint64>(units) : static_cast<quint64>(units);
    quint64 scale = 1;
    for (int i = 0; i < fractionDigits; ++i)
        scale *= 10;
    QString fraction = QString::number(magnitude % scale).rightJustified(fractionDigits, u'0');
    if (trim) {
        while (fraction.endsWith(u'0'))
            fraction.chop(1);
    }
    QString text = units < 0 ? locale.negativeSign() : QString();
    text += locale.toString(static_cast<qulonglong>(magnitude / scale));
    if (fractionDigits == 0 || fraction.isEmpty())
        return text;
    text += locale.decimalPoint();
    for (const QChar c : std::as_const(fraction))
        text += locale.toString(c.digitValue());
    return text;
}

QDateTime inZone(Instant instant, const QTimeZone& zone)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(instant.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(ms, zone);
}

} // namespace

Formats::Formats(const Clock& clock, const QLocale& locale, const QTimeZone& zone, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_locale(locale)
    , m_zone(zone)
{
}

void Formats::setLocale(const QLocale& locale)
{
    m_locale = locale;
    Q_EMIT changed(); // even for the same locale: the translators may be others
}

void Formats::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    Q_EMIT changed();
}

QDate Formats::today() const
{
    return dayOf(now());
}

QDate Formats::dayOf(Instant instant) const
{
    return inZone(instant, m_zone).date();
}

QString Formats::number(qint64 value) const
{
    return m_locale.toString(value);
}

QString Formats::quantity(const Quantity& quantity) const
{
    return decimal(m_locale, quantity.thousandths, 3, true);
}

QString Formats::amount(const Money& money) const
{
    return decimal(m_locale, money.minor, minorDigits(money.currency), false);
}

QString Formats::money(const Money& money) const
{
    //: an amount and its currency: 312,000 IQD
    return tr("%1 %2").arg(amount(money), money.currency);
}

QString Formats::time(Instant instant) const
{
    return m_locale.toString(inZone(instant, m_zone).time(), u"HH:mm");
}

QString Formats::timeWithSeconds(Instant instant) const
{
    return m_locale.toString(inZone(instant, m_zone).time(), u"HH:mm:ss");
}

QString Formats::day(QDate date) const
{
    const QDate now = today();
    if (date == now)
        return tr("Today");
    if (date == now.addDays(-1))
        return tr("Yesterday");
    //: a date of this year, as QLocale formats it
    return m_locale.toString(date, date.year() == now.year() ? tr("d MMM") : tr("d MMM yyyy"));
}

QString Formats::moment(Instant instant) const
{
    //: a day and a time: Today 09:00
    return tr("%1 %2", "day and time").arg(day(dayOf(instant)), time(instant));
}

QString Formats::fullMoment(Instant instant) const
{
    //: a date and time in full, as QLocale formats it
    return m_locale.toString(inZone(instant, m_zone), tr("dddd d MMMM yyyy HH:mm:ss"));
}

QString Formats::age(Instant since) const
{
    return span(std::chrono::floor<std::chrono::seconds>(now() - since));
}

QString Formats::span(std::chrono::seconds length) const
{
    using namespace std::chrono;
    length = std::max(length, seconds{0}); // a clock that was set back makes nothing younger than now
    if (length < minutes{1})
        return tr("%1 s", "seconds").arg(number(length.count()));
    if (length < hours{1})
        return tr("%1 min", "minutes").arg(number(floor<minutes>(length).count()));
    if (length < hours{48})
        return tr("%1 h", "hours").arg(number(floor<hours>(length).count()));
    return tr("%Ln day(s)", nullptr, static_cast<int>(floor<days>(length).count()));
}

QString Formats::milliseconds(std::chrono::microseconds length) const
{
    using namespace std::chrono;
    const qint64 us = std::max<qint64>(length.count(), 0);
    if (us >= 1'000'000)
        return tr("%1 s", "seconds").arg(decimal(m_locale, us / 100'000, 1, false));
    if (us >= 10'000)
        return tr("%1 ms", "milliseconds").arg(number(us / 1000));
    if (us < 100) // a figure that is not zero is not shown as one
        return tr("< %1 ms", "milliseconds").arg(decimal(m_locale, 1, 1, false));
    return tr("%1 ms", "milliseconds").arg(decimal(m_locale, us / 100, 1, false));
}

QString Formats::parcels(int count) const
{
    return tr("%Ln parcel(s)", nullptr, count);
}

QString Formats::waybills(qint64 count) const
{
    return tr("%Ln waybill(s)", nullptr, static_cast<int>(count));
}

QString Formats::nothing()
{
    return u"—"_s;
}

QString Formats::quoted(const QString& text)
{
    //: how this language quotes
    return tr("“%1”").arg(text);
}

} // namespace waydesk::models
