// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/depot/columns.h"

namespace waydesk::backend {

namespace {

constexpr std::array kPlaceColumns{"_id",    "_address", "_latitude",    "_longitude",    "_city",
                                   "_state", "_country", "_postal_code", "_country_code", "_contact"};

} // namespace

std::string placeColumns(const std::string& prefix)
{
    std::string columns;
    for (const char* column : kPlaceColumns) {
        if (!columns.empty())
            columns += ", ";
        columns += prefix + column;
    }
    return columns;
}

std::optional<Place> ColumnReader::place()
{
    const int first = m_at;
    m_at += static_cast<int>(kPlaceColumns.size());
    if (m_rows.isNull(first + 1))
        return std::nullopt;
    const auto maybe = [&](int at) { return m_rows.isNull(at) ? std::nullopt : std::optional(m_rows.text(at)); };
    Place place;
    if (!m_rows.isNull(first))
        place.id = AddressId{m_rows.text(first)};
    place.fullAddress = m_rows.text(first + 1);
    if (!m_rows.isNull(first + 2))
        place.position = QGeoCoordinate(m_rows.real(first + 2), m_rows.real(first + 3));
    place.city = maybe(first + 4);
    place.state = maybe(first + 5);
    place.country = maybe(first + 6);
    place.postalCode = maybe(first + 7);
    place.countryCode = maybe(first + 8);
    place.contactInfo = maybe(first + 9);
    return place;
}

std::optional<UserRef> ColumnReader::user()
{
    std::optional<QString> id = maybeText();
    UserRef user{{id.value_or(QString())}, text(), text(), text(), text()};
    return id ? std::optional(std::move(user)) : std::nullopt;
}

void appendPlace(std::vector<Value>& values, const std::optional<Place>& place)
{
    if (!place) {
        values.resize(values.size() + kPlaceColumns.size());
        return;
    }
    values.push_back(bound(place->id));
    values.push_back(bound(place->fullAddress));
    if (place->position.isValid()) {
        values.emplace_back(place->position.latitude());
        values.emplace_back(place->position.longitude());
    } else {
        values.resize(values.size() + 2);
    }
    for (const std::optional<QString>* text :
         {&place->city, &place->state, &place->country, &place->postalCode, &place->countryCode, &place->contactInfo})
        values.push_back(bound(*text));
}

} // namespace waydesk::backend
