// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/money.h"

namespace waydesk {

int minorDigits(QStringView currency)
{
    return currency == u"IQD" ? 0 : 2;
}

std::optional<Quantity> Quantity::parse(QStringView text)
{
    constexpr qint64 kMost = 1'000'000'000'000; // a quantity beyond that is a mistake, not a parcel
    bool minus = false;
    if (text.startsWith(u'-')) {
        minus = true;
        text = text.sliced(1);
    }
    if (text.isEmpty())
        return std::nullopt;
    qint64 value = 0;
    int fraction = -1;
    bool any = false;
    for (const QChar c : text) {
        if (c == u'.' && fraction < 0) {
            fraction = 0;
            continue;
        }
        if (c < u'0' || c > u'9')
            return std::nullopt;
        any = true;
        if (fraction >= 0) {
            if (fraction == 3) {
                if (c != u'0')
                    return std::nullopt;
                continue;
            }
            ++fraction;
        }
        value = value * 10 + (c.unicode() - u'0');
        if (value > kMost)
            return std::nullopt;
    }
    if (!any)
        return std::nullopt;
    for (int i = fraction < 0 ? 0 : fraction; i < 3; ++i)
        value *= 10;
    return Quantity{minus ? -value : value};
}

QString Quantity::text() const
{
    const qint64 magnitude = thousandths < 0 ? -thousandths : thousandths;
    QString result = QString::number(magnitude / 1000);
    if (const qint64 rest = magnitude % 1000; rest != 0) {
        QString tail = QString::number(1000 + rest).sliced(1);
        while (tail.endsWith(u'0'))
            tail.chop(1);
        result = result + u'.' + tail;
    }
    return thousandths < 0 ? QString(u'-' + result) : result;
}

} // namespace waydesk
