// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/domain/tripplan.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk {

namespace {

template<class E, size_t N>
std::optional<E> find(const std::array<E, N>& all, QStringView text)
{
    const auto found = std::ranges::find_if(all, [&](E value) { return word(value) == text; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

} // namespace

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

QString word(StopKind value)
{
    switch (value) {
    case StopKind::Pickup:
        return u"pickup"_s;
    case StopKind::Dropoff:
        return u"dropoff"_s;
    }
    Q_UNREACHABLE();
}

template<>
std::optional<TripStatus> parseWord(QStringView text)
{
    return find(kTripStatuses, text);
}

template<>
std::optional<TripType> parseWord(QStringView text)
{
    return find(kTripTypes, text);
}

template<>
std::optional<StopKind> parseWord(QStringView text)
{
    return find(kStopKinds, text);
}

} // namespace waydesk
