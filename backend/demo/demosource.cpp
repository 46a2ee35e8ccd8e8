// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/demo/demosource.h"

namespace waydesk::backend {

QString DemoIds::uuid(quint64 high, quint64 low, char version)
{
    static constexpr char kHex[] = "0123456789abcdef";
    char text[36];
    int at = 0;
    for (int digit = 0; digit < 32; ++digit) {
        if (digit == 8 || digit == 12 || digit == 16 || digit == 20)
            text[at++] = '-';
        const quint64 half = digit < 16 ? high : low;
        text[at++] = kHex[(half >> (60 - 4 * (digit % 16))) & 15];
    }
    text[14] = version;
    text[19] = kHex[8 | ((low >> 60) & 3)]; // the variant of RFC 9562
    return QString::fromLatin1(text, sizeof text);
}

QString DemoIds::idAt(Instant at)
{
    const auto milliseconds = static_cast<quint64>(at.time_since_epoch().count() / 1000);
    return uuid((milliseconds << 16) | (m_chance.next() & 0x0fff), m_chance.next(), '7');
}

} // namespace waydesk::backend
