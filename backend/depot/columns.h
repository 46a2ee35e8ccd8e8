// SPDX-License-Identifier: GPL-3.0-or-later
// Values to bind, and columns read one after the other in the order of their SELECT.
#pragma once

#include "backend/storage/connection.h"
#include "services/domain/delivery.h"

#include <string>

namespace waydesk::backend {

inline Value bound(const QString& text)
{
    return text.isNull() ? QString(QLatin1StringView("")) : text; // a null QString would be bound as NULL
}
inline Value bound(Instant at)
{
    return static_cast<qint64>(at.time_since_epoch().count());
}
inline Value bound(Quantity quantity)
{
    return quantity.thousandths;
}
inline Value bound(double number)
{
    return number;
}
inline Value bound(qint64 number)
{
    return number;
}
template<class Tag>
Value bound(const Id<Tag>& id)
{
    return bound(id.value);
}
template<class T>
Value bound(const std::optional<T>& maybe)
{
    return maybe ? bound(*maybe) : Value{};
}

// Since 1970, in UTC: what is counted and kept by the day.
inline qint64 dayOf(Instant at)
{
    return std::chrono::floor<std::chrono::days>(at).time_since_epoch().count();
}

class ColumnReader
{
public:
    explicit ColumnReader(Rows& rows)
        : m_rows(rows)
    {
    }

    QString text() { return m_rows.text(m_at++); } // NULL reads as null
    std::optional<QString> maybeText()
    {
        const int at = m_at++;
        return m_rows.isNull(at) ? std::nullopt : std::optional(m_rows.text(at));
    }
    qint64 integer() { return m_rows.integer(m_at++); }
    std::optional<qint64> maybeInteger()
    {
        const int at = m_at++;
        return m_rows.isNull(at) ? std::nullopt : std::optional(m_rows.integer(at));
    }
    double real() { return m_rows.real(m_at++); }
    bool flag() { return integer() != 0; }
    Quantity quantity() { return {integer()}; }
    std::optional<Quantity> maybeQuantity()
    {
        const int at = m_at++;
        return m_rows.isNull(at) ? std::nullopt : std::optional(Quantity{m_rows.integer(at)});
    }
    Instant instant() { return Instant{std::chrono::microseconds{integer()}}; }
    std::optional<Instant> maybeInstant()
    {
        const int at = m_at++;
        return m_rows.isNull(at) ? std::nullopt : std::optional(Instant{std::chrono::microseconds{m_rows.integer(at)}});
    }
    template<class AnyId>
    std::optional<AnyId> maybeId()
    {
        std::optional<QString> text = maybeText();
        return text ? std::optional(AnyId{std::move(*text)}) : std::nullopt;
    }
    QByteArray bytes() { return m_rows.bytes(m_at++); }

    std::optional<Place> place(); // the ten columns of placeColumns(); nullopt where the address is NULL
    template<class Ref>
    std::optional<Ref> ref() // id, name, code
    {
        std::optional<QString> id = maybeText();
        Ref ref{{id.value_or(QString())}, text(), text()};
        return id ? std::optional(std::move(ref)) : std::nullopt;
    }
    std::optional<UserRef> user(); // id, full_name, email, phone, avatar_url

private:
    Rows& m_rows;
    int m_at = 0;
};

// "d.pickup" → "d.pickup_id, d.pickup_address, …"
std::string placeColumns(const std::string& prefix);
void appendPlace(std::vector<Value>& values, const std::optional<Place>& place); // in the same order

} // namespace waydesk::backend
