// SPDX-License-Identifier: GPL-3.0-or-later
// The ports of an OnDi server: each call is a request, a decoder, and nothing else.
#include "services/backends/ondi/ondiconnection.h"
#include "services/backends/ondi/ondiqueueports.h"
#include "services/backends/ondi/ondistories.h"
#include "services/wire/ondi/ondidecode.h"
#include "services/wire/ondi/ondiimports.h"
#include "services/wire/ondi/ondipositions.h"
#include "services/wire/ondi/onditrips.h"
#include "services/wire/ondi/pagereader.h"

using namespace Qt::Literals::StringLiterals;

namespace waydesk::backends {

namespace {

using net::Call;
using net::Done;
namespace ondi = wire::ondidesk;
using Shared = std::shared_ptr<OndiConnection>;
using Options = OndiConnection::Options;

Result<wire::RowsEnd> rowsEnd(const Result<ondi::PageEnd>& read)
{
    if (!read)
        return read.error();
    wire::RowsEnd end;
    end.rows = read->rows;
    end.total = read->total;
    end.nextCursor = read->nextCursor;
    end.stopped = read->stopped;
    for (int i = 0; i < read->drift; ++i)
        end.drift.note(u"a row of a page"_s);
    return end;
}

class OndiSessions final : public Sessions
{
public:
    explicit OndiSessions(Shared connection)
        : m_connection(std::move(connection))
    {
    }
    Call signIn(const QString& email, const QString& password, Done<wire::Tokens> done) override
    {
        return tokens(ondi::signIn(email, password), std::move(done));
    }
    Call refresh(const QString& refreshToken, Done<wire::Tokens> done) override
    {
        return tokens(ondi::refresh(refreshToken), std::move(done));
    }
    Call signOut(const QString& refreshToken, Done<Nothing> done) override
    {
        return m_connection->ask<Nothing>(ondi::signOut(refreshToken), {}, ondi::decodeDone, std::move(done));
    }
    Call me(Done<wire::User> done) override
    {
        return m_connection->ask<wire::User>(ondi::me(), {}, ondi::decodeUser, std::move(done));
    }
    Call ping(Done<Nothing> done) override
    {
        const Options options{OndiConnection::Auth::None, {}, std::chrono::seconds{4}};
        return m_connection->send(ondi::me(), options, [done = std::move(done)](const Result<QByteArray>& answer) {
            if (answer || answer.error().status != 0) // 401 is an answer
                done(Nothing{});
            else
                done(answer.error());
        });
    }

private:
    Call tokens(const ondi::Request& request, Done<wire::Tokens> done)
    {
        const Options options{OndiConnection::Auth::None, {}, {}};
        return m_connection->ask<wire::Tokens>(request, options, ondi::decodeTokens, std::move(done));
    }
    Shared m_connection;
};

class OndiWaybills final : public WaybillSource
{
public:
    explicit OndiWaybills(Shared connection)
        : m_connection(std::move(connection))
    {
    }
    Call page(const WaybillPageQuery& query, Done<wire::WaybillPage> done) override
    {
        return m_connection->ask<wire::WaybillPage>(request(query), {}, ondi::decodeWaybillPage, std::move(done));
    }
    Call eachOf(const WaybillPageQuery& query, std::function<bool(const WaybillCells&)> take,
                Done<wire::RowsEnd> done) override
    {
        const auto read = [take](const QByteArray& body) { return rowsEnd(ondi::readWaybillPage(body, take)); };
        return m_connection->ask<wire::RowsEnd>(request(query), {}, read, std::move(done));
    }
    Call detail(const WaybillId& id, Done<wire::WaybillAnswer> done) override
    {
        return m_connection->ask<wire::WaybillAnswer>(ondi::waybillDetail(id), {}, ondi::decodeWaybill,
                                                      std::move(done));
    }
    Call deliveries(const WaybillId& id, int page, Done<wire::DeliveryPage> done) override
    {
        return m_connection->ask<wire::DeliveryPage>(ondi::waybillDeliveries(id, page), {}, ondi::decodeDeliveryPage,
                                                     std::move(done));
    }
    Call scan(const WaybillId& id, const QString& code, Done<wire::ScanFound> done) override
    {
        return m_connection->ask<wire::ScanFound>(ondi::scan(id, code), {}, ondi::decodeScan, std::move(done));
    }

private:
    static ondi::Request request(const WaybillPageQuery& query)
    {
        ondi::WaybillQuery asked;
        asked.page = query.page;
        asked.limit = query.limit;
        asked.status = query.status;
        asked.number = query.number;
        return ondi::waybillPage(asked);
    }
    Shared m_connection;
};

struct AnswerDecoder
{
    QByteArray body;

    Result<CommandAnswer> waybill() const
    {
        Result<wire::WaybillAnswer> answer = ondi::decodeWaybill(body);
        if (!answer)
            return answer.error();
        CommandAnswer result;
        result.waybill = *std::move(answer);
        return result;
    }
    Result<CommandAnswer> done() const
    {
        const Result<Nothing> answer = ondi::decodeDone(body);
        if (!answer)
            return answer.error();
        return CommandAnswer{};
    }
    Result<CommandAnswer> operator()(const AttachDeliveries&) const
    {
        const Result<wire::AttachAnswer> answer = ondi::decodeAttach(body);
        if (!answer)
            return answer.error();
        return CommandAnswer{};
    }
    Result<CommandAnswer> operator()(const DetachDelivery&) const { return done(); }
    Result<CommandAnswer> operator()(const ReturnChildren&) const
    {
        Result<wire::ReturnAnswer> answer = ondi::decodeReturnChildren(body);
        if (!answer)
            return answer.error();
        CommandAnswer result;
        result.returned = *std::move(answer);
        return result;
    }
    Result<CommandAnswer> operator()(const BulkDeleteDrafts&) const
    {
        Result<wire::BulkDeleteAnswer> answer = ondi::decodeBulkDelete(body);
        if (!answer)
            return answer.error();
        CommandAnswer result;
        result.deleted = *std::move(answer);
        return result;
    }
    Result<CommandAnswer> operator()(const CreateTrip&) const
    {
        Result<wire::TripAnswer> answer = ondi::decodeTrip(body);
        if (!answer)
            return answer.error();
        CommandAnswer result;
        result.trip = *std::move(answer);
        return result;
    }
    template<class C>
    requires std::same_as<C, CreateDelivery> || std::same_as<C, UpdateDelivery> Result<CommandAnswer>
    operator()(const C&) const
    {
        Result<wire::SeenDelivery> answer = ondi::decodeDelivery(body);
        if (!answer)
            return answer.error();
        CommandAnswer result;
        result.delivery = *std::move(answer);
        return result;
    }
    // The other trip calls tell the status, or how many parcels there are: the trip is read again instead.
    template<TripCommand C>
    Result<CommandAnswer> operator()(const C&) const
    {
        return done();
    }
    Result<CommandAnswer> operator()(const RequestReturn&) const { return returnAnswer(body); }
    Result<CommandAnswer> operator()(const DecideReturn&) const { return returnAnswer(body); }
    Result<CommandAnswer> operator()(const RaiseCase&) const { return caseAnswer(body); }
    Result<CommandAnswer> operator()(const UpdateCase&) const { return caseAnswer(body); }
    template<WaybillCommand C>
    Result<CommandAnswer> operator()(const C&) const
    {
        return waybill();
    }
};

class OndiCommands final : public Commands
{
public:
    explicit OndiCommands(Shared connection)
        : m_connection(std::move(connection))
    {
    }
    bool canSend(const Command& command) const override { return ondi::encodeCommand(command).has_value(); }
    Call send(const Command& command, const QString& key, Done<CommandAnswer> done) override
    {
        const auto request = ondi::encodeCommand(command);
        Q_ASSERT(request); // canSend() is asked first
        const Options options{OndiConnection::Auth::Bearer, key, {}};
        const auto decode = [command](const QByteArray& body) { return std::visit(AnswerDecoder{body}, command); };
        return m_connection->ask<CommandAnswer>(*request, options, decode, std::move(done));
    }

private:
    Shared m_connection;
};

class OndiTrips final : public TripSource
{
public:
    explicit OndiTrips(Shared connection)
        : m_connection(std::move(connection))
    {
    }
    Call page(int page, Done<wire::TripPage> done) override
    {
        ondi::TripQuery query;
        query.page = page;
        return m_connection->ask<wire::TripPage>(ondi::tripPage(query), {}, ondi::decodeTripPage, std::move(done));
    }
    Call detail(const TripId& id, Done<wire::TripAnswer> done) override
    {
        return m_connection->ask<wire::TripAnswer>(ondi::tripDetail(id), {}, ondi::decodeTrip, std::move(done));
    }

private:
    Shared m_connection;
};

class OndiTracking final : public Tracking
{
public:
    explicit OndiTracking(Shared connection)
        : m_connection(std::move(connection))
    {
    }
    Call news(qint64 since, Done<wire::PositionNews> done) override
    {
        return m_connection->ask<wire::PositionNews>(ondi::positionNews(since), {}, ondi::decodePositionNews,
                                                     std::move(done));
    }
    Call track(const DriverId& driver, Instant from, Instant to, const QString& after, Done<wire::Track> done) override
    {
        return m_connection->ask<wire::Track>(ondi::track(driver, from, to, after), {}, ondi::decodeTrack,
                                              std::move(done));
    }

private:
    Shared m_connection;
};

class OndiImports final : public Imports
{
public:
    explicit OndiImports(Shared connection)
        : m_connection(std::move(connection))
    {
    }
    Call send(const QString& importId, const WarehouseId& pickup, const QList<wire::ImportRow>& rows,
              Done<wire::ImportAnswer> done) override
    {
        return m_connection->ask<wire::ImportAnswer>(ondi::importRows(importId, pickup, rows), {}, ondi::decodeImport,
                                                     std::move(done));
    }

private:
    Shared m_connection;
};

class OndiFeed final : public ChangeFeed
{
public:
    explicit OndiFeed(Shared connection)
        : m_connection(std::move(connection))
    {
    }
    Call since(const QString& cursor, std::chrono::seconds wait, Done<wire::Changes> done) override
    {
        const std::chrono::seconds grace{10};
        const Options options{OndiConnection::Auth::Bearer, {}, wait + grace};
        return m_connection->ask<wire::Changes>(ondi::changesSince(cursor, static_cast<int>(wait.count())), options,
                                                ondi::decodeChanges, std::move(done));
    }

private:
    Shared m_connection;
};

class OndiLookups final : public Lookups
{
public:
    explicit OndiLookups(Shared connection)
        : m_connection(std::move(connection))
    {
    }
    Call warehouses(int page, Done<wire::LookupPage<Warehouse>> done) override
    {
        return ask<Warehouse>(u"warehouses"_s, page, ondi::decodeWarehouses, std::move(done));
    }
    Call drivers(int page, Done<wire::LookupPage<DriverRef>> done) override
    {
        return ask<DriverRef>(u"drivers"_s, page, ondi::decodeDrivers, std::move(done));
    }
    Call vehicles(int page, Done<wire::LookupPage<VehicleRef>> done) override
    {
        return ask<VehicleRef>(u"vehicles"_s, page, ondi::decodeVehicles, std::move(done));
    }
    Call zones(int page, Done<wire::LookupPage<Zone>> done) override
    {
        return ask<Zone>(u"zones"_s, page, ondi::decodeZones, std::move(done));
    }
    Call customers(int page, Done<wire::LookupPage<CustomerRef>> done) override
    {
        return ask<CustomerRef>(u"customers"_s, page, ondi::decodeCustomers, std::move(done));
    }

private:
    template<class T, class Decode>
    Call ask(const QString& noun, int page, Decode decode, Done<wire::LookupPage<T>> done)
    {
        return m_connection->ask<wire::LookupPage<T>>(ondi::lookup(noun, page), {}, decode, std::move(done));
    }
    Shared m_connection;
};

class OndiDeliveries final : public Deliveries
{
public:
    explicit OndiDeliveries(Shared connection)
        : m_connection(std::move(connection))
    {
    }
    Call eachAfter(const QString& cursor, std::function<bool(const DeliveryCells&)> take,
                   Done<wire::RowsEnd> done) override
    {
        const auto read = [take](const QByteArray& body) { return rowsEnd(ondi::readDeliveryPage(body, take)); };
        return m_connection->ask<wire::RowsEnd>(ondi::deliveriesAfter(cursor), {}, read, std::move(done));
    }
    Call one(const DeliveryId& id, Done<wire::SeenDelivery> done) override
    {
        return m_connection->ask<wire::SeenDelivery>(ondi::delivery(id), {}, ondi::decodeDelivery, std::move(done));
    }

private:
    Shared m_connection;
};

} // namespace

Backend makeOndiBackend(const QUrl& server, TokenSource& tokens, LinkListener& link, const net::HttpLimits& limits)
{
    auto connection = std::make_shared<OndiConnection>(server, limits, tokens, link);
    Backend backend;
    backend.sessions = std::make_unique<OndiSessions>(connection);
    backend.waybills = std::make_unique<OndiWaybills>(connection);
    backend.commands = std::make_unique<OndiCommands>(connection);
    backend.feed = std::make_unique<OndiFeed>(connection);
    backend.lookups = std::make_unique<OndiLookups>(connection);
    backend.deliveries = std::make_unique<OndiDeliveries>(connection);
    backend.trips = std::make_unique<OndiTrips>(connection);
    backend.tracking = std::make_unique<OndiTracking>(connection);
    backend.imports = std::make_unique<OndiImports>(connection);
    backend.queues = makeOndiQueues(connection);
    backend.stories = makeOndiStories(connection);
    backend.forgetConnections = [connection] { connection->forgetConnections(); };
    return backend;
}

} // namespace waydesk::backends
