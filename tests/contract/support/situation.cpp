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

} // namespace waydesk::contract
