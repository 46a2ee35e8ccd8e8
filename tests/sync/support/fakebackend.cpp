// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/support/fakebackend.h"

#include "services/wire/ondi/ondivalues.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::test {

namespace {

using net::Call;
using net::Done;

// What the test did not expect is seen at once.
template<class F, class... A>
auto expected(const F& f, const QString& what, A... args)
{
    if (!f)
        qFatal("unexpected request: %s", qPrintable(what));
    return [f, args...] { return f(args...); };
}

class Sessions final : public backends::Sessions
{
public:
    explicit Sessions(FakeBackend& fake)
        : m_fake(fake)
    {
    }
    Call signIn(const QString& email, const QString&, Done<wire::Tokens> done) override
    {
        return m_fake.later<wire::Tokens>(u"signIn"_s, expected(m_fake.onSignIn, u"signIn"_s, email), std::move(done));
    }
    Call refresh(const QString& token, Done<wire::Tokens> done) override
    {
        const QString what = u"refresh "_s + token;
        return m_fake.later<wire::Tokens>(what, expected(m_fake.onRefresh, what, token), std::move(done));
    }
    Call signOut(const QString&, Done<Nothing> done) override
    {
        return m_fake.later<Nothing>(
            u"signOut"_s, [] { return Result<Nothing>(Nothing{}); }, std::move(done));
    }
    Call me(Done<wire::User>) override { qFatal("unexpected request: me"); }
    Call ping(Done<Nothing> done) override
    {
        return m_fake.later<Nothing>(u"ping"_s, expected(m_fake.onPing, u"ping"_s), std::move(done));
    }

private:
    FakeBackend& m_fake;
};

class Waybills final : public backends::WaybillSource
{
public:
    explicit Waybills(FakeBackend& fake)
        : m_fake(fake)
    {
    }
    Call page(const backends::WaybillPageQuery& query, Done<wire::WaybillPage> done) override
    {
        const QString what = u"page "_s + (query.status ? word(*query.status) : QString::number(query.page));
        return m_fake.later<wire::WaybillPage>(what, expected(m_fake.onPage, what, query), std::move(done));
    }
    Call eachOf(const backends::WaybillPageQuery& query, std::function<bool(const WaybillCells&)>,
                Done<wire::RowsEnd> done) override
    {
        const auto answer = [] { return Result<wire::RowsEnd>(wire::RowsEnd{}); }; // an empty depot
        return m_fake.later<wire::RowsEnd>(u"load waybills "_s + QString::number(query.page), answer, std::move(done));
    }
    Call detail(const WaybillId& id, Done<wire::WaybillAnswer> done) override
    {
        const QString what = u"detail "_s + id.value;
        return m_fake.later<wire::WaybillAnswer>(what, expected(m_fake.onDetail, what, id), std::move(done));
    }
    Call deliveries(const WaybillId& id, int page, Done<wire::DeliveryPage> done) override
    {
        const QString what = u"members "_s + id.value;
        return m_fake.later<wire::DeliveryPage>(what, expected(m_fake.onMembers, what, id, page), std::move(done));
    }
    Call scan(const WaybillId&, const QString&, Done<wire::ScanFound>) override { qFatal("unexpected request: scan"); }

private:
    FakeBackend& m_fake;
};

class Commands final : public backends::Commands
{
public:
    explicit Commands(FakeBackend& fake)
        : m_fake(fake)
    {
    }
    bool canSend(const Command& command) const override { return isCreate(command) || !subject(command).isLocal(); }
    Call send(const Command& command, const QString& key, Done<backends::CommandAnswer> done) override
    {
        auto token = std::make_shared<int>(0);
        m_fake.sent.append({command, key, std::move(done), token});
        m_fake.log.append(kindWord(command) + u' ' + key);
        return Call(token);
    }

private:
    FakeBackend& m_fake;
};

class Feed final : public backends::ChangeFeed
{
public:
    explicit Feed(FakeBackend& fake)
        : m_fake(fake)
    {
    }
    Call since(const QString& cursor, std::chrono::seconds, Done<wire::Changes> done) override
    {
        const QString what = u"changes "_s + cursor;
        return m_fake.later<wire::Changes>(what, expected(m_fake.onChanges, what, cursor), std::move(done));
    }

private:
    FakeBackend& m_fake;
};

class AllDeliveries final : public backends::Deliveries
{
public:
    explicit AllDeliveries(FakeBackend& fake)
        : m_fake(fake)
    {
    }
    Call eachAfter(const QString&, std::function<bool(const DeliveryCells&)>, Done<wire::RowsEnd> done) override
    {
        return m_fake.later<wire::RowsEnd>(
            u"load deliveries"_s, [] { return Result<wire::RowsEnd>(wire::RowsEnd{}); }, std::move(done));
    }
    Call one(const DeliveryId& id, Done<wire::SeenDelivery> done) override
    {
        const QString what = u"delivery "_s + id.value;
        return m_fake.later<wire::SeenDelivery>(what, expected(m_fake.onDelivery, what, id), std::move(done));
    }

private:
    FakeBackend& m_fake;
};

class AllTrips final : public backends::TripSource
{
public:
    explicit AllTrips(FakeBackend& fake)
        : m_fake(fake)
    {
    }
    Call page(int page, Done<wire::TripPage> done) override
    {
        const QString what = u"trips "_s + QString::number(page);
        return m_fake.later<wire::TripPage>(what, expected(m_fake.onTripPage, what, page), std::move(done));
    }
    Call detail(const TripId& id, Done<wire::TripAnswer> done) override
    {
        const QString what = u"trip "_s + id.value;
        return m_fake.later<wire::TripAnswer>(what, expected(m_fake.onTrip, what, id), std::move(done));
    }

private:
    FakeBackend& m_fake;
};

class AllPositions final : public backends::Tracking
{
public:
    explicit AllPositions(FakeBackend& fake)
        : m_fake(fake)
    {
    }
    Call news(qint64 since, Done<wire::PositionNews> done) override
    {
        const QString what = u"positions "_s + QString::number(since);
        return m_fake.later<wire::PositionNews>(what, expected(m_fake.onPositions, what, since), std::move(done));
    }
    Call track(const DriverId& driver, Instant, Instant, const QString& after, Done<wire::Track> done) override
    {
        const QString what = u"track "_s + driver.value;
        return m_fake.later<wire::Track>(what, expected(m_fake.onTrack, what, driver, after), std::move(done));
    }

private:
    FakeBackend& m_fake;
};

class AllStories final : public backends::ParcelStories
{
public:
    explicit AllStories(FakeBackend& fake)
        : m_fake(fake)
    {
    }
    Call story(const DeliveryId& id, Done<wire::SeenStory> done) override
    {
        const QString what = u"story "_s + id.value;
        return m_fake.later<wire::SeenStory>(what, expected(m_fake.onStory, what, id), std::move(done));
    }
    Call picture(const QByteArray& target, Done<QByteArray> done) override
    {
        const QString what = u"picture "_s + QString::fromLatin1(target);
        return m_fake.later<QByteArray>(what, expected(m_fake.onPicture, what, target), std::move(done));
    }

private:
    FakeBackend& m_fake;
};

class EmptyLookups final : public backends::Lookups
{
public:
    explicit EmptyLookups(FakeBackend& fake)
        : m_fake(fake)
    {
    }
    Call warehouses(int, Done<wire::LookupPage<Warehouse>> done) override { return none(std::move(done)); }
    Call drivers(int, Done<wire::LookupPage<DriverRef>> done) override { return none(std::move(done)); }
    Call vehicles(int, Done<wire::LookupPage<VehicleRef>> done) override { return none(std::move(done)); }
    Call zones(int, Done<wire::LookupPage<Zone>> done) override { return none(std::move(done)); }
    Call customers(int, Done<wire::LookupPage<CustomerRef>> done) override { return none(std::move(done)); }

private:
    template<class T>
    Call none(Done<wire::LookupPage<T>> done)
    {
        return m_fake.later<wire::LookupPage<T>>(
            u"lookups"_s, [] { return Result<wire::LookupPage<T>>(wire::LookupPage<T>{}); }, std::move(done));
    }
    FakeBackend& m_fake;
};

} // namespace

std::unique_ptr<backends::Lookups> FakeBackend::makeLookups()
{
    return std::make_unique<EmptyLookups>(*this);
}

namespace {

class BothQueues final : public backends::Queues
{
public:
    explicit BothQueues(FakeBackend& fake)
        : m_fake(fake)
    {
    }
    Call returns(const QString& cursor, Done<wire::QueuePage<wire::SeenReturn>> done) override
    {
        const QString what = u"returns "_s + cursor;
        return m_fake.later<wire::QueuePage<wire::SeenReturn>>(what, expected(m_fake.onReturns, what, cursor),
                                                               std::move(done));
    }
    Call cases(const QString& cursor, Done<wire::QueuePage<wire::SeenCase>> done) override
    {
        const QString what = u"cases "_s + cursor;
        return m_fake.later<wire::QueuePage<wire::SeenCase>>(what, expected(m_fake.onCases, what, cursor),
                                                             std::move(done));
    }
    Call colleagues(Done<wire::Colleagues> done) override
    {
        return m_fake.later<wire::Colleagues>(u"colleagues"_s, expected(m_fake.onColleagues, u"colleagues"_s),
                                              std::move(done));
    }

private:
    FakeBackend& m_fake;
};

} // namespace

backends::Backend FakeBackend::make()
{
    backends::Backend backend;
    backend.sessions = std::make_unique<Sessions>(*this);
    backend.waybills = std::make_unique<Waybills>(*this);
    backend.commands = std::make_unique<Commands>(*this);
    backend.feed = std::make_unique<Feed>(*this);
    if (hasDeliveries)
        backend.deliveries = std::make_unique<AllDeliveries>(*this);
    if (hasTrips)
        backend.trips = std::make_unique<AllTrips>(*this);
    if (hasTracking)
        backend.tracking = std::make_unique<AllPositions>(*this);
    if (hasQueues)
        backend.queues = std::make_unique<BothQueues>(*this);
    if (hasStories)
        backend.stories = std::make_unique<AllStories>(*this);
    return backend;
}

FakeBackend::Sent FakeBackend::take(const QString& kind)
{
    for (qsizetype i = 0; i < sent.size(); ++i) {
        if (kindWord(sent[i].command) == kind)
            return sent.takeAt(i);
    }
    qFatal("no %s is on its way", qPrintable(kind));
}

void FakeBackend::answer(const QString& kind, Result<backends::CommandAnswer> answer)
{
    const Sent one = take(kind);
    if (!one.alive.expired())
        one.done(std::move(answer));
}

void FakeBackend::settle()
{
    for (int i = 0; i < 1000 && !m_later.empty(); ++i) {
        const auto next = m_later.front();
        m_later.pop_front();
        next();
    }
}

QStringList FakeBackend::waiting() const
{
    QStringList kinds;
    for (const Sent& one : sent)
        kinds.append(kindWord(one.command));
    return kinds;
}

Error failure(Error::Kind kind, int status, const QString& code)
{
    Error error;
    error.kind = kind;
    error.status = status;
    error.code = code;
    return error;
}

wire::WaybillAnswer row(const QString& id, WaybillStatus status, const QJsonObject& more)
{
    QJsonObject object{{u"id"_s, id},
                       {u"waybill_number"_s, QString(u"WB-"_s + id)},
                       {u"status"_s, word(status)},
                       {u"origin_type"_s, u"warehouse"_s},
                       {u"destination_type"_s, u"warehouse"_s},
                       {u"carrier_type"_s, u"internal"_s},
                       {u"notes"_s, u""_s},
                       {u"created_at"_s, u"2026-04-07T12:00:00Z"_s},
                       {u"updated_at"_s, u"2026-04-07T12:00:00Z"_s}};
    for (auto it = more.begin(); it != more.end(); ++it)
        object.insert(it.key(), *it);
    wire::WaybillAnswer answer;
    answer.waybill = wire::ondidesk::waybillFrom(object, answer.drift);
    return answer;
}

backends::CommandAnswer answered(const wire::WaybillAnswer& waybill)
{
    backends::CommandAnswer answer;
    answer.waybill = waybill;
    return answer;
}

} // namespace waydesk::test
