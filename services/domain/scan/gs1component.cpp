// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/scan/gs1component.h"

#include "services/domain/scan/isocodes.h"

#include <algorithm>
#include <array>

namespace waydesk::scan {

namespace {
constexpr QStringView kSet82 = u"!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
constexpr QStringView kSet39 = u"#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr QStringView kSet64 = u"-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
constexpr QStringView kSet32 = u"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::array kPrimes{2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool allIn(QStringView text, QStringView set)
{
    return std::ranges::all_of(text, [set](QChar c) { return set.contains(c); });
}

int number(QStringView digits)
{
    int value = 0;
    for (const QChar c : digits)
        value = value * 10 + c.digitValue();
    return value;
}

qint64 longNumber(QStringView digits)
{
    qint64 value = 0;
    for (const QChar c : digits)
        value = value * 10 + c.digitValue();
    return value;
}

bool isMonthAndDay(int year, int month, int day, bool zeroDayAllowed)
{
    constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return false;
    if (day == 0)
        return zeroDayAllowed;
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= kDays[static_cast<size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

bool isDay(QStringView text, bool zeroDayAllowed)
{
    if (text.size() != 6 || !isOfSet(u'N', text))
        return false;
    return isMonthAndDay(2000 + number(text.left(2)), number(text.mid(2, 2)), number(text.mid(4)), zeroDayAllowed);
}

bool isBelow(QStringView text, int limit)
{
    return text.size() == 2 && isOfSet(u'N', text) && number(text) < limit;
}

bool hasCompanyPrefix(QStringView text, qsizetype skip)
{
    return text.size() >= skip + 4 && isOfSet(u'N', text.mid(skip, 4));
}

bool isPieceOfTotal(QStringView text)
{
    const qsizetype half = text.size() / 2;
    if (half == 0 || text.size() % 2 != 0 || !isOfSet(u'N', text))
        return false;
    const int piece = number(text.left(half)), total = number(text.mid(half));
    return piece > 0 && total > 0 && piece <= total;
}

bool isPercentEncoded(QStringView text)
{
    constexpr QStringView kHex = u"0123456789abcdefABCDEF";
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'%' && (at + 2 >= text.size() || !kHex.contains(text[at + 1]) || !kHex.contains(text[at + 2])))
            return false;
    }
    return true;
}

bool isIban(QStringView text)
{
    if (text.size() < 15 || text.size() > 34 || !isCountryLetters(text.left(2)))
        return false;
    int remainder = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[(at + 4) % text.size()]; // the first four stand at the end
        if (isDigit(c))
            remainder = (remainder * 10 + c.digitValue()) % 97;
        else if (c >= u'A' && c <= u'Z')
            remainder = (remainder * 100 + c.unicode() - u'A' + 10) % 97;
        else
            return false;
    }
    return remainder == 1;
}

bool hasCheckPair(QStringView text)
{
    const qsizetype body = text.size() - 2;
    if (body < 1 || static_cast<size_t>(body) > kPrimes.size())
        return false;
    qsizetype sum = 0;
    for (qsizetype at = 0; at < body; ++at) {
        const qsizetype value = kSet82.indexOf(text[at]);
        if (value < 0)
            return false;
        sum += value * kPrimes[static_cast<size_t>(body - 1 - at)];
    }
    sum %= 1021;
    return text[body] == kSet32[sum >> 5] && text[body + 1] == kSet32[sum & 31];
}

bool isPositionOfEnd(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 1 || slash == text.size() - 1)
        return false;
    const QStringView position = text.left(slash), end = text.mid(slash + 1);
    if (!isOfSet(u'N', position) || !isOfSet(u'N', end) || position.front() == u'0' || end.front() == u'0')
        return false;
    return number(position) <= number(end);
}

bool isMediaType(QStringView text)
{
    const int type = number(text);
    return (type >= 1 && type <= 10) || (type >= 80 && type <= 99);
}

bool isDayOfFourDigitYear(QStringView text)
{
    return text.size() == 8 && isOfSet(u'N', text) &&
           isMonthAndDay(number(text.left(4)), number(text.mid(4, 2)), number(text.mid(6)), false);
}

struct Rule
{
    QStringView name;
    bool (*keeps)(QStringView);
};

constexpr Rule kRules[] = {
    {u"csum", hasCheckDigit},
    {u"csumalpha", hasCheckPair},
    {u"gcppos1", [](QStringView t) { return hasCompanyPrefix(t, 0); }},
    {u"gcppos2", [](QStringView t) { return hasCompanyPrefix(t, 1); }},
    {u"yymmd0", [](QStringView t) { return isDay(t, true); }},
    {u"yymmdd", [](QStringView t) { return isDay(t, false); }},
    {u"yyyymmdd", isDayOfFourDigitYear},
    {u"hhmi", [](QStringView t) { return isBelow(t.left(2), 24) && isBelow(t.mid(2), 60); }},
    {u"hh", [](QStringView t) { return isBelow(t, 24); }},
    {u"mi", [](QStringView t) { return isBelow(t, 60); }},
    {u"ss", [](QStringView t) { return isBelow(t, 60); }},
    {u"iso3166", isCountryNumber},
    {u"iso3166999", [](QStringView t) { return t == u"999" || isCountryNumber(t); }},
    {u"iso3166alpha2", isCountryLetters},
    {u"iso4217", isCurrencyNumber},
    {u"pcenc", isPercentEncoded},
    {u"latitude", [](QStringView t) { return longNumber(t) <= 1'800'000'000; }},
    {u"longitude", [](QStringView t) { return longNumber(t) <= 3'600'000'000; }},
    {u"yesno", [](QStringView t) { return t == u"0" || t == u"1"; }},
    {u"hyphen", [](QStringView t) { return allIn(t, u"-"); }},
    {u"importeridx", [](QStringView t) { return t.size() == 1 && kSet64.contains(t.front()); }},
    // The UN/ECE list of package types is long and grows; its form is what is held to here.
    {u"packagetype", [](QStringView t) { return !t.isEmpty() && allIn(t, kSet39.mid(3)); }},
    {u"mediatype", isMediaType},
    {u"iso5218", [](QStringView t) { return t == u"0" || t == u"1" || t == u"2" || t == u"9"; }},
    {u"posinseqslash", isPositionOfEnd},
    {u"nonzero", [](QStringView t) { return longNumber(t) != 0; }},
    {u"winding", [](QStringView t) { return t == u"0" || t == u"1" || t == u"9"; }},
    {u"zero", [](QStringView t) { return t == u"0"; }},
    {u"nozeroprefix", [](QStringView t) { return t.size() == 1 || !t.startsWith(u'0'); }},
    {u"hasnondigit", [](QStringView t) { return !isOfSet(u'N', t); }},
    {u"pieceoftotal", isPieceOfTotal},
    {u"iban", isIban},
    {u"couponcode", isCoupon},
    {u"couponposoffer", isPositiveOfferCoupon},
};
} // namespace

bool isOfSet(QChar set, QStringView text)
{
    if (set == u'N')
        return std::ranges::all_of(text, isDigit);
    if (set == u'X')
        return allIn(text, kSet82);
    if (set == u'Y')
        return allIn(text, kSet39);
    QStringView body = text;
    while (body.endsWith(u'='))
        body.chop(1);
    const qsizetype padding = text.size() - body.size();
    return allIn(body, kSet64) && (padding == 0 || (padding <= 2 && text.size() % 3 == 0));
}

bool keepsRule(QStringView rule, QStringView text)
{
    for (const Rule& known : kRules) {
        if (known.name == rule)
            return known.keeps(text);
    }
    return false;
}

bool hasCheckDigit(QStringView digits)
{
    if (digits.size() < 2 || !isOfSet(u'N', digits))
        return false;
    int sum = 0;
    for (qsizetype fromRight = 1; fromRight < digits.size(); ++fromRight)
        sum += digits[digits.size() - 1 - fromRight].digitValue() * (fromRight % 2 == 1 ? 3 : 1);
    return (10 - sum % 10) % 10 == digits.back().digitValue();
}

} // namespace waydesk::scan
