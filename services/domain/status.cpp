// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/status.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk {

namespace {

template<class E, size_t N>
std::optional<E> find(const std::array<E, N>& all, QStringView text)
{
    for (const E value : all) {
        if (word(value) == text)
            return value;
    }
    return std::nullopt;
}

} // namespace

QString word(WaybillStatus value)
{
    switch (value) {
    case WaybillStatus::Drafted:
        return u"drafted"_s;
    case WaybillStatus::Sealed:
        return u"sealed"_s;
    case WaybillStatus::PickedUp:
        return u"picked_up"_s;
    case WaybillStatus::InTransit:
        return u"in_transit"_s;
    case WaybillStatus::Received:
        return u"received"_s;
    case WaybillStatus::Closed:
        return u"closed"_s;
    case WaybillStatus::Cancelled:
        return u"cancelled"_s;
    }
    Q_UNREACHABLE();
}

template<>
std::optional<WaybillStatus> parseWord(QStringView text)
{
    return find(kWaybillStatuses, text);
}

QString word(DeliveryStatus value)
{
    switch (value) {
    case DeliveryStatus::Draft:
        return u"draft"_s;
    case DeliveryStatus::Pending:
        return u"pending"_s;
    case DeliveryStatus::StagedAtWarehouse:
        return u"staged_at_warehouse"_s;
    case DeliveryStatus::Assigned:
        return u"assigned"_s;
    case DeliveryStatus::PickedUp:
        return u"picked_up"_s;
    case DeliveryStatus::InTransit:
        return u"in_transit"_s;
    case DeliveryStatus::Delivered:
        return u"delivered"_s;
    case DeliveryStatus::Failed:
        return u"failed"_s;
    case DeliveryStatus::Returned:
        return u"returned"_s;
    case DeliveryStatus::Cancelled:
        return u"cancelled"_s;
    }
    Q_UNREACHABLE();
}

template<>
std::optional<DeliveryStatus> parseWord(QStringView text)
{
    return find(kDeliveryStatuses, text);
}

QString word(CarrierType value)
{
    switch (value) {
    case CarrierType::Internal:
        return u"internal"_s;
    case CarrierType::Prime:
        return u"prime"_s;
    case CarrierType::External:
        return u"external"_s;
    }
    Q_UNREACHABLE();
}

template<>
std::optional<CarrierType> parseWord(QStringView text)
{
    return find(kCarrierTypes, text);
}

QString word(EndpointType value)
{
    switch (value) {
    case EndpointType::Warehouse:
        return u"warehouse"_s;
    case EndpointType::Location:
        return u"location"_s;
    }
    Q_UNREACHABLE();
}

template<>
std::optional<EndpointType> parseWord(QStringView text)
{
    return find(kEndpointTypes, text);
}

QString word(ReturnReason value)
{
    switch (value) {
    case ReturnReason::Refused:
        return u"refused"_s;
    case ReturnReason::WrongAddress:
        return u"wrong_address"_s;
    case ReturnReason::Damaged:
        return u"damaged"_s;
    case ReturnReason::Lost:
        return u"lost"_s;
    case ReturnReason::Undeliverable:
        return u"undeliverable"_s;
    case ReturnReason::CancelledByCustomer:
        return u"cancelled_by_customer"_s;
    case ReturnReason::QcFail:
        return u"qc_fail"_s;
    case ReturnReason::RejectedAtDestination:
        return u"rejected_at_destination"_s;
    case ReturnReason::Other:
        return u"other"_s;
    }
    Q_UNREACHABLE();
}

template<>
std::optional<ReturnReason> parseWord(QStringView text)
{
    return find(kReturnReasons, text);
}

QString word(DriverAction value)
{
    switch (value) {
    case DriverAction::PickedUp:
        return u"picked_up"_s;
    case DriverAction::InTransit:
        return u"in_transit"_s;
    case DriverAction::Received:
        return u"received"_s;
    }
    Q_UNREACHABLE();
}

template<>
std::optional<DriverAction> parseWord(QStringView text)
{
    return find(kDriverActions, text);
}

QString word(TripStatus value)
{
    switch (value) {
    case TripStatus::Planned:
        return u"planned"_s;
    case TripStatus::InProgress:
        return u"in_progress"_s;
    case TripStatus::Completed:
        return u"completed"_s;
    case TripStatus::Cancelled:
        return u"cancelled"_s;
    }
    Q_UNREACHABLE();
}

template<>
std::optional<TripStatus> parseWord(QStringView text)
{
    return find(kTripStatuses, text);
}

QString word(TripType value)
{
    switch (value) {
    case TripType::MultiPickup:
        return u"multi_pickup"_s;
    case TripType::MultiDropoff:
        return u"multi_dropoff"_s;
    case TripType::Mixed:
        return u"mixed"_s;
    }
    Q_UNREACHABLE();
}

template<>
std::optional<TripType> parseWord(QStringView text)
{
    return find(kTripTypes, text);
}

QString word(DeliveryAction value)
{
    switch (value) {
    case DeliveryAction::PickedUp:
        return u"picked_up"_s;
    case DeliveryAction::InTransit:
        return u"in_transit"_s;
    case DeliveryAction::Delivered:
        return u"delivered"_s;
    case DeliveryAction::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE();
}

template<>
std::optional<DeliveryAction> parseWord(QStringView text)
{
    return find(kDeliveryActions, text);
}

QString word(ReturnRequestStatus value)
{
    switch (value) {
    case ReturnRequestStatus::Pending:
        return u"pending"_s;
    case ReturnRequestStatus::Approved:
        return u"approved"_s;
    case ReturnRequestStatus::Rejected:
        return u"rejected"_s;
    }
    Q_UNREACHABLE();
}

template<>
std::optional<ReturnRequestStatus> parseWord(QStringView text)
{
    return find(kReturnRequestStatuses, text);
}

QString word(UserRole value)
{
    switch (value) {
    case UserRole::Dispatcher:
        return u"dispatcher"_s;
    case UserRole::Manager:
        return u"manager"_s;
    case UserRole::Driver:
        return u"driver"_s;
    case UserRole::Merchant:
        return u"merchant"_s;
    case UserRole::Admin:
        return u"admin"_s;
    }
    Q_UNREACHABLE();
}

template<>
std::optional<UserRole> parseWord(QStringView text)
{
    return find(kUserRoles, text);
}

QString label(WaybillStatus value)
{
    switch (value) {
    case WaybillStatus::Drafted:
        return u"Drafted"_s;
    case WaybillStatus::Sealed:
        return u"Sealed"_s;
    case WaybillStatus::PickedUp:
        return u"Picked Up"_s;
    case WaybillStatus::InTransit:
        return u"In Transit"_s;
    case WaybillStatus::Received:
        return u"Received"_s;
    case WaybillStatus::Closed:
        return u"Closed"_s;
    case WaybillStatus::Cancelled:
        return u"Cancelled"_s;
    }
    Q_UNREACHABLE();
}

} // namespace waydesk
