// SPDX-License-Identifier: GPL-3.0-or-later
// The small things that the documented calls nest.
#include "services/wire/ondi/answers.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::wire::ondi {

void writeQuantity(JsonWriter& out, std::string_view name, Quantity quantity)
{
    out.key(name);
    if (quantity.isWhole()) {
        out.value(quantity.wholeUnits());
    } else {
        out.raw(quantity.text().toLatin1());
    }
}

void writeCode(JsonWriter& out, const QString& code)
{
    constexpr qsizetype kMostDigits = 15; // what every JSON reader keeps exact
    const bool digits = !code.isEmpty() && code.size() <= kMostDigits && (code.size() == 1 || code[0] != u'0') &&
                        std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    out.key("delivery_code");
    if (digits) {
        out.value(code.toLongLong());
    } else {
        out.value(code);
    }
}

void writePlace(JsonWriter& out, const std::optional<Place>& place, PlaceShape shape)
{
    if (!place) {
        out.null();
        return;
    }
    const auto position = [&] {
        if (place->position.isValid()) {
            out.field("latitude", place->position.latitude()).field("longitude", place->position.longitude());
        } else {
            out.nullField("latitude").nullField("longitude");
        }
    };
    out.beginObject();
    switch (shape) {
    case PlaceShape::Short:
        break;
    case PlaceShape::WithId:
    case PlaceShape::Full:
        out.field("id", place->id);
        break;
    }
    out.field("full_address", place->fullAddress);
    position();
    const auto extra = [&](std::string_view name, const std::optional<QString>& text) {
        if (text || shape == PlaceShape::Full)
            out.field(name, text);
    };
    if (shape == PlaceShape::Full) {
        extra("city", place->city);
        extra("state", place->state);
        extra("country", place->country);
        extra("postal_code", place->postalCode);
        extra("country_code", place->countryCode);
        extra("contact_info", place->contactInfo);
    }
    out.endObject();
}

namespace {

template<class Ref>
void writeNamed(JsonWriter& out, const std::optional<Ref>& ref)
{
    if (!ref) {
        out.null();
        return;
    }
    out.beginObject().field("id", ref->id).field("name", ref->name).field("code", ref->code).endObject();
}

// An empty picture is none.
void writeUrl(JsonWriter& out, std::string_view name, const QString& url)
{
    out.key(name);
    if (url.isEmpty()) {
        out.null();
    } else {
        out.value(url);
    }
}

} // namespace

void writeRef(JsonWriter& out, const std::optional<WarehouseRef>& ref)
{
    writeNamed(out, ref);
}

void writeRef(JsonWriter& out, const std::optional<ZoneRef>& ref)
{
    writeNamed(out, ref);
}

void writeUser(JsonWriter& out, const std::optional<UserRef>& user)
{
    if (!user) {
        out.null();
        return;
    }
    out.beginObject()
        .field("id", user->id)
        .field("full_name", user->fullName)
        .field("email", user->email)
        .field("phone", user->phone);
    writeUrl(out, "avatar_url", user->avatarUrl);
    out.endObject();
}

void writeVehicle(JsonWriter& out, const std::optional<VehicleRef>& vehicle)
{
    if (!vehicle) {
        out.null();
        return;
    }
    out.beginObject().field("id", vehicle->id).field("name", vehicle->name).field("code", vehicle->code);
    if (vehicle->capacity) {
        writeQuantity(out, "capacity_unit", *vehicle->capacity);
    } else {
        out.nullField("capacity_unit");
    }
    writeUrl(out, "image_url", vehicle->imageUrl);
    out.endObject();
}

void writeDriver(JsonWriter& out, const std::optional<DriverRef>& driver)
{
    if (!driver) {
        out.null();
        return;
    }
    out.beginObject().field("id", driver->id).field("status", driver->status).key("user");
    writeUser(out, driver->user);
    out.endObject();
}

void writeCustomer(JsonWriter& out, const std::optional<CustomerRef>& customer, CustomerPhone phone)
{
    if (!customer) {
        out.null();
        return;
    }
    out.beginObject().field("id", customer->id).field("full_name", customer->fullName);
    if (phone == CustomerPhone::Told) {
        out.field("phone", customer->phone);
    } else {
        writeUrl(out, "avatar_url", customer->avatarUrl);
    }
    out.endObject();
}

void writeProof(JsonWriter& out, const std::optional<ProofOfDelivery>& proof)
{
    if (!proof) {
        out.null();
        return;
    }
    out.beginObject().field("signature_url", proof->signatureUrl).key("photo_urls").beginArray();
    for (const QString& url : proof->photoUrls)
        out.value(url);
    out.endArray().field("notes", proof->notes);
    if (proof->timestamp)
        out.field("timestamp", *proof->timestamp);
    out.endObject();
}

void writeStatuses(JsonWriter& out, std::span<const StatusCount> counts)
{
    out.key("statuses").beginArray();
    for (const WaybillStatus status : kWaybillStatuses) {
        const auto found =
            std::find_if(counts.begin(), counts.end(), [&](const auto& c) { return c.status == status; });
        out.beginObject()
            .field("status", word(status))
            .field("label", label(status))
            .field("count", found == counts.end() ? qint64{0} : found->count)
            .endObject();
    }
    out.endArray();
}

} // namespace waydesk::wire::ondi
