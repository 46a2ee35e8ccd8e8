// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/body.h"

#include "services/wire/json.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr int kMostErrors = 50;

} // namespace

FieldReader::FieldReader(const Request& request)
    : m_findings(std::make_shared<Findings>())
{
    if (request.body.isEmpty())
        return;
    const Result<QJsonValue> document = wire::parseJson(request.body);
    if (!document)
        m_findings->broken = u"The body is not valid JSON"_s;
    else if (!document->isObject())
        m_findings->broken = u"The body must be a JSON object"_s;
    else
        m_object = document->toObject();
}

Response FieldReader::failure() const
{
    if (!m_findings->broken.isEmpty())
        return backend::failure(400, u"invalid_json"_s, m_findings->broken);
    return invalidFields(m_findings->errors);
}

void FieldReader::reject(const QString& name, const QString& message)
{
    if (m_findings->errors.size() < kMostErrors)
        m_findings->errors.append({m_prefix + name, message});
}

bool FieldReader::fits(const QString& name, const QString& text, int longest)
{
    if (text.size() > longest) {
        reject(name, u"Must be at most %1 characters"_s.arg(longest));
        return false;
    }
    if (text.contains(QChar(u'\0'))) {
        reject(name, u"Must not contain a null character"_s);
        return false;
    }
    return true;
}

QString FieldReader::requiredText(const QString& name, int longest)
{
    if (!hasValue(name)) {
        reject(name, m_findings->required);
        return {};
    }
    const std::optional<QString> read = text(name, longest);
    if (read && read->trimmed().isEmpty())
        reject(name, m_findings->required);
    return read.value_or(QString());
}

std::optional<QString> FieldReader::text(const QString& name, int longest)
{
    if (!hasValue(name))
        return std::nullopt;
    const QJsonValue came = m_object.value(name);
    if (!came.isString()) {
        reject(name, u"Must be text"_s);
        return std::nullopt;
    }
    const QString read = came.toString();
    if (!fits(name, read, longest))
        return std::nullopt;
    return read;
}

double FieldReader::requiredNumber(const QString& name, double least, double most)
{
    if (!hasValue(name))
        reject(name, m_findings->required);
    return number(name, least, most).value_or(least);
}

std::optional<double> FieldReader::number(const QString& name, double least, double most)
{
    if (!hasValue(name))
        return std::nullopt;
    const QJsonValue came = m_object.value(name);
    const double read = came.toDouble();
    if (!came.isDouble() || !std::isfinite(read)) {
        reject(name, u"Must be a number"_s);
        return std::nullopt;
    }
    if (read < least || read > most) {
        reject(name, u"Must be between %1 and %2"_s.arg(least).arg(most));
        return std::nullopt;
    }
    return read;
}

std::optional<qint64> FieldReader::integer(const QString& name, qint64 least, qint64 most)
{
    if (!hasValue(name))
        return std::nullopt;
    const QJsonValue came = m_object.value(name);
    // toInteger answers its default where the number has a fraction; two defaults tell that apart from the number.
    const qint64 read = came.toInteger(0);
    if (!came.isDouble() || came.toInteger(1) != read) {
        reject(name, u"Must be a whole number"_s);
        return std::nullopt;
    }
    if (read < least || read > most) {
        reject(name, u"Must be between %1 and %2"_s.arg(least).arg(most));
        return std::nullopt;
    }
    return read;
}

std::optional<bool> FieldReader::boolean(const QString& name)
{
    if (!hasValue(name))
        return std::nullopt;
    const QJsonValue came = m_object.value(name);
    if (!came.isBool()) {
        reject(name, u"Must be true or false"_s);
        return std::nullopt;
    }
    return came.toBool();
}

std::optional<QStringList> FieldReader::texts(const QString& name, int most, int longest)
{
    if (!hasValue(name))
        return std::nullopt;
    const QJsonValue came = m_object.value(name);
    if (!came.isArray()) {
        reject(name, u"Must be a list"_s);
        return std::nullopt;
    }
    const QJsonArray array = came.toArray();
    if (array.size() > most) {
        reject(name, u"Must have at most %1 entries"_s.arg(most));
        return std::nullopt;
    }
    QStringList read;
    for (const QJsonValue& entry : array) {
        if (!entry.isString()) {
            reject(name, u"Must be a list of texts"_s);
            return std::nullopt;
        }
        if (!fits(name, entry.toString(), longest))
            return std::nullopt;
        read.append(entry.toString());
    }
    return read;
}

std::optional<FieldReader> FieldReader::object(const QString& name)
{
    if (!hasValue(name))
        return std::nullopt;
    const QJsonValue came = m_object.value(name);
    if (!came.isObject()) {
        reject(name, u"Must be an object"_s);
        return std::nullopt;
    }
    return FieldReader(came.toObject(), m_prefix + name + u'.', m_findings);
}

QList<FieldReader> FieldReader::objects(const QString& name, int most)
{
    if (!hasValue(name))
        return {};
    const QJsonValue came = m_object.value(name);
    if (!came.isArray() || came.toArray().size() > most) {
        reject(name, came.isArray() ? u"Must have at most %1 entries"_s.arg(most) : u"Must be a list"_s);
        return {};
    }
    QList<FieldReader> read;
    for (const QJsonValue& entry : came.toArray()) {
        if (!entry.isObject()) {
            reject(name, u"Must be a list of objects"_s);
            return {};
        }
        read.append(FieldReader(entry.toObject(), u"%1%2[%3]."_s.arg(m_prefix, name).arg(read.size()), m_findings));
    }
    return read;
}

} // namespace waydesk::backend
