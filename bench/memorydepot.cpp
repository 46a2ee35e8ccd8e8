// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/memorydepot.h"

#include "bench/fixture.h"
#include "services/wire/ondi/answers.h"
#include "services/wire/ondi/ondidecode.h"
#include "services/wire/ondi/pagereader.h"

#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::bench {

namespace {

namespace ondi = wire::ondidesk;
using net::Call;
using net::Done;

// Later, from the loop, unless the call is dropped first.
template<class Answer>
Call later(Answer answer)
{
    auto timer = std::make_shared<QTimer>();
    timer->setSingleShot(true);
    QObject::connect(timer.get(), &QTimer::timeout, [answer = std::move(answer), weak = std::weak_ptr(timer)] {
        const auto kept = weak.lock(); // the answer may drop its own call
        answer();
    });
    timer->start(0);
    return Call(timer);
}

template<class T>
Call refused(Done<T> done, Error::Kind kind, int status)
{
    return later([done = std::move(done), kind, status] {
        Error error;
        error.kind = kind;
        error.status = status;
        done(error);
    });
}

Result<wire::RowsEnd> handedOut(const Result<ondi::PageEnd>& read, DepotPages& pages)
{
    if (!read)
        return read.error();
    pages.served += read->rows;
    wire::RowsEnd end;
    end.rows = read->rows;
    end.total = read->total;
    return end;
}

class MemorySessions final : public backends::Sessions
{
public:
    explicit MemorySessions(backends::LinkListener& link)
        : m_link(link)
    {
    }
    Call signIn(const QString& email, const QString&, Done<wire::Tokens> done) override
    {
        return later([email, done = std::move(done)] { done(tokens(email)); });
    }
    Call refresh(const QString&, Done<wire::Tokens> done) override
    {
        return later([done = std::move(done)] { done(tokens(u"bench@example.org"_s)); });
    }
    Call signOut(const QString&, Done<Nothing> done) override
    {
        return later([done = std::move(done)] { done(Nothing{}); });
    }
    Call me(Done<wire::User> done) override
    {
        return later([done = std::move(done)] { done(*tokens(u"bench@example.org"_s).user); });
    }
    Call ping(Done<Nothing> done) override
    {
        return later([this, done = std::move(done)] {
            m_link.heard();
            done(Nothing{});
        });
    }

private:
    static wire::Tokens tokens(const QString& email)
    {
        wire::User user;
        user.ref = {UserId{u"bench-user"_s}, u"Sara Karim"_s, email, QString(), QString()};
        user.role = UserRole::Dispatcher;
        user.roleWord = word(UserRole::Dispatcher);
        user.tenant = TenantId{u"bench"_s};
        user.permissions = {u"*"_s};
        wire::Tokens out;
        out.access = u"access"_s;
        out.refresh = u"refresh"_s;
        out.expiresIn = std::chrono::hours(1);
        out.user = user;
        return out;
    }
    backends::LinkListener& m_link;
};

class MemoryWaybills final : public backends::WaybillSource
{
public:
    explicit MemoryWaybills(std::shared_ptr<DepotPages> pages)
        : m_pages(std::move(pages))
    {
    }
    Call page(const backends::WaybillPageQuery&, Done<wire::WaybillPage> done) override
    {
        return later([done = std::move(done), pages = m_pages] { done(ondi::decodeWaybillPage(pages->waybills[0])); });
    }
    Call eachOf(const backends::WaybillPageQuery& query, std::function<bool(const WaybillCells&)> take,
                Done<wire::RowsEnd> done) override
    {
        return later([number = query.page, take = std::move(take), done = std::move(done), pages = m_pages] {
            const QByteArray& body = pages->waybills[(number - 1) % pages->waybills.size()];
            auto end = handedOut(ondi::readWaybillPage(body, take), *pages);
            if (end)
                end.value().total = pages->waybills.size() * kPageRows;
            done(std::move(end));
        });
    }
    Call detail(const WaybillId&, Done<wire::WaybillAnswer> done) override
    {
        return refused(std::move(done), Error::Kind::Rejected, 409); // what is cached stands
    }
    Call deliveries(const WaybillId&, int, Done<wire::DeliveryPage> done) override
    {
        return refused(std::move(done), Error::Kind::Rejected, 409);
    }
    Call scan(const WaybillId&, const QString& code, Done<wire::ScanFound> done) override
    {
        const auto number = numberOfScan(code);
        if (!number || *number % 10 != 0)
            return refused(std::move(done), Error::Kind::Rejected, 409);
        return later([done = std::move(done), number = *number] {
            wire::JsonWriter out;
            out.beginObject().field("success", true).field("message", u"ok"_s).key("data");
            wire::ondi::writeScanned(out, deliveryOf(number));
            out.endObject();
            done(ondi::decodeScan(out.take()));
        });
    }

private:
    std::shared_ptr<DepotPages> m_pages;
};

class MemoryDeliveries final : public backends::Deliveries
{
public:
    explicit MemoryDeliveries(std::shared_ptr<DepotPages> pages)
        : m_pages(std::move(pages))
    {
    }
    Call eachAfter(const QString& cursor, std::function<bool(const DeliveryCells&)> take,
                   Done<wire::RowsEnd> done) override
    {
        return later([at = cursor.toLongLong(), take = std::move(take), done = std::move(done), pages = m_pages] {
            const QByteArray& body = pages->deliveries[at % pages->deliveries.size()];
            auto end = handedOut(ondi::readDeliveryPage(body, take), *pages);
            if (end)
                end.value().nextCursor = QString::number(at + 1); // there is always more
            done(std::move(end));
        });
    }
    Call one(const DeliveryId&, Done<wire::SeenDelivery> done) override
    {
        return refused(std::move(done), Error::Kind::Rejected, 409);
    }

private:
    std::shared_ptr<DepotPages> m_pages;
};

class MemoryCommands final : public backends::Commands
{
public:
    Call send(const Command&, const QString&, Done<backends::CommandAnswer> done) override
    {
        return refused(std::move(done), Error::Kind::Rejected, 409);
    }
    bool canSend(const Command&) const override { return true; }
};

} // namespace

backends::Backend makeMemoryDepot(std::shared_ptr<DepotPages> pages, backends::LinkListener& link)
{
    backends::Backend depot;
    depot.sessions = std::make_unique<MemorySessions>(link);
    depot.waybills = std::make_unique<MemoryWaybills>(pages);
    depot.deliveries = std::make_unique<MemoryDeliveries>(pages);
    depot.commands = std::make_unique<MemoryCommands>();
    return depot;
}

} // namespace waydesk::bench
