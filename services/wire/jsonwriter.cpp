// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/jsonwriter.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace waydesk::wire {

void JsonWriter::grow(qsizetype by)
{
    m_bytes.resize(std::max(m_bytes.size() * 2, m_size + by));
    m_data = m_bytes.data();
}

JsonWriter& JsonWriter::open(char bracket)
{
    separate();
    put(bracket);
    m_comma = false;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket)
{
    put(bracket);
    m_comma = true;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name)
{
    separate();
    put('"');
    put(name.data(), static_cast<qsizetype>(name.size()));
    put("\":", 2);
    m_comma = false;
    return *this;
}

JsonWriter& JsonWriter::literal(std::string_view text)
{
    separate();
    put(text.data(), static_cast<qsizetype>(text.size()));
    m_comma = true;
    return *this;
}

JsonWriter& JsonWriter::integer(qint64 number)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    return literal({digits, static_cast<size_t>(end - digits)});
}

JsonWriter& JsonWriter::value(double number)
{
    if (!std::isfinite(number))
        return null(); // JSON has no word for it
    char digits[40];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    return literal({digits, static_cast<size_t>(end - digits)});
}

void JsonWriter::escape(unsigned char c)
{
    switch (c) {
    case '"':
        put("\\\"", 2);
        break;
    case '\\':
        put("\\\\", 2);
        break;
    case '\n':
        put("\\n", 2);
        break;
    case '\r':
        put("\\r", 2);
        break;
    case '\t':
        put("\\t", 2);
        break;
    default: {
        static constexpr char kHex[] = "0123456789abcdef";
        const char escaped[] = {'\\', 'u', '0', '0', kHex[c >> 4], kHex[c & 15]};
        put(escaped, 6);
    }
    }
}

void JsonWriter::escaped(const char* utf8, qsizetype size)
{
    qsizetype plain = 0; // start of the run that needs no escape
    for (qsizetype i = 0; i < size; ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        put(utf8 + plain, i - plain);
        plain = i + 1;
        escape(c);
    }
    put(utf8 + plain, size - plain);
}

JsonWriter& JsonWriter::value(const QString& text)
{
    separate();
    put('"');
    // Ids, codes and words are short ASCII: those go through the stack, without an allocation each.
    char ascii[128];
    const qsizetype size = text.size();
    qsizetype at = 0;
    if (size <= static_cast<qsizetype>(sizeof ascii)) {
        const QChar* chars = text.constData();
        while (at < size && chars[at].unicode() < 0x80) {
            ascii[at] = static_cast<char>(chars[at].unicode());
            ++at;
        }
    }
    if (at == size) {
        escaped(ascii, size);
    } else {
        const QByteArray utf8 = text.toUtf8();
        escaped(utf8.constData(), utf8.size());
    }
    put('"');
    m_comma = true;
    return *this;
}

} // namespace waydesk::wire
