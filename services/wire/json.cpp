// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/json.h"

#include <QJsonArray>
#include <QJsonObject>
#include <limits>
#include <simdjson.h>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire {

namespace {

namespace dom = simdjson::dom;

constexpr size_t kKeptCapacity = size_t{1} << 20; // a thread keeps a parser for bodies up to this many bytes

QString textOf(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

// Recursion is bounded by the parser's own depth limit. `fits` turns false at a number that no exact value can hold.
QJsonValue valueOf(dom::element element, bool& fits)
{
    switch (element.type()) {
    case dom::element_type::ARRAY: {
        QJsonArray array;
        for (const dom::element item : dom::array(element))
            array.append(valueOf(item, fits));
        return array;
    }
    case dom::element_type::OBJECT: {
        QJsonObject object;
        for (const auto field : dom::object(element))
            object.insert(textOf(field.key), valueOf(field.value, fits));
        return object;
    }
    case dom::element_type::INT64:
        return QJsonValue(static_cast<qint64>(int64_t(element)));
    case dom::element_type::UINT64:
        fits = false; // above the largest qint64: a double would round it
        return {};
    case dom::element_type::DOUBLE:
        return QJsonValue(double(element));
    case dom::element_type::STRING:
        return textOf(std::string_view(element));
    case dom::element_type::BOOL:
        return bool(element);
    case dom::element_type::NULL_VALUE:
        return QJsonValue(QJsonValue::Null);
    }
    return QJsonValue(QJsonValue::Undefined);
}

Error malformed(const QString& detail)
{
    Error error;
    error.kind = Error::Kind::Malformed;
    error.detail = detail;
    return error;
}

QString reason(simdjson::error_code code)
{
    switch (code) {
    case simdjson::DEPTH_ERROR:
        return u"JSON is nested too deeply"_s;
    case simdjson::UTF8_ERROR:
        return u"JSON is not valid UTF-8"_s;
    case simdjson::EMPTY:
        return u"JSON is empty"_s;
    case simdjson::CAPACITY:
        return u"JSON is too large"_s;
    default: // every other code is a fault of syntax, and new ones will be too
        return u"JSON is malformed: "_s + QString::fromUtf8(simdjson::error_message(code));
    }
}

Result<QJsonValue> parseWith(dom::parser& parser, QByteArrayView bytes, int maxDepth)
{
    const auto size = static_cast<size_t>(bytes.size());
    const auto depth = static_cast<size_t>(maxDepth);
    if (parser.capacity() < size || parser.max_depth() != depth) {
        const size_t wanted = std::max(size, parser.capacity());
        if (const auto failed = parser.allocate(std::max<size_t>(wanted, 256), depth))
            return malformed(reason(failed));
    }
    dom::element root;
    if (const auto failed = parser.parse(bytes.data(), size).get(root))
        return malformed(reason(failed));
    bool fits = true;
    const QJsonValue value = valueOf(root, fits);
    if (!fits)
        return malformed(u"JSON holds an integer that is too large"_s);
    return value;
}

} // namespace

Result<QJsonValue> parseJson(QByteArrayView bytes, int maxDepth)
{
    if (bytes.isEmpty())
        return malformed(u"JSON is empty"_s);
    if (static_cast<size_t>(bytes.size()) > kKeptCapacity) {
        dom::parser once;
        return parseWith(once, bytes, maxDepth);
    }
    thread_local dom::parser kept;
    return parseWith(kept, bytes, maxDepth);
}

} // namespace waydesk::wire
