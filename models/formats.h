// SPDX-License-Identifier: GPL-3.0-or-later
// Figures, money, times and ages as a person reads them, in one locale and one time zone. Digits follow the locale;
// codes and numbers of things are never passed through here, they stay as they came. Owned by the application, GUI
// thread; changed() means that the language or zone was switched and every shown text must be read again.
#pragma once

#include "services/domain/instant.h"
#include "services/domain/money.h"

#include <QDate>
#include <QLocale>
#include <QObject>
#include <QTimeZone>

namespace waydesk::models {

class Formats : public QObject
{
    Q_OBJECT

public:
    explicit Formats(const Clock& clock, const QLocale& locale = QLocale(),
                     const QTimeZone& zone = QTimeZone::systemTimeZone(), QObject* parent = nullptr);

    // Call after the translators are installed.
    void setLocale(const QLocale& locale);
    void setZone(const QTimeZone& zone);
    const QLocale& locale() const { return m_locale; }
    const QTimeZone& zone() const { return m_zone; }
    Instant now() const { return m_clock.now(); }
    QDate today() const;
    QDate dayOf(Instant instant) const;

    QString number(qint64 value) const;               // "1,204"
    QString quantity(const Quantity& quantity) const; // "2", "2.5"
    QString amount(const Money& money) const;         // "312,000": where the heading names the currency
    QString money(const Money& money) const;          // "312,000 IQD"
    QString time(Instant instant) const;              // "14:01"
    QString timeWithSeconds(Instant instant) const;   // "14:02:31"
    QString day(QDate date) const;                    // "Today", "Yesterday", "7 Apr", "7 Apr 2025"
    QString moment(Instant instant) const;            // "Today 09:00"
    QString fullMoment(Instant instant) const;        // day, date, year and seconds, for tooltips
    QString age(Instant since) const;                 // "4 s", "14 min", "3 h", "2 days", by the clock
    QString span(std::chrono::seconds length) const;
    QString milliseconds(std::chrono::microseconds length) const; // "3.1 ms", "80 ms"
    QString parcels(int count) const;                             // "1 parcel", "3 parcels"
    QString waybills(qint64 count) const;                         // "1,204 waybills"
    static QString nothing();                                     // "—": not known, or there is none
    static QString quoted(const QString& text);                   // “text”

Q_SIGNALS:
    void changed();

private:
    const Clock& m_clock;
    QLocale m_locale;
    QTimeZone m_zone;
};

} // namespace waydesk::models
