// SPDX-License-Identifier: GPL-3.0-or-later
// How a documented response comes about: who asks, what stands for the path's and body's placeholders, and the body
// where it is not the documented one.
#pragma once

#include <QHash>
#include <QJsonValue>
#include <QString>

namespace waydesk::contract {

struct Situation
{
    QString email;
    QHash<QString, QString> names = {}; // "waybill_id" → id
    QJsonValue body = QJsonValue(QJsonValue::Undefined);
};

// "{{name}}", "<name>" and ":name" replaced by what `names` gives; what is not named stays.
QString filled(QString text, const QHash<QString, QString>& names);
QJsonValue filled(const QJsonValue& value, const QHash<QString, QString>& names);

} // namespace waydesk::contract
