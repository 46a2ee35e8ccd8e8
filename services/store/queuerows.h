// SPDX-License-Identifier: GPL-3.0-or-later
// How a return request and an exception stand in their rows. Inside the store only.
#pragma once

#include "services/domain/exception.h"
#include "services/domain/trip.h"
#include "services/store/database.h"

namespace waydesk::store {

struct StoredReturn
{
    ReturnQueueRow row;
    Instant fetchedAt{};
    bool operator==(const StoredReturn&) const = default;
};

struct StoredCase
{
    DeliveryCase row;
    Instant fetchedAt{};
    bool operator==(const StoredCase&) const = default;
};

const QString& upsertReturnSql(); // over bindReturn()
QVariantList bindReturn(const ReturnQueueRow& row, const QString& raw, Instant fetchedAt);
const QString& selectReturn(); // SELECT … FROM return_request r, without WHERE
StoredReturn readReturn(const Rows& rows);

const QString& upsertCaseSql(); // over bindCase()
QVariantList bindCase(const DeliveryCase& row, const QString& raw, Instant fetchedAt);
const QString& selectCase(); // SELECT … FROM delivery_case c, without WHERE
StoredCase readCase(const Rows& rows);

} // namespace waydesk::store
