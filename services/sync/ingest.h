// SPDX-License-Identifier: GPL-3.0-or-later
// The one door for facts: everything that a server told goes through here into the store, in short transactions, and is
// told on after it is on disk. A partial row is laid over what was known: absent keeps, null clears. Engine thread.
#pragma once

#include "services/domain/instant.h"
#include "services/domain/position.h"
#include "services/store/pagewriter.h"
#include "services/sync/enginelistener.h"
#include "services/wire/answers.h"
#include "services/wire/queueanswers.h"
#include "services/wire/storyanswers.h"
#include "services/wire/tripanswers.h"

namespace waydesk::sync {

class Ingest
{
public:
    Ingest(store::Store& store, const Clock& clock, EngineListener& listener);

    bool waybills(const QList<wire::SeenWaybill>& rows);
    // Much at once: cells go straight to the writer, and wrote() ends the page. In a first load several pages, with the
    // marks remembered after them, share a transaction; it ends with the next other fact, or with settle().
    std::shared_ptr<store::PageWriter> openPage();
    bool wrote(std::shared_ptr<store::PageWriter> page);
    bool settle();
    bool beginFirstLoad();
    bool answer(const wire::WaybillAnswer& answer); // the row, its timeline and its children where they came
    bool deliveries(const QList<wire::SeenDelivery>& rows, const std::optional<WaybillId>& in = {});
    bool members(const WaybillId& id, const QList<wire::SeenDelivery>& rows); // the complete list
    bool removeWaybills(const QList<WaybillId>& ids);
    bool removeDelivery(const DeliveryId& id);
    // The server confirmed a change of membership without telling the row.
    bool joined(const WaybillId& id, const QList<DeliveryId>& deliveries);
    bool left(const WaybillId& id, const DeliveryId& delivery);
    bool returned(const wire::ReturnAnswer& answer);

    bool trips(const QList<wire::SeenTrip>& rows);
    bool trip(const wire::TripAnswer& answer); // the row, its parcels and its plan where they came
    bool removeTrip(const TripId& id);
    bool positions(const QList<Position>& rows);
    bool story(const wire::SeenStory& story);
    bool picture(const QString& url, const QByteArray& bytes);

    // The two queues (ingestqueues.cpp).
    bool returnRequests(const QList<wire::SeenReturn>& rows);
    bool cases(const QList<wire::SeenCase>& rows);
    bool colleagues(const QList<Colleague>& rows); // the complete list
    bool dropOlderQueueRows(Instant before);       // after both were read whole: what they did not name goes
    bool removeReturn(const ReturnRequestId& id);
    bool removeCase(const ExceptionId& id);
    Instant returnHeardAt(const ReturnRequestId& id) const; // none: the beginning of time
    Instant caseHeardAt(const ExceptionId& id) const;
    std::optional<DeliveryId> parcelOf(const ReturnRequestId& id) const; // nullopt: not known here
    std::optional<DeliveryId> parcelOf(const ExceptionId& id) const;

    template<class T>
    bool lookups(const QList<wire::Seen<T>>& rows, Instant at)
    {
        m_bound.assertHere();
        if (!settle())
            return false;
        m_page.reset(); // it keeps drivers' names; before the transaction, which it would take for its own
        return write([&]() -> Result<Nothing> {
            for (const wire::Seen<T>& row : rows) {
                if (auto done = m_store.lookups().put(row.value, at); !done)
                    return done;
            }
            return Nothing{};
        });
    }
    bool dropOlderLookups(const QString& kind, Instant before);

    bool remember(const QString& key, const QString& value); // cursors and marks, in the cache beside the facts
    std::optional<QString> remembered(const QString& key) const;
    bool forget(const QString& key);

    Instant now() const { return m_clock.now(); }

private:
    template<class Work>
    bool write(Work&& work)
    {
        m_bound.assertHere();
        if (!settle())
            return false;
        return writeInside(std::forward<Work>(work));
    }
    template<class Work>
    bool writeInside(Work&& work) // of the pages' transaction, where one runs
    {
        const Result<Nothing> done = m_store.transaction(std::forward<Work>(work));
        if (!done)
            m_listener.failed(done.error());
        else
            tellRekeyed();
        return done.ok();
    }
    void tellRekeyed(); // parcels that stand elsewhere because something that they name is called otherwise
    Result<bool> put(const wire::SeenWaybill& row, Instant at);
    Result<bool> put(const wire::SeenTrip& row, Instant at);
    Result<bool> put(const wire::SeenDelivery& row, const std::optional<WaybillId>& in, Instant at);
    Result<Nothing> countAgain(const WaybillId& id, qint64 by, Instant at);
    bool queueRowsOf(const QList<wire::SeenDelivery>& parcels); // as the details of parcels tell them
    template<class Row, class Put>
    std::optional<bool> queueRows(const QList<Row>& rows, Put put); // whether any moved; nullopt: not written
    template<class Row, class Put, class Told>
    bool inSlices(const QList<Row>& rows, Put put, Told told);

    store::Store& m_store;
    const Clock& m_clock;
    EngineListener& m_listener;
    EngineBound m_bound;
    std::shared_ptr<store::PageWriter> m_page; // kept for its prepared statements
    bool m_pageOpen = false;                   // holds rows that are not told yet
};

} // namespace waydesk::sync
