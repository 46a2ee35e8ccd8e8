// SPDX-License-Identifier: GPL-3.0-or-later
// What an outside system's answers say about return requests and exceptions, once decoded. Plain values, any thread.
#pragma once

#include "services/domain/exception.h"
#include "services/wire/answers.h"

namespace waydesk::wire {

struct SeenReturn
{
    ReturnQueueRow value; // absent fields have their defaults: look into `raw` to tell absent from null
    QJsonObject raw;
};

struct SeenCase
{
    DeliveryCase value;
    QJsonObject raw;
};

template<class Row>
struct QueuePage
{
    QList<Row> rows;
    std::optional<QString> nextCursor; // nullopt: the end
    Drift drift;
};

struct Colleagues
{
    QList<Colleague> rows;
    Drift drift;
};

} // namespace waydesk::wire
