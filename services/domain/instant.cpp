// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/instant.h"

namespace waydesk {

namespace {

// Reads exactly `count` ASCII digits at `at`, and moves on; -1 when there are none.
int digits(QStringView text, qsizetype& at, int count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (int i = 0; i < count; ++i) {
        const char16_t c = text[at + i].unicode();
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c - u'0');
    }
    at += count;
    return value;
}

bool take(QStringView text, qsizetype& at, char16_t wanted)
{
    if (at >= text.size() || text[at].unicode() != wanted)
        return false;
    ++at;
    return true;
}

} // namespace

std::optional<Instant> parseInstant(QStringView text)
{
    using namespace std::chrono;
    qsizetype at = 0;
    const int y = digits(text, at, 4);
    if (y < 0 || !take(text, at, u'-'))
        return std::nullopt;
    const int mo = digits(text, at, 2);
    if (mo < 0 || !take(text, at, u'-'))
        return std::nullopt;
    const int d = digits(text, at, 2);
    if (d < 0 || !(take(text, at, u'T') || take(text, at, u't') || take(text, at, u' ')))
        return std::nullopt;
    const int h = digits(text, at, 2);
    if (h < 0 || h > 23 || !take(text, at, u':'))
        return std::nullopt;
    const int mi = digits(text, at, 2);
    if (mi < 0 || mi > 59 || !take(text, at, u':'))
        return std::nullopt;
    const int s = digits(text, at, 2);
    if (s < 0 || s > 60)
        return std::nullopt;
    int micro = 0;
    if (take(text, at, u'.')) {
        int scale = 100000;
        int seen = 0;
        while (at < text.size() && text[at].unicode() >= u'0' && text[at].unicode() <= u'9') {
            micro += (text[at].unicode() - u'0') * scale;
            scale /= 10;
            ++at;
            ++seen;
        }
        if (seen == 0)
            return std::nullopt;
    }
    int offset = 0;
    if (!take(text, at, u'Z') && !take(text, at, u'z')) {
        const bool minus = take(text, at, u'-');
        if (!minus && !take(text, at, u'+'))
            return std::nullopt;
        const int oh = digits(text, at, 2);
        take(text, at, u':');
        const int om = digits(text, at, 2);
        if (oh < 0 || oh > 23 || om < 0 || om > 59)
            return std::nullopt;
        offset = (oh * 60 + om) * (minus ? -1 : 1);
    }
    if (at != text.size())
        return std::nullopt;
    const year_month_day day{year{y}, month{static_cast<unsigned>(mo)}, std::chrono::day{static_cast<unsigned>(d)}};
    if (!day.ok())
        return std::nullopt;
    return Instant{sys_days{day}} + hours{h} + minutes{mi} + seconds{s} + microseconds{micro} - minutes{offset};
}

QString formatInstant(Instant instant)
{
    using namespace std::chrono;
    const auto day = floor<days>(instant);
    const year_month_day date{day};
    const hh_mm_ss time{instant - day};
    char buffer[48];
    int n = std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(date.year()),
                          static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                          static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                          static_cast<int>(time.seconds().count()));
    if (auto micro = time.subseconds().count(); micro != 0) {
        n += std::snprintf(buffer + n, sizeof buffer - static_cast<size_t>(n), ".%06d", static_cast<int>(micro));
        while (buffer[n - 1] == '0')
            --n;
    }
    buffer[n++] = 'Z';
    return QString::fromLatin1(buffer, n);
}

Instant SystemClock::now() const
{
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

} // namespace waydesk
