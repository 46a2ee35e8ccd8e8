// SPDX-License-Identifier: GPL-3.0-or-later
// A backend whose answers a test gives one by one. Commands wait in `sent` until answered; reads are answered by the
// `on…` functions when settle() is called, and a read without one is an error of the test. Dropped calls are not
// answered.
#pragma once

#include "services/backends/backend.h"

#include <deque>

namespace waydesk::test {

class FakeBackend
{
public:
    struct Sent
    {
        Command command;
        QString key;
        net::Done<backends::CommandAnswer> done;
        std::weak_ptr<void> alive;
    };

    backends::Backend make();
    std::unique_ptr<backends::Lookups> makeLookups(); // every list is empty; asked for as "lookups"

    // The oldest waiting command of the kind ("seal_waybill" …); fails loudly when there is none.
    Sent take(const QString& kind);
    void answer(const QString& kind, Result<backends::CommandAnswer> answer);
    void settle();               // answers reads until none waits
    QStringList waiting() const; // kinds, oldest first

    QList<Sent> sent;
    QStringList log; // every command ever sent, "kind key"
    QStringList reads;

    std::function<Result<wire::WaybillAnswer>(WaybillId)> onDetail;
    std::function<Result<wire::DeliveryPage>(WaybillId, int)> onMembers;
    std::function<Result<wire::WaybillPage>(backends::WaybillPageQuery)> onPage;
    std::function<Result<wire::Changes>(QString)> onChanges; // nullopt cursor waits: return Timeout to stop
    std::function<Result<wire::SeenDelivery>(DeliveryId)> onDelivery;
    std::function<Result<wire::TripPage>(int)> onTripPage;
    std::function<Result<wire::TripAnswer>(TripId)> onTrip;
    std::function<Result<wire::Tokens>(QString)> onSignIn, onRefresh;
    std::function<Result<Nothing>()> onPing;
    std::function<Result<wire::PositionNews>(qint64)> onPositions;
    std::function<Result<wire::Track>(DriverId, QString)> onTrack;
    std::function<Result<wire::QueuePage<wire::SeenReturn>>(QString)> onReturns;
    std::function<Result<wire::QueuePage<wire::SeenCase>>(QString)> onCases;
    std::function<Result<wire::Colleagues>()> onColleagues;
    bool hasQueues = false;
    std::function<Result<wire::SeenStory>(DeliveryId)> onStory;
    std::function<Result<QByteArray>(QByteArray)> onPicture;
    bool hasDeliveries = false, hasTrips = false, hasTracking = false, hasStories = false;

    template<class T>
    net::Call later(const QString& what, std::function<Result<T>()> answer, net::Done<T> done)
    {
        reads.append(what);
        auto token = std::make_shared<int>(0);
        m_later.push_back([alive = std::weak_ptr(token), answer = std::move(answer), done = std::move(done)] {
            if (!alive.expired())
                done(answer());
        });
        return net::Call(token);
    }

private:
    std::deque<std::function<void()>> m_later;
};

Error failure(Error::Kind kind, int status = 0, const QString& code = {});
wire::WaybillAnswer row(const QString& id, WaybillStatus status = WaybillStatus::Drafted, const QJsonObject& more = {});
backends::CommandAnswer answered(const wire::WaybillAnswer& waybill);

} // namespace waydesk::test
