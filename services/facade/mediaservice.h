// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of proofs: from memory, else from this desk's disk, else asked for. Those of the depot's own server are
// fetched when they are wanted, those of other hosts only when a person asks for that one. Files are read and pictures
// decoded on a thread of their own, which starts with the first one (docs/adr/0013). GUI thread; never waits.
#pragma once

#include "services/domain/instant.h"
#include "services/domain/mediaurl.h"
#include "services/domain/result.h"
#include "services/facade/pictureworker.h"

#include <QCache>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QThread>

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
        Absent, // nobody wants it yet
        Reading,
        Here,
        Failed,
        Elsewhere, // at another host: a person must ask
        Unsafe     // its address is not one that is asked
    };
    State state = State::Absent;
    QByteArray bytes;
    QImage thumbnail;              // null where it is here: no picture that can be shown
    std::optional<Instant> keptAt; // when it was fetched, where it lies on disk
    std::optional<Error> error;
    bool operator==(const Picture&) const = default;
};

class MediaService : public QObject
{
    Q_OBJECT

public:
    static constexpr int kThumbnailSide = 416; // pixels, the longer one at most

    MediaService(store::Reader& reader, sync::Engine& engine, QObject* parent = nullptr);
    ~MediaService() override;

    Picture picture(const QString& url) const;
    // Reads what is on disk, asks for what is not; what failed is not asked for again, unless the link was down.
    void want(const QString& url);
    void fetch(const QString& url); // a person asks: any host, and again after a failure
    // Wants it, and decodes it whole; of several, the last one first. changed() tells that whole() has it.
    void look(const QString& url);
    QImage whole(const QString& url) const; // null: not (yet) decoded, or no picture

Q_SIGNALS:
    void changed(const QString& url);

private:
    struct Asked
    {
        enum class Step { Fetching, Decoding, Failed } step = Step::Fetching;
        quint64 ticket = 0; // of the job, while it is decoded
        std::optional<Instant> keptAt;
        std::optional<Error> error;
    };
    std::optional<store::KeptPicture> onDisk(const QString& url) const;
    void fetched(const QString& url, const QByteArray& bytes);
    void load(const QString& url, const QByteArray& bytes, const std::optional<store::KeptPicture>& kept);
    void decodeLooked();
    void send(const PictureJob& job);
    void take(const PictureDone& result);

    store::Reader& m_reader;
    sync::Engine& m_engine;
    QUrl m_server;
    QThread m_thread;
    PictureWorker* m_worker = nullptr; // lives there
    quint64 m_lastTicket = 0;
    QHash<QString, Asked> m_asked;
    QSet<QString> m_torn;            // whose files are not what they were
    QCache<QString, Picture> m_here; // by bytes
    QCache<QString, QImage> m_whole; // by KiB
    QString m_looked;
    quint64 m_decoding = 0; // the ticket of the one that is decoded whole; 0: none
};

} // namespace waydesk::facade
