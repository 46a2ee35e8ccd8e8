// SPDX-License-Identifier: GPL-3.0-or-later
// Our server's calls for the queues of returns and of exceptions: requests, answers, and one row's own fields as they
// stand in a stored raw row. The rules of ondidecode.h hold here too. Pure; any thread.
#pragma once

#include "services/wire/ondi/ondirequests.h"
#include "services/wire/queueanswers.h"

namespace waydesk::wire::ondidesk {

Request returnsAfter(const QString& cursor, int limit = kMaxPage); // empty: from the start
Request casesAfter(const QString& cursor, int limit = kMaxPage);
Request colleagues();

Result<QueuePage<SeenReturn>> decodeReturnQueue(QByteArrayView body);
Result<QueuePage<SeenCase>> decodeCaseQueue(QByteArrayView body);
Result<Colleagues> decodeColleagues(QByteArrayView body);
Result<SeenReturn> decodeReturnRequest(QByteArrayView body); // asked for, or decided
Result<SeenCase> decodeCase(QByteArrayView body);            // raised, or changed

ReturnQueueRow returnFrom(const QJsonObject& object, Drift& drift);
DeliveryCase caseFrom(const QJsonObject& object, Drift& drift);

// What the detail of a parcel says of its own, as rows of the queues; empty where it says nothing. A row without an id
// is counted as drift and left out.
QList<SeenReturn> returnsOf(const QJsonObject& parcel, Drift& drift);
QList<SeenCase> casesOf(const QJsonObject& parcel, Drift& drift);

} // namespace waydesk::wire::ondidesk
