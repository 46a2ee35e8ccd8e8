// SPDX-License-Identifier: GPL-3.0-or-later
// Server truth and open commands meet, for return requests and exceptions as TripExpectation does for trips: a refused
// command and those behind it in its parcel's line are not expected to happen. GUI thread.
#pragma once

#include "services/facade/queueitems.h"
#include "services/store/reader.h"

namespace waydesk::facade {

class QueueExpectation
{
public:
    explicit QueueExpectation(store::Reader& reader)
        : m_reader(reader)
    {
    }

    bool refresh(); // reads the open commands anew; whether any on a return or an exception is not what it was

    ReturnItem itemOf(const store::StoredReturn& stored) const;
    CaseItem itemOf(const store::StoredCase& stored) const;
    QList<ReturnItem> localReturns() const; // newest first
    QList<CaseItem> localCases() const;     // newest first

private:
    struct Open
    {
        store::OutboxEntry entry;
        bool isExpected = true; // false: refused, or behind a refused one
        bool operator==(const Open&) const = default;
    };
    store::Reader& m_reader;
    QHash<DeliveryId, QList<Open>> m_open;
};

} // namespace waydesk::facade
