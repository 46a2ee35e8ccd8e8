// SPDX-License-Identifier: GPL-3.0-or-later
// EngineCore's part about single parcels: what happened to them, and their pictures.
#include "services/sync/connection.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

void EngineCore::lookAt(const DeliveryId& parcel)
{
    m_lookedAt = parcel;
    if (m_connection)
        m_connection->stories.look(parcel);
    else if (!parcel.isEmpty())
        Q_EMIT m_engine.storyTold({parcel, StoryNews::State::Waiting, {}});
}

void EngineCore::wantPicture(const QString& url, PictureAsk ask)
{
    if (m_connection) {
        m_connection->pictures.want(url, ask);
        return;
    }
    PictureNews news;
    news.url = url;
    news.error = Error{Error::Kind::Offline, 0, u"no_server"_s, {}, u"no server is chosen"_s, {}};
    Q_EMIT m_engine.pictureTold(news);
}

void EngineCore::deliveriesChanged(const QList<DeliveryId>& ids)
{
    Q_EMIT m_engine.deliveriesChanged(ids);
    if (m_connection)
        m_connection->stories.changed(ids);
}

// Called when the connection is made, and whenever who may run is arranged.
void EngineCore::arrangeParcels(bool mayRun)
{
    Connection& c = *m_connection;
    if (mayRun) {
        c.stories.resume();
        c.pictures.resume();
    } else {
        c.stories.pause();
        c.pictures.pause();
    }
}

} // namespace waydesk::sync
