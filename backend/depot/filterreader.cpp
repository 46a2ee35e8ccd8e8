// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/filterreader.h"

#include "services/wire/fieldreader.h"
#include "services/wire/json.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr qsizetype kLongestText = 200;

QString wholeText(const QJsonValue& value)
{
    const auto quantity = wire::quantityOf(value);
    return quantity ? quantity->text() : QString();
}

} // namespace

Result<Where> FilterReader::readAll(const QString& json)
{
    if (json.isEmpty())
        return m_where;
    const auto parsed = wire::parseJson(json.toUtf8(), 4);
    if (!parsed || !parsed->isObject())
        return wire::badRequest(u"column_filters"_s, u"Input should be a JSON object"_s);
    const QJsonObject object = parsed->toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        m_column = it.key();
        const QJsonValue value = it.value();
        if (!(value.isString() && value.toString().isEmpty()))
            read(it.key(), value);
    }
    if (!m_faults.isEmpty())
        return wire::badRequest(m_faults);
    return std::move(m_where);
}

void FilterReader::refuse(const QString& message)
{
    m_faults.append({u"column_filters."_s + m_column, message});
}

std::optional<QString> FilterReader::textOf(const QJsonValue& value)
{
    // Codes are numbers in some calls and text in others; a filter may be either.
    const QString text = value.isDouble() ? wholeText(value) : value.toString();
    if (text.isEmpty()) {
        refuse(u"Input should be a valid string"_s);
        return std::nullopt;
    }
    if (text.size() > kLongestText || text.contains(QChar(u'\0'))) {
        refuse(u"String should have at most %1 characters"_s.arg(kLongestText));
        return std::nullopt;
    }
    return text;
}

void FilterReader::part(std::string_view condition, const QJsonValue& value, int times)
{
    const auto text = textOf(value);
    if (!text)
        return;
    m_where.add(condition);
    for (int i = 0; i < times; ++i)
        m_where.values.push_back(containing(*text));
}

bool FilterReader::boundsOf(const QJsonObject& object, const QString& low, const QString& high)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() != low && it.key() != high)
            return false;
    }
    return !object.isEmpty();
}

void FilterReader::dates(const std::string& column, const QJsonValue& value)
{
    if (!value.isObject()) {
        date(column, Bound::Lower, value);
        date(column, Bound::Upper, value);
        return;
    }
    const QJsonObject object = value.toObject();
    const bool named = boundsOf(object, u"from"_s, u"to"_s);
    if (!named && !boundsOf(object, u"min"_s, u"max"_s)) {
        refuse(u"Input should be a date, {\"from\", \"to\"} or {\"min\", \"max\"}"_s);
        return;
    }
    const QString low = named ? u"from"_s : u"min"_s, high = named ? u"to"_s : u"max"_s;
    if (object.contains(low))
        date(column, Bound::Lower, object.value(low));
    if (object.contains(high))
        date(column, Bound::Upper, object.value(high));
}

void FilterReader::date(const std::string& column, Bound side, const QJsonValue& value)
{
    const QString text = value.toString();
    const bool upper = side == Bound::Upper;
    if (const QDate day = QDate::fromString(text, Qt::ISODate); text.size() == 10 && day.isValid()) {
        const QTimeZone zone = zoneOfTenant(m_call);
        m_where.add(column + (upper ? " < ?" : " >= ?"), {bound(startOfDay(upper ? day.addDays(1) : day, zone))});
    } else if (const auto instant = parseInstant(text)) {
        m_where.add(column + (upper ? " <= ?" : " >= ?"), {bound(*instant)});
    } else if (!upper || m_faults.isEmpty() || m_faults.last().field != u"column_filters."_s + m_column) {
        refuse(u"Input should be a valid date"_s);
    }
}

} // namespace waydesk::backend
