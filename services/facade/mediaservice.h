// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of proofs: from memory, else from this desk's disk, else asked for. Those of the depot's own server are
// fetched when they are wanted, those of other hosts only when a person asks for that one. GUI thread; never waits.
#pragma once

#include "services/domain/instant.h"
#include "services/domain/mediaurl.h"
#include "services/domain/result.h"

#include <QCache>
#include <QHash>
#include <QObject>

namespace waydesk::store {
class Reader;
}
namespace waydesk::sync {
class Engine;
}

namespace waydesk::facade {

struct Picture
{
    enum class State {
        Absent, // nobody asked yet
        Reading,
        Here,
        Failed,
        Elsewhere, // at another host: a person must ask
        Unsafe     // its address is not one that is asked
    };
    State state = State::Absent;
    QByteArray bytes;
    std::optional<Instant> keptAt; // when it was fetched, where it lies on disk
    std::optional<Error> error;
    bool operator==(const Picture&) const = default;
};

class MediaService : public QObject
{
    Q_OBJECT

public:
    MediaService(store::Reader& reader, sync::Engine& engine, QObject* parent = nullptr);

    Picture picture(const QString& url) const;
    void want(const QString& url);  // once: what failed is not asked for again, unless the link was down
    void fetch(const QString& url); // a person asks: any host, and again after a failure

Q_SIGNALS:
    void changed(const QString& url);

private:
    store::Reader& m_reader;
    sync::Engine& m_engine;
    QUrl m_server;
    struct Asked
    {
        bool isReading = false;
        std::optional<Error> error;
    };
    QHash<QString, Asked> m_asked;
    mutable QCache<QString, Picture> m_here; // by bytes
};

} // namespace waydesk::facade
