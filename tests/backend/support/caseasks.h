// SPDX-License-Identifier: GPL-3.0-or-later
// Asking the test depot about exceptions, and what its answers say in few words.
#pragma once

#include "tests/backend/support/testdepot.h"

namespace waydesk::backend {

using namespace Qt::Literals::StringLiterals;

inline const QString kExceptions = u"/delivery/exceptions"_s;
inline const QString kSouth = u"dispatcher@south.test"_s;
inline const QString kManager = u"manager@north.test"_s;

inline QString raise(TestDepot& d, const QString& delivery, const QString& reason = u"Crushed"_s,
                     const QString& kind = u"damaged"_s)
{
    d.server.clock.advance(std::chrono::seconds{1});
    const Reply reply = d.post(kExceptions, {{u"delivery_id"_s, delivery}, {u"kind"_s, kind}, {u"reason"_s, reason}});
    if (reply.status != 201)
        qFatal("not raised: %s", reply.body.constData());
    return reply.data()[u"id"].toString();
}

inline Reply patch(TestDepot& d, const QString& id, const QJsonObject& body, const QString& email = kDispatcher)
{
    return d.ask("PATCH", kExceptions + u'/' + id, body, email);
}

inline QString faultyFields(const Reply& reply)
{
    QStringList fields;
    const QJsonArray details = reply.json()[u"details"].toArray();
    for (const QJsonValue& one : details)
        fields.append(one[u"field"].toString());
    return QString::number(reply.status) + u' ' + fields.join(u' ');
}

inline QString refusal(const Reply& reply)
{
    return QString::number(reply.status) + u' ' + reply.code();
}

inline QStringList ids(const Reply& reply)
{
    QStringList all;
    const QJsonArray rows = reply.json()[u"data"].toArray();
    for (const QJsonValue& row : rows)
        all.append(row[u"id"].toString());
    return all;
}

inline QString counts(const Reply& reply)
{
    QStringList all;
    const QJsonArray states = reply.json()[u"states"].toArray();
    for (const QJsonValue& one : states)
        all.append(one[u"state"].toString() + u'/' + one[u"label"].toString() + u'=' +
                   QString::number(one[u"count"].toInt()));
    return all.join(u' ');
}

inline QJsonObject only(const QJsonValue& list)
{
    return list.toArray().size() == 1 ? list[0].toObject() : QJsonObject();
}

inline QJsonArray exceptionsOf(TestDepot& d, const QString& delivery)
{
    return d.get(u"/delivery/deliveries/"_s + delivery).data()[u"exceptions"].toArray();
}

} // namespace waydesk::backend
