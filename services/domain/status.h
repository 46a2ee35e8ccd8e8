// SPDX-License-Identifier: GPL-3.0-or-later
// The field's words as enums. Each has `word(x)` (as it stands on the wire) and `parseX(word)`. A `Known<E>` keeps the
// raw word beside: a word we do not know stays visible as it came and never becomes a known state.
// A switch over these has no default: a new value must be decided everywhere.
#pragma once

#include <QString>
#include <QStringView>
#include <array>
#include <optional>

namespace waydesk {

enum class WaybillStatus { Drafted, Sealed, PickedUp, InTransit, Received, Closed, Cancelled };
inline constexpr std::array kWaybillStatuses{WaybillStatus::Drafted,   WaybillStatus::Sealed,   WaybillStatus::PickedUp,
                                             WaybillStatus::InTransit, WaybillStatus::Received, WaybillStatus::Closed,
                                             WaybillStatus::Cancelled};

enum class DeliveryStatus {
    Draft,
    Pending,
    StagedAtWarehouse,
    Assigned,
    PickedUp,
    InTransit,
    Delivered,
    Failed,
    Returned,
    Cancelled
};
inline constexpr std::array kDeliveryStatuses{
    DeliveryStatus::Draft,    DeliveryStatus::Pending,   DeliveryStatus::StagedAtWarehouse, DeliveryStatus::Assigned,
    DeliveryStatus::PickedUp, DeliveryStatus::InTransit, DeliveryStatus::Delivered,         DeliveryStatus::Failed,
    DeliveryStatus::Returned, DeliveryStatus::Cancelled};

enum class CarrierType { Internal, Prime, External };
inline constexpr std::array kCarrierTypes{CarrierType::Internal, CarrierType::Prime, CarrierType::External};

enum class EndpointType { Warehouse, Location };
inline constexpr std::array kEndpointTypes{EndpointType::Warehouse, EndpointType::Location};

enum class ReturnReason {
    Refused,
    WrongAddress,
    Damaged,
    Lost,
    Undeliverable,
    CancelledByCustomer,
    QcFail,
    RejectedAtDestination,
    Other
};
inline constexpr std::array kReturnReasons{
    ReturnReason::Refused, ReturnReason::WrongAddress,          ReturnReason::Damaged,
    ReturnReason::Lost,    ReturnReason::Undeliverable,         ReturnReason::CancelledByCustomer,
    ReturnReason::QcFail,  ReturnReason::RejectedAtDestination, ReturnReason::Other};

enum class DriverAction { PickedUp, InTransit, Received };
inline constexpr std::array kDriverActions{DriverAction::PickedUp, DriverAction::InTransit, DriverAction::Received};

enum class TripStatus { Planned, InProgress, Completed, Cancelled };
inline constexpr std::array kTripStatuses{TripStatus::Planned, TripStatus::InProgress, TripStatus::Completed,
                                          TripStatus::Cancelled};

enum class TripType { MultiPickup, MultiDropoff, Mixed }; // told by the planner; decides nothing
inline constexpr std::array kTripTypes{TripType::MultiPickup, TripType::MultiDropoff, TripType::Mixed};

// What a driver does with one parcel of a trip.
enum class DeliveryAction { PickedUp, InTransit, Delivered, Failed };
inline constexpr std::array kDeliveryActions{DeliveryAction::PickedUp, DeliveryAction::InTransit,
                                             DeliveryAction::Delivered, DeliveryAction::Failed};

enum class ReturnRequestStatus { Pending, Approved, Rejected };
inline constexpr std::array kReturnRequestStatuses{ReturnRequestStatus::Pending, ReturnRequestStatus::Approved,
                                                   ReturnRequestStatus::Rejected};

enum class UserRole { Dispatcher, Manager, Driver, Merchant, Admin };
inline constexpr std::array kUserRoles{UserRole::Dispatcher, UserRole::Manager, UserRole::Driver, UserRole::Merchant,
                                       UserRole::Admin};

QString word(WaybillStatus);
QString word(DeliveryStatus);
QString word(CarrierType);
QString word(EndpointType);
QString word(ReturnReason);
QString word(DriverAction);
QString word(TripStatus);
QString word(TripType);
QString word(DeliveryAction);
QString word(ReturnRequestStatus);
QString word(UserRole);
// "Picked Up": the English label that the statuses matrix carries.
QString label(WaybillStatus);

template<class E>
std::optional<E> parseWord(QStringView text);
template<>
std::optional<WaybillStatus> parseWord(QStringView);
template<>
std::optional<DeliveryStatus> parseWord(QStringView);
template<>
std::optional<CarrierType> parseWord(QStringView);
template<>
std::optional<EndpointType> parseWord(QStringView);
template<>
std::optional<ReturnReason> parseWord(QStringView);
template<>
std::optional<DriverAction> parseWord(QStringView);
template<>
std::optional<TripStatus> parseWord(QStringView);
template<>
std::optional<TripType> parseWord(QStringView);
template<>
std::optional<DeliveryAction> parseWord(QStringView);
template<>
std::optional<ReturnRequestStatus> parseWord(QStringView);
template<>
std::optional<UserRole> parseWord(QStringView);

template<class E>
struct Known
{
    std::optional<E> known;
    QString text; // the word as it came

    Known() = default;
    Known(E value)
        : known(value)
        , text(word(value))
    {
    }
    static Known fromWord(const QString& came)
    {
        Known result;
        result.known = parseWord<E>(came);
        result.text = came;
        return result;
    }
    bool is(E value) const { return known == value; }
    bool operator==(const Known&) const = default;
};

using WaybillState = Known<WaybillStatus>;
using DeliveryState = Known<DeliveryStatus>;
using TripState = Known<TripStatus>;
using Carrier = Known<CarrierType>;

} // namespace waydesk
