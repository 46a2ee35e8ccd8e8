// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/backends/ondi/ondiqueueports.h"

#include "services/wire/ondi/ondidecode.h"
#include "services/wire/ondi/ondiqueues.h"

namespace waydesk::backends {

namespace {

using net::Call;
using net::Done;
namespace ondi = wire::ondidesk;

class OndiQueues final : public Queues
{
public:
    explicit OndiQueues(std::shared_ptr<OndiConnection> connection)
        : m_connection(std::move(connection))
    {
    }
    Call returns(const QString& cursor, Done<wire::QueuePage<wire::SeenReturn>> done) override
    {
        return m_connection->ask<wire::QueuePage<wire::SeenReturn>>(ondi::returnsAfter(cursor), {},
                                                                    ondi::decodeReturnQueue, std::move(done));
    }
    Call cases(const QString& cursor, Done<wire::QueuePage<wire::SeenCase>> done) override
    {
        return m_connection->ask<wire::QueuePage<wire::SeenCase>>(ondi::casesAfter(cursor), {}, ondi::decodeCaseQueue,
                                                                  std::move(done));
    }
    Call colleagues(Done<wire::Colleagues> done) override
    {
        return m_connection->ask<wire::Colleagues>(ondi::colleagues(), {}, ondi::decodeColleagues, std::move(done));
    }

private:
    std::shared_ptr<OndiConnection> m_connection;
};

} // namespace

std::unique_ptr<Queues> makeOndiQueues(std::shared_ptr<OndiConnection> connection)
{
    return std::make_unique<OndiQueues>(std::move(connection));
}

// The documents name the call, not its answer: what it says of the request is taken where it says it.
Result<CommandAnswer> returnAnswer(const QByteArray& body)
{
    const Result<Nothing> done = ondi::decodeDone(body);
    if (!done)
        return done.error();
    CommandAnswer result;
    if (Result<wire::SeenReturn> row = ondi::decodeReturnRequest(body))
        result.returnRequest = *std::move(row);
    return result;
}

Result<CommandAnswer> caseAnswer(const QByteArray& body)
{
    Result<wire::SeenCase> row = ondi::decodeCase(body);
    if (!row)
        return row.error();
    CommandAnswer result;
    result.deliveryCase = *std::move(row);
    return result;
}

} // namespace waydesk::backends
