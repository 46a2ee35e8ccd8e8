// SPDX-License-Identifier: GPL-3.0-or-later
// Writes compact JSON straight into bytes, in the order that it is told: no tree in between. Keys are ASCII literals.
// Commas are its business; balancing begin and end is the caller's. A double is written so that it reads back the same.
#pragma once

#include "services/domain/id.h"
#include "services/domain/instant.h"

#include <QByteArray>
#include <QString>
#include <concepts>
#include <cstring>
#include <optional>
#include <string_view>

namespace waydesk::wire {

class JsonWriter
{
public:
    explicit JsonWriter(qsizetype reserve = 1024)
        : m_bytes(reserve, Qt::Uninitialized)
        , m_data(m_bytes.data())
    {
    }
    JsonWriter(const JsonWriter&) = delete;
    JsonWriter& operator=(const JsonWriter&) = delete;
    JsonWriter(JsonWriter&&) = default; // the bytes stay where they are
    JsonWriter& operator=(JsonWriter&&) = delete;

    JsonWriter& beginObject() { return open('{'); }
    JsonWriter& endObject() { return close('}'); }
    JsonWriter& beginArray() { return open('['); }
    JsonWriter& endArray() { return close(']'); }
    JsonWriter& key(std::string_view name);

    JsonWriter& null() { return literal("null"); }
    JsonWriter& value(const QString& text);
    JsonWriter& value(std::same_as<bool> auto flag) { return literal(flag ? "true" : "false"); }
    JsonWriter& value(std::integral auto number) requires(!std::same_as<decltype(number), bool>)
    {
        return integer(static_cast<qint64>(number));
    }
    JsonWriter& value(double number);
    JsonWriter& value(Instant instant) { return value(formatInstant(instant)); }
    template<class Tag>
    JsonWriter& value(const Id<Tag>& id)
    {
        return value(id.value);
    }
    template<class T>
    JsonWriter& value(const std::optional<T>& maybe)
    {
        return maybe ? value(*maybe) : null();
    }
    JsonWriter& raw(QByteArrayView json) { return literal({json.data(), static_cast<size_t>(json.size())}); }

    template<class T>
    JsonWriter& field(std::string_view name, const T& what)
    {
        return key(name).value(what);
    }
    JsonWriter& nullField(std::string_view name) { return key(name).null(); }

    QByteArray take() // once
    {
        m_bytes.truncate(m_size);
        return std::move(m_bytes);
    }

private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    JsonWriter& literal(std::string_view text);
    JsonWriter& integer(qint64 number);
    void escape(unsigned char c);
    void escaped(const char* utf8, qsizetype size);
    void separate()
    {
        if (m_comma)
            put(',');
    }
    void put(char byte)
    {
        if (m_size == m_bytes.size())
            grow(1);
        m_data[m_size++] = byte;
    }
    void put(const char* bytes, qsizetype size)
    {
        if (size == 0)
            return;
        if (size > m_bytes.size() - m_size)
            grow(size);
        std::memcpy(m_data + m_size, bytes, static_cast<size_t>(size));
        m_size += size;
    }
    void grow(qsizetype by);

    QByteArray m_bytes; // as long as there is room; the first m_size are written
    char* m_data;
    qsizetype m_size = 0;
    bool m_comma = false;
};

} // namespace waydesk::wire
