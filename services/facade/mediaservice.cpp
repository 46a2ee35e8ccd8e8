// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/mediaservice.h"

#include "services/facade/picturedecode.h"
#include "services/store/reader.h"
#include "services/sync/engine.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::facade {

namespace {
constexpr qsizetype kInMemory = qsizetype{48} << 20;  // bytes
constexpr qsizetype kWholeKiB = qsizetype{192} << 10; // three of the largest
} // namespace

MediaService::MediaService(store::Reader& reader, sync::Engine& engine, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_engine(engine)
    , m_here(kInMemory)
    , m_whole(kWholeKiB)
{
    m_thread.setObjectName(u"pictures"_s);
    connect(&engine, &sync::Engine::statusChanged, this, [this](const sync::EngineStatus& status) {
        if (status.server == m_server)
            return;
        m_server = status.server; // another depot's pictures are none of this one's
        m_here.clear();
        m_whole.clear();
        m_asked.clear();
        m_torn.clear();
        m_looked.clear();
        m_decoding = 0;
    });
    connect(&engine, &sync::Engine::pictureTold, this, [this](const sync::PictureNews& news) {
        if (news.error)
            m_asked.insert(news.url, {.step = Asked::Step::Failed, .error = news.error});
        else
            fetched(news.url, news.bytes);
        Q_EMIT changed(news.url);
    });
}

MediaService::~MediaService()
{
    m_thread.quit();
    m_thread.wait();
}

std::optional<store::KeptPicture> MediaService::onDisk(const QString& url) const
{
    return m_torn.contains(url) ? std::nullopt : m_reader.pictures().find(url);
}

Picture MediaService::picture(const QString& url) const
{
    if (const Picture* here = m_here.object(url))
        return *here;
    const auto asked = m_asked.constFind(url);
    if (asked != m_asked.cend() && asked->step != Asked::Step::Failed)
        return {.state = Picture::State::Reading};
    if (onDisk(url))
        return {}; // it is read when it is wanted
    if (asked != m_asked.cend())
        return {.state = Picture::State::Failed, .error = asked->error};
    switch (mediaHome(url, m_server)) {
    case MediaHome::Own:
        return {};
    case MediaHome::Elsewhere:
        return {.state = Picture::State::Elsewhere};
    case MediaHome::Refused:
        return {.state = Picture::State::Unsafe};
    }
    Q_UNREACHABLE();
}

void MediaService::want(const QString& url)
{
    const Picture now = picture(url);
    const bool wasOffline = now.state == Picture::State::Failed && now.error && now.error->kind == Error::Kind::Offline;
    if (now.state != Picture::State::Absent && !wasOffline)
        return;
    if (const auto kept = onDisk(url)) {
        load(url, {}, kept);
    } else if (mediaHome(url, m_server) == MediaHome::Own) {
        m_asked.insert(url, {.step = Asked::Step::Fetching});
        m_engine.wantPicture(url, sync::PictureAsk::Own);
    } else {
        return;
    }
    Q_EMIT changed(url);
}

void MediaService::fetch(const QString& url)
{
    const Picture now = picture(url);
    if (now.state == Picture::State::Reading || now.state == Picture::State::Unsafe)
        return;
    m_here.remove(url);
    m_whole.remove(url);
    m_asked.insert(url, {.step = Asked::Step::Fetching});
    m_engine.wantPicture(url, sync::PictureAsk::AnyHost);
    Q_EMIT changed(url);
}

void MediaService::fetched(const QString& url, const QByteArray& bytes)
{
    m_here.remove(url); // it is another picture now
    m_whole.remove(url);
    m_torn.remove(url);
    load(url, bytes, onDisk(url));
}

// With bytes: they are the picture, and the row tells only since when it is kept.
void MediaService::load(const QString& url, const QByteArray& bytes, const std::optional<store::KeptPicture>& kept)
{
    Asked asked{.step = Asked::Step::Decoding, .ticket = ++m_lastTicket};
    if (kept)
        asked.keptAt = kept->keptAt;
    m_asked.insert(url, asked);
    PictureJob job{.ticket = asked.ticket, .url = url, .bytes = bytes, .longestSide = kThumbnailSide};
    if (bytes.isEmpty())
        job.kept = kept;
    send(job);
}

void MediaService::look(const QString& url)
{
    m_looked = url;
    want(url);
    decodeLooked();
}

QImage MediaService::whole(const QString& url) const
{
    const QImage* image = m_whole.object(url);
    return image ? *image : QImage();
}

// One at a time: whoever steps through many waits for the one that is being decoded and for the last one, not for all
// in between.
void MediaService::decodeLooked()
{
    const Picture* here = m_here.object(m_looked);
    if (m_decoding != 0 || !here || here->thumbnail.isNull() || m_whole.contains(m_looked))
        return;
    m_decoding = ++m_lastTicket;
    send({.ticket = m_decoding, .url = m_looked, .bytes = here->bytes, .longestSide = kLargestSide});
}

void MediaService::send(const PictureJob& job)
{
    if (!m_worker) {
        qRegisterMetaType<PictureDone>();
        m_worker = new PictureWorker;
        m_worker->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        connect(m_worker, &PictureWorker::done, this, &MediaService::take);
        m_thread.start();
    }
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, job] { worker->work(job); });
}

void MediaService::take(const PictureDone& result)
{
    if (result.ticket == m_decoding) {
        m_decoding = 0;
        const Picture* here = m_here.object(result.url);
        if (here && here->bytes == result.bytes) {                                        // not another one meanwhile
            const QImage& image = result.image.isNull() ? here->thumbnail : result.image; // better than nothing
            m_whole.insert(result.url, new QImage(image), static_cast<int>(image.sizeInBytes() >> 10) + 1);
            Q_EMIT changed(result.url);
        }
        decodeLooked();
        return;
    }
    const auto asked = m_asked.constFind(result.url);
    if (asked == m_asked.cend() || asked->ticket != result.ticket)
        return; // of another depot, or asked for anew meanwhile
    const std::optional<Instant> keptAt = asked->keptAt;
    m_asked.erase(asked);
    if (result.isRead) {
        Picture here{.state = Picture::State::Here, .bytes = result.bytes, .thumbnail = result.image, .keptAt = keptAt};
        m_here.insert(result.url, new Picture(here), std::max<qsizetype>(1, result.bytes.size()));
        Q_EMIT changed(result.url);
    } else {
        m_torn.insert(result.url);
        want(result.url); // as if it had never been kept
        Q_EMIT changed(result.url);
    }
    decodeLooked();
}

} // namespace waydesk::facade
