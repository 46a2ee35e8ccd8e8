// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/support/situation.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::contract {

QString filled(QString text, const QHash<QString, QString>& names)
{
    for (auto it = names.begin(); it != names.end(); ++it) {
        text.replace(u"{{"_s + it.key() + u"}}"_s, it.value());
        text.replace(u'<' + it.key() + u'>', it.value());
        text.replace(u"/:"_s + it.key() + u'/', u'/' + it.value() + u'/');
    }
    return text;
}

QJsonValue filled(const QJsonValue& value, const QHash<QString, QString>& names)
{
    if (value.isString())
        return filled(value.toString(), names);
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue& item : value.toArray())
            array.append(filled(item, names));
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            *it = filled(QJsonValue(*it), names);
        return object;
    }
    return value;
}

QString faultsOf(const ContractFile& file, const Documented& one, const SituationMaker& make,
                 const ContractFile::Allowance& allowed)
{
    if (!make)
        return u"no situation brings this response about"_s;
    backend::TestDepot depot;
    const Situation situation = make(depot);
    QJsonObject asked = one.requestBody.toObject();
    if (!situation.body.isUndefined())
        asked = situation.body.toObject();
    QString path = filled(one.path, situation.names);
    path.replace(u"{}"_s, u"%7B%7D"_s);
    const backend::Reply reply =
        depot.ask(one.method.toLatin1(), path, filled(asked, situation.names).toObject(), situation.email);
    const QString came = QString::fromUtf8(reply.body);
    if (reply.status != one.status)
        return u"status %1, documented %2\n%3"_s.arg(reply.status).arg(one.status).arg(came);
    QStringList found = file.differences(one.body, reply.json(), allowed);
    if (reply.headers.value("content-type") != "application/json")
        found.append(u"another content type"_s);
    return found.isEmpty() ? QString() : QString(found.join(u'\n') + u'\n' + came);
}

} // namespace waydesk::contract
