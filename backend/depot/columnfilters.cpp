// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/columnfilters.h"

#include "services/wire/fieldreader.h"
#include "services/wire/json.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr qsizetype kLongestText = 200;

class FilterReader
{
public:
    FilterReader(Call& call, Where& where, QList<FieldError>& faults)
        : m_call(call)
        , m_where(where)
        , m_faults(faults)
    {
    }

    void read(const QString& column, const QJsonValue& value)
    {
        m_column = column;
        if (value.isString() && value.toString().isEmpty())
            return; // a cleared filter
        if (column == u"delivery_code"_s) {
            part("LOWER(d.delivery_code) LIKE ? ESCAPE '\\'", value);
        } else if (column == u"barcode"_s) {
            part("LOWER(d.barcode) LIKE ? ESCAPE '\\'", value);
        } else if (column == u"external_reference_id"_s) {
            part("LOWER(d.external_reference_id) LIKE ? ESCAPE '\\'", value);
        } else if (column == u"customer"_s) {
            part("LOWER(d.customer_name) LIKE ? ESCAPE '\\'", value);
        } else if (column == u"pickup"_s) {
            part("(LOWER(d.pickup_address) LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM zone z"
                 " WHERE z.id = d.pickup_zone_id AND z.search_text LIKE ? ESCAPE '\\'))",
                 value, 2);
        } else if (column == u"delivery"_s) {
            part("(LOWER(d.dropoff_address) LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM zone z"
                 " WHERE z.id = d.dropoff_zone_id AND z.search_text LIKE ? ESCAPE '\\'))",
                 value, 2);
        } else if (column == u"status"_s) {
            status(value);
        } else if (column == u"payment_method"_s) {
            if (const auto text = textOf(value))
                m_where.add("LOWER(d.payment_method) = ?", {bound(text->toLower())});
        } else if (column == u"unit_size"_s) {
            range("d.unit_size", value, [this](const QJsonValue& v) { return units(v); });
        } else if (column == u"cod_amount"_s) {
            range("d.cod_amount", value, [this](const QJsonValue& v) { return money(v); });
        } else if (column == u"created_at"_s) {
            created(value);
        } else {
            refuse(u"Unknown column"_s);
        }
    }

private:
    void refuse(const QString& message) { m_faults.append({u"column_filters."_s + m_column, message}); }

    std::optional<QString> textOf(const QJsonValue& value)
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
    static QString wholeText(const QJsonValue& value)
    {
        const auto quantity = wire::quantityOf(value);
        return quantity ? quantity->text() : QString();
    }

    void part(std::string_view condition, const QJsonValue& value, int times = 1)
    {
        const auto text = textOf(value);
        if (!text)
            return;
        m_where.add(condition);
        for (int i = 0; i < times; ++i)
            m_where.values.push_back(containing(*text));
    }

    void status(const QJsonValue& value)
    {
        const auto known = parseWord<DeliveryStatus>(value.toString());
        if (known) {
            m_where.add("d.status = ?", {bound(word(*known))});
        } else {
            refuse(u"Input should be a delivery status"_s);
        }
    }

    std::optional<qint64> units(const QJsonValue& value)
    {
        const auto quantity = wire::quantityOf(value);
        if (quantity)
            return quantity->thousandths;
        refuse(u"Input should be a valid number"_s);
        return std::nullopt;
    }
    std::optional<qint64> money(const QJsonValue& value)
    {
        const auto quantity = wire::quantityOf(value);
        if (quantity && quantity->isWhole())
            return quantity->wholeUnits();
        refuse(u"Input should be a whole number"_s);
        return std::nullopt;
    }

    // The two bounds of an object; false where it is none, or has other keys, or neither.
    bool boundsOf(const QJsonObject& object, const QString& low, const QString& high)
    {
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.key() != low && it.key() != high)
                return false;
        }
        return !object.isEmpty();
    }

    template<class Read>
    void range(const std::string& column, const QJsonValue& value, Read read)
    {
        if (!value.isObject()) {
            if (const auto exact = read(value))
                m_where.add(column + " = ?", {*exact});
            return;
        }
        const QJsonObject object = value.toObject();
        if (!boundsOf(object, u"min"_s, u"max"_s)) {
            refuse(u"Input should be a value or {\"min\", \"max\"}"_s);
            return;
        }
        std::optional<qint64> least, most;
        if (object.contains(u"min"_s) && (least = read(object.value(u"min"_s))))
            m_where.add(column + " >= ?", {*least});
        if (object.contains(u"max"_s) && (most = read(object.value(u"max"_s))))
            m_where.add(column + " <= ?", {*most});
        if (least && most && *least > *most)
            refuse(u"min should not be greater than max"_s);
    }

    void created(const QJsonValue& value)
    {
        if (!value.isObject()) {
            add(u">="_s, value);
            add(u"<="_s, value);
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
            add(u">="_s, object.value(low));
        if (object.contains(high))
            add(u"<="_s, object.value(high));
    }

    // A day stands for its whole length: ">=" its start, "<=" its end. An instant stands for itself.
    void add(const QString& relation, const QJsonValue& value)
    {
        const QString text = value.toString();
        const bool upper = relation == u"<="_s;
        if (const QDate day = QDate::fromString(text, Qt::ISODate); text.size() == 10 && day.isValid()) {
            const QTimeZone zone = zoneOfTenant(m_call);
            m_where.add(upper ? "d.created_at < ?" : "d.created_at >= ?",
                        {bound(startOfDay(upper ? day.addDays(1) : day, zone))});
        } else if (const auto instant = parseInstant(text)) {
            m_where.add(upper ? "d.created_at <= ?" : "d.created_at >= ?", {bound(*instant)});
        } else if (!upper || m_faults.isEmpty() || m_faults.last().field != u"column_filters."_s + m_column) {
            refuse(u"Input should be a valid date"_s);
        }
    }

    Call& m_call;
    Where& m_where;
    QList<FieldError>& m_faults;
    QString m_column;
};

} // namespace

Result<Where> columnFilters(Call& call, const QString& json)
{
    Where where;
    if (json.isEmpty())
        return where;
    const auto parsed = wire::parseJson(json.toUtf8(), 4);
    if (!parsed || !parsed->isObject())
        return wire::badRequest(u"column_filters"_s, u"Input should be a JSON object"_s);
    QList<FieldError> faults;
    FilterReader reader(call, where, faults);
    const QJsonObject object = parsed->toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        reader.read(it.key(), it.value());
    if (!faults.isEmpty())
        return wire::badRequest(faults);
    return where;
}

} // namespace waydesk::backend
