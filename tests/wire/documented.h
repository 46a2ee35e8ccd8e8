// SPDX-License-Identifier: GPL-3.0-or-later
// The documented responses from the contract's file, and decoded values written back under the document's names, so
// that the two can be compared field by field.
#pragma once

#include "services/wire/answers.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace waydesk::test {

using namespace Qt::Literals::StringLiterals;

struct Documented
{
    QString call, name;
    int status = 0;
    QJsonObject body;
};

inline QList<Documented> documented(const QString& document = u"ondi-waybills"_s)
{
    QFile file(QStringLiteral(WAYDESK_SOURCE_DIR "/tests/contract/data/%1.json").arg(document));
    if (!file.open(QFile::ReadOnly))
        return {};
    QList<Documented> all;
    for (const QJsonValue& call : QJsonDocument::fromJson(file.readAll()).array()) {
        for (const QJsonValue& response : call[u"responses"].toArray())
            all.append({call[u"title"].toString(), response[u"name"].toString(), response[u"status"].toInt(),
                        response[u"body"].toObject()});
    }
    return all;
}

inline QByteArray bytes(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// The decoded values written back, field by field, under the document's names.
using Back = QHash<QString, QJsonValue>;

// Every key of `doc` is in `back` (or is checked elsewhere), with the document's own value.
inline void compare(const QJsonObject& doc, const Back& back, const QSet<QString>& elsewhere = {})
{
    for (auto it = doc.begin(); it != doc.end(); ++it) {
        if (elsewhere.contains(it.key()))
            continue;
        QVERIFY2(back.contains(it.key()), qPrintable(u"nobody reads "_s + it.key()));
        QJsonValue want = *it;
        if (it.key().endsWith(u"_at") || it.key().endsWith(u"timestamp") || it.key().endsWith(u"_time"))
            want = want.isNull() ? want : QJsonValue(formatInstant(*parseInstant(want.toString())));
        if (it.key() == u"delivery_code" && want.isDouble())
            want = QString::number(want.toInteger()); // a number in some calls, text in others
        QVERIFY2(back.value(it.key()) == want, qPrintable(it.key()));
    }
}

template<class IdType>
QJsonValue text(const std::optional<IdType>& id)
{
    return id ? QJsonValue(id->value) : QJsonValue(QJsonValue::Null);
}
inline QJsonValue text(const std::optional<QString>& value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}
inline QJsonValue orNull(const QString& value)
{
    return value.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
}
inline QJsonValue text(const std::optional<Instant>& at)
{
    return at ? QJsonValue(formatInstant(*at)) : QJsonValue(QJsonValue::Null);
}

inline Back back(const Place& p)
{
    return {{u"id"_s, text(p.id)},
            {u"full_address"_s, p.fullAddress},
            {u"latitude"_s, p.position.latitude()},
            {u"longitude"_s, p.position.longitude()},
            {u"city"_s, text(p.city)},
            {u"state"_s, text(p.state)},
            {u"country"_s, text(p.country)},
            {u"postal_code"_s, text(p.postalCode)},
            {u"country_code"_s, text(p.countryCode)},
            {u"contact_info"_s, text(p.contactInfo)}};
}
template<class Ref>
Back backRef(const Ref& r)
{
    return {{u"id"_s, r.id.value}, {u"name"_s, r.name}, {u"code"_s, r.code}};
}
inline Back back(const UserRef& u)
{
    return {{u"id"_s, u.id.value},
            {u"full_name"_s, u.fullName},
            {u"email"_s, u.email},
            {u"phone"_s, u.phone},
            {u"avatar_url"_s, orNull(u.avatarUrl)}};
}

} // namespace waydesk::test
