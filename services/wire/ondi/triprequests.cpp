// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/ondi/triprequests.h"

#include "services/wire/fieldreader.h"
#include "services/wire/ondi/requests.h"

#include <QJsonArray>
#include <QSet>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondi {

namespace {

constexpr qsizetype kId = 100, kNotes = 2000;
constexpr double kMostSequence = 1'000'000;

template<class T>
Result<T> orFaults(T value, const QList<FieldError>& faults)
{
    if (!faults.isEmpty())
        return badRequest(faults);
    return value;
}

template<class AnyId>
std::optional<AnyId> readId(FieldReader& reader, const QString& key, Need need = Need::Optional)
{
    std::optional<QString> text = reader.text(key, need, 1, kId);
    return text ? std::optional(AnyId{std::move(*text)}) : std::nullopt;
}

// Set by a value and by null; nullopt where the field is absent.
template<class T>
std::optional<std::optional<T>> changed(const FieldReader& reader, const QString& key, std::optional<T> came)
{
    if (reader.isNull(key))
        return std::optional<std::optional<T>>(std::in_place, std::nullopt);
    return came ? std::optional<std::optional<T>>(std::move(came)) : std::nullopt;
}

std::optional<int> readSequence(FieldReader& reader)
{
    const auto number = reader.number(u"sequence"_s, Need::Optional, 1, kMostSequence);
    if (!number)
        return std::nullopt;
    if (*number != std::floor(*number)) {
        reader.refuse(u"sequence"_s, u"Input should be a valid integer"_s);
        return std::nullopt;
    }
    return static_cast<int>(*number);
}

QList<TripMember> readMembers(const QJsonObject& object, Need need, QList<FieldError>& faults)
{
    const QString key = u"deliveries"_s;
    FieldReader outer(object, faults);
    if (!outer.has(key)) {
        if (need == Need::Required)
            outer.refuse(key, u"This field is required"_s);
        return {};
    }
    const QJsonArray array = object.value(key).toArray();
    if (!object.value(key).isArray() || array.size() > kMostIdsPerRequest) {
        outer.refuse(key, object.value(key).isArray() ? u"List should have at most %1 items"_s.arg(kMostIdsPerRequest)
                                                      : u"Input should be a valid list"_s);
        return {};
    }
    QList<TripMember> members;
    QSet<DeliveryId> parcels;
    QSet<int> sequences;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString at = u"%1.%2"_s.arg(key).arg(i);
        if (!array.at(i).isObject()) {
            outer.refuse(at, u"Input should be a valid object"_s);
            return {};
        }
        FieldReader reader(array.at(i).toObject(), faults, at);
        TripMember member;
        member.delivery = readId<DeliveryId>(reader, u"delivery_id"_s, Need::Required).value_or(DeliveryId{});
        member.sequence = readSequence(reader).value_or(static_cast<int>(i) + 1);
        // Which of two the order should be cannot be guessed.
        if (parcels.contains(member.delivery)) {
            reader.refuse(u"delivery_id"_s, u"The same delivery is listed twice"_s);
        } else if (sequences.contains(*member.sequence)) {
            reader.refuse(u"sequence"_s, u"The same sequence is given twice"_s);
        }
        parcels.insert(member.delivery);
        sequences.insert(*member.sequence);
        members.append(std::move(member));
    }
    return members;
}

} // namespace

Result<CreateTrip> decodeCreateTrip(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader reader(*object, faults);
    CreateTrip command;
    command.driver = readId<DriverId>(reader, u"driver_id"_s);
    command.vehicle = readId<VehicleId>(reader, u"vehicle_id"_s);
    command.type = reader.word<TripType>(u"trip_type"_s, Need::Optional);
    command.notes = reader.text(u"notes"_s, Need::Optional, 0, kNotes).value_or(u""_s);
    command.deliveries = readMembers(*object, Need::Optional, faults);
    return orFaults(std::move(command), faults);
}

Result<UpdateTrip> decodeUpdateTrip(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader reader(*object, faults);
    UpdateTrip command;
    command.driver = changed(reader, u"driver_id"_s, readId<DriverId>(reader, u"driver_id"_s));
    command.vehicle = changed(reader, u"vehicle_id"_s, readId<VehicleId>(reader, u"vehicle_id"_s));
    command.type = changed(reader, u"trip_type"_s, reader.word<TripType>(u"trip_type"_s, Need::Optional));
    command.notes = reader.text(u"notes"_s, Need::Optional, 0, kNotes);
    if (reader.isNull(u"notes"_s))
        command.notes = u""_s;
    return orFaults(std::move(command), faults);
}

Result<QList<TripMember>> decodeTripDeliveries(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    auto members = readMembers(*object, Need::Required, faults);
    return orFaults(std::move(members), faults);
}

Result<QList<DeliveryId>> decodeTripOrder(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader reader(*object, faults);
    QList<DeliveryId> order; // as it came: whether each is named once is a question of the trip
    const auto texts = reader.texts(u"delivery_ids"_s, Need::Required, 0, kMostIdsPerRequest, kId);
    for (const QString& text : texts.value_or(QStringList()))
        order.append({text});
    return orFaults(std::move(order), faults);
}

Result<DeliveryActionRequest> decodeDeliveryAction(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader reader(*object, faults, {}, u"Field required"_s);
    DeliveryActionRequest request;
    request.action = reader.word<DeliveryAction>(u"action"_s, Need::Required).value_or(DeliveryAction::PickedUp);
    const auto latitude = reader.number(u"current_latitude"_s, Need::Optional, -90, 90);
    const auto longitude = reader.number(u"current_longitude"_s, Need::Optional, -180, 180);
    if (latitude && longitude)
        request.position = QGeoCoordinate(*latitude, *longitude);
    request.notes = reader.text(u"notes"_s, Need::Optional, 0, kNotes).value_or(u""_s);
    if (const auto came = reader.object(u"proof_of_delivery"_s, Need::Optional)) {
        request.proof = readProof(*came, faults, u"proof_of_delivery"_s);
    } else if (reader.has(u"signature_url"_s) || reader.has(u"photo_urls"_s)) {
        request.proof = readProof(*object, faults, {}); // as in a waybill's driver-action
    }
    return orFaults(std::move(request), faults);
}

Result<ReturnWish> decodeReturnWish(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader reader(*object, faults);
    ReturnWish wish;
    wish.delivery = readId<DeliveryId>(reader, u"delivery_id"_s, Need::Required).value_or(DeliveryId{});
    wish.reason = reader.text(u"return_reason"_s, Need::Required, 1, 500).value_or(QString());
    wish.notes = reader.text(u"notes"_s, Need::Optional, 0, kNotes);
    return orFaults(std::move(wish), faults);
}

Result<ReturnDecision> decodeReturnDecision(QByteArrayView body)
{
    const auto object = requestObject(body);
    if (!object)
        return object.error();
    QList<FieldError> faults;
    FieldReader reader(*object, faults);
    const auto action = reader.text(u"action"_s, Need::Required, 1, 50);
    if (action && *action != u"approve"_s && *action != u"reject"_s)
        reader.refuse(u"action"_s, u"Input should be 'approve' or 'reject'"_s);
    return orFaults(action == u"approve"_s ? ReturnDecision::Approve : ReturnDecision::Reject, faults);
}

} // namespace waydesk::wire::ondi
