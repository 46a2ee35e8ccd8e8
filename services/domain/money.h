// SPDX-License-Identifier: GPL-3.0-or-later
// Money is minor units plus currency, never a double. OnDi writes whole dinars: cod_amount 15000 is 15,000 IQD, so the
// minor unit of IQD here is the dinar. Quantities ("unit_size") come as a number or a string and may have a fraction.
#pragma once

#include <QString>
#include <QStringView>
#include <optional>

namespace waydesk {

struct Money
{
    qint64 minor = 0;
    QString currency = QStringLiteral("IQD");
    bool operator==(const Money&) const = default;
};

// Digits after the point that the currency's minor unit stands for on our wires: IQD 0, most others 2.
int minorDigits(QStringView currency);

struct Quantity
{
    qint64 thousandths = 0;
    bool operator==(const Quantity&) const = default;
    auto operator<=>(const Quantity&) const = default;

    static Quantity whole(qint64 units) { return {units * 1000}; }
    static std::optional<Quantity> parse(QStringView text); // "2", "2.5", "-1"; at most 3 fraction digits
    QString text() const;                                   // "2", "2.5"
    bool isWhole() const { return thousandths % 1000 == 0; }
    qint64 wholeUnits() const { return thousandths / 1000; }
};

inline Quantity operator+(Quantity a, Quantity b)
{
    return {a.thousandths + b.thousandths};
}

} // namespace waydesk
