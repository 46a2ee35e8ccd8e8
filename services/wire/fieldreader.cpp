// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/fieldreader.h"

#include "services/wire/json.h"

#include <QJsonArray>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire {

FieldReader::FieldReader(QJsonObject object, QList<FieldError>& faults, QString path, QString requiredWords)
    : m_object(std::move(object))
    , m_faults(faults)
    , m_path(std::move(path))
    , m_requiredWords(std::move(requiredWords))
{
}

bool FieldReader::has(const QString& key) const
{
    const QJsonValue value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

void FieldReader::refuse(const QString& key, const QString& message)
{
    m_faults.append({m_path.isEmpty() ? key : QString(m_path + u'.' + key), message});
}

bool FieldReader::missing(const QString& key, Need need)
{
    if (has(key))
        return false;
    if (need == Need::Required)
        refuse(key, m_requiredWords);
    return true;
}

namespace {

// The fault of a text, or empty.
QString faultOf(const QString& text, qsizetype least, qsizetype most)
{
    if (text.size() < least)
        return least == 1 ? u"String should not be empty"_s : u"String should have at least %1 characters"_s.arg(least);
    if (text.size() > most)
        return u"String should have at most %1 characters"_s.arg(most);
    if (text.contains(QChar(u'\0')))
        return u"String should not contain U+0000"_s;
    return {};
}

} // namespace

std::optional<QString> FieldReader::text(const QString& key, Need need, qsizetype least, qsizetype most)
{
    if (missing(key, need))
        return std::nullopt;
    const QJsonValue value = m_object.value(key);
    if (!value.isString()) {
        refuse(key, u"Input should be a valid string"_s);
        return std::nullopt;
    }
    const QString text = value.toString();
    if (const QString fault = faultOf(text, least, most); !fault.isEmpty()) {
        refuse(key, fault);
        return std::nullopt;
    }
    return text;
}

std::optional<QStringList> FieldReader::texts(const QString& key, Need need, qsizetype least, qsizetype most,
                                              qsizetype longest)
{
    if (missing(key, need))
        return std::nullopt;
    const QJsonValue value = m_object.value(key);
    if (!value.isArray()) {
        refuse(key, u"Input should be a valid list"_s);
        return std::nullopt;
    }
    const QJsonArray array = value.toArray();
    if (array.size() < least || array.size() > most) {
        refuse(key, array.size() < least ? u"List should have at least %1 items"_s.arg(least)
                                         : u"List should have at most %1 items"_s.arg(most));
        return std::nullopt;
    }
    QStringList texts;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString at = key + u'.' + QString::number(i);
        if (!array.at(i).isString()) {
            refuse(at, u"Input should be a valid string"_s);
            return std::nullopt;
        }
        const QString text = array.at(i).toString();
        if (const QString fault = faultOf(text, 1, longest); !fault.isEmpty()) {
            refuse(at, fault);
            return std::nullopt;
        }
        texts.append(text);
    }
    return texts;
}

std::optional<double> FieldReader::number(const QString& key, Need need, double least, double most)
{
    if (missing(key, need))
        return std::nullopt;
    const QJsonValue value = m_object.value(key);
    if (!value.isDouble()) {
        refuse(key, u"Input should be a valid number"_s);
        return std::nullopt;
    }
    const double number = value.toDouble();
    if (!(number >= least && number <= most)) {
        refuse(key, u"Input should be from %1 to %2"_s.arg(least).arg(most));
        return std::nullopt;
    }
    return number;
}

std::optional<bool> FieldReader::boolean(const QString& key, Need need)
{
    if (missing(key, need))
        return std::nullopt;
    const QJsonValue value = m_object.value(key);
    if (!value.isBool()) {
        refuse(key, u"Input should be a valid boolean"_s);
        return std::nullopt;
    }
    return value.toBool();
}

std::optional<QJsonObject> FieldReader::object(const QString& key, Need need)
{
    if (missing(key, need))
        return std::nullopt;
    const QJsonValue value = m_object.value(key);
    if (!value.isObject()) {
        refuse(key, u"Input should be a valid object"_s);
        return std::nullopt;
    }
    return value.toObject();
}

std::optional<Quantity> FieldReader::quantity(const QString& key, Need need, Quantity least, Quantity most)
{
    if (missing(key, need))
        return std::nullopt;
    const QJsonValue value = m_object.value(key);
    const std::optional<Quantity> quantity = quantityOf(value);
    if (!quantity) {
        refuse(key, u"Input should be a valid number"_s);
        return std::nullopt;
    }
    if (*quantity < least || *quantity > most) {
        refuse(key, u"Input should be from %1 to %2"_s.arg(least.text(), most.text()));
        return std::nullopt;
    }
    return quantity;
}

std::optional<Quantity> quantityOf(const QJsonValue& value)
{
    if (value.isString())
        return Quantity::parse(value.toString());
    if (!value.isDouble())
        return std::nullopt;
    const double number = value.toDouble();
    if (!(number > -1e9 && number < 1e9))
        return std::nullopt;
    return Quantity::parse(QString::number(number, 'f', QLocale::FloatingPointShortest));
}

Error badRequest(QList<FieldError> faults)
{
    Error error;
    error.kind = Error::Kind::Rejected;
    error.status = 400;
    error.vendorText = faults.isEmpty() ? u"Invalid request"_s : faults.first().message;
    error.fields = std::move(faults);
    return error;
}

Error badRequest(const QString& field, const QString& message)
{
    return badRequest(QList<FieldError>{{field, message}});
}

Result<QJsonObject> requestObject(QByteArrayView body)
{
    if (body.trimmed().isEmpty())
        return QJsonObject();
    const Result<QJsonValue> parsed = parseJson(body);
    if (!parsed)
        return badRequest(u"body"_s, parsed.error().detail);
    if (!parsed->isObject())
        return badRequest(u"body"_s, u"Input should be a valid object"_s);
    return parsed->toObject();
}

} // namespace waydesk::wire
