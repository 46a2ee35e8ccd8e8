// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to parcels that were looked at: the server's own JSON by parcel, and when it was read, so that it can
// be read again without the network, with its age. The oldest make room once there are many.
#pragma once

#include "services/domain/parcelstory.h"
#include "services/store/database.h"

#include <QJsonObject>

namespace waydesk::store {

inline constexpr int kMostStories = 20'000;

struct StoredStory
{
    ParcelStory story;
    Instant readAt{};
    bool operator==(const StoredStory&) const = default;
};

class StoryRepository // engine thread
{
public:
    explicit StoryRepository(Database& db, int most = kMostStories)
        : m_db(db)
        , m_most(most)
    {
    }
    Result<Nothing> put(const DeliveryId& id, const QJsonObject& raw, Instant at);
    Result<Nothing> remove(const DeliveryId& id);

private:
    Database& m_db;
    int m_most;
};

class StoryReader // GUI thread, read-only
{
public:
    explicit StoryReader(Database& db)
        : m_db(db)
    {
    }
    std::optional<StoredStory> find(const DeliveryId& id) const;

private:
    Database& m_db;
};

// A kept row as a value; what is not understood has its default.
ParcelStory storyFrom(const QJsonObject& raw);

} // namespace waydesk::store
