// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sync/firstsync.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace waydesk::sync {

namespace {

const QString kLookupsDone = u"first.lookups"_s;
const QString kWaybillPage = u"first.waybill_page"_s; // the next one to ask for; "done"
const QString kDeliveryCursor = u"first.delivery_cursor"_s;
const QString kDone = u"done"_s;

const std::array kLookupKinds{u"warehouse"_s, u"zone"_s, u"driver"_s, u"vehicle"_s, u"customer"_s};

} // namespace

FirstSync::FirstSync(backends::Backend& backend, Ingest& ingest, EngineListener& listener)
    : m_backend(backend)
    , m_ingest(ingest)
    , m_listener(listener)
{
}

bool FirstSync::wasDone(const Ingest& ingest)
{
    return ingest.remembered(kWaybillPage) == kDone && ingest.remembered(kDeliveryCursor) == kDone;
}

void FirstSync::forgetMarks(Ingest& ingest)
{
    for (const QString& key : {kLookupsDone, kWaybillPage, kDeliveryCursor})
        ingest.forget(key);
}

void FirstSync::start(Finished finished)
{
    m_bound.assertHere();
    m_finished = std::move(finished);
    m_lookupsOnly = false;
    m_rows = 0;
    // An empty cache is filled first and made searchable afterwards.
    const bool isFresh = !m_ingest.remembered(kWaybillPage) && !m_ingest.remembered(kDeliveryCursor);
    if (isFresh && !m_ingest.beginFirstLoad()) {
        refusedByDisk();
        return;
    }
    step();
}

void FirstSync::reloadLookups(Finished finished)
{
    m_bound.assertHere();
    m_finished = std::move(finished);
    m_lookupsOnly = true;
    askLookups(0, 1);
}

void FirstSync::stop()
{
    m_bound.assertHere();
    m_call.cancel();
    m_page.reset();
    m_ingest.settle();
    m_finished = nullptr;
}

void FirstSync::step()
{
    if (m_backend.lookups && m_ingest.remembered(kLookupsDone) != kDone) {
        askLookups(0, 1);
        return;
    }
    const QString page = m_ingest.remembered(kWaybillPage).value_or(u"1"_s);
    if (page != kDone) {
        askWaybills(std::max(1, page.toInt()));
        return;
    }
    const QString cursor = m_ingest.remembered(kDeliveryCursor).value_or(QString());
    if (m_backend.deliveries && cursor != kDone) {
        askDeliveries(cursor);
        return;
    }
    if (cursor != kDone && !mark(kDeliveryCursor, kDone))
        return;
    end(std::nullopt);
}

void FirstSync::askLookups(int kind, int page)
{
    if (!m_backend.lookups || kind >= static_cast<int>(kLookupKinds.size())) {
        m_listener.lookupsChanged();
        if (m_lookupsOnly)
            end(std::nullopt);
        else if (mark(kLookupsDone, kDone))
            step();
        return;
    }
    if (page == 1)
        m_lookupsSince = m_ingest.now();
    backends::Lookups& port = *m_backend.lookups;
    const auto got = [this, kind, page](auto answer) { gotLookups(kind, page, std::move(answer)); };
    switch (kind) {
    case 0:
        m_call = port.warehouses(page, got);
        return;
    case 1:
        m_call = port.zones(page, got);
        return;
    case 2:
        m_call = port.drivers(page, got);
        return;
    case 3:
        m_call = port.vehicles(page, got);
        return;
    case 4:
        m_call = port.customers(page, got);
        return;
    }
}

template<class T>
void FirstSync::gotLookups(int kind, int page, Result<wire::LookupPage<T>> answer)
{
    if (!answer) {
        if (answer.error().status == 404) // a server may have some of the lists and not others
            askLookups(kind + 1, 1);
        else
            end(answer.error());
        return;
    }
    m_listener.drifted(answer->drift);
    if (!m_ingest.lookups(answer->rows, m_lookupsSince)) {
        refusedByDisk();
        return;
    }
    const wire::Paging& paging = answer->paging;
    if (!answer->rows.isEmpty() && qint64{paging.page} * paging.limit < paging.total) {
        askLookups(kind, page + 1);
        return;
    }
    m_ingest.dropOlderLookups(kLookupKinds[static_cast<size_t>(kind)], m_lookupsSince);
    askLookups(kind + 1, 1);
}

void FirstSync::askWaybills(int page)
{
    backends::WaybillPageQuery query;
    query.page = page;
    m_page = m_ingest.openPage();
    m_call = m_backend.waybills->eachOf(
        query, [writer = m_page](const WaybillCells& row) { return writer->put(row); },
        [this, page](auto answer) { gotWaybills(page, std::move(answer)); });
}

void FirstSync::gotWaybills(int page, Result<wire::RowsEnd> answer)
{
    if (!answer) {
        end(answer.error());
        return;
    }
    m_listener.drifted(answer->drift);
    if (!m_ingest.wrote(std::exchange(m_page, nullptr))) {
        refusedByDisk();
        return;
    }
    m_rows += answer->rows;
    m_waybillTotal = answer->total.value_or(0);
    m_total = m_waybillTotal;
    const bool more = answer->rows > 0 && qint64{page} * backends::WaybillPageQuery{}.limit < m_waybillTotal;
    if (!mark(kWaybillPage, more ? QString::number(page + 1) : kDone))
        return;
    m_listener.statusTouched();
    step();
}

void FirstSync::askDeliveries(const QString& cursor)
{
    m_page = m_ingest.openPage();
    m_call = m_backend.deliveries->eachAfter(
        cursor, [writer = m_page](const DeliveryCells& row) { return writer->put(row); },
        [this](auto answer) { gotDeliveries(std::move(answer)); });
}

void FirstSync::gotDeliveries(Result<wire::RowsEnd> answer)
{
    if (!answer) {
        if (answer.error().status == 404) { // this server has no such list
            if (mark(kDeliveryCursor, kDone))
                step();
        } else {
            if (answer.error().status == 400)
                m_ingest.forget(kDeliveryCursor); // a cursor of another day
            end(answer.error());
        }
        return;
    }
    m_listener.drifted(answer->drift);
    if (!m_ingest.wrote(std::exchange(m_page, nullptr))) {
        refusedByDisk();
        return;
    }
    m_rows += answer->rows;
    if (answer->total)
        m_total = m_waybillTotal + *answer->total;
    const bool more = answer->nextCursor && answer->rows > 0;
    if (!mark(kDeliveryCursor, more ? *answer->nextCursor : kDone))
        return;
    m_listener.statusTouched();
    step();
}

bool FirstSync::mark(const QString& key, const QString& value)
{
    const bool kept = m_ingest.remember(key, value);
    if (!kept)
        refusedByDisk();
    return kept;
}

void FirstSync::refusedByDisk()
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.detail = u"the first load could not be kept"_s;
    end(error);
}

void FirstSync::end(const std::optional<Error>& error)
{
    m_call.cancel();
    m_page.reset();
    m_ingest.settle();
    if (const Finished finished = std::exchange(m_finished, nullptr))
        finished(error);
}

} // namespace waydesk::sync
