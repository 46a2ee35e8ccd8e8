// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/scan/gs1message.h"

#include "services/domain/scan/gs1component.h"
#include "services/domain/scan/gs1table.h"

#include <algorithm>
#include <array>

namespace waydesk::scan {

namespace {
constexpr std::array kSerialised{QStringView(u"253"), QStringView(u"255"), QStringView(u"8003")};

struct Component
{
    bool optional = false, variable = false;
    QChar set;
    qsizetype length = 0;
    QList<QStringView> rules;
};

Component readComponent(QStringView text)
{
    Component component;
    QList<QStringView> parts = text.split(u',');
    QStringView shape = parts.takeFirst();
    if (shape.startsWith(u'[')) {
        component.optional = true;
        shape = shape.mid(1);
        if (shape.endsWith(u']'))
            shape.chop(1);
    }
    component.set = shape.front();
    shape = shape.mid(1);
    component.variable = shape.startsWith(u"..");
    component.length = (component.variable ? shape.mid(2) : shape).toInt();
    component.rules = parts;
    return component;
}

Gs1Fault judgeValue(const Gs1Row& row, QStringView value)
{
    if (value.isEmpty())
        return Gs1Fault::TooShort;
    for (const QStringView text : row.components.split(u' ')) {
        const Component component = readComponent(text);
        if (value.isEmpty() && component.optional)
            continue;
        if (value.isEmpty() || (!component.variable && value.size() < component.length))
            return Gs1Fault::TooShort;
        const QStringView mine = value.left(component.length);
        value = value.mid(mine.size());
        if (!isOfSet(component.set, mine))
            return Gs1Fault::Characters;
        for (const QStringView rule : component.rules) {
            if (!keepsRule(rule, mine))
                return Gs1Fault::Content;
        }
    }
    return value.isEmpty() ? Gs1Fault::None : Gs1Fault::TooLong;
}

qsizetype fixedLength(const Gs1Row& row)
{
    qsizetype length = 0;
    for (const QStringView text : row.components.split(u' '))
        length += readComponent(text).length;
    return length;
}

bool fits(QStringView pattern, QStringView ai) // "31nn": n is any digit
{
    return pattern.size() == ai.size() &&
           std::ranges::equal(pattern, ai, [](QChar p, QChar c) { return p == c || p == u'n'; });
}

bool hasFamily(const QList<Gs1Element>& elements, QStringView pattern, QStringView except = {})
{
    return std::ranges::any_of(elements, [&](const Gs1Element& e) { return e.ai != except && fits(pattern, e.ai); });
}

bool satisfies(const QList<Gs1Element>& elements, QStringView alternatives)
{
    const QList<QStringView> ways = alternatives.split(u',');
    return std::ranges::any_of(ways, [&](QStringView way) {
        const QList<QStringView> all = way.split(u'+');
        return std::ranges::all_of(all, [&](QStringView ai) { return hasFamily(elements, ai); });
    });
}

Gs1Fault judgeCompany(const Gs1Element& element, const Gs1Row& row, const QList<Gs1Element>& elements)
{
    for (const Gs1Element& other : elements) {
        if (other.ai == element.ai && other.value != element.value)
            return Gs1Fault::Contradiction;
        if (row.excludes == u"@" && other.ai != element.ai && other.ai >= row.first && other.ai <= row.last &&
            other.ai.size() == row.first.size())
            return Gs1Fault::Pairing;
    }
    if (!row.excludes.isEmpty() && row.excludes != u"@") {
        for (const QStringView pattern : row.excludes.split(u',')) {
            if (hasFamily(elements, pattern, element.ai))
                return Gs1Fault::Pairing;
        }
    }
    if (!row.required.isEmpty()) {
        for (const QStringView alternatives : row.required.split(u';')) {
            if (!satisfies(elements, alternatives))
                return Gs1Fault::Missing;
        }
    }
    // A digital signature signs one thing, not a class of things: the key beside it must carry its serial part.
    if (std::ranges::find(kSerialised, element.ai) != kSerialised.end() && hasFamily(elements, u"8030") &&
        element.value.size() <= (element.ai == u"8003" ? 14 : 13))
        return Gs1Fault::Missing;
    return Gs1Fault::None;
}

class Builder
{
public:
    void fail(Gs1Fault fault, QStringView ai)
    {
        if (m_message.fault == Gs1Fault::None) {
            m_message.fault = fault;
            m_message.faultAi = ai.toString();
        }
    }
    void add(const Gs1Row& row, QStringView ai, QStringView value)
    {
        const Gs1Fault fault = judgeValue(row, value);
        if (fault != Gs1Fault::None)
            fail(fault, ai);
        m_message.elements.append({ai.toString(), value.toString(), fault == Gs1Fault::None});
    }
    Gs1Message finish()
    {
        if (m_message.elements.isEmpty())
            fail(Gs1Fault::Malformed, {});
        for (const Gs1Element& element : std::as_const(m_message.elements)) {
            const Gs1Fault fault = judgeCompany(element, *gs1Row(element.ai), m_message.elements);
            if (fault != Gs1Fault::None)
                fail(fault, element.ai);
        }
        return m_message;
    }

private:
    Gs1Message m_message;
};
} // namespace

Gs1Message parseElementString(QStringView scanned)
{
    Builder builder;
    while (scanned.startsWith(kGroupSeparator))
        scanned = scanned.mid(1);
    while (!scanned.isEmpty()) {
        const Gs1Row* row = nullptr;
        qsizetype digits = 2;
        for (; digits <= 4 && digits <= scanned.size(); ++digits) {
            row = gs1Row(scanned.left(digits));
            if (row)
                break;
        }
        if (!row) {
            builder.fail(Gs1Fault::UnknownAi, scanned.left(4));
            break;
        }
        const QStringView ai = scanned.left(digits);
        scanned = scanned.mid(digits);
        qsizetype end = scanned.indexOf(kGroupSeparator);
        if (end < 0)
            end = scanned.size();
        if (!row->fnc1Ends)
            end = std::min(end, fixedLength(*row));
        builder.add(*row, ai, scanned.left(end));
        scanned = scanned.mid(end);
        if (scanned.startsWith(kGroupSeparator)) // tolerated after a fixed length too, as the standard asks
            scanned = scanned.mid(1);
    }
    return builder.finish();
}

Gs1Message parseBracketed(QStringView printed)
{
    Builder builder;
    qsizetype at = 0;
    while (at < printed.size()) {
        const qsizetype close = printed.indexOf(u')', at);
        if (printed[at] != u'(' || close < 0) {
            builder.fail(Gs1Fault::Malformed, {});
            break;
        }
        const QStringView ai = printed.mid(at + 1, close - at - 1);
        QString value;
        for (at = close + 1; at < printed.size() && printed[at] != u'('; ++at) {
            if (printed[at] == u'\\' && at + 1 < printed.size() && printed[at + 1] == u'(')
                ++at; // "\(" is a bracket of the value itself
            value.append(printed[at]);
        }
        if (value.endsWith(u'|') && at < printed.size())
            value.chop(1); // what follows is printed in the composite part of the symbol
        if (const Gs1Row* row = gs1Row(ai))
            builder.add(*row, ai, value);
        else
            builder.fail(Gs1Fault::UnknownAi, ai);
    }
    return builder.finish();
}

QStringList lookupCandidates(const Gs1Message& message)
{
    constexpr std::array kOrder{QStringView(u"00"),   QStringView(u"01"),   QStringView(u"21"),   QStringView(u"400"),
                                QStringView(u"401"),  QStringView(u"402"),  QStringView(u"403"),  QStringView(u"8003"),
                                QStringView(u"8004"), QStringView(u"8006"), QStringView(u"8010"), QStringView(u"10"),
                                QStringView(u"9n")};
    constexpr qsizetype kMost = 12; // each is a look-up while somebody waits with a parcel in the hand
    QStringList candidates;
    const auto offer = [&candidates](const QString& text) {
        if (!candidates.contains(text) && candidates.size() < kMost)
            candidates.append(text);
    };
    for (const QStringView pattern : kOrder) {
        for (const Gs1Element& element : message.elements) {
            if (!element.sound || !fits(pattern, element.ai))
                continue;
            offer(element.value);
            if (element.ai == u"00")
                offer(element.ai + element.value); // some labels are filed with their identifier
            if (element.ai == u"01" && element.value.startsWith(u'0'))
                offer(element.value.mid(1)); // the same article as an EAN-13
        }
    }
    return candidates;
}

} // namespace waydesk::scan
