// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/pictures.h"

#include "services/domain/mediaurl.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

namespace {
constexpr int kAtOnce = 3;
constexpr net::HttpLimits kElsewhere{.connect = std::chrono::milliseconds{8000},
                                     .silence = std::chrono::milliseconds{15000},
                                     .maxBody = backends::kLargestPicture};
} // namespace

Pictures::Pictures(const QUrl& server, backends::Backend& backend, Ingest& ingest, Told told)
    : m_server(server)
    , m_backend(backend)
    , m_ingest(ingest)
    , m_told(std::move(told))
    , m_elsewhere(kElsewhere)
{
}

void Pictures::want(const QString& url, PictureAsk ask)
{
    m_bound.assertHere();
    switch (mediaHome(url, m_server)) {
    case MediaHome::Own:
        if (!m_backend.stories)
            return failed(url, Error::Kind::NotFound, u"no_pictures"_s);
        break;
    case MediaHome::Elsewhere:
        if (ask != PictureAsk::AnyHost)
            return failed(url, Error::Kind::Forbidden, u"elsewhere"_s);
        break;
    case MediaHome::Refused:
        return failed(url, Error::Kind::Forbidden, u"unsafe_address"_s);
    }
    if (!m_active)
        return failed(url, Error::Kind::Offline, {});
    if (m_running.contains(url))
        return;
    m_wanted.removeOne(url);
    m_wanted.prepend(url);
    next();
}

void Pictures::pause()
{
    m_bound.assertHere();
    m_active = false;
    const QStringList left = m_wanted + m_running.keys();
    m_wanted.clear();
    m_running.clear();
    for (const QString& url : left)
        failed(url, Error::Kind::Offline, {});
}

void Pictures::resume()
{
    m_active = true;
}

void Pictures::next()
{
    while (m_running.size() < kAtOnce && !m_wanted.isEmpty()) {
        const QString url = m_wanted.takeFirst();
        auto call = std::make_shared<net::Call>();
        m_running.insert(url, call);
        const auto done = [this, url](Result<QByteArray> answer) { got(url, std::move(answer)); };
        if (mediaHome(url, m_server) == MediaHome::Elsewhere)
            *call = m_elsewhere.get(QUrl(url, QUrl::StrictMode), done);
        else if (m_backend.stories)
            *call = m_backend.stories->picture(mediaTarget(url, m_server), done);
        else
            got(url, Error{Error::Kind::NotFound, 404, u"no_pictures"_s});
    }
}

void Pictures::got(const QString& url, Result<QByteArray> answer)
{
    const auto call = m_running.take(url);
    PictureNews news;
    news.url = url;
    if (answer) {
        m_ingest.picture(url, *answer); // not kept: shown all the same
        news.bytes = *std::move(answer);
    } else {
        news.error = answer.error();
    }
    m_told(news);
    next();
}

void Pictures::failed(const QString& url, Error::Kind kind, const QString& code)
{
    PictureNews news;
    news.url = url;
    news.error = Error{kind, 0, code, {}, u"a picture was not asked for"_s, {}};
    m_told(news);
}

} // namespace waydesk::sync
