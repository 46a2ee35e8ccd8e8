// SPDX-License-Identifier: GPL-3.0-or-later
// Every business call of the server, well formed, for tests that hold each of them to the same promise.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace waydesk::backend {

struct CallUnderTest
{
    QByteArray method, path; // placeholders: {waybill_id} {trip_id} {return_id} {delivery_id} {driver_id}
                             // {scan_value} {exception_id}
    QString email;           // who may call it
    QJsonObject body;        // well formed; empty where the call has none
    bool driverMay = false;
};

QList<CallUnderTest> everyCall();

} // namespace waydesk::backend
