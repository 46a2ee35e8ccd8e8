// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/backends/ondi/ondistoryports.h"

#include "services/backends/media/picturefetch.h"
#include "services/wire/ondi/ondistories.h"

namespace waydesk::backends {

namespace {

using net::Call;
using net::Done;
namespace ondi = wire::ondidesk;
using Shared = std::shared_ptr<OndiConnection>;

class OndiStories final : public ParcelStories
{
public:
    explicit OndiStories(Shared connection)
        : m_connection(std::move(connection))
    {
    }
    Call story(const DeliveryId& id, Done<wire::SeenStory> done) override
    {
        return m_connection->ask<wire::SeenStory>(ondi::delivery(id), {}, ondi::decodeStory, std::move(done));
    }
    Call picture(const QByteArray& target, Done<QByteArray> done) override
    {
        OndiConnection::Options options;
        options.accept = "image/*";
        options.maxBody = kLargestPicture;
        return m_connection->fetch({"GET", target, {}}, options, [done = std::move(done)](auto answer) {
            done(answer ? pictureOf(*answer) : Result<QByteArray>(answer.error()));
        });
    }

private:
    Shared m_connection;
};

} // namespace

std::unique_ptr<ParcelStories> makeOndiStories(std::shared_ptr<OndiConnection> connection)
{
    return std::make_unique<OndiStories>(std::move(connection));
}

} // namespace waydesk::backends
