// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to the parcel that is looked at: the server's account as this desk keeps it, with its age, and this
// desk's own scans of it. One parcel at a time. Snapshots from the store (GUI thread, read-only connection); never
// waits for the network.
#pragma once

#include "services/domain/parcelstory.h"
#include "services/domain/result.h"

#include <QObject>

namespace waydesk::store {
class Reader;
}
namespace waydesk::sync {
class Engine;
}

namespace waydesk::facade {

enum class StoryState {
    Reading,
    Read,
    Waiting, // no connection: what is shown is as old as it says
    Failed,
    Lacking, // this server does not tell
    Gone
};

struct ParcelScan // at this desk's scan station
{
    qint64 seq = 0;
    Instant at{};
    QString code, verdict; // "ready", "unknown", or a refusal's code
    bool operator==(const ParcelScan&) const = default;
};

struct ParcelPast
{
    StoryState state = StoryState::Reading;
    std::optional<Error> error;
    std::optional<ParcelStory> story; // nullopt: never read
    Instant readAt{};                 // of the story
    QList<ParcelScan> scans;          // oldest first
    bool operator==(const ParcelPast&) const = default;
};

class ParcelStoryService : public QObject
{
    Q_OBJECT

public:
    ParcelStoryService(store::Reader& reader, sync::Engine& engine, QObject* parent = nullptr);

    void look(const DeliveryId& id); // empty: nobody looks any more
    void lookAgain();                // a person wants it read anew
    const DeliveryId& looked() const { return m_looked; }
    ParcelPast past() const; // of the parcel that is looked at

Q_SIGNALS:
    void changed();

private:
    store::Reader& m_reader;
    sync::Engine& m_engine;
    DeliveryId m_looked;
    StoryState m_state = StoryState::Reading;
    std::optional<Error> m_error;
};

} // namespace waydesk::facade
