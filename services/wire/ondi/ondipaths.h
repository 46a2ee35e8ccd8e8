// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of OnDi's paths as the desk asks for them, and how a request on one of them is put together. For the
// encoders in this folder alone.
#pragma once

#include "services/wire/ondi/ondirequests.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace waydesk::wire::ondidesk {

// The one table of paths. `%1`, `%2` take percent-encoded segments.
namespace path {
constexpr auto kWaybills = "/delivery/waybills";
constexpr auto kWaybill = "/delivery/waybills/%1";
constexpr auto kWaybillDeliveries = "/delivery/waybills/%1/deliveries";
constexpr auto kWaybillDelivery = "/delivery/waybills/%1/deliveries/%2";
constexpr auto kScan = "/delivery/waybills/%1/scan/%2";
constexpr auto kEligible = "/delivery/waybills/%1/eligible-deliveries";
constexpr auto kSeal = "/delivery/waybills/%1/seal";
constexpr auto kAssign = "/delivery/waybills/%1/assign";
constexpr auto kSwitchDriver = "/delivery/waybills/%1/switch-driver";
constexpr auto kUnassign = "/delivery/waybills/%1/unassign";
constexpr auto kDispatch = "/delivery/waybills/%1/dispatch";
constexpr auto kReceive = "/delivery/waybills/%1/receive";
constexpr auto kClose = "/delivery/waybills/%1/close";
constexpr auto kCancel = "/delivery/waybills/%1/cancel";
constexpr auto kReturnChildren = "/delivery/waybills/%1/return-children";
constexpr auto kReturns = "/delivery/waybills/%1/returns";
constexpr auto kBulkDelete = "/delivery/waybills/bulk-delete-empty-drafts";
constexpr auto kTrips = "/delivery/trips";
constexpr auto kTrip = "/delivery/trips/%1";
constexpr auto kTripReturns = "/delivery/trips/%1/returns";
constexpr auto kTripDeliveries = "/delivery/trips/%1/deliveries";
constexpr auto kTripDelivery = "/delivery/trips/%1/deliveries/%2";
constexpr auto kTripOrder = "/delivery/trips/%1/reorder";
constexpr auto kTripCancel = "/delivery/trips/%1/cancel";
constexpr auto kReturnRequests = "/delivery/returns";
constexpr auto kReturnRequest = "/delivery/returns/%1";
constexpr auto kCases = "/delivery/exceptions";
constexpr auto kCase = "/delivery/exceptions/%1";
constexpr auto kColleagues = "/delivery/colleagues";
constexpr auto kDeliveries = "/delivery/deliveries";
constexpr auto kDelivery = "/delivery/deliveries/%1";
constexpr auto kChanges = "/delivery/changes";
constexpr auto kPositions = "/delivery/positions";
constexpr auto kTrack = "/delivery/positions/history";
constexpr auto kLookup = "/delivery/%1";
constexpr auto kLogin = "/auth/login";
constexpr auto kRefresh = "/auth/refresh";
constexpr auto kLogout = "/auth/logout";
constexpr auto kMe = "/auth/me";
} // namespace path

inline QByteArray segment(const QString& text)
{
    // "." and ".." would be resolved away by every proxy on the road
    if (text == u"." || text == u"..")
        return text.toUtf8().replace('.', "%2E");
    return text.toUtf8().toPercentEncoding();
}

inline QByteArray filled(const char* pattern, const QString& first = {}, const QString& second = {})
{
    QByteArray result = pattern;
    if (const qsizetype at = result.indexOf("%2"); at >= 0)
        result.replace(at, 2, segment(second)); // from the back: an encoded segment may itself hold "%1"
    if (const qsizetype at = result.indexOf("%1"); at >= 0)
        result.replace(at, 2, segment(first));
    return result;
}

using Query = QList<std::pair<QByteArray, QString>>;

inline QByteArray withQuery(QByteArray target, const Query& query)
{
    char joint = '?';
    for (const auto& [name, value] : query) {
        target += joint;
        target += name;
        target += '=';
        target += value.toUtf8().toPercentEncoding();
        joint = '&';
    }
    return target;
}

inline Request get(QByteArray target)
{
    return {"GET", std::move(target), {}};
}

inline Request post(QByteArray target, const QJsonObject& body)
{
    return {"POST", std::move(target), QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

} // namespace waydesk::wire::ondidesk
