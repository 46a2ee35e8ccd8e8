// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/words.h"

#include "models/formats.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

// "staged_somewhere" → as it came: a word of the server that we do not know is never dressed up.
template<class E>
QString knownOrVerbatim(const Known<E>& known)
{
    return known.known ? words(*known.known) : known.text;
}

} // namespace

QString words(WaybillStatus status)
{
    switch (status) {
    case WaybillStatus::Drafted:
        return Words::tr("Drafted");
    case WaybillStatus::Sealed:
        return Words::tr("Sealed");
    case WaybillStatus::PickedUp:
        return Words::tr("Picked up");
    case WaybillStatus::InTransit:
        return Words::tr("In transit");
    case WaybillStatus::Received:
        return Words::tr("Received");
    case WaybillStatus::Closed:
        return Words::tr("Closed");
    case WaybillStatus::Cancelled:
        return Words::tr("Cancelled");
    }
    Q_UNREACHABLE();
}

QString words(DeliveryStatus status)
{
    switch (status) {
    case DeliveryStatus::Draft:
        return Words::tr("Draft", "parcel");
    case DeliveryStatus::Pending:
        return Words::tr("Pending", "parcel");
    case DeliveryStatus::StagedAtWarehouse:
        return Words::tr("Staged at warehouse", "parcel");
    case DeliveryStatus::Assigned:
        return Words::tr("Assigned", "parcel");
    case DeliveryStatus::PickedUp:
        return Words::tr("Picked up", "parcel");
    case DeliveryStatus::InTransit:
        return Words::tr("In transit", "parcel");
    case DeliveryStatus::Delivered:
        return Words::tr("Delivered", "parcel");
    case DeliveryStatus::Failed:
        return Words::tr("Failed", "parcel");
    case DeliveryStatus::Returned:
        return Words::tr("Returned", "parcel");
    case DeliveryStatus::Cancelled:
        return Words::tr("Cancelled", "parcel");
    }
    Q_UNREACHABLE();
}

QString words(CarrierType carrier)
{
    switch (carrier) {
    case CarrierType::Internal:
        return Words::tr("Internal", "carrier");
    case CarrierType::Prime:
        return Words::tr("Prime", "carrier");
    case CarrierType::External:
        return Words::tr("External", "carrier");
    }
    Q_UNREACHABLE();
}

QString words(ReturnReason reason)
{
    switch (reason) {
    case ReturnReason::Refused:
        return Words::tr("Refused by the customer");
    case ReturnReason::WrongAddress:
        return Words::tr("Wrong address");
    case ReturnReason::Damaged:
        return Words::tr("Damaged");
    case ReturnReason::Lost:
        return Words::tr("Lost");
    case ReturnReason::Undeliverable:
        return Words::tr("Could not be delivered");
    case ReturnReason::CancelledByCustomer:
        return Words::tr("Cancelled by the customer");
    case ReturnReason::QcFail:
        return Words::tr("Failed the quality check");
    case ReturnReason::RejectedAtDestination:
        return Words::tr("Rejected at the destination");
    case ReturnReason::Other:
        return Words::tr("Another reason");
    }
    Q_UNREACHABLE();
}

QString words(UserRole role)
{
    switch (role) {
    case UserRole::Dispatcher:
        return Words::tr("Dispatcher");
    case UserRole::Manager:
        return Words::tr("Manager");
    case UserRole::Driver:
        return Words::tr("Driver");
    case UserRole::Merchant:
        return Words::tr("Merchant");
    case UserRole::Admin:
        return Words::tr("Administrator");
    }
    Q_UNREACHABLE();
}

QString words(store::CommandState state)
{
    switch (state) {
    case store::CommandState::Queued:
        return Words::tr("Queued");
    case store::CommandState::Sending:
        return Words::tr("Sending");
    case store::CommandState::Confirmed:
        return Words::tr("Done");
    case store::CommandState::Refused:
        return Words::tr("Refused");
    case store::CommandState::Unknown:
        return Words::tr("Unknown");
    case store::CommandState::Discarded:
        return Words::tr("Dropped");
    }
    Q_UNREACHABLE();
}

QString words(const WaybillState& state)
{
    return knownOrVerbatim(state);
}

QString words(const DeliveryState& state)
{
    return knownOrVerbatim(state);
}

QString words(const Carrier& carrier)
{
    return knownOrVerbatim(carrier);
}

QString paymentWords(const QString& paymentMethod)
{
    if (paymentMethod == u"cod")
        return Words::tr("Cash on delivery");
    if (paymentMethod == u"cash")
        return Words::tr("Cash");
    if (paymentMethod == u"wallet")
        return Words::tr("Wallet");
    if (paymentMethod == u"gateway")
        return Words::tr("Paid online");
    return paymentMethod.isEmpty() ? Formats::nothing() : paymentMethod;
}

QString placeName(const Endpoint& endpoint)
{
    if (endpoint.warehouse && !endpoint.warehouse->name.isEmpty())
        return endpoint.warehouse->name;
    if (endpoint.zone && !endpoint.zone->name.isEmpty())
        return endpoint.zone->name;
    if (endpoint.location && !endpoint.location->fullAddress.isEmpty())
        return endpoint.location->fullAddress;
    return Formats::nothing();
}

QString routeText(const Waybill& waybill)
{
    //: from and to; the arrow points the way that this language is written
    return Words::tr("%1 → %2", "route").arg(placeName(waybill.origin), placeName(waybill.destination));
}

QString driverName(const Waybill& waybill)
{
    if (waybill.driver && !waybill.driver->user.fullName.isEmpty())
        return waybill.driver->user.fullName;
    return waybill.driverId ? u"…"_s : Formats::nothing();
}

QString parcelTitle(const QString& deliveryCode)
{
    const bool bare = !deliveryCode.isEmpty() && std::ranges::all_of(deliveryCode, [](QChar c) { return c.isDigit(); });
    return bare ? u"DEL"_s + deliveryCode : deliveryCode;
}

QString parcelTitle(const Delivery& delivery)
{
    if (!delivery.code.isEmpty())
        return parcelTitle(delivery.code);
    const QString name = delivery.barcode.isEmpty() ? delivery.externalReference : delivery.barcode;
    if (!name.isEmpty() || !delivery.id.isLocal())
        return name;
    return delivery.customer ? Words::tr("New parcel for %1", "a customer").arg(delivery.customer->fullName)
                             : Words::tr("New parcel");
}

QString waybillTitle(const Waybill& waybill)
{
    if (!waybill.number.isEmpty())
        return waybill.number;
    const QString to = placeName(waybill.destination);
    return to == Formats::nothing() ? Words::tr("New waybill") : Words::tr("New waybill to %1").arg(to);
}

QString linkText(const facade::ConnectionState& state, const Formats& formats)
{
    using Link = facade::ConnectionState::Link;
    switch (state.link) {
    case Link::Connecting:
        return Words::tr("Connecting…");
    case Link::Online:
        return Words::tr("Online");
    case Link::Offline:
        return Words::tr("Offline since %1").arg(formats.time(state.linkSince));
    }
    Q_UNREACHABLE();
}

} // namespace waydesk::models
