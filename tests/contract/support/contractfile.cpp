// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/support/contractfile.h"

#include "services/domain/instant.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::contract {

namespace {

bool isPlaceholder(const QString& text)
{
    return text.startsWith(u"{{") || text.startsWith(u'<');
}

// Keys whose text is a promise, not an example.
bool carriesMeaning(const QString& path, const QString& key)
{
    if (key == u"code")
        return path == key; // further in it is a zone's or a warehouse's
    static const QSet<QString> keys{
        u"message"_s,         u"field"_s,       u"status"_s,           u"label"_s,          u"event_type"_s,
        u"previous_status"_s, u"new_status"_s,  u"actor_role"_s,       u"scope"_s,          u"reason"_s,
        u"carrier_type"_s,    u"origin_type"_s, u"destination_type"_s, u"exception_type"_s, u"resolution_type"_s,
        u"trigger_point"_s,   u"reason_code"_s, u"trip_type"_s,        u"stop_type"_s,      u"return_status"_s};
    return keys.contains(key);
}

QString kindOf(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return u"boolean"_s;
    case QJsonValue::Double:
        return u"number"_s;
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Array:
        return u"array"_s;
    case QJsonValue::Object:
        return u"object"_s;
    case QJsonValue::Undefined:
        return u"nothing"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

ContractFile::ContractFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qUtf8Printable(path));
    for (const QJsonValue& call : QJsonDocument::fromJson(file.readAll()).array()) {
        for (const QJsonValue& response : call[u"responses"].toArray()) {
            Documented one{call[u"title"].toString(),
                           call[u"method"].toString(),
                           call[u"path"].toString(),
                           response[u"name"].toString(),
                           call[u"body"],
                           response[u"status"].toInt(),
                           response[u"body"].toObject()};
            learn({}, one.body);
            m_responses.append(std::move(one));
        }
    }
}

void ContractFile::learn(const QString& key, const QJsonValue& value)
{
    if (value.isNull()) {
        m_nullable.insert(key);
        return;
    }
    if (!m_shown.contains(key))
        m_shown.insert(key, value);
    if (value.isArray()) {
        for (const QJsonValue& item : value.toArray())
            learn({}, item);
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        learn(it.key(), it.value());
}

QStringList ContractFile::differences(const QJsonObject& documented, const QJsonObject& answer,
                                      const Allowance& allowed) const
{
    QStringList found;
    compareObjects({}, documented, answer, allowed, found);
    return found;
}

void ContractFile::compareObjects(const QString& path, const QJsonObject& documented, const QJsonObject& answer,
                                  const Allowance& allowed, QStringList& found) const
{
    const auto at = [&path](const QString& key) { return path.isEmpty() ? key : QString(path + u'.' + key); };
    if (path.endsWith(u"status_breakdown")) { // its keys are data
        for (const QJsonValue& value : answer) {
            if (!value.isDouble())
                found.append(path + u": a count is no number"_s);
        }
        if (answer.isEmpty())
            found.append(path + u": empty"_s);
        return;
    }
    for (auto it = documented.begin(); it != documented.end(); ++it) {
        if (answer.contains(it.key())) {
            compare(at(it.key()), it.key(), it.value(), answer.value(it.key()), allowed, found);
        } else {
            found.append(at(it.key()) + u": missing"_s);
        }
    }
    for (auto it = answer.begin(); it != answer.end(); ++it) {
        if (!documented.contains(it.key()) && !allowed.added.contains(it.key()))
            found.append(at(it.key()) + u": not documented"_s);
    }
}

void ContractFile::compareArrays(const QString& path, const QString& key, const QJsonArray& documented,
                                 const QJsonArray& answer, const Allowance& allowed, QStringList& found) const
{
    if (documented.isEmpty())
        return;
    if (answer.isEmpty()) {
        found.append(path + u": empty, so it proves nothing"_s);
        return;
    }
    if (key == u"statuses" || key == u"details") { // the whole list is the promise
        if (documented.size() != answer.size())
            found.append(path + u": has another length"_s);
        for (qsizetype i = 0; i < std::min(documented.size(), answer.size()); ++i)
            compare(u"%1[%2]"_s.arg(path).arg(i), {}, documented[i], answer[i], allowed, found);
        return;
    }
    if (key == u"status_updates") { // each documented event has its like
        for (const QJsonValue& event : documented) {
            const auto like = std::find_if(answer.begin(), answer.end(), [&](const QJsonValue& one) {
                return one[u"event_type"] == event[u"event_type"];
            });
            const QString where = path + u'[' + event[u"event_type"].toString() + u']';
            if (like == answer.end()) {
                found.append(where + u": missing"_s);
            } else {
                compare(where, {}, event, *like, allowed, found);
            }
        }
        return;
    }
    for (qsizetype i = 0; i < answer.size(); ++i)
        compare(u"%1[%2]"_s.arg(path).arg(i), {}, documented[std::min(i, documented.size() - 1)], answer[i], allowed,
                found);
}

void ContractFile::compare(const QString& path, const QString& key, const QJsonValue& documented,
                           const QJsonValue& answer, const Allowance& allowed, QStringList& found) const
{
    if (documented.isNull() && !answer.isNull()) {
        // "data": null of a failure is a promise; elsewhere another response must show the value.
        if (key == u"data" || !m_shown.contains(key)) {
            found.append(path + u": should be null"_s);
        } else {
            compare(path, key, m_shown.value(key), answer, allowed, found);
        }
        return;
    }
    if (answer.isNull()) {
        if (!documented.isNull() && !m_nullable.contains(key) && !allowed.mayBeNull.contains(path))
            found.append(path + u": is null, which no response shows"_s);
        return;
    }
    if (documented.type() != answer.type()) {
        found.append(u"%1: is %2, documented %3"_s.arg(path, kindOf(answer), kindOf(documented)));
        return;
    }
    if (documented.isObject()) {
        compareObjects(path, documented.toObject(), answer.toObject(), allowed, found);
    } else if (documented.isArray()) {
        compareArrays(path, key, documented.toArray(), answer.toArray(), allowed, found);
    } else if (documented.isBool()) {
        if (documented != answer)
            found.append(path + u": is the opposite"_s);
    } else if (documented.isString()) {
        const QString text = documented.toString();
        if (isPlaceholder(text)) {
            if (answer.toString().isEmpty())
                found.append(path + u": empty"_s);
        } else if (carriesMeaning(path, key) && !allowed.anyWord.contains(path)) {
            if (answer.toString() != text)
                found.append(u"%1: is \"%2\", documented \"%3\""_s.arg(path, answer.toString(), text));
        } else if (parseInstant(text) && !parseInstant(answer.toString())) {
            found.append(path + u": no instant"_s);
        }
    } else if ((key == u"page" || key == u"limit" || key == u"per_page") && documented != answer) {
        found.append(path + u": another number"_s);
    }
}

} // namespace waydesk::contract
