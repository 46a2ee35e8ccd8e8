// SPDX-License-Identifier: GPL-3.0-or-later
// An exception: what went wrong with a parcel, who sees to it, what they do next and by when. Told by our backend
// alone. Named a case in code, where "exception" means something else. What was resolved stays as it is.
#pragma once

#include "services/domain/delivery.h"

namespace waydesk {

enum class CaseKind { Failed, Return, Damaged, Missing, Other };
inline constexpr std::array kCaseKinds{CaseKind::Failed, CaseKind::Return, CaseKind::Damaged, CaseKind::Missing,
                                       CaseKind::Other};
enum class CaseState { Open, Resolved };
inline constexpr std::array kCaseStates{CaseState::Open, CaseState::Resolved};

QString word(CaseKind);
QString word(CaseState);
QString label(CaseState);           // "Open": the English label that the counts carry
QString label(ReturnRequestStatus); // likewise
template<>
std::optional<CaseKind> parseWord(QStringView);
template<>
std::optional<CaseState> parseWord(QStringView);

struct DeliveryCase
{
    ExceptionId id;
    DeliveryId delivery;
    QString deliveryCode;
    DeliveryState deliveryState;
    Known<CaseKind> kind{CaseKind::Other};
    QString reason; // a person's words; of kind return the word of a ReturnReason
    QString notes;
    // What the parcel was on when it was raised.
    std::optional<WaybillId> waybill;
    std::optional<QString> waybillNumber;
    std::optional<TripId> trip;
    std::optional<QString> tripNumber;
    Instant raisedAt{};
    std::optional<QString> raisedByName;
    std::optional<UserId> owner;
    std::optional<QString> ownerName;
    std::optional<QString> nextAction;
    std::optional<Instant> dueAt;
    Known<CaseState> state{CaseState::Open};
    std::optional<Instant> resolvedAt;
    std::optional<QString> resolvedByName;
    std::optional<QString> resolution;
    Instant updatedAt{};
    bool operator==(const DeliveryCase&) const = default;
};

// Who may own one: a user of the tenant who may dispatch.
struct Colleague
{
    UserId id;
    QString fullName;
    Known<UserRole> role;
    bool operator==(const Colleague&) const = default;
};

// What the detail of a parcel says about the waybill and the trip that it is on now.
struct WaybillLink
{
    WaybillId id;
    QString number;
    WaybillState state;
    bool operator==(const WaybillLink&) const = default;
};
struct TripLink
{
    TripId id;
    QString number;
    TripState state;
    bool operator==(const TripLink&) const = default;
};

inline constexpr qsizetype kLongestCaseText = 500; // reason, next action and resolution, each

struct RaiseCase
{
    DeliveryId delivery;
    CaseKind kind = CaseKind::Other;
    QString reason; // 1 to 500 characters
    std::optional<QString> notes;
    bool operator==(const RaiseCase&) const = default;
};

// Outer nullopt: stays as it is. Inner nullopt: is cleared.
struct UpdateCase
{
    ExceptionId exception;
    DeliveryId delivery; // whose exception it is; empty as the server reads it
    std::optional<std::optional<UserId>> owner;
    std::optional<std::optional<QString>> nextAction; // up to 500 characters
    std::optional<std::optional<Instant>> dueAt;
    std::optional<QString> resolution; // 1 to 500 characters; resolves it
    bool operator==(const UpdateCase&) const = default;
};

} // namespace waydesk
