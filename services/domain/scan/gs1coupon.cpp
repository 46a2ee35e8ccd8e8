// SPDX-License-Identifier: GPL-3.0-or-later
// The two coupon formats pack fields behind one-digit length indicators; read in order, nothing may be left over.
#include "services/domain/scan/gs1component.h"

namespace waydesk::scan {

namespace {
class Digits
{
public:
    explicit Digits(QStringView text)
        : m_rest(text)
        , m_good(isOfSet(u'N', text))
    {
    }

    bool good() const { return m_good; }
    bool finished() const { return m_good && m_rest.isEmpty(); }
    QStringView take(qsizetype count)
    {
        if (!m_good || m_rest.size() < count) {
            m_good = false;
            return {};
        }
        const QStringView taken = m_rest.left(count);
        m_rest = m_rest.mid(count);
        return taken;
    }
    int oneOf(QStringView allowed)
    {
        const QStringView digit = take(1);
        if (digit.isEmpty() || !allowed.contains(digit)) {
            m_good = false;
            return -1;
        }
        return digit.front().digitValue();
    }
    // A length indicator and what it announces: `more` is added to it.
    QStringView counted(QStringView allowed, int more)
    {
        const int length = oneOf(allowed);
        return m_good ? take(length + more) : QStringView();
    }
    bool begins(QChar field)
    {
        if (!m_good || !m_rest.startsWith(field))
            return false;
        m_rest = m_rest.mid(1);
        return true;
    }

private:
    QStringView m_rest;
    bool m_good;
};

void purchase(Digits& in)
{
    in.counted(u"12345", 0); // requirement
    in.oneOf(u"012349");     // requirement code
    in.take(3);              // family
}

void furtherPurchase(Digits& in)
{
    purchase(in);
    const int length = in.oneOf(u"01234569"); // 9: no company prefix follows
    if (in.good() && length != 9)
        in.take(length + 6);
}

QStringView day(Digits& in, bool& sound)
{
    const QStringView date = in.take(6);
    sound = sound && in.good() && keepsRule(u"yymmdd", date);
    return date;
}
} // namespace

bool isCoupon(QStringView text)
{
    Digits in(text);
    bool sound = true;
    in.counted(u"0123456", 6); // company prefix
    in.take(6);                // offer
    in.counted(u"12345", 0);   // save value
    purchase(in);
    if (in.begins(u'1')) {
        in.oneOf(u"0123"); // additional purchase rules
        furtherPurchase(in);
    }
    if (in.begins(u'2'))
        furtherPurchase(in);
    QStringView ends;
    if (in.begins(u'3'))
        ends = day(in, sound);
    if (in.begins(u'4')) {
        const QStringView starts = day(in, sound);
        if (!ends.isEmpty() && ends < starts)
            return false;
    }
    if (in.begins(u'5'))
        in.counted(u"0123456789", 6); // serial
    if (in.begins(u'6'))
        in.counted(u"1234567", 6); // retailer
    if (in.begins(u'9')) {
        in.oneOf(u"01256");
        in.oneOf(u"012");
        in.take(1); // store coupon
        in.oneOf(u"01");
    }
    return sound && in.finished();
}

bool isPositiveOfferCoupon(QStringView text)
{
    Digits in(text);
    in.oneOf(u"01");
    in.counted(u"0123456", 6); // funder
    in.take(6);                // offer
    in.counted(u"0123456789", 6);
    return in.finished();
}

} // namespace waydesk::scan
