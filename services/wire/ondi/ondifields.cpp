// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/ondifields.h"

#include <QLocale>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire {

void Drift::note(const QString& what)
{
    constexpr qsizetype kKept = 20;
    ++count;
    if (notes.size() < kKept && !notes.contains(what))
        notes.append(what);
}

void Drift::add(const Drift& other)
{
    const int total = count + other.count;
    for (const QString& what : other.notes)
        note(what);
    count = total;
}

namespace ondidesk {

namespace {

// QJsonValue keeps an integer exact as long as it is asked for as one.
std::optional<qint64> wholeNumber(const QJsonValue& value)
{
    const double real = value.toDouble();
    if (std::trunc(real) != real || std::abs(real) > 9.2e18)
        return std::nullopt;
    return value.toInteger();
}

QString numberText(const QJsonValue& value)
{
    if (const auto whole = wholeNumber(value))
        return QString::number(*whole);
    return QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest);
}

} // namespace

std::nullopt_t Fields::wrong(const QString& key) const
{
    m_drift.note(key + u": an unexpected type"_s);
    return std::nullopt;
}

std::optional<QJsonValue> Fields::present(const QString& key) const
{
    const auto it = m_object.constFind(key);
    if (it == m_object.constEnd() || it->isNull())
        return std::nullopt;
    return *it;
}

std::optional<QString> Fields::text(const QString& key) const
{
    const auto value = present(key);
    if (!value)
        return std::nullopt;
    if (value->isString())
        return value->toString();
    if (value->isDouble())
        return numberText(*value);
    return wrong(key);
}

std::optional<qint64> Fields::integer(const QString& key) const
{
    const auto value = present(key);
    if (!value)
        return std::nullopt;
    if (value->isDouble()) {
        if (const auto whole = wholeNumber(*value))
            return whole;
        return wrong(key);
    }
    if (value->isString()) {
        if (const auto amount = Quantity::parse(value->toString()); amount && amount->isWhole())
            return amount->wholeUnits();
    }
    return wrong(key);
}

std::optional<Quantity> Fields::quantity(const QString& key) const
{
    const auto value = present(key);
    if (!value)
        return std::nullopt;
    std::optional<Quantity> result;
    if (value->isDouble())
        result = Quantity::parse(numberText(*value));
    else if (value->isString())
        result = Quantity::parse(value->toString());
    if (!result)
        return wrong(key);
    return result;
}

std::optional<Money> Fields::money(const QString& key) const
{
    const auto amount = integer(key);
    if (!amount)
        return std::nullopt;
    return Money{*amount};
}

std::optional<double> Fields::real(const QString& key) const
{
    const auto value = present(key);
    if (!value)
        return std::nullopt;
    if (value->isDouble())
        return value->toDouble();
    if (value->isString()) {
        bool good = false;
        const double number = value->toString().toDouble(&good);
        if (good && std::isfinite(number))
            return number;
    }
    return wrong(key);
}

std::optional<Instant> Fields::instant(const QString& key) const
{
    const auto value = present(key);
    if (!value)
        return std::nullopt;
    if (value->isString()) {
        if (const auto at = parseInstant(value->toString()))
            return at;
    }
    return wrong(key);
}

std::optional<bool> Fields::boolean(const QString& key) const
{
    const auto value = present(key);
    if (!value)
        return std::nullopt;
    if (value->isBool())
        return value->toBool();
    return wrong(key);
}

std::optional<QJsonObject> Fields::child(const QString& key) const
{
    const auto value = present(key);
    if (!value)
        return std::nullopt;
    if (value->isObject())
        return value->toObject();
    return wrong(key);
}

std::optional<QJsonArray> Fields::list(const QString& key) const
{
    const auto value = present(key);
    if (!value)
        return std::nullopt;
    if (value->isArray())
        return value->toArray();
    return wrong(key);
}

QStringList Fields::texts(const QString& key) const
{
    QStringList result;
    const QJsonArray items = list(key).value_or(QJsonArray{});
    for (const QJsonValue& item : items) {
        if (item.isString())
            result.append(item.toString());
        else
            m_drift.note(key + u": an unexpected type"_s);
    }
    return result;
}

} // namespace ondidesk

} // namespace waydesk::wire
