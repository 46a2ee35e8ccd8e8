// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/madeup.h"

#include "bench/fixture.h"
#include "services/store/store.h"

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::bench {

quint64 mixed(quint64 value) // SplitMix64: even, and the same everywhere
{
    value += 0x9E3779B97F4A7C15u;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
    return value ^ (value >> 31);
}

Instant createdAt(qint64 number) // half a minute apart
{
    return *parseInstant(u"2025-04-07T06:00:00Z") + std::chrono::seconds(30) * number;
}

QString madeUpId(char16_t kind, qint64 number) // as UUIDv7: in the order of time, then noise
{
    const quint64 noise = mixed(static_cast<quint64>(number) * 31 + kind);
    const auto at = std::chrono::duration_cast<std::chrono::milliseconds>(createdAt(number).time_since_epoch()).count();
    const QString time = u"%1"_s.arg(at, 12, 16, QChar(u'0'));
    const QString tail = u"%1"_s.arg(noise, 16, 16, QChar(u'0'));
    return time.left(8) + u'-' + time.mid(8) + u"-7"_s + tail.left(3) + u"-8"_s + tail.mid(3, 3) + u'-' + tail.mid(6) +
           u"%1"_s.arg(kind & 0xff, 2, 16, QChar(u'0'));
}

std::optional<TripId> tripOf(qint64 delivery)
{
    const bool waits = delivery % 10 == 0;
    if (waits || mixed(static_cast<quint64>(delivery) + 7) % 4 != 0)
        return std::nullopt;
    return TripId{madeUpId(u't', delivery / kParcelsOfTrip)};
}

bool tellTrips(store::Store& store)
{
    return store
        .transaction([&]() -> Result<Nothing> {
            for (qint64 number = 0; number < many() / kParcelsOfTrip; ++number) {
                if (number % 10 == 9)
                    continue;
                Trip trip;
                trip.id = TripId{madeUpId(u't', number)};
                trip.number = u"TRIP-%1"_s.arg(number, 5, 10, QChar(u'0'));
                trip.createdAt = trip.updatedAt = createdAt(number * kParcelsOfTrip);
                if (auto done = store.trips().upsert(trip, u"{}"_s, trip.createdAt); !done)
                    return done.error();
            }
            return Nothing{};
        })
        .ok();
}

bool indexParcels(store::Store& store)
{
    std::fprintf(stderr, "Indexing parcels for search; it is kept for the next time.\n");
    return store
        .transaction([&]() -> Result<Nothing> {
            for (const QString& suffix : {u"_tri"_s, u"_word"_s}) {
                const auto put = store.cache().exec(
                    u"INSERT INTO delivery%1(rowid, search_text) SELECT rowid, search_text FROM delivery"_s.arg(
                        suffix));
                if (!put)
                    return put.error();
            }
            return Nothing{};
        })
        .ok();
}

} // namespace waydesk::bench
