// SPDX-License-Identifier: GPL-3.0-or-later
// Brings the pictures of proofs: the depot's own with the session, others only when a person asked for that one. Asked
// twice, fetched once; few at a time. Kept on disk before it is told. Engine thread.
#pragma once

#include "services/backends/backend.h"
#include "services/backends/media/picturefetch.h"
#include "services/sync/engine.h"
#include "services/sync/ingest.h"

#include <QHash>

namespace waydesk::sync {

class Pictures
{
public:
    using Told = std::function<void(const PictureNews&)>;

    Pictures(const QUrl& server, backends::Backend& backend, Ingest& ingest, Told told);

    void want(const QString& url, PictureAsk ask);
    void pause(); // what was asked for is told to have failed: the person may ask again
    void resume();

private:
    void next();
    void got(const QString& url, Result<QByteArray> answer);
    void failed(const QString& url, Error::Kind kind, const QString& code);

    const QUrl m_server;
    backends::Backend& m_backend;
    Ingest& m_ingest;
    EngineBound m_bound;
    Told m_told;
    backends::PictureFetch m_elsewhere;
    QStringList m_wanted; // the newest first
    QHash<QString, std::shared_ptr<net::Call>> m_running;
    bool m_active = false;
};

} // namespace waydesk::sync
