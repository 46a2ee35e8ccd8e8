// SPDX-License-Identifier: GPL-3.0-or-later
// What the GUI thread may see of the store: read-only connections (query_only, no checkpoint) to both files, asserted
// to stay on the thread that opened them. Every call is bounded; none fails: what cannot be read is absent, and logged.
// Opened after the Store of the same folder.
#pragma once

#include "services/store/deliveryreader.h"
#include "services/store/importjournal.h"
#include "services/store/lookupreader.h"
#include "services/store/outboxreader.h"
#include "services/store/picturestore.h"
#include "services/store/positionrepository.h"
#include "services/store/queuereader.h"
#include "services/store/scanjournal.h"
#include "services/store/storyrepository.h"
#include "services/store/tripreader.h"
#include "services/store/waybillreader.h"

namespace waydesk::store {

class Reader
{
public:
    static Result<std::unique_ptr<Reader>> open(const QString& folder);

    WaybillReader& waybills() { return m_waybills; }
    DeliveryReader& deliveries() { return m_deliveries; }
    LookupReader& lookups() { return m_lookups; }
    TripReader& trips() { return m_trips; }
    PositionReader& positions() { return m_positions; }
    QueueReader& queues() { return m_queues; }
    OutboxReader& outbox() { return m_outbox; }
    ImportReader& imports() { return m_imports; }
    StoryReader& stories() { return m_stories; }
    PictureReader& pictures() { return m_pictures; }
    ScanReader& scans() { return m_scans; }

private:
    Reader(std::unique_ptr<Database> cache, std::unique_ptr<Database> work, const QString& folder);
    std::unique_ptr<Database> m_cache, m_work;
    WaybillReader m_waybills;
    DeliveryReader m_deliveries;
    LookupReader m_lookups;
    TripReader m_trips;
    PositionReader m_positions;
    QueueReader m_queues;
    OutboxReader m_outbox;
    ImportReader m_imports;
    StoryReader m_stories;
    PictureReader m_pictures;
    ScanReader m_scans;
};

} // namespace waydesk::store
