// SPDX-License-Identifier: GPL-3.0-or-later
// The envelope that OnDi's answers share: {"success":true,"message":…,"data":…}, with top-level paging on lists.
// Internal to the decoders of this folder.
#pragma once

#include "services/wire/answers.h"

#include <QByteArrayView>
#include <QJsonArray>

namespace waydesk::wire::ondidesk {

struct ListBody
{
    QJsonObject whole;
    QJsonArray rows;
};

Error malformed(const QString& detail);
Result<QJsonObject> envelope(QByteArrayView body);
Result<QJsonObject> dataObject(QByteArrayView body);
Result<ListBody> dataList(QByteArrayView body);
Paging pagingFrom(const QJsonObject& whole, Drift& drift);

} // namespace waydesk::wire::ondidesk
