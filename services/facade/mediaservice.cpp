// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facade/mediaservice.h"

#include "services/store/reader.h"
#include "services/sync/engine.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::facade {

namespace {
constexpr qsizetype kInMemory = qsizetype{48} << 20; // bytes
} // namespace

MediaService::MediaService(store::Reader& reader, sync::Engine& engine, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_engine(engine)
    , m_here(kInMemory)
{
    connect(&engine, &sync::Engine::statusChanged, this, [this](const sync::EngineStatus& status) {
        if (status.server == m_server)
            return;
        m_server = status.server; // another depot's pictures are none of this one's
        m_here.clear();
        m_asked.clear();
    });
    connect(&engine, &sync::Engine::pictureTold, this, [this](const sync::PictureNews& news) {
        if (news.error) {
            m_asked.insert(news.url, {false, news.error});
        } else {
            m_asked.remove(news.url);
            Picture here{Picture::State::Here, news.bytes, {}, {}};
            if (const auto kept = m_reader.pictures().find(news.url))
                here.keptAt = kept->keptAt;
            m_here.insert(news.url, new Picture(here), std::max<qsizetype>(1, news.bytes.size()));
        }
        Q_EMIT changed(news.url);
    });
}

Picture MediaService::picture(const QString& url) const
{
    if (const Picture* here = m_here.object(url))
        return *here;
    if (const auto kept = m_reader.pictures().find(url)) {
        const Picture here{Picture::State::Here, kept->bytes, kept->keptAt, {}};
        m_here.insert(url, new Picture(here), std::max<qsizetype>(1, here.bytes.size()));
        return here;
    }
    if (const auto asked = m_asked.constFind(url); asked != m_asked.cend())
        return {asked->isReading ? Picture::State::Reading : Picture::State::Failed, {}, {}, asked->error};
    switch (mediaHome(url, m_server)) {
    case MediaHome::Own:
        return {Picture::State::Absent, {}, {}, {}};
    case MediaHome::Elsewhere:
        return {Picture::State::Elsewhere, {}, {}, {}};
    case MediaHome::Refused:
        return {Picture::State::Unsafe, {}, {}, {}};
    }
    Q_UNREACHABLE();
}

void MediaService::want(const QString& url)
{
    const Picture now = picture(url);
    const bool wasOffline = now.state == Picture::State::Failed && now.error && now.error->kind == Error::Kind::Offline;
    if ((now.state != Picture::State::Absent && !wasOffline) || mediaHome(url, m_server) != MediaHome::Own)
        return;
    m_asked.insert(url, {true, {}});
    m_engine.wantPicture(url, sync::PictureAsk::Own);
    Q_EMIT changed(url);
}

void MediaService::fetch(const QString& url)
{
    const Picture now = picture(url);
    if (now.state == Picture::State::Reading || now.state == Picture::State::Unsafe)
        return;
    m_here.remove(url);
    m_asked.insert(url, {true, {}});
    m_engine.wantPicture(url, sync::PictureAsk::AnyHost);
    Q_EMIT changed(url);
}

} // namespace waydesk::facade
