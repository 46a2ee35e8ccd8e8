// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/backends/ondi/ondistories.h"

#include "services/backends/media/picturefetch.h"
#include "services/wire/ondi/ondistories.h"

namespace waydesk::backends {

namespace {

class OndiStories final : public ParcelStories
{
public:
    explicit OndiStories(std::shared_ptr<OndiConnection> connection)
        : m_connection(std::move(connection))
    {
    }
    net::Call story(const DeliveryId& id, net::Done<wire::SeenStory> done) override
    {
        return m_connection->ask<wire::SeenStory>(wire::ondidesk::delivery(id), {}, wire::ondidesk::decodeStory,
                                                  std::move(done));
    }
    net::Call picture(const QByteArray& target, net::Done<QByteArray> done) override
    {
        OndiConnection::Options options;
        options.accept = "image/*";
        options.maxBody = kLargestPicture;
        return m_connection->fetch({"GET", target, {}}, options, [done = std::move(done)](auto answer) {
            done(answer ? pictureOf(*answer) : Result<QByteArray>(answer.error()));
        });
    }

private:
    std::shared_ptr<OndiConnection> m_connection;
};

} // namespace

std::unique_ptr<ParcelStories> makeOndiStories(std::shared_ptr<OndiConnection> connection)
{
    return std::make_unique<OndiStories>(std::move(connection));
}

} // namespace waydesk::backends
