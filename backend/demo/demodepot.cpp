// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/demo/demodepot.h"

#include "backend/demo/demoworld.h"
#include "backend/storage/schema_depot.h"

#include <string>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backend {

namespace {

constexpr qint64 kBulk = 5'000;         // from here on the indexes are made after the load
constexpr qint64 kLeastPending = 1'600; // enough for every story, and to scan for hours
constexpr qint64 kPendingShare = 10;    // one in so many of a large depot waits; the rest is history

} // namespace

Result<Nothing> seedDemo(Connection& db, const DemoOptions& options)
{
    const qint64 count = std::clamp<qint64>(options.deliveries, 0, kMostDemoDeliveries);
    const qint64 pending = std::min(count, std::max(kLeastPending, count / kPendingShare));
    const Instant now = options.now ? *options.now : std::chrono::floor<std::chrono::minutes>(SystemClock().now());
    DemoWorld world{db,
                    DemoChance(options.seed),
                    DemoIds(~options.seed),
                    now,
                    {QString::fromLatin1(kDemoTenant)},
                    {},
                    {},
                    {},
                    {},
                    {},
                    {},
                    {}};
    addDemoPeopleAndPlaces(world);
    if (count >= kBulk) {
        for (const auto indexes : {deliveryIndexes(), tripDeliveryIndexes()}) {
            for (const NamedIndex& index : indexes)
                db.execute(std::string("DROP INDEX ") + index.name);
        }
    }
    addDemoDeliveries(world, count, pending);
    if (count >= kBulk) {
        for (const auto indexes : {deliveryIndexes(), tripDeliveryIndexes()}) {
            for (const NamedIndex& index : indexes)
                db.execute(index.sql);
        }
    }
    Result<Nothing> told = tellDemoStories(world, pending);
    addDemoPictures(world);
    if (told)
        told = tellDemoTrips(world, pending);
    if (told)
        addDemoPositions(world);
    if (told)
        told = tellDemoCare(world);
    if (db.failed())
        return db.error();
    return told;
}

} // namespace waydesk::backend
